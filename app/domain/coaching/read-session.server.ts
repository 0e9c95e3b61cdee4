import { type ActionItemRow, countActionItems, listActionItems } from '#db/queries/action-items.server.ts'
import {
  countCoachingSessions,
  findCoachingSession,
  listCoachingSessions,
  listSessionHistory,
  type SessionRow,
} from '#db/queries/coaching.server.ts'
import { findRegion } from '#db/queries/coaching-people.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { NotFound } from '../shared/errors.ts'
import { actionMoves, dutyOf, mentoringHub, seesExactCounts, sessionMoves, visibilityFor } from './coaching.policy.ts'
import { type ActionFilters, isSessionId, type SessionFilters } from './coaching.schema.ts'
import { daysOverdue, publicCount, UNFINISHED_ACTIONS } from './coaching.ts'

const PAGE_SIZE = 25

const scopeOf = (ctx: Context) => ({ visibility: visibilityFor(ctx.actor, ctx.now), today: today(ctx.now) })

/** One session with its action items, its history and what the actor may do with it; `NotFound` when they may not read it. */
export async function readSession(ctx: Context, id: string) {
  if (!isSessionId(id)) throw new NotFound('session')
  const { visibility, today } = scopeOf(ctx)
  const session = await findCoachingSession(ctx.db, id, visibility, today)
  if (!session) throw new NotFound('session')
  const [items, history] = await Promise.all([
    listActionItems(ctx.db, visibility, { sessionId: id }, { today, limit: 50 }),
    listSessionHistory(ctx.db, id),
  ])
  const exact = seesExactCounts(ctx.actor, session)
  const told = (count: number) => (exact ? count : publicCount(count))
  const { women, men, withDisability, assignedMentorIds: _, ...rest } = session
  return {
    session: { ...rest, women: told(women), men: told(men), withDisability: told(withDisability) },
    items: items.map((item) => itemView(ctx, item, today)),
    history,
    begun: session.startsAt <= ctx.now,
    can: sessionMoves(ctx.actor, session),
  }
}

export type SessionPage = Awaited<ReturnType<typeof readSession>>

/** A page of the sessions the actor may read, newest first. */
export async function listSessions(ctx: Context, filters: SessionFilters) {
  const { visibility, today } = scopeOf(ctx)
  const query = { states: filters.state && [filters.state], regionCode: filters.region }
  const [rows, total, waiting, region] = await Promise.all([
    listCoachingSessions(ctx.db, visibility, query, {
      today,
      limit: PAGE_SIZE,
      offset: (filters.page - 1) * PAGE_SIZE,
    }),
    countCoachingSessions(ctx.db, visibility, query),
    countCoachingSessions(ctx.db, visibility, { states: ['held'] }),
    filters.region ? findRegion(ctx.db, filters.region) : undefined,
  ])
  return {
    sessions: rows.map(lineOf),
    total,
    pageSize: PAGE_SIZE,
    waiting,
    filters,
    regionName: region?.name ?? null,
    can: { record: mentoringHub(ctx.actor) !== null },
  }
}

const lineOf = (session: SessionRow) => ({
  id: session.id,
  receipt: session.receipt,
  state: session.state,
  startsAt: session.startsAt,
  timeZone: session.timeZone,
  regionName: session.regionName,
  agencyName: session.agencyName,
  mentorName: session.mentorName,
  mode: session.mode,
  channel: session.channel,
  durationMinutes: session.durationMinutes,
  purpose: session.purpose,
})

export type ItemView = ReturnType<typeof itemView>

function itemView(ctx: Context, item: ActionItemRow, today: string) {
  const { session, ...rest } = item
  const ownWork = item.state === 'done' && item.doneBy === userIdOf(ctx.actor)
  return {
    ...rest,
    overdue: daysOverdue(item, today),
    can: actionMoves(ctx.actor, item),
    /** A mentor marked it as done and may therefore not verify it. */
    needsOther: ownWork && mentoringHub(ctx.actor) === session.hubId,
  }
}

const SHOWN = {
  unfinished: { states: UNFINISHED_ACTIONS },
  overdue: { states: UNFINISHED_ACTIONS },
  open: { states: ['open'] },
  in_progress: { states: ['in_progress'] },
  done: { states: ['done'] },
  verified: { states: ['verified'] },
  all: {},
} as const

/** A page of the action items that the actor has to do with, the overdue first. */
export async function listActions(ctx: Context, filters: ActionFilters) {
  const { today } = scopeOf(ctx)
  const visibility = dutyOf(ctx.actor, ctx.now)
  const own = { regionCode: filters.region }
  const query = {
    ...own,
    ...SHOWN[filters.show],
    // The due date itself is still in time.
    dueBefore: filters.show === 'overdue' ? today : undefined,
  }
  const [rows, shown, all, region] = await Promise.all([
    listActionItems(ctx.db, visibility, query, { today, limit: PAGE_SIZE, offset: (filters.page - 1) * PAGE_SIZE }),
    countActionItems(ctx.db, visibility, query, today),
    countActionItems(ctx.db, visibility, own, today),
    filters.region ? findRegion(ctx.db, filters.region) : undefined,
  ])
  return {
    items: rows.map((item) => itemView(ctx, item, today)),
    total: shown.total,
    pageSize: PAGE_SIZE,
    counts: all,
    filters,
    regionName: region?.name ?? null,
  }
}
