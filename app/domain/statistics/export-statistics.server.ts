import { ACTS, COUNTS } from '#db/vocabulary.ts'
import type { Lang } from '../../i18n/lang.ts'
import { statisticsText } from '../../i18n/statistics.ts'
import { vocabularyText } from '../../i18n/vocabulary.ts'
import { BYTE_ORDER_MARK, type Cell, csvLine } from '../export/csv.ts'
import type { Context } from '../shared/context.ts'
import { readPracticeStatistics, readStatistics } from './read-statistics.server.ts'
import type { StatisticsFilter } from './statistics.schema.ts'

const FIGURES = [...COUNTS, ...ACTS]

const file = (lines: readonly Cell[][]) => BYTE_ORDER_MARK + lines.map(csvLine).join('')

/** The practices of a hub, an agency or the whole country with their figures of a period, as comma-separated values. */
export async function exportStatistics(ctx: Context & { lang: Lang }, filter: StatisticsFilter): Promise<string> {
  const { practices, span } = await readStatistics(ctx, filter)
  const { columns, figures } = statisticsText(ctx.lang)
  const { practiceState } = vocabularyText(ctx.lang)
  return file([
    [
      ...[columns.number, columns.title, columns.agency, columns.state, columns.from, columns.to],
      ...FIGURES.map((figure) => figures[figure]),
    ],
    ...practices.map((row) => [
      ...[row.publicId, row.title, row.agency, practiceState[row.state], span.from, span.to],
      ...FIGURES.map((figure) => row[figure]),
    ]),
  ])
}

/** The counts of one practice, every day or month of a period, as comma-separated values. */
export async function exportPracticeStatistics(
  ctx: Context & { lang: Lang },
  publicId: string,
  filter: Pick<StatisticsFilter, 'period'>,
): Promise<string> {
  const { series, span } = await readPracticeStatistics(ctx, publicId, filter)
  const { step, figures } = statisticsText(ctx.lang)
  return file([
    [step[span.step], ...COUNTS.map((count) => figures[count])],
    ...series.map((one) => [
      span.step === 'month' ? one.day.slice(0, 7) : one.day,
      ...COUNTS.map((count) => one[count]),
    ]),
  ])
}
