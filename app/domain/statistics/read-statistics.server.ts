import { listHubs } from '#db/queries/network.server.ts'
import {
  listCountsBySteps,
  listPracticeStatistics,
  type PracticeFigures,
  type PracticeStatistics,
  type StatisticsScope,
} from '#db/queries/statistics.server.ts'
import { findInstallationValue } from '#db/queries/system.server.ts'
import { ACTS, COUNTS } from '#db/vocabulary.ts'
import { PUBLIC_ID } from '../practice/practice.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import { type Period, spanOf } from './periods.ts'
import { statisticsScope } from './statistics.policy.ts'
import { NO_HUB, type StatisticsFilter, type StatisticsSort } from './statistics.schema.ts'

/** As many as fit on a sheet of A4 below the figures and the chart. */
const PAGE_SIZE = 20

type Asked = { scope: StatisticsScope; period: Period; publicId?: string }

/** Practices with their figures, their sum, and the counts of each day or month; all of one period. */
async function readFigures(ctx: Context, { period, ...wanted }: Asked) {
  const now = today(ctx.now)
  const since = (await findInstallationValue(ctx.db, 'counting_since')) ?? now
  const { step, from, to, steps } = spanOf(period, { today: now, since })
  const [practices, counted] = await Promise.all([
    listPracticeStatistics(ctx.db, { ...wanted, from }),
    listCountsBySteps(ctx.db, { ...wanted, from, step }),
  ])
  const found = new Map(counted.map((one) => [one.step, one]))
  return {
    practices,
    totals: sumOf(practices),
    // A day that has not come here yet may have been counted where a clock is ahead.
    series: [...new Set([...steps, ...found.keys()])].sort().map((day) => ({ ...NO_COUNTS, ...found.get(day), day })),
    span: { step, from, to },
    since,
  }
}

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
const NO_COUNTS = zeros(COUNTS)

function sumOf(practices: readonly PracticeFigures[]): PracticeFigures {
  const sum = zeros([...COUNTS, ...ACTS])
  for (const one of practices) for (const name of [...COUNTS, ...ACTS]) sum[name] += one[name]
  return sum
}

/** The statistics of the practices of a hub, an agency or the whole country. */
export async function readStatistics(ctx: Context, { period, hub, ...list }: StatisticsFilter) {
  const own = statisticsScope(ctx.actor)
  if (own.kind === 'none') throw new Forbidden('has no practices to look at')
  const hubs = own.kind === 'all' ? await listHubs(ctx.db) : []
  const chosen = hubs.find(({ slug }) => slug === hub)
  const scope: StatisticsScope = chosen
    ? { kind: 'hub', hubId: chosen.id }
    : own.kind === 'all' && hub === NO_HUB
      ? { kind: 'hub', hubId: null }
      : own
  const figures = await readFigures(ctx, { scope, period })
  return {
    ...figures,
    practices: ordered(figures.practices, list.sort),
    kind: own.kind,
    /** Whose practices these are; null for the whole country and for those without a hub. */
    name: chosen?.name ?? (own.kind === 'all' ? null : nameOf(ctx)),
    hubs: hubs.map(({ slug, name }) => ({ slug, name })),
    filter: { period, sort: list.sort, hub: chosen?.slug ?? (scope.kind === 'hub' && !scope.hubId ? NO_HUB : null) },
  }
}

const nameOf = ({ actor }: Context) => (actor.kind === 'user' ? (actor.hat?.organisationName ?? null) : null)

/** The same for a page: some of the practices at a time. */
export async function readStatisticsPage(ctx: Context, filter: StatisticsFilter) {
  const { practices, ...view } = await readStatistics(ctx, filter)
  const page = Math.min(filter.page, Math.max(1, Math.ceil(practices.length / PAGE_SIZE)))
  const shown = practices.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return { ...view, practices: shown, total: practices.length, page, pageSize: PAGE_SIZE }
}

const titleOf = ({ title, publicId }: PracticeStatistics) => title ?? publicId

/** The most first; what has the same figure by its title. */
function ordered(practices: PracticeStatistics[], sort: StatisticsSort): PracticeStatistics[] {
  const byTitle = new Intl.Collator('id').compare
  return practices.toSorted(
    (a, b) =>
      (sort === 'title' ? 0 : b[sort] - a[sort]) || byTitle(titleOf(a), titleOf(b)) || byTitle(a.publicId, b.publicId),
  )
}

/** The statistics of one practice that was ever published. */
export async function readPracticeStatistics(
  ctx: Context,
  publicId: string,
  { period }: Pick<StatisticsFilter, 'period'>,
) {
  if (!PUBLIC_ID.test(publicId)) throw new NotFound('not a public id')
  const { practices, ...figures } = await readFigures(ctx, { scope: statisticsScope(ctx.actor), period, publicId })
  const [practice] = practices
  if (!practice) throw new NotFound(`no practice ${publicId} to look at`)
  /** Nothing could be counted before it was there, or before anything was. */
  const since = [practice.firstPublishedOn, figures.since].toSorted()[1] ?? figures.since
  return { ...figures, since, practice, title: titleOf(practice), filter: { period } }
}

export type StatisticsPageView = Awaited<ReturnType<typeof readStatisticsPage>>
export type PracticeStatisticsView = Awaited<ReturnType<typeof readPracticeStatistics>>
