import { listMerges, type MergeRow } from '#db/queries/merges.server.ts'
import type { WorkPractice } from '#db/queries/practices-work.server.ts'
import type { Context } from '../shared/context.ts'
import { can, isPossible } from './practice.policy.ts'
import { factsOf } from './practice-moves.server.ts'
import { isUndoable, mergeFor } from './undo-merge.server.ts'

export type MergeNote = Omit<MergeRow, 'moved'> & { canUndo: boolean; isOver: boolean }

/** The merges that a practice had part in, newest first, with whether this person may undo them now. */
export async function readMerges(ctx: Context, practice: WorkPractice): Promise<MergeNote[]> {
  const rows = await listMerges(ctx.db, practice.id)
  const may = can(ctx.actor, 'undo_merge', factsOf(practice))
  return rows.map(({ moved: _moved, ...row }) => ({
    ...row,
    canUndo: may && isUndoable(row, ctx.now),
    isOver: row.undoneAt === null && !isUndoable(row, ctx.now),
  }))
}

/** A merge that somebody is about to undo. */
export async function readUndoMerge(ctx: Context, mergeId: string) {
  const { merge, pair } = await mergeFor(ctx, mergeId)
  const { moved, ...row } = merge
  const isPossibleNow = isUndoable(merge, ctx.now) && isPossible('undo_merge', factsOf(pair.other))
  return { ...row, movedCount: Object.values(moved).reduce((sum, keys) => sum + (keys?.length ?? 0), 0), isPossibleNow }
}
