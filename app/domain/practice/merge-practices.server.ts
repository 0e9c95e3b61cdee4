import { moveReferences } from '#db/queries/merge-moves.server.ts'
import { insertMerge, insertPublishedRevision } from '#db/queries/merges.server.ts'
import { updatePractice } from '#db/queries/practices.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Invalid } from '../shared/errors.ts'
import { fingerprintOf } from './fingerprint.server.ts'
import {
  announceReplicas,
  comesFromOther,
  holdPair,
  mergeLetters,
  mergePair,
  mergeTextsOf,
  seenOf,
  undoableUntil,
} from './merge-pair.server.ts'
import { type MergePick, mergeDifferences, mergeTexts, missingPicks } from './merge-parts.ts'
import { practiceLifecycle } from './practice.ts'
import { personOf, recordMove } from './practice-moves.server.ts'

type Input = {
  practiceId: string
  with: string
  /** Which of the two goes on. */
  keep: string
  /** The texts that the choices were made from, see `seenOf`. */
  seen: string
  pick: Readonly<Record<string, MergePick>>
}

/**
 * Makes two published records of one practice one. The survivor gets a new version of the chosen words, the other one
 * leaves the site and its addresses lead to the survivor; what names it for work to come names the survivor. Can be
 * undone for 30 days. Throws `Conflict` when either was changed since the choices were made.
 */
export async function mergePractices(ctx: Context, input: Input) {
  const pair = await mergePair(ctx, { first: input.practiceId, second: input.with, survivor: input.keep })
  const { survivor, other } = pair
  const state = practiceLifecycle.next(other.state, 'merge')
  const userId = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    const held = await holdPair(tx, pair)
    const texts = await mergeTextsOf(tx, pair)
    if (seenOf(texts) !== input.seen) throw new Conflict('the texts are not those that were compared')
    const [mine, theirs] = [texts.survivor.content, texts.other.content]
    const missing = missingPicks(mergeDifferences(mine, theirs), input.pick)
    if (missing.length > 0) throw new Invalid(Object.fromEntries(missing.map((name) => [`pick.${name}`, ['required']])))
    const content = mergeTexts(mine, theirs, input.pick)
    const revision = await insertPublishedRevision(tx, {
      ...{
        practiceId: survivor.id,
        content,
        now: ctx.now,
        authorIds: [...new Set([...survivor.writerIds, ...other.writerIds])],
      },
      // Picking is no check of figures: the text counts as checked where both texts were.
      publishedBy: texts.survivor.checkedByHub && texts.other.checkedByHub ? userId : null,
    })
    const cutSource = await comesFromOther(tx, pair)
    const changed = await updatePractice(
      tx,
      { id: survivor.id, from: survivor.state },
      { liveRevisionId: revision.id, ...(cutSource && { replicaOfId: null }) },
    )
    const withdrawn = { state, withdrawnAt: ctx.now, withdrawalReason: 'duplicate', successorId: survivor.id } as const
    const left = await updatePractice(tx, { id: other.id, from: other.state }, withdrawn)
    if (changed === undefined || left === undefined) throw new Conflict('a practice was moved meanwhile')
    const moved = await moveReferences(tx, { from: other.id, to: survivor.id })
    const mergeId = await insertMerge(tx, {
      ...{ fromId: other.id, intoId: survivor.id, fromRevisionId: other.live!.id, formerRevisionId: survivor.live!.id },
      ...{ revisionId: revision.id, picks: { ...input.pick }, moved, mergedBy: userId, mergedAt: ctx.now },
      ...{ undoUntil: undoableUntil(ctx.now), formerSourceId: cutSource ? held.into.replicaOfId : null },
    })
    const data = { mergeId, from: other.publicId, into: survivor.publicId }
    await recordMove(tx, ctx, {
      ...{ practice: other, event: 'merge', from: other.state, to: state, searchVersion: left },
      data: { ...data, moved },
      mail: await mergeLetters(tx, ctx, pair, { template: 'practice_merged', path: paths.practice(survivor.publicId) }),
    })
    await recordMove(tx, ctx, {
      ...{ practice: survivor, event: 'take_in', revisionId: revision.id, searchVersion: changed },
      data: { ...data, number: revision.number, fingerprint: fingerprintOf(content), picks: input.pick },
    })
    await announceReplicas(tx, ctx, { mergeId, ids: moved.replicas ?? [] })
    return { mergeId, publicId: survivor.publicId, number: revision.number }
  })
}
