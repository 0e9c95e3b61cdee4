import { findStoredSession, type SessionRecord, updateCoachingSession } from '#db/queries/coaching.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { sessionLifecycle } from './coaching.ts'
import { mailToMentor } from './coaching-mail.server.ts'
import { sentTwice } from './sent-twice.ts'
import { findSessionFor } from './session-form.server.ts'

/**
 * The coached side confirms a log, also one it had disputed: from now on it does not change any more. `version` is the
 * text that was read; `Conflict` when the mentor changed it meanwhile.
 */
export async function confirmSession(ctx: Context, input: { id: string; version: number }): Promise<SessionRecord> {
  const session = await findSessionFor(ctx, input.id, 'confirm')
  const by = userIdOf(ctx.actor)

  const confirm = () =>
    ctx.db.transaction(async (tx) => {
      const state = sessionLifecycle.next(session.state, 'confirm')
      const stored = await updateCoachingSession(
        tx,
        { id: session.id, state: session.state, version: input.version },
        {
          state,
          confirmedBy: by,
          confirmedAt: ctx.now,
          disputedBy: null,
          disputedAt: null,
          disputeNote: null,
          updatedAt: ctx.now,
        },
      )
      if (!stored) throw new Conflict('the log was changed meanwhile')
      await recordChange(tx, ctx, {
        action: 'session.confirm',
        entity: 'coaching_session',
        entityId: session.id,
        data: { from: session.state, version: input.version },
        mail: await mailToMentor(tx, ctx, 'coaching_confirmed', stored),
      })
      return stored
    })
  return sentTwice(confirm, async () => {
    const now = await findStoredSession(ctx.db, session.id)
    return now?.state === 'confirmed' && now.confirmedBy === by && now.version === input.version + 1 ? now : undefined
  })
}
