import { findStoredSession, type SessionRecord, updateCoachingSession } from '#db/queries/coaching.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { sessionLifecycle } from './coaching.ts'
import { sentTwice } from './sent-twice.ts'
import { findSessionFor } from './session-form.server.ts'

/** The hub manager closes a confirmed session for good, once its figures have gone into a report. */
export async function lockSession(ctx: Context, input: { id: string; version: number }): Promise<SessionRecord> {
  const session = await findSessionFor(ctx, input.id, 'lock')

  const lock = () =>
    ctx.db.transaction(async (tx) => {
      const state = sessionLifecycle.next(session.state, 'lock')
      const stored = await updateCoachingSession(
        tx,
        { id: session.id, state: session.state, version: input.version },
        { state, lockedAt: ctx.now, updatedAt: ctx.now },
      )
      if (!stored) throw new Conflict('the session was changed meanwhile')
      await recordChange(tx, ctx, { action: 'session.lock', entity: 'coaching_session', entityId: session.id })
      return stored
    })
  return sentTwice(lock, async () => {
    const now = await findStoredSession(ctx.db, session.id)
    return now?.state === 'locked' && now.version === input.version + 1 ? now : undefined
  })
}
