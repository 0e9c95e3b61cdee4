import { updateInterest } from '#db/queries/adoption-writes.server.ts'
import type { Context } from '../shared/context.ts'
import { factsOf, partyOf } from './adoption.policy.ts'
import { adoptionLifecycle } from './adoption.ts'
import { type AdoptionRecord, changeAdoption, type Plan, type Target } from './change-adoption.server.ts'
import { advance } from './pass-gate.server.ts'

/**
 * The source accepts, which opens the gate, or declines with a reason, which ends the adoption. Where nobody of the
 * source can sign in, the hub records the answer given on paper.
 */
export async function answerInterest(
  ctx: Context,
  input: Target & { answer: 'accept' | 'decline'; note: string | null },
): Promise<AdoptionRecord> {
  const { answer, note } = input
  return changeAdoption(ctx, input, 'answer_interest', (file) => {
    const { adoption } = file
    const onPaper = partyOf(ctx.actor, factsOf(file)) === 'hub'
    const outcome: Plan =
      answer === 'accept'
        ? { ...advance(ctx, file, note), event: 'accept_interest' }
        : {
            changes: { state: adoptionLifecycle.next(adoption.state, 'decline'), endedAt: ctx.now },
            event: 'decline',
            reason: note,
          }
    return {
      ...outcome,
      write: async (tx, actorId) => {
        await updateInterest(tx, adoption.id, {
          sourceAnsweredBy: actorId,
          sourceAnsweredAt: ctx.now,
          sourceAccepts: answer === 'accept',
          sourceNote: note,
          sourceAnsweredOnPaper: onPaper,
        })
        return outcome.write?.(tx, actorId)
      },
      data: { onPaper },
      tell: ['adopter', 'hub', 'source'],
    }
  })
}
