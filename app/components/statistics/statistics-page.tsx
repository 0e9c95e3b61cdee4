import type { StatisticsPageView } from '#app/domain/statistics/read-statistics.server.ts'
import { NO_HUB, SORTS, type StatisticsSort } from '#app/domain/statistics/statistics.schema.ts'
import { formatDate, formatNumber } from '#app/i18n/format.ts'
import { statisticsText } from '#app/i18n/statistics.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Select } from '../ui/field.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Section } from '../ui/panel.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { Method, PeriodChoice, Totals, ViewsChart } from './statistics-parts.tsx'

/** What is read and used of the practices of a hub, an agency or the whole country. */
export function StatisticsPage({ view }: { view: StatisticsPageView }) {
  const lang = useLang()
  const t = statisticsText(lang)
  const { filter, span, totals, since } = view
  const name = view.name ?? (filter.hub === NO_HUB ? t.noHub : t.country)
  const query = queryOf(filter)
  return (
    <>
      <PageHead title={t.title} kicker={name}>
        <p className="read no-print">{t.lead}</p>
        <p className="small dim">
          {t.span(formatDate(lang, span.from), formatDate(lang, span.to))}. {t.since(formatDate(lang, since))}
        </p>
      </PageHead>
      <Filter view={view} />
      {view.total === 0 ? (
        <Empty title={t.noPractices}>{t.noPracticesNote}</Empty>
      ) : (
        <>
          <Totals totals={totals} names={['views', 'visitors', 'downloads', 'comparisons', 'citations']} />
          <Totals totals={totals} names={['saves', 'questions', 'interests', 'launches', 'replicas']} />
          <ViewsChart series={view.series} span={span} since={since} />
          <Section
            id="praktik"
            title={t.practices}
            aside={
              <a className="small no-print" href={paths.statisticsFile(query)} download>
                {t.csv}
              </a>
            }
          >
            <Practices view={view} />
            <div className="no-print">
              <Pager {...view} href={(page) => paths.statistics({ ...query, page })} />
              <p className="small dim mt-3">{t.print}</p>
            </div>
          </Section>
        </>
      )}
      <Method />
    </>
  )
}

const queryOf = ({ hub, period, sort }: StatisticsPageView['filter']) => ({ period, sort, hub: hub ?? undefined })

function Filter({ view: { filter, hubs } }: { view: StatisticsPageView }) {
  const t = useText(statisticsText)
  return (
    <form method="get" aria-label={t.filter} className="row row--end mb-5 no-print">
      <PeriodChoice period={filter.period} />
      {hubs.length > 0 && (
        <Select
          name="hub"
          label={t.hub}
          empty={t.country}
          defaultValue={filter.hub ?? ''}
          options={[...hubs.map(({ slug, name }) => ({ value: slug, label: name })), { value: NO_HUB, label: t.noHub }]}
          small
        />
      )}
      <Select
        name="sort"
        label={t.sort}
        empty={false}
        defaultValue={filter.sort}
        options={SORTS.map((value) => ({ value, label: value === 'title' ? t.practice : t.figures[value] }))}
        small
      />
      <Button variant="quiet">{t.show}</Button>
    </form>
  )
}

type Row = StatisticsPageView['practices'][number]

function Practices({ view: { practices, filter, kind } }: { view: StatisticsPageView }) {
  const lang = useLang()
  const t = statisticsText(lang)
  const head = (sort: StatisticsSort, label: string) => ({
    label,
    ...(filter.sort === sort && { sorted: sort === 'title' ? ('ascending' as const) : ('descending' as const) }),
    head:
      filter.sort === sort ? (
        <b>
          {label} <span aria-hidden="true">{sort === 'title' ? '↑' : '↓'}</span>
        </b>
      ) : (
        <a href={`${paths.statistics({ ...queryOf(filter), sort })}#praktik`} aria-label={t.sortBy(label)}>
          {label}
        </a>
      ),
  })
  const columns: Column<Row>[] = [
    {
      ...head('title', t.practice),
      header: true,
      headClassName: 'w-45',
      cell: ({ publicId, title, brand, agency }) => (
        <>
          <a href={paths.practiceStatistics(publicId, { period: filter.period })}>{title ?? publicId}</a>
          <span className="no-print">
            <br />
            <span className="small dim norm">
              {publicId}
              {brand && brand !== title && ` · ${brand}`}
              {kind !== 'agency' && ` · ${agency}`}
            </span>
          </span>
        </>
      ),
    },
    ...SORTS.filter((sort) => sort !== 'title').map((sort) => ({
      ...head(sort, t.figures[sort]),
      end: true,
      cell: (row: Row) => formatNumber(lang, row[sort], 0),
    })),
  ]
  return <Table columns={columns} rows={practices} rowKey={({ publicId }) => publicId} labelledBy="h-praktik" />
}
