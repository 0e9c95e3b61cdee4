import type { Context } from '../domain/shared/context.ts'
import { today } from '../domain/shared/dates.ts'
import { STATISTICS_READERS } from '../domain/statistics/statistics.policy.ts'
import { type StatisticsFilter, statisticsFilterSchema } from '../domain/statistics/statistics.schema.ts'
import type { Lang } from '../i18n/lang.ts'
import { statisticsText } from '../i18n/statistics.ts'
import type { RouteArgs } from './context.server.ts'
import { download } from './download.ts'
import { requireRole } from './guard.server.ts'
import { run } from './respond.server.ts'

type Read<T> = (ctx: Context & { lang: Lang }, filter: StatisticsFilter) => Promise<T>

/** Statistics as an address asks for them, for those who may read any. */
export function runStatistics<T>(args: RouteArgs, read: Read<T>): Promise<T> {
  return run(args, (ctx) => {
    requireRole(ctx, args.request, ...STATISTICS_READERS)
    const query = Object.fromEntries(new URL(args.request.url).searchParams)
    return read(ctx, statisticsFilterSchema.parse(query))
  })
}

/** The same as a file; `subject` is part of its name. */
export function answerStatisticsFile(args: RouteArgs, subject: string | undefined, read: Read<string>) {
  return runStatistics(args, async (ctx, filter) => {
    const name = [statisticsText(ctx.lang).file, subject, filter.period, today(ctx.now)].filter(Boolean).join('-')
    return new Response(await read(ctx, filter), { headers: download(`${name}.csv`, 'text/csv; charset=utf-8') })
  })
}
