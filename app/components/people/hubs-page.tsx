import { membersText } from '#app/i18n/members.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Table } from '../ui/table.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'

type Hub = { hubId: string; name: string; slug: string; openedOn: string | null; managers: number; invited: number }
type Province = { code: string; name: string; isDemo: boolean; hubs: Hub[] }

type HubsPageProps = {
  provinces: Province[]
  counts: { provinces: number; withHub: number; withoutManager: number }
  done: string | null
}

/** Every province, with its hubs and who manages them, or the way to open one. */
export function HubsPage({ provinces, counts, done }: HubsPageProps) {
  const t = membersText(useLang()).hubs
  const rows = provinces.flatMap((province) =>
    province.hubs.length > 0
      ? province.hubs.map((hub) => ({ province, hub }))
      : [{ province, hub: undefined as Hub | undefined }],
  )
  return (
    <>
      {done === 'opened' && (
        <Band tone="ok" title={t.opened} focus className="mb-5">
          {t.openedNote}
        </Band>
      )}
      <PageHead
        title={t.title}
        action={
          <ButtonLink href={paths.openHub()} icon="plus">
            {t.open}
          </ButtonLink>
        }
      >
        {t.lead(counts.withHub, counts.provinces, counts.withoutManager)}
      </PageHead>
      <Table
        caption={<span className="vh">{t.caption}</span>}
        rows={rows}
        rowKey={({ province, hub }) => `${province.code} ${hub?.hubId ?? ''}`}
        columns={[
          {
            head: t.province,
            header: true,
            cell: ({ province }) => (
              <>
                {province.name} {province.isDemo && <Tag look="dashed">{t.demo}</Tag>}
              </>
            ),
          },
          {
            head: t.hub,
            cell: ({ hub }) =>
              hub ? <a href={paths.hub(hub.slug)}>{hub.name}</a> : <span className="dim">{t.noHub}</span>,
          },
          {
            head: t.since,
            className: 'nowrap',
            cell: ({ hub }) => (hub?.openedOn ? <When at={hub.openedOn} /> : <span className="dim">–</span>),
          },
          {
            head: t.managers,
            cell: ({ province, hub }) => (hub ? <Managers hub={hub} /> : <OpenHere province={province} />),
          },
        ]}
      />
    </>
  )
}

function Managers({ hub }: { hub: Hub }) {
  const t = membersText(useLang()).hubs
  return (
    <>
      <a href={paths.members({ organisation: hub.hubId })}>
        {t.manage(hub.managers)}
        <span className="vh">, {t.manageOf(hub.name)}</span>
      </a>
      {hub.invited > 0 && <span className="dim small"> {t.invited}</span>}
    </>
  )
}

function OpenHere({ province }: { province: Province }) {
  const t = membersText(useLang()).hubs
  return (
    <a href={paths.openHub(province.code)} aria-label={t.openIn(province.name)}>
      {t.open}
    </a>
  )
}
