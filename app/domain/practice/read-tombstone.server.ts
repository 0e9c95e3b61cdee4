import { findMergedInto } from '#db/queries/merges.server.ts'
import { findTombstone } from '#db/queries/practices-public.server.ts'
import type { WithdrawalReason } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { NotFound } from '../shared/errors.ts'

export type Tombstone = {
  practiceId: string
  withdrawnOn: string
  reason: WithdrawalReason
  successorId?: string
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
    withdrawnOn: today(found.withdrawnAt),
    reason: found.reason,
    successorId: found.successor ?? undefined,
    mergedInto: survivor?.publicId,
  }
}
