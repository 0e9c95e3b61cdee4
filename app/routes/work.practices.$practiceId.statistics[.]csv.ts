import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportPracticeStatistics } from '#app/domain/statistics/export-statistics.server.ts'
import { answerStatisticsFile } from '#app/http/statistics.server.ts'

export const loader = (args: LoaderFunctionArgs) => {
  const { practiceId = '' } = args.params
  return answerStatisticsFile(args, practiceId, (ctx, filter) => exportPracticeStatistics(ctx, practiceId, filter))
}
