import type { Transaction } from '#db/client.server.ts'
import { returnReferences } from '#db/queries/merge-moves.server.ts'
import {
  findMerge,
  insertPublishedRevision,
  listHeirs,
  lockForMerge,
  type MergeRow,
  updateMergeUndone,
} from '#db/queries/merges.server.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { updatePractice } from '#db/queries/practices.server.ts'
import { findPublishedRevision } from '#db/queries/practices-public.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Invalid, NotFound } from '../shared/errors.ts'
import { announceReplicas, type MergePair, mergeLetters, practicesOfMerge } from './merge-pair.server.ts'
import { practiceLifecycle } from './practice.ts'
import { personOf, recordMove } from './practice-moves.server.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A merge as somebody may undo it, with both practices. Throws `NotFound` and `Forbidden` for all others. */
export async function mergeFor(ctx: Context, mergeId: string) {
  const merge = UUID.test(mergeId) ? await findMerge(ctx.db, mergeId) : undefined
  if (!merge) throw new NotFound('no such merge')
  return { merge, pair: await practicesOfMerge(ctx, merge, 'undo_merge') }
}

/** Whether a merge stands and can still be undone. */
export const isUndoable = ({ undoneAt, undoUntil }: Pick<MergeRow, 'undoneAt' | 'undoUntil'>, now: Date) =>
  undoneAt === null && now <= undoUntil

/**
 * Makes two records of one again, within 30 days: the other one is on the site as it was, and what went along comes back.
 * The survivor gets its former words in a new version, unless it was changed meanwhile: then it stays as it is.
 */
export async function undoMerge(ctx: Context, { mergeId }: { mergeId: string }) {
  const { merge, pair } = await mergeFor(ctx, mergeId)
  if (merge.undoneAt) throw new Conflict('it was undone before')
  if (!isUndoable(merge, ctx.now)) throw new Invalid({ '': ['mergeUndoOver'] })
  const { other } = pair
  const state = practiceLifecycle.next(other.state, 'undo_merge')
  const userId = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    await lockForMerge(tx, { from: merge.fromId, into: merge.intoId })
    const restored = await restoreSurvivor(tx, ctx, { merge, pair, userId })
    const undone = { undoneBy: userId, undoneAt: ctx.now, restoredRevisionId: restored?.id ?? null }
    const heirs = await listHeirs(tx, merge.intoId)
    if (!(await updateMergeUndone(tx, merge.id, undone))) throw new Conflict('it was undone meanwhile')
    const back = { state, withdrawnAt: null, withdrawalReason: null, withdrawalNote: null, successorId: null }
    const searchVersion = await updatePractice(tx, { id: other.id, from: other.state }, back)
    if (searchVersion === undefined) throw new Conflict('the practice was moved meanwhile')
    await returnReferences(tx, { to: merge.fromId, moved: merge.moved, heirs })
    const data = { mergeId, from: merge.from, into: merge.into, restored: restored !== null }
    await recordMove(tx, ctx, {
      ...{ practice: other, event: 'undo_merge', from: other.state, to: state, searchVersion, data },
      mail: await mergeLetters(tx, ctx, pair, {
        template: 'practice_merge_undone',
        path: paths.practice(other.publicId),
        more: { restored: restored ? 'yes' : '' },
      }),
    })
    await recordMove(tx, ctx, {
      ...{ practice: pair.survivor, event: 'give_back', data: { ...data, number: restored?.number } },
      ...(restored && { revisionId: restored.id, searchVersion: restored.searchVersion }),
    })
    await announceReplicas(tx, ctx, { mergeId, ids: merge.moved.replicas ?? [] })
    return { publicId: other.publicId, survivor: merge.into, isRestored: restored !== null }
  })
}

type Undoing = { merge: MergeRow; pair: MergePair; userId: string }

/** The survivor's words of before as a new version; null where somebody has changed it since, or is changing it. */
async function restoreSurvivor(tx: Transaction, ctx: Context, { merge, pair: { survivor }, userId }: Undoing) {
  const now = await findMerge(tx, merge.id)
  if (!now?.isUnchanged) return null
  const former = await findRevision(tx, merge.formerRevisionId)
  const judged = await findPublishedRevision(tx, survivor.id, former!.number)
  const revision = await insertPublishedRevision(tx, {
    ...{ practiceId: survivor.id, content: former!.content, now: ctx.now },
    // It counts as checked as far as it did before.
    publishedBy: judged?.checkedByHub ? userId : null,
  })
  const source = merge.formerSourceId && !survivor.replicaOfId ? { replicaOfId: merge.formerSourceId } : {}
  const changes = { liveRevisionId: revision.id, ...source }
  const searchVersion = await updatePractice(tx, { id: survivor.id, from: 'published' }, changes)
  if (searchVersion === undefined) throw new Conflict('the survivor was moved meanwhile')
  return { ...revision, searchVersion }
}
