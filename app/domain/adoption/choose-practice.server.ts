import { listAdoptablePractices } from '#db/queries/adoption-parts.server.ts'
import { deleteCandidate, insertCandidates, updateCandidate } from '#db/queries/adoption-writes.server.ts'
import { existsRunningAdoptionOf } from '#db/queries/adoptions.server.ts'
import type { Context } from '../shared/context.ts'
import { Invalid } from '../shared/errors.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'

/** More than this nobody compares side by side. */
export const MAX_CANDIDATES = 8

type Choice = Target & { practiceId: string }

/** Adds a published practice of another agency to the comparison. */
export async function addCandidate(ctx: Context, input: Choice): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'compare', async ({ adoption, candidates }) => {
    const practice = await findAdoptable(ctx, input.practiceId, adoption.agencyId)
    const known = candidates.some(({ practiceId }) => practiceId === practice.id)
    if (!known && candidates.length >= MAX_CANDIDATES) throw new Invalid({ practiceId: ['tooManyCandidates'] })
    return {
      write: async (tx) => {
        await insertCandidates(tx, [{ adoptionId: adoption.id, practiceId: practice.id, addedAt: ctx.now }])
        return undefined
      },
      data: { added: input.practiceId },
    }
  })
}

/** Takes a practice out of the comparison; one that was chosen is no longer chosen. */
export async function removeCandidate(ctx: Context, input: Choice): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'compare', ({ adoption, candidates }) => {
    const candidate = candidates.find(({ publicId }) => publicId === input.practiceId)
    if (!candidate) throw new Invalid({ practiceId: ['unknownPractice'] })
    const chosen = adoption.practiceId === candidate.practiceId
    return {
      changes: chosen ? { practiceId: null, revisionId: null } : {},
      write: async (tx) => {
        await deleteCandidate(tx, { adoptionId: adoption.id, practiceId: candidate.practiceId })
        return undefined
      },
      data: { removed: input.practiceId },
    }
  })
}

/** Chooses one of the compared practices, with the reason; keeps which version was read. */
export async function choosePractice(ctx: Context, input: Choice & { reason: string }): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'choose', async ({ adoption, candidates }) => {
    const practice = await findAdoptable(ctx, input.practiceId, adoption.agencyId)
    if (!candidates.some(({ practiceId }) => practiceId === practice.id)) {
      throw new Invalid({ practiceId: ['notCompared'] })
    }
    const other = { agencyId: adoption.agencyId, practiceId: practice.id, except: adoption.id }
    if (await existsRunningAdoptionOf(ctx.db, other)) throw new Invalid({ practiceId: ['alreadyRunning'] })
    return {
      changes: { practiceId: practice.id, revisionId: practice.revisionId },
      write: async (tx) => {
        await updateCandidate(tx, { adoptionId: adoption.id, practiceId: practice.id }, input.reason)
        return undefined
      },
      event: 'choose',
      reason: input.reason,
      data: { practice: input.practiceId },
    }
  })
}

/** A published, living practice of another agency; throws `Invalid` with what is wrong. */
export async function findAdoptable(ctx: Pick<Context, 'db'>, publicId: string, agencyId: string) {
  const [practice] = await listAdoptablePractices(ctx.db, [publicId])
  if (!practice) throw new Invalid({ practiceId: ['unknownPractice'] })
  if (practice.agencyId === agencyId) throw new Invalid({ practiceId: ['ownPractice'] })
  if (practice.lifeStatus === 'stopped') throw new Invalid({ practiceId: ['stoppedPractice'] })
  return practice
}
