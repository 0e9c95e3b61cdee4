import { findMergedInto, listMergedInto } from '#db/queries/merges.server.ts'
import { findMergedPractice, type PublicPracticeRow } from '#db/queries/practices-public.server.ts'
import type { Context } from '../shared/context.ts'

/** What is read of a practice: its row, the newest text (it says who may be named), and where it was merged. */
export type Readable = { row: PublicPracticeRow; newest: PublicPracticeRow['content']; mergedInto: string | null }

/** A practice that was merged into one on the site; the names that may be given are those of the survivor. */
export async function findMerged(ctx: Context, publicId: string): Promise<Readable | undefined> {
  const survivor = await findMergedInto(ctx.db, publicId)
  const row = survivor && (await findMergedPractice(ctx.db, publicId))
  return row && { row, newest: survivor.content, mergedInto: survivor.publicId }
}

/** Public numbers that somebody kept, with those of merged practices replaced by the number that stands for them now. */
export async function throughMerges(ctx: Context, publicIds: readonly string[]): Promise<string[]> {
  const merged = await listMergedInto(ctx.db, publicIds)
  return [...new Set(publicIds.map((id) => merged.get(id) ?? id))]
}
