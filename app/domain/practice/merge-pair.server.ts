import type { Executor, Transaction } from '#db/client.server.ts'
import { existsOrigin, listSearchVersions, lockForMerge } from '#db/queries/merges.server.ts'
import { findPublishedPractice } from '#db/queries/practices-public.server.ts'
import { findPracticeInWork, type WorkPractice } from '#db/queries/practices-work.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '../shared/errors.ts'
import { type Mail, recordChange } from '../shared/record-change.server.ts'
import { fingerprintOf } from './fingerprint.server.ts'
import { can, type PracticeAction, visibilityFor } from './practice.policy.ts'
import { PUBLIC_ID } from './practice.ts'
import { factsOf, letters, type PracticeLetter, practiceFor, titleOf } from './practice-moves.server.ts'

/** Two records of one practice: the one that goes on, and the one whose addresses will lead to it. */
export type MergePair = { survivor: WorkPractice; other: WorkPractice }

/** A published text with what a merge must know of it. */
export type MergeText = NonNullable<Awaited<ReturnType<typeof findPublishedPractice>>>

/** Until when a merge can be undone, in days. */
const UNDO_DAYS = 30
export const undoableUntil = (now: Date) => new Date(now.getTime() + UNDO_DAYS * 86_400_000)

/** The first record, whatever its state; throws where this actor may not merge it at all. */
export async function recordToMerge(ctx: Context, publicId: string): Promise<WorkPractice> {
  if (!PUBLIC_ID.test(publicId)) throw new NotFound('not a public id')
  return practiceFor(ctx, publicId, 'merge')
}

/**
 * Both records as this actor may merge them. Throws `Invalid` when the second one is no other published practice that the
 * same person answers for, or when a text of either is being written or reviewed: nobody's work is merged away.
 */
export async function mergePair(
  ctx: Context,
  { first, second, survivor }: { first: string; second: string; survivor: string },
) {
  const one = await recordToMerge(ctx, first)
  if (one.state !== 'published') throw new InvalidTransition(one.state, 'merge')
  const two = PUBLIC_ID.test(second) ? await findPracticeInWork(ctx.db, second, visibilityFor(ctx.actor)) : undefined
  if (!two || two.id === one.id || !can(ctx.actor, 'merge', factsOf(two))) throw new Invalid({ with: ['mergeOther'] })
  if (two.state !== 'published') throw new Invalid({ with: ['mergeNotPublished'] })
  const open = [one, two].find((practice) => practice.open !== null)
  if (open) throw new Invalid({ '': [`mergeOpenText|${open.publicId}`] })
  if (survivor !== one.publicId && survivor !== two.publicId) throw new Invalid({ keep: ['mergeSurvivor'] })
  return survivor === one.publicId ? { survivor: one, other: two } : { survivor: two, other: one }
}

/** What is on the site of both. */
export async function mergeTextsOf(db: Executor, { survivor, other }: MergePair) {
  const [mine, theirs] = [
    await findPublishedPractice(db, survivor.publicId),
    await findPublishedPractice(db, other.publicId),
  ]
  if (!mine || !theirs) throw new Conflict('one of them is not on the site any more')
  return { survivor: mine, other: theirs }
}

/** Recognises the two texts that somebody chose from. */
export function seenOf({ survivor, other }: { survivor: MergeText; other: MergeText }): string {
  return [survivor, other].map(({ content }) => fingerprintOf(content).slice(0, 32)).join('.')
}

/** Holds both practices; throws `Conflict` when one of them is no longer as it was read. */
export async function holdPair(tx: Transaction, { survivor, other }: MergePair) {
  const now = await lockForMerge(tx, { from: other.id, into: survivor.id })
  for (const [read, held] of [
    [survivor, now.into],
    [other, now.from],
  ] as const) {
    if (held.state !== 'published' || held.liveRevisionId !== read.live?.id || held.hasOpen)
      throw new Conflict(`${read.publicId} was moved meanwhile`)
  }
  return now
}

/** Whether the survivor says that it comes from the other one: it would come from itself. */
export const comesFromOther = (tx: Transaction, { survivor, other }: MergePair) =>
  existsOrigin(tx, { of: survivor.id, origin: other.id })

/** One letter to everybody whom either record concerns: the owners of both and their hubs. */
export async function mergeLetters(
  tx: Transaction,
  ctx: Context,
  { survivor, other }: MergePair,
  letter: { template: PracticeLetter; path: string; more?: Record<string, string> },
): Promise<Mail[]> {
  const more = { ...letter.more, otherId: other.publicId, otherTitle: titleOf(other) }
  const roles = ['author', 'agency_admin', 'curator', 'hub_manager'] as const
  const all = new Map<string, Mail>()
  for (const practice of [other, survivor])
    for (const mail of await letters(tx, ctx, practice, { ...letter, more, roles: [...roles] }))
      all.set(mail.to, { ...mail, params: { ...mail.params, title: titleOf(survivor), publicId: survivor.publicId } })
  return [...all.values()]
}

/** Replicas name another source now: the search and the history are told. */
export async function announceReplicas(
  tx: Transaction,
  ctx: Context,
  { mergeId, ids }: { mergeId: string; ids: string[] },
) {
  for (const { id, searchVersion } of await listSearchVersions(tx, ids)) {
    await recordChange(tx, ctx, {
      ...{ action: 'practice.follow_merge', entity: 'practice', entityId: id, data: { mergeId } },
      outbox: [{ topic: 'practice', entityId: id, version: searchVersion }],
    })
  }
}

/** Both practices of a merge, for somebody who may act on both. */
export async function practicesOfMerge(ctx: Context, ids: { from: string; into: string }, action: PracticeAction) {
  const [other, survivor] = await Promise.all(
    [ids.from, ids.into].map((publicId) => findPracticeInWork(ctx.db, publicId, visibilityFor(ctx.actor))),
  )
  if (!other || !survivor) throw new NotFound('no such merge for this actor')
  const may = [other, survivor].every((practice) => can(ctx.actor, action, factsOf(practice)))
  if (!may) throw new Forbidden(`${action} of ${ids.from} and ${ids.into}`)
  return { survivor, other }
}
