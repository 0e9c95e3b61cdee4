import type { Transaction } from '#db/client.server.ts'
import {
  deleteOpenItems,
  insertActionItems,
  listItemsOfSession,
  updateActionItem,
} from '#db/queries/action-items.server.ts'
import { findStoredSession, type SessionRecord, updateCoachingSession } from '#db/queries/coaching.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Invalid } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import type { SessionInput } from './coaching.schema.ts'
import { MAX_ACTION_ITEMS, type SessionContent, saysTheSame, sessionLifecycle } from './coaching.ts'
import { mailToCoached } from './coaching-mail.server.ts'
import { sentTwice } from './sent-twice.ts'
import { assertBegun, findSessionFor, logOf, meetingOf, mentorOf } from './session-form.server.ts'

/**
 * Corrects a log that is not confirmed, or answers a dispute: it waits for the coached side again. Action items that
 * somebody has started stay as they are; the others are changed, added or taken back. `Conflict` when the log changed
 * after `input.version` was read.
 */
export async function correctSession(ctx: Context, input: SessionInput): Promise<SessionRecord> {
  const by = mentorOf(ctx)
  const session = await findSessionFor(ctx, input.id, 'correct')
  const meeting = await meetingOf(ctx, by, input, session)
  assertBegun(meeting, ctx.now)
  const content = { ...meeting.row, ...logOf(input) }

  const correct = () =>
    ctx.db.transaction(async (tx) => {
      const state = sessionLifecycle.next(session.state, 'correct')
      const stored = await updateCoachingSession(
        tx,
        { id: session.id, state: session.state, version: input.version ?? 0 },
        { ...content, state, disputedBy: null, disputedAt: null, disputeNote: null, updatedAt: ctx.now },
      )
      if (!stored) throw new Conflict('the log was changed meanwhile')
      await replaceOpenItems(tx, session.id, input.items)
      await recordChange(tx, ctx, {
        action: 'session.correct',
        entity: 'coaching_session',
        entityId: session.id,
        data: { from: session.state, version: stored.version },
        mail: await mailToCoached(tx, ctx, 'coaching_corrected', stored),
      })
      return stored
    })
  return sentTwice(correct, () => storedCorrection(ctx, input, content))
}

/** The session as this very correction left it, if it was stored and nothing happened since. */
async function storedCorrection(ctx: Context, input: SessionInput, content: SessionContent) {
  const now = await findStoredSession(ctx.db, input.id)
  if (now?.state !== 'held' || now.version !== (input.version ?? 0) + 1) return undefined
  const open = (await listItemsOfSession(ctx.db, now.id)).filter((item) => item.state === 'open')
  return saysTheSame(now, content, open, input.items) ? now : undefined
}

async function replaceOpenItems(tx: Transaction, sessionId: string, wanted: SessionInput['items']): Promise<void> {
  const there = await listItemsOfSession(tx, sessionId)
  const kept = wanted.flatMap(({ id }) => (id ? [id] : []))
  const untouchable = there.filter((item) => item.state !== 'open').length
  if (untouchable + wanted.length > MAX_ACTION_ITEMS) throw new Invalid({ items: [`tooManyItems|${MAX_ACTION_ITEMS}`] })
  await deleteOpenItems(tx, sessionId, kept)
  for (const { id, version = 0, what, who, dueOn } of wanted.filter((row) => row.id)) {
    const stored = there.find((item) => item.id === id)
    if (!stored) throw new Conflict('an action item is gone')
    if (stored.what === what && stored.who === who && stored.dueOn === dueOn) continue
    const changed = await updateActionItem(tx, { id: stored.id, state: 'open', version }, { what, who, dueOn })
    if (!changed) throw new Conflict('an action item was started meanwhile')
  }
  const last = Math.max(0, ...there.map((item) => item.position))
  const added = wanted.filter((row) => !row.id)
  await insertActionItems(
    tx,
    added.map(({ what, who, dueOn }, index) => ({ sessionId, position: last + index + 1, what, who, dueOn })),
  )
}
