import { insertActionItems } from '#db/queries/action-items.server.ts'
import { findStoredSession, type SessionRecord, updateCoachingSession } from '#db/queries/coaching.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import type { SessionInput } from './coaching.schema.ts'
import { sessionLifecycle } from './coaching.ts'
import { mailToCoached } from './coaching-mail.server.ts'
import {
  answerAgain,
  assertBegun,
  findSessionFor,
  insertWithReceipt,
  logOf,
  meetingOf,
  mentorOf,
} from './session-form.server.ts'

/**
 * Stores the log of a session that took place: a new one, or the log of a planned visit (then `version` says which
 * state of the plan was read). Sending the same form again answers what is stored.
 */
export async function recordSession(ctx: Context, input: SessionInput): Promise<SessionRecord> {
  const by = mentorOf(ctx)
  const visit = input.version === undefined ? undefined : await findSessionFor(ctx, input.id, 'record')
  const meeting = await meetingOf(ctx, by, input, visit)
  assertBegun(meeting, ctx.now)
  const content = { ...meeting.row, ...logOf(input) }

  const before = visit ?? (await findStoredSession(ctx.db, input.id))
  if (before && !(visit && visit.state === 'planned')) return answerAgain(ctx, before, by, content, input.items)
  const state = visit ? sessionLifecycle.next(visit.state, 'record') : sessionLifecycle.moves.record.to

  const stored = await ctx.db.transaction(async (tx) => {
    const row = { ...content, state, updatedAt: ctx.now }
    const session = visit
      ? await updateCoachingSession(tx, { id: visit.id, state: visit.state, version: input.version ?? 0 }, row)
      : await insertWithReceipt(tx, { ...row, ...by, id: input.id, isDemo: meeting.isDemo, createdAt: ctx.now })
    if (!session) return undefined
    await insertActionItems(
      tx,
      input.items.map(({ what, who, dueOn }, index) => ({
        sessionId: session.id,
        position: index + 1,
        what,
        who,
        dueOn,
      })),
    )
    await recordChange(tx, ctx, {
      action: 'session.record',
      entity: 'coaching_session',
      entityId: session.id,
      data: { receipt: session.receipt, items: input.items.length },
      mail: await mailToCoached(tx, ctx, 'coaching_held', session),
    })
    return session
  })
  if (stored) return stored
  // Somebody was quicker: this very form on another line, or another change of the plan.
  const now = await findStoredSession(ctx.db, input.id)
  if (!now || now.state === 'planned') throw new Conflict('the plan was changed meanwhile')
  return answerAgain(ctx, now, by, content, input.items)
}
