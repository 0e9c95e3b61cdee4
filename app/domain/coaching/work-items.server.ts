import { type ActionItemRow, listActionItems } from '#db/queries/action-items.server.ts'
import { listCoachingSessions } from '#db/queries/coaching.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { roleOf } from '../shared/context.ts'
import { dateIn, today } from '../shared/dates.ts'
import type { WorkItem } from '../shared/work-item.ts'
import { actionMoves, COACHED_ROLES, dutyOf, sessionMoves } from './coaching.policy.ts'
import { daysOverdue, UNFINISHED_ACTIONS } from './coaching.ts'

const AT_MOST = 50
const DAY = 86_400_000
/** A log that waits longer than this for its confirmation, or a visit for its log, holds others up. */
const PATIENCE_DAYS = 7

const longAgo = (ctx: Context, since: Date) => ctx.now.getTime() - since.getTime() > PATIENCE_DAYS * DAY

/** What coaching asks of the actor in this hat: of mentors to write, settle and verify, of the coached side to confirm and do. */
export async function coachingWorkItems(ctx: Context): Promise<WorkItem[]> {
  const role = roleOf(ctx.actor)
  if (role === 'mentor') return ofMentor(ctx)
  return role && COACHED_ROLES.includes(role) ? ofCoached(ctx) : []
}

async function ofMentor(ctx: Context): Promise<WorkItem[]> {
  const mentorId = ctx.actor.kind === 'user' ? ctx.actor.userId : undefined
  const [visibility, day] = [dutyOf(ctx.actor, ctx.now), today(ctx.now)]
  const page = { today: day, limit: AT_MOST }
  const [past, disputed, done] = await Promise.all([
    listCoachingSessions(ctx.db, visibility, { states: ['planned'], mentorId, before: ctx.now }, page),
    listCoachingSessions(ctx.db, visibility, { states: ['disputed'], mentorId }, page),
    listActionItems(ctx.db, visibility, { states: ['done'] }, page),
  ])
  return [
    ...past.map(
      (session): WorkItem => ({
        kind: 'session_write',
        params: { about: session.receipt, where: session.regionName },
        href: paths.coachingEdit(session.id),
        since: session.startsAt,
        due: dateIn(session.timeZone, session.startsAt),
        urgent: longAgo(ctx, session.startsAt),
      }),
    ),
    ...disputed.map(
      (session): WorkItem => ({
        kind: 'session_settle',
        params: { about: session.receipt, where: session.regionName },
        href: paths.coachingSession(session.id),
        since: session.disputedAt ?? session.updatedAt,
        urgent: true,
      }),
    ),
    ...done
      .filter((item) => actionMoves(ctx.actor, item).verify)
      .map((item) => aboutItem('action_verify', item, item.doneAt ?? item.createdAt, false)),
  ]
}

async function ofCoached(ctx: Context): Promise<WorkItem[]> {
  const [visibility, day] = [dutyOf(ctx.actor, ctx.now), today(ctx.now)]
  const page = { today: day, limit: AT_MOST }
  const [held, unfinished] = await Promise.all([
    listCoachingSessions(ctx.db, visibility, { states: ['held'] }, page),
    listActionItems(ctx.db, visibility, { states: UNFINISHED_ACTIONS }, page),
  ])
  return [
    ...held
      .filter((session) => sessionMoves(ctx.actor, session).confirm)
      .map(
        (session): WorkItem => ({
          kind: 'session_confirm',
          params: { about: session.receipt, where: session.agencyName },
          href: paths.coachingSession(session.id),
          since: session.updatedAt,
          urgent: longAgo(ctx, session.updatedAt),
        }),
      ),
    ...unfinished.map((item) => ({
      ...aboutItem('action_do', item, item.createdAt, daysOverdue(item, day) > 0),
      due: item.dueOn,
    })),
  ]
}

const aboutItem = (
  kind: 'action_do' | 'action_verify',
  item: ActionItemRow,
  since: Date,
  urgent: boolean,
): WorkItem => ({
  kind,
  params: { about: item.what, where: item.regionName },
  href: `${paths.coachingSession(item.sessionId)}#tindak-lanjut`,
  since,
  urgent,
})
