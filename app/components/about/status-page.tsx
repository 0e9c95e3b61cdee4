import type { ServiceStatus } from '#app/domain/report/service-status.server.ts'
import { searchText } from '#app/i18n/search.ts'
import { siteInfoText } from '#app/i18n/site-info.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import type { EngineStatus } from '#search/engine.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Table } from '../ui/table.tsx'
import { Tag, type TagTone } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'

const PARTS = ['database', 'search', 'mail', 'files'] as const
const TONE: Record<EngineStatus, TagTone> = { ok: 'ok', degraded: 'warn', down: 'bad' }

/** How the parts of the site are at this moment. */
export function StatusPage({ status }: { status: ServiceStatus }) {
  const lang = useLang()
  const t = siteInfoText(lang).status
  const { searchDetail } = status
  return (
    <>
      <PageHead title={t.title}>
        <p className="lead">{t.lead}</p>
      </PageHead>
      <Table
        caption={
          <>
            {t.checked} <When at={status.checkedAt} as="time" />
          </>
        }
        rows={PARTS}
        rowKey={(part) => part}
        columns={[
          { head: t.part, header: true, headClassName: 'w-25', cell: (part) => t.parts[part] },
          { head: t.state, cell: (part) => <Tag tone={TONE[status[part]]}>{t.states[status[part]]}</Tag> },
          { head: t.meaning, cell: (part) => t.effect[part][status[part]] },
        ]}
      />
      {searchDetail && (
        <p className="mt-4">{t.engine(searchText(lang).engine[searchDetail.engine], searchDetail.waiting)}</p>
      )}
      <p className="small dim mt-4">
        {t.machine} <code>/healthz</code>, <code>/readyz</code>
      </p>
    </>
  )
}
