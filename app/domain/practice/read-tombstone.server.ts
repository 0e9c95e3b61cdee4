import type { Bilingual, PracticeContent } from '#db/practice-content.ts'
import { findMergedInto } from '#db/queries/merges.server.ts'
import { findTombstone } from '#db/queries/tombstones.server.ts'
import type { WithdrawalReason } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { NotFound } from '../shared/errors.ts'

export type Tombstone = {
  practiceId: string
  /** What it was called, and whose it was. */
  name?: Bilingual
  agency: string
  withdrawnOn: string
  reason: WithdrawalReason
  successorId?: string
  successorName?: Bilingual
  /** It was merged into this published practice: its addresses lead there. */
  mergedInto?: string
}

/** What is left of a withdrawn practice. Throws `NotFound` for what was never published. */
export async function readTombstone(ctx: Context, publicId: string): Promise<Tombstone> {
  const found = await findTombstone(ctx.db, publicId)
  if (!found?.withdrawnAt || !found.reason) throw new NotFound('never published')
  const survivor = await findMergedInto(ctx.db, publicId)
  return {
    practiceId: found.publicId,
    name: nameOf(found.name),
    agency: found.agency,
    withdrawnOn: today(found.withdrawnAt),
    reason: found.reason,
    successorId: found.successor ?? undefined,
    successorName: nameOf(found.successorName),
    mergedInto: survivor?.publicId,
  }
}

/** The title, or the name of the practice where there is none. */
function nameOf(names: Pick<PracticeContent, 'title' | 'brand'> | null): Bilingual | undefined {
  if (!names) return undefined
  return names.title.id || names.title.en ? names.title : { id: names.brand, en: null }
}
