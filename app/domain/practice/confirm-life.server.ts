import { updateLifeAssertion } from '#db/queries/practice-reviews.server.ts'
import { updatePractice } from '#db/queries/practices.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { isPossible } from './practice.policy.ts'
import { factsOf, letters, personOf, practiceFor, recordMove } from './practice-moves.server.ts'

type Input = { practiceId: string; assertionId: string; answer: 'confirm' | 'reject' }

/** The hub confirms what the owner said about the life of a practice, or does not; only a confirmation shows on the site. */
export async function confirmLife(ctx: Context, { practiceId, assertionId, answer }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'confirm_life')
  const { assertion } = practice
  if (!assertion || !isPossible('confirm_life', factsOf(practice)))
    throw new InvalidTransition(practice.state, 'confirm_life')
  if (assertion.id !== assertionId) throw new Conflict('the owner has said something else meanwhile')
  const userId = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    const confirmed = answer === 'confirm'
    const answered = confirmed ? { confirmedBy: userId, confirmedAt: ctx.now } : { rejectedAt: ctx.now }
    if (!(await updateLifeAssertion(tx, assertionId, answered))) throw new Conflict('it was answered meanwhile')
    const life = { lifeStatus: assertion.status, lifeConfirmedOn: today(ctx.now), lifeConfirmedBy: userId }
    const searchVersion = confirmed ? await updatePractice(tx, { id: practice.id, from: 'published' }, life) : undefined
    if (confirmed && searchVersion === undefined) throw new Conflict('the practice was taken back meanwhile')
    await recordMove(tx, ctx, {
      practice,
      event: confirmed ? 'confirm_life' : 'reject_life',
      data: { status: assertion.status, assertionId },
      searchVersion,
      mail: await letters(tx, ctx, practice, {
        template: 'life_answered',
        path: paths.workPractice(practice.publicId),
        more: { status: assertion.status, answer },
        people: [assertion.assertedBy],
      }),
    })
    return { publicId: practice.publicId, confirmed }
  })
}
