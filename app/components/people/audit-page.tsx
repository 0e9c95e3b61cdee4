import { auditText } from '#app/i18n/audit.ts'
import { auditAct } from '#app/i18n/audit-acts.ts'
import { formatNumber, lowerFirst } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ChoiceChips } from '../ui/chips.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'

type AuditRow = {
  id: number
  at: Date
  actor: string | null
  actedAs: string
  organisation: string | null
  action: string
  entity: string
  entityId: string
  reason: string | null
}

type AuditPageProps = {
  rows: AuditRow[]
  entities: { entity: string; n: number }[]
  entity: string | undefined
  page: number
  pageSize: number
  total: number
  /** All of the trail, or the part of one hub. */
  everything: boolean
}

/** The audit trail, newest first, by kind of record. */
export function AuditPage({ rows, entities, entity, page, pageSize, total, everything }: AuditPageProps) {
  const lang = useLang()
  const t = auditText(lang)
  const sum = entities.reduce((all, { n }) => all + n, 0)
  const chip = (key: string | undefined, label: string, n: number) => ({
    key: key ?? '',
    label: `${label} (${formatNumber(lang, n)})`,
    href: paths.audit({ entity: key }),
    current: key === entity,
  })
  return (
    <>
      <PageHead title={t.title}>{everything ? t.all : t.own}</PageHead>
      {rows.length === 0 ? (
        <Empty title={t.none}>{t.noneNote}</Empty>
      ) : (
        <>
          <ChoiceChips
            label={t.filter}
            chips={[
              chip(undefined, t.everything, sum),
              ...entities.map((row) => chip(row.entity, t.entity[row.entity] ?? row.entity, row.n)),
            ]}
          />
          <AuditTable rows={rows} />
          <Pager
            page={page}
            pageSize={pageSize}
            total={total}
            href={(n) => paths.audit({ entity, page: n > 1 ? n : undefined })}
          />
        </>
      )}
    </>
  )
}

function AuditTable({ rows }: { rows: AuditRow[] }) {
  const lang = useLang()
  const t = auditText(lang)
  return (
    <Table
      caption={<span className="vh">{t.title}</span>}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { head: t.action, header: true, cell: ({ action }) => auditAct(lang, action) ?? <code>{action}</code> },
        { head: t.at, className: 'nowrap', cell: ({ at }) => <When at={at} as="time" /> },
        { head: t.actor, cell: (row) => <Who row={row} /> },
        {
          head: t.record,
          cell: ({ entity, entityId }) => (
            <>
              {t.entity[entity] ?? entity} <code className="small dim">{shortId(entityId)}</code>
            </>
          ),
        },
        { head: t.reason, cell: ({ reason }) => reason ?? <span className="dim">–</span> },
      ]}
    />
  )
}

/** The first block of a long technical id; public numbers are shown whole. */
const shortId = (id: string) => (/^[0-9a-f]{8}-/.test(id) ? id.slice(0, 8) : id)

function Who({ row }: { row: AuditRow }) {
  const lang = useLang()
  const t = auditText(lang)
  if (row.actedAs.startsWith('system:')) return t.system(row.actedAs.slice('system:'.length))
  if (!row.actor) return t.visitor
  const roles: Record<string, string> = vocabularyText(lang).role
  const role = roles[row.actedAs]
  return (
    <>
      {row.actor}
      <br />
      <span className="small dim">{[role && lowerFirst(role), row.organisation].filter(Boolean).join(', ')}</span>
    </>
  )
}
