import { listPracticesInWork, type WorkPractice } from '#db/queries/practices-work.server.ts'
import type { ReviewStage } from '#db/vocabulary.ts'
import { type Context, roleOf, userIdOf } from '../shared/context.ts'
import { Forbidden } from '../shared/errors.ts'
import { abilitiesOf, canManageReviewTexts, visibilityFor } from './practice.policy.ts'
import { factsOf, titleOf } from './practice-moves.server.ts'
import type { QueueFilter, QueueSort, QueueView } from './review.schema.ts'
import { reviewDue } from './review-due.ts'

/** More than this never waits at once in one hub; the oldest come first. */
const QUEUE_LIMIT = 500
export const QUEUE_PAGE = 25

/** Which check the hat of this person is for; hub managers look after both, the national office after places without hub. */
export function stageOfHat(ctx: Context, asked: ReviewStage | null = null): ReviewStage | null {
  switch (roleOf(ctx.actor)) {
    case 'agency_admin':
      return 'documents'
    case 'curator':
    case 'national_admin':
      return 'substance'
    case 'hub_manager':
      return asked ?? 'substance'
    default:
      return null
  }
}

type Row = ReturnType<ReturnType<typeof rowFor>>

/** A text of the queue: by when it is due, who has taken it, what this person may do with it. */
export const rowFor = (ctx: Context) => (practice: WorkPractice) => {
  const { open, claim, timeZone } = practice
  const taken = claim?.holds ? { id: claim.reviewerId, name: claim.reviewer ?? '', at: claim.claimedAt } : null
  return {
    ...practice,
    title: titleOf(practice),
    zone: timeZone ?? ('WIB' as const),
    due: open && reviewDue(open, timeZone ?? 'WIB', ctx.now),
    taken,
    mine: taken !== null && taken.id === userIdOf(ctx.actor),
    can: abilitiesOf(ctx.actor, factsOf(practice)),
  }
}

const SHOWN: Record<QueueView, (row: Row) => boolean> = {
  all: () => true,
  mine: (row) => row.mine,
  free: (row) => row.taken === null,
  overdue: (row) => row.due?.overdue ?? false,
}

const order = (key: (row: Row) => string | number) => (a: Row, b: Row) =>
  key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

const SORTED: Record<QueueSort, (a: Row, b: Row) => number> = {
  due: order((row) => row.due?.due ?? ''),
  newest: order((row) => -(row.due?.since.getTime() ?? 0)),
  agency: order((row) => row.agency.toLowerCase()),
}

/** What waits for this hat: texts to check as filtered and sorted, and words on the life of practices to confirm. */
export async function listReviewQueue(ctx: Context, filter: QueueFilter) {
  const stage = stageOfHat(ctx, filter.stage)
  if (!stage) throw new Forbidden('this hat checks nothing')
  const scope = visibilityFor(ctx.actor)
  const place = { scope, limit: QUEUE_LIMIT, withoutHub: scope.kind === 'national' }
  const confirms = ['curator', 'national_admin'].includes(roleOf(ctx.actor) ?? '')
  const [texts, scheduled, lives] = await Promise.all([
    listPracticesInWork(ctx.db, { ...place, openStates: [stage === 'documents' ? 'submitted' : 'document_verified'] }),
    stage === 'substance' ? listPracticesInWork(ctx.db, { ...place, openStates: ['scheduled'] }) : [],
    confirms ? listPracticesInWork(ctx.db, { ...place, limit: 100, assertionOpen: true }) : [],
  ])
  const rows = texts.map(rowFor(ctx))
  const shown = rows.filter(SHOWN[filter.show]).sort(SORTED[filter.sort])
  const first = (filter.page - 1) * QUEUE_PAGE
  const count = (view: QueueView) => rows.filter(SHOWN[view]).length
  return {
    stage,
    filter,
    texts: shown.slice(first, first + QUEUE_PAGE),
    total: shown.length,
    pageSize: QUEUE_PAGE,
    counts: { all: rows.length, mine: count('mine'), free: count('free'), overdue: count('overdue') },
    scheduled: scheduled.map(rowFor(ctx)),
    lives: lives.map((practice) => ({ ...practice, title: titleOf(practice) })),
    oversees: roleOf(ctx.actor) === 'hub_manager',
    keepsTexts: canManageReviewTexts(ctx.actor),
  }
}
