import { deleteProposalReadings, insertProposalReading } from '#db/queries/proposals.server.ts'
import { canCreatePractice } from '../practice/practice.policy.ts'
import { personOf } from '../practice/practice-moves.server.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden, Invalid } from '../shared/errors.ts'
import { LARGEST_PROPOSAL } from './offers.ts'
import { placeBlocks } from './place-blocks.ts'
import { readBlocks } from './read-blocks.server.ts'
import { draftFor } from './read-proposal.server.ts'

/** Texts of uploaded files are kept this long, in days: long enough to come back after a weekend. */
const KEPT_DAYS = 7

type Input = {
  fileName: string
  bytes: Buffer
  /** The draft it is meant for; a new one when absent. */
  practiceId?: string
}

/**
 * Reads a Word file of an author into parts and keeps them for the preview; the file itself is not kept. Throws `Invalid`
 * at the field `file` when it is not a sound `.docx`. What the same author uploaded more than a week ago is forgotten.
 */
export async function storeProposal(ctx: Context, { fileName, bytes, practiceId }: Input): Promise<{ id: string }> {
  if (!canCreatePractice(ctx.actor)) throw new Forbidden('only authors read proposals', ['author'])
  const userId = personOf(ctx)
  const draft = practiceId ? await draftFor(ctx, practiceId) : null
  if (bytes.length > LARGEST_PROPOSAL * 1_000_000) throw new Invalid({ file: [`fileTooLarge|${LARGEST_PROPOSAL}`] })
  const { blocks, images } = await readBlocks(bytes)
  const pieces = placeBlocks(blocks)
  return ctx.db.transaction(async (tx) => {
    await deleteProposalReadings(tx, userId, new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000))
    return insertProposalReading(tx, {
      ...{ userId, pieces, images, createdAt: ctx.now },
      practiceId: draft?.practice.id ?? null,
      fileName: fileName.trim().slice(0, 200) || 'dokumen.docx',
    })
  })
}
