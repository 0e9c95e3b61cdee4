import type { Transaction } from '#db/client.server.ts'
import {
  deleteInterest,
  deleteStep,
  updateAgreement,
  updateClosing,
  updateInterest,
  updateStep,
} from '#db/queries/adoption-writes.server.ts'
import type { AdoptionStep } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { adoptionLifecycle } from './adoption.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'

/**
 * Goes back one step, with a reason. What was signed or answered in the step that is entered again no longer holds;
 * after a refusal another practice is chosen. What was written stays.
 */
export async function stepBack(ctx: Context, input: Target & { reason: string }): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'step_back', ({ adoption, interest }) => {
    const step = (adoption.step - 1) as AdoptionStep
    const key = { adoptionId: adoption.id }
    const refused = adoption.state === 'declined'
    return {
      changes: {
        state: adoptionLifecycle.next(adoption.state, 'step_back'),
        step,
        endedAt: null,
        ...(refused ? { practiceId: null, revisionId: null } : {}),
      },
      write: async (tx) => {
        await undo(tx, adoption.id, step)
        await deleteStep(tx, { ...key, step: adoption.step })
        await updateStep(tx, { ...key, step }, { passedAt: null, passedBy: null, note: null })
        return undefined
      },
      event: 'step_back',
      reason: input.reason,
      data: { letter: interest?.letterNumber ?? null, refusal: refused ? interest?.sourceNote : null },
      tell: adoption.step > 3 ? ['adopter', 'source', 'hub'] : ['adopter', 'hub'],
    }
  })
}

const UNSIGNED_LETTER = {
  signedBy: null,
  signedAt: null,
  hubVerifiedBy: null,
  hubVerifiedAt: null,
  sourceAnsweredBy: null,
  sourceAnsweredAt: null,
  sourceAccepts: null,
  sourceNote: null,
  sourceAnsweredOnPaper: false,
}

async function undo(tx: Transaction, adoptionId: string, entered: AdoptionStep): Promise<void> {
  const sourceUnsigned = { sourceSignedBy: null, sourceSignedAt: null, sourceSignedOnPaper: false }
  if (entered === 2) await deleteInterest(tx, adoptionId)
  if (entered === 3) await updateInterest(tx, adoptionId, UNSIGNED_LETTER)
  if (entered === 5) {
    await updateAgreement(tx, adoptionId, { ...sourceUnsigned, adopterSignedBy: null, adopterSignedAt: null })
  }
  if (entered === 7) await updateClosing(tx, adoptionId, { ...sourceUnsigned, hubSignedBy: null, hubSignedAt: null })
}
