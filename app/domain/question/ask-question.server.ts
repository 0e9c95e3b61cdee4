import { listLifeByPublicId, lockPublishedPractice } from '#db/queries/life.server.ts'
import { existsSameQuestion, insertQuestion } from '#db/queries/practice-questions.server.ts'
import { paths } from '../../paths.ts'
import { countQuestion } from '../people/attempts.server.ts'
import { PUBLIC_ID } from '../practice/practice.ts'
import { type Context, organisationOf, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Forbidden, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canAsk } from './question.policy.ts'
import { mailToOwner } from './question-mail.server.ts'

/**
 * An official of another organisation asks the owner of a published practice. The same question sent twice is one.
 * Throws `TooManyAttempts` after twenty a day.
 */
export async function askQuestion(ctx: Context, { publicId, question }: { publicId: string; question: string }) {
  const [practice] = PUBLIC_ID.test(publicId) ? await listLifeByPublicId(ctx.db, null, [publicId], today(ctx.now)) : []
  if (!practice) throw new NotFound('no such published practice')
  const askedBy = userIdOf(ctx.actor)
  const askedFor = organisationOf(ctx.actor)
  if (!askedBy || !askedFor || !canAsk(ctx.actor, practice)) throw new Forbidden('only officials of others ask')
  if (await existsSameQuestion(ctx.db, { practiceId: practice.id, askedBy, question })) return
  await countQuestion(ctx, askedBy)
  await ctx.db.transaction(async (tx) => {
    if (!(await lockPublishedPractice(tx, practice.id))) throw new Conflict('it was withdrawn meanwhile')
    // Two taps on the button wait for each other at the lock.
    if (await existsSameQuestion(tx, { practiceId: practice.id, askedBy, question })) return
    const row = { practiceId: practice.id, question, askedBy, askedFor, askedAt: ctx.now }
    const { id } = await insertQuestion(tx, row)
    await recordChange(tx, ctx, {
      action: 'question.ask',
      entity: 'question',
      entityId: id,
      data: { publicId },
      mail: await mailToOwner(tx, ctx, practice, 'question_asked', {
        title: practice.titleId ?? practice.brand,
        publicId,
        question,
        path: paths.workQuestion(id),
      }),
    })
  })
}
