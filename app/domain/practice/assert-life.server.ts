import { insertLifeAssertion } from '#db/queries/practice-reviews.server.ts'
import type { LifeStatus } from '#db/vocabulary.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { isPossible } from './practice.policy.ts'
import { factsOf, letters, personOf, practiceFor, recordMove, substanceRole } from './practice-moves.server.ts'

type Input = { practiceId: string; status: LifeStatus; note?: string | null }

/** The owner says how a published practice is doing; it shows on the site once the hub confirms. */
export async function assertLife(ctx: Context, { practiceId, status, note = null }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'assert_life')
  if (!isPossible('assert_life', factsOf(practice))) throw new InvalidTransition(practice.state, 'assert_life')
  const row = { practiceId: practice.id, status, note, assertedBy: personOf(ctx), assertedAt: ctx.now }
  return ctx.db.transaction(async (tx) => {
    const assertion = await insertLifeAssertion(tx, row)
    if (!assertion) throw new Conflict('another word on the life status waits to be confirmed')
    await recordMove(tx, ctx, {
      practice,
      event: 'assert_life',
      reason: note,
      data: { status, assertionId: assertion.id },
      mail: await letters(tx, ctx, practice, {
        template: 'life_asserted',
        path: paths.workPractice(practice.publicId),
        message: note ?? '',
        more: { status },
        roles: [substanceRole(practice)],
      }),
    })
    return { publicId: practice.publicId, assertionId: assertion.id }
  })
}
