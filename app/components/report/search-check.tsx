import { formatNumber } from '#app/i18n/format.ts'
import { searchHealthText } from '#app/i18n/search-health.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import type { CheckRecord } from '#search/record.server.ts'
import { Band } from '../ui/band.tsx'
import { Empty } from '../ui/empty.tsx'
import { Fold } from '../ui/fold.tsx'
import { Table } from '../ui/table.tsx'

const CLASSES = ['missing', 'stale', 'ghost', 'exposed'] as const

const sumOf = (engines: CheckRecord['left']) =>
  engines.reduce((sum, { drift }) => sum + CLASSES.reduce((inner, name) => inner + drift[name], 0), 0)

/** The four counts for each engine, as the check has left them, and what it has mended. */
export function CheckResult({ check }: { check: CheckRecord | null }) {
  const lang = useLang()
  const t = searchHealthText(lang)
  if (!check) {
    return (
      <Empty title={t.noCheck} heading="h3">
        {t.noCheckNote}
      </Empty>
    )
  }
  const onTheirWay = Math.max(0, ...check.left.map((one) => one.onTheirWay))
  return (
    <>
      <Verdict check={check} />
      <Table
        labelledBy="h-check"
        rows={check.left}
        rowKey={({ engine }) => engine}
        columns={[
          { head: t.engineHead, header: true, headClassName: 'w-25', cell: ({ engine }) => t.engine[engine] },
          { head: t.documents, end: true, cell: ({ documents }) => formatNumber(lang, documents) },
          ...CLASSES.map((name) => ({
            head: t.classes[name],
            end: true,
            cell: ({ engine, drift }: CheckRecord['left'][number]) => {
              const found = check.found.find((one) => one.engine === engine)?.drift[name] ?? 0
              const left = drift[name]
              return found > left ? t.mendedCell(found, left) : formatNumber(lang, left)
            },
          })),
        ]}
      />
      <p className="small dim mt-4">
        {t.lastLine(check.published, formatNumber(lang, check.tookMs / 1000))}{' '}
        {onTheirWay > 0 && t.onTheirWay(onTheirWay)}
      </p>
      <Fold summary={t.meaning}>
        <ul>
          {CLASSES.map((name) => (
            <li key={name}>
              <b>{t.classes[name]}</b>: {t.classNote[name]}
            </li>
          ))}
        </ul>
      </Fold>
    </>
  )
}

function Verdict({ check }: { check: CheckRecord }) {
  const t = searchHealthText(useLang())
  const [found, left] = [sumOf(check.found), sumOf(check.left)]
  if (check.unanswered !== null) {
    return (
      <Band tone="warn" title={t.unanswered} className="mb-5">
        <code>{check.unanswered}</code>
      </Band>
    )
  }
  if (left > 0) {
    return (
      <Band tone="warn" title={t.differs(left)} className="mb-5">
        {t.differsNote}
      </Band>
    )
  }
  return <Band tone="ok" title={found > 0 ? t.mended(found) : t.sound} className="mb-5" />
}
