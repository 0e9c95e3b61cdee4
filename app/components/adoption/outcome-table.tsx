import { progressTo } from '#app/domain/adoption/adoption.ts'
import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { formatDateShort, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Fold } from '../ui/fold.tsx'
import { Bar } from '../ui/meter.tsx'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'
import { Demo, Paragraphs } from './marks.tsx'

/** Indicators from baseline over each report to the target. */
export function OutcomeTable({ view }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionText(lang).outcome
  const { indicators, reports, adoption } = view
  const number = (value: number) => <Demo is={adoption.isDemo}>{formatNumber(lang, value)}</Demo>
  const valueIn = (report: (typeof reports)[number], indicatorId: string) =>
    report.values.find((value) => value.indicatorId === indicatorId)?.value
  const lastOf = (indicatorId: string) =>
    reports.map((report) => valueIn(report, indicatorId)).findLast((value) => value !== undefined)
  return (
    <Section id="hasil" title={t.title}>
      <Table
        labelledBy="h-hasil"
        rows={indicators}
        rowKey={(row) => row.id}
        columns={[
          { head: t.indicator, header: true, cell: ({ name, unit }) => `${name} (${unit})` },
          { head: t.baseline, end: true, cell: ({ baselineValue }) => number(baselineValue) },
          ...reports.map((report) => ({
            head: t.month(report.month),
            end: true,
            cell: ({ id }: { id: string }) => {
              const value = valueIn(report, id)
              return value === undefined ? '–' : number(value)
            },
          })),
          { head: t.target, end: true, cell: ({ targetValue }) => number(targetValue) },
          {
            head: t.progress,
            headClassName: 'w-25',
            cell: (indicator) => {
              const value = lastOf(indicator.id)
              if (value === undefined) return '–'
              const percent = progressTo(indicator, value)
              return <Bar percent={percent}>{formatPercent(lang, Math.round(percent))}</Bar>
            },
          },
        ]}
      />
      <NextReport view={view} />
      {reports.length > 0 && (
        <Fold summary={t.narrative}>
          <ul className="lines">
            {reports.map(({ id, month, measuredOn, narrative }) => (
              <li key={id}>
                <b>{t.month(month)}</b>, <When at={measuredOn} />
                <Paragraphs text={narrative} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Section>
  )
}

function NextReport({ view: { nextOutcome, can, adoption } }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionText(lang).outcome
  if (!nextOutcome || adoption.state !== 'active') return null
  const { month, dueOn, daysLate } = nextOutcome
  return (
    <div className="task mt-4">
      <span>{t.next(month)}</span>
      <span className={daysLate > 0 ? 'small late' : 'small dim'}>
        {t.due} {formatDateShort(lang, dueOn)}
        {daysLate > 0 && `, ${t.late(daysLate)}`}
      </span>
      {can.report_outcome && (
        <ButtonLink variant="quiet" href={paths.adoptionPage(adoption.publicId, 'outcome')}>
          {t.report(month)}
        </ButtonLink>
      )}
    </div>
  )
}
