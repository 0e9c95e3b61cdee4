import { findStoredSession, type SessionRecord, updateCoachingSession } from '#db/queries/coaching.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { sessionLifecycle } from './coaching.ts'
import { mailToMentor } from './coaching-mail.server.ts'
import { sentTwice } from './sent-twice.ts'
import { findSessionFor } from './session-form.server.ts'

/** The coached side says what is wrong in a log; its mentor is asked to correct it. */
export async function disputeSession(
  ctx: Context,
  input: { id: string; version: number; note: string },
): Promise<SessionRecord> {
  const session = await findSessionFor(ctx, input.id, 'dispute')
  const by = userIdOf(ctx.actor)

  const dispute = () =>
    ctx.db.transaction(async (tx) => {
      const state = sessionLifecycle.next(session.state, 'dispute')
      const stored = await updateCoachingSession(
        tx,
        { id: session.id, state: session.state, version: input.version },
        { state, disputedBy: by, disputedAt: ctx.now, disputeNote: input.note, updatedAt: ctx.now },
      )
      if (!stored) throw new Conflict('the log was changed meanwhile')
      await recordChange(tx, ctx, {
        action: 'session.dispute',
        entity: 'coaching_session',
        entityId: session.id,
        reason: input.note,
        data: { version: input.version },
        mail: await mailToMentor(tx, ctx, 'coaching_disputed', stored),
      })
      return stored
    })
  return sentTwice(dispute, async () => {
    const now = await findStoredSession(ctx.db, session.id)
    const same = now?.disputedBy === by && now.disputeNote === input.note && now.version === input.version + 1
    return now?.state === 'disputed' && same ? now : undefined
  })
}
