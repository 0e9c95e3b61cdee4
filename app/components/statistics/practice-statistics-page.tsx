import type { PracticeStatisticsView } from '#app/domain/statistics/read-statistics.server.ts'
import { formatDate, formatDateShort, formatNumber } from '#app/i18n/format.ts'
import { statisticsText } from '#app/i18n/statistics.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { COUNTS } from '#db/vocabulary.ts'
import { Button } from '../ui/button.tsx'
import { Crumbs, PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { dayOf, Method, PeriodChoice, type Series, Totals, ViewsChart } from './statistics-parts.tsx'

/** What is read and used of one practice, day by day or month by month. */
export function PracticeStatisticsPage({ view }: { view: PracticeStatisticsView }) {
  const lang = useLang()
  const t = statisticsText(lang)
  const { practice, title, filter, span, totals, since } = view
  return (
    <>
      <Crumbs
        items={[
          { label: t.title, href: paths.statistics({ period: filter.period }) },
          { label: practice.brand ?? practice.publicId },
        ]}
      />
      <PageHead title={title} kicker={t.ofPractice}>
        <p className="small dim">
          <a href={paths.practice(practice.publicId)}>{practice.publicId}</a> · {practice.agency}
          <br />
          {t.span(formatDate(lang, span.from), formatDate(lang, span.to))}. {t.since(formatDate(lang, since))}
        </p>
      </PageHead>
      <form method="get" aria-label={t.filter} className="row row--end mb-5 no-print">
        <PeriodChoice period={filter.period} />
        <Button variant="quiet">{t.show}</Button>
      </form>
      <Totals totals={totals} names={['views', 'visitors', 'downloads', 'comparisons', 'citations']} />
      <Totals totals={totals} names={['saves', 'questions', 'interests', 'launches', 'replicas']} />
      <ViewsChart series={view.series} span={span} since={since} />
      <Section
        id="waktu"
        title={t.bySteps[span.step]}
        aside={
          <a className="small no-print" href={paths.practiceStatisticsFile(practice.publicId, filter)} download>
            {t.csv}
          </a>
        }
      >
        <Steps view={view} />
        <p className="small dim no-print mt-3">{t.print}</p>
      </Section>
      <Method />
    </>
  )
}

type Step = Series[number]

function Steps({ view: { series, span } }: { view: PracticeStatisticsView }) {
  const lang = useLang()
  const t = statisticsText(lang)
  const rows = series.filter((one) => COUNTS.some((count) => one[count] > 0)).reverse()
  const columns: Column<Step>[] = [
    {
      head: t.step[span.step],
      header: true,
      className: 'nowrap',
      cell: ({ day }) => formatDateShort(lang, dayOf(day, span.step)),
    },
    ...COUNTS.map((count) => ({
      head: t.figures[count],
      end: true,
      cell: (row: Step) => formatNumber(lang, row[count], 0),
    })),
  ]
  if (rows.length === 0) return <p className="dim">{t.noneCounted}</p>
  return (
    <>
      <p className="small dim mb-2 no-print">{t.onlyCounted}</p>
      <Table columns={columns} rows={rows} rowKey={({ day }) => day} labelledBy="h-waktu" />
    </>
  )
}
