import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportStatistics } from '#app/domain/statistics/export-statistics.server.ts'
import { answerStatisticsFile } from '#app/http/statistics.server.ts'

export const loader = (args: LoaderFunctionArgs) => answerStatisticsFile(args, undefined, exportStatistics)
