import { findStoredSession, type SessionRecord, updateCoachingSession } from '#db/queries/coaching.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import type { PlanInput } from './coaching.schema.ts'
import { NOTHING_LOGGED, saysTheSame, sessionLifecycle } from './coaching.ts'
import { mailToCoached } from './coaching-mail.server.ts'
import {
  answerAgain,
  assertAhead,
  findSessionFor,
  insertWithReceipt,
  meetingOf,
  mentorOf,
} from './session-form.server.ts'

/**
 * Plans a visit for today or later, or moves a planned one (then `version` says which plan was read). Sending the same
 * form again answers what is stored.
 */
export async function planSession(ctx: Context, input: PlanInput): Promise<SessionRecord> {
  const by = mentorOf(ctx)
  const visit = input.version === undefined ? undefined : await findSessionFor(ctx, input.id, 'replan')
  const meeting = await meetingOf(ctx, by, input, visit)
  assertAhead(meeting, ctx.now)
  const content = { ...meeting.row, ...NOTHING_LOGGED }

  const before = visit ? undefined : await findStoredSession(ctx.db, input.id)
  if (before) return answerAgain(ctx, before, by, content, [])
  if (visit && visit.state === 'planned' && saysTheSame(visit, content)) return visit
  const state = visit ? sessionLifecycle.next(visit.state, 'replan') : sessionLifecycle.moves.replan.to

  const stored = await ctx.db.transaction(async (tx) => {
    const row = { ...content, state, updatedAt: ctx.now }
    const session = visit
      ? await updateCoachingSession(tx, { id: visit.id, state: visit.state, version: input.version ?? 0 }, row)
      : await insertWithReceipt(tx, { ...row, ...by, id: input.id, isDemo: meeting.isDemo, createdAt: ctx.now })
    if (!session) return undefined
    await recordChange(tx, ctx, {
      action: visit ? 'session.replan' : 'session.plan',
      entity: 'coaching_session',
      entityId: session.id,
      data: { receipt: session.receipt, startsAt: session.startsAt.toISOString() },
      mail: await mailToCoached(tx, ctx, 'coaching_planned', session),
    })
    return session
  })
  if (stored) return stored
  const now = await findStoredSession(ctx.db, input.id)
  if (!now) throw new Conflict('the plan is gone')
  if (!visit) return answerAgain(ctx, now, by, content, [])
  if (saysTheSame(now, content)) return now
  throw new Conflict('the plan was changed meanwhile')
}
