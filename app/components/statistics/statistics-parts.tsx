import type { Period, Span } from '#app/domain/statistics/periods.ts'
import { PERIODS } from '#app/domain/statistics/periods.ts'
import { formatDate, formatDateShort, formatNumber } from '#app/i18n/format.ts'
import { statisticsText } from '#app/i18n/statistics.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import type { CountsOfStep, PracticeFigures } from '#db/queries/statistics.server.ts'
import { BarChart } from '../ui/bar-chart.tsx'
import { Segmented } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Fold } from '../ui/fold.tsx'
import { Stats } from '../ui/stats.tsx'

type CountsOfDay = Omit<CountsOfStep, 'step'> & { day: string }
export type Series = readonly CountsOfDay[]
type PartOfSpan = Omit<Span, 'steps'>

/** Figures that head a page of statistics, at most five in a row. */
export function Totals({ totals, names }: { totals: PracticeFigures; names: readonly (keyof PracticeFigures)[] }) {
  const lang = useLang()
  const { figures } = statisticsText(lang)
  const items = names.map((key) => ({ key, figure: formatNumber(lang, totals[key], 0), label: figures[key] }))
  return <Stats items={items} />
}

/** A day as it is, a month by its name. */
export const dayOf = (day: string, step: Span['step']) => (step === 'month' ? day.slice(0, 7) : day)

/** The views of each day or month; what to read instead when there were none. */
export function ViewsChart({ series, span, since }: { series: Series; span: PartOfSpan; since: string }) {
  const lang = useLang()
  const t = statisticsText(lang)
  const most = series.reduce<CountsOfDay | undefined>(
    (best, one) => (best && best.views >= one.views ? best : one),
    undefined,
  )
  if (!most?.views) return <NoViews from={span.from} since={since} />
  const number = (value: number) => formatNumber(lang, value, 0)
  const views = series.map((one) => one.views)
  const when = (day = '') => dayOf(day, span.step)
  const [first, last] = [when(series[0]?.day), when(series.at(-1)?.day)]
  return (
    <BarChart
      caption={t.chart[span.step]}
      summary={t.summary(
        span.step,
        formatDate(lang, first),
        formatDate(lang, last),
        number(views.reduce((sum, one) => sum + one, 0)),
        number(most.views),
        formatDate(lang, when(most.day)),
      )}
      values={views}
      axis={[...new Set([first, last])].map((day) => formatDateShort(lang, day))}
      format={number}
    />
  )
}

function NoViews({ from, since }: { from: string; since: string }) {
  const lang = useLang()
  const t = statisticsText(lang)
  const date = formatDate(lang, since)
  return (
    <div className="mt-5">
      {from > since ? (
        <Empty title={t.emptyPeriod}>{t.emptyPeriodNote(date)}</Empty>
      ) : (
        <Empty title={t.empty(date)}>{t.emptyNote}</Empty>
      )}
    </div>
  )
}

/** The choice of a period, as part of a form. */
export function PeriodChoice({ period }: { period: Period }) {
  const t = useText(statisticsText)
  return (
    <Segmented
      name="period"
      label={t.period}
      small
      defaultValue={period}
      options={PERIODS.map((value) => ({ value, label: t.periods[value] }))}
    />
  )
}

/** What is counted and how, in plain words. */
export function Method() {
  const t = useText(statisticsText)
  return (
    <div className="no-print mt-5">
      <Fold summary={t.method}>
        <ul className="stack-s small read">
          {t.methods.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Fold>
    </div>
  )
}
