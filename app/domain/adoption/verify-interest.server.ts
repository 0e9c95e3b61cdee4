import { updateInterest } from '#db/queries/adoption-writes.server.ts'
import type { Context } from '../shared/context.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'

/** The hub passes the letter on to the source, or returns it with a note; a returned letter is signed anew. */
export async function verifyInterest(
  ctx: Context,
  input: Target & { verdict: 'valid' | 'returned'; note: string | null },
): Promise<AdoptionRecord> {
  const { verdict, note } = input
  return changeAdoption(ctx, input, 'verify_interest', ({ adoption }) => ({
    write: async (tx, actorId) => {
      await updateInterest(
        tx,
        adoption.id,
        verdict === 'valid'
          ? { hubVerifiedBy: actorId, hubVerifiedAt: ctx.now, hubNote: note }
          : { signedBy: null, signedAt: null, hubNote: note },
      )
      return undefined
    },
    event: verdict === 'valid' ? 'verify_interest' : 'return_interest',
    reason: note,
    tell: verdict === 'valid' ? ['adopter', 'source'] : ['adopter'],
  }))
}
