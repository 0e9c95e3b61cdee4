import { z } from 'zod'
import { PERIODS } from './periods.ts'

/** The columns by which the practices of a list can be ordered. */
export const SORTS = ['views', 'visitors', 'downloads', 'comparisons', 'saves', 'interests', 'title'] as const
export type StatisticsSort = (typeof SORTS)[number]

/** Where no hub answers for the place. */
export const NO_HUB = 'none'

/** The address of the statistics; what is not known there is as if it were not said. */
export const statisticsFilterSchema = z.object({
  period: z.enum(PERIODS).catch(PERIODS[0]),
  sort: z.enum(SORTS).catch('views'),
  /** Only the national office may choose. */
  hub: z.string().max(100).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type StatisticsFilter = z.output<typeof statisticsFilterSchema>
