import { insertDocument, updateInterest, upsertInterest } from '#db/queries/adoption-writes.server.ts'
import type { Context } from '../shared/context.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'

/** Writes the letter of interest, or writes it anew while it is not signed. */
export async function writeLetter(
  ctx: Context,
  input: Target & { letterNumber: string; letterOn: string; message: string },
): Promise<AdoptionRecord> {
  const { letterNumber, letterOn, message } = input
  return changeAdoption(ctx, input, 'write_letter', ({ adoption }) => ({
    write: async (tx) => {
      await upsertInterest(tx, { adoptionId: adoption.id, letterNumber, letterOn, message })
      return undefined
    },
    event: 'write_letter',
    data: { letterNumber },
    tell: ['adopter'],
  }))
}

/** The head of the adopter signs the letter: from now on the interest is declared. */
export async function signLetter(ctx: Context, input: Target): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'sign_letter', ({ adoption, interest, sourceAgency }) => ({
    write: async (tx, actorId) => {
      await updateInterest(tx, adoption.id, { signedBy: actorId, signedAt: ctx.now })
      await insertDocument(tx, {
        adoptionId: adoption.id,
        kind: 'interest_letter',
        title: sourceAgency ?? adoption.publicId,
        number: interest?.letterNumber,
        datedOn: interest?.letterOn ?? '',
        body: interest?.message,
        createdBy: actorId,
        createdAt: ctx.now,
      })
      return undefined
    },
    event: 'sign_letter',
    tell: ['adopter', 'hub'],
  }))
}
