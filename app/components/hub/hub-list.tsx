import type { readHubs } from '#app/domain/network/read-network.server.ts'
import { formatList } from '#app/i18n/format.ts'
import { networkText } from '#app/i18n/network.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Empty } from '../ui/empty.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Table } from '../ui/table.tsx'

export type HubList = Awaited<ReturnType<typeof readHubs>>

/** All hubs: where, since when, run by whom. */
export function HubListPage({ hubs }: { hubs: HubList }) {
  const lang = useLang()
  const t = networkText(lang).hubs
  return (
    <>
      <PageHead title={t.title}>
        <p className="lead">{t.lead}</p>
        <p className="small dim">{t.note}</p>
      </PageHead>
      {hubs.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <Table
          hot
          rows={hubs}
          rowKey={({ slug }) => slug}
          columns={[
            {
              head: t.hub,
              header: true,
              cell: ({ name, slug, isDemo }) => (
                <a href={paths.hub(slug)}>{isDemo ? <span className="demo">{name}</span> : name}</a>
              ),
            },
            {
              head: t.territory,
              cell: ({ provinces }) =>
                formatList(
                  lang,
                  provinces.map(({ name }) => name),
                ) || <span className="dim">–</span>,
            },
            {
              head: t.opened,
              cell: ({ openedOn }) => openedOn?.slice(0, 4) ?? <span className="dim">–</span>,
            },
            { head: t.manager, cell: ({ manager }) => manager ?? <span className="dim">–</span> },
          ]}
        />
      )}
    </>
  )
}
