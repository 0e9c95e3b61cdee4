import { findLifeQuestion, updateLifeQuestionAnswered } from '#db/queries/life-questions.server.ts'
import { insertLifeAssertion } from '#db/queries/practice-reviews.server.ts'
import { findPracticeInWork } from '#db/queries/practices-work.server.ts'
import { paths } from '../../paths.ts'
import { countLinkAttempt } from '../people/attempts.server.ts'
import { letters, recordMove, substanceRole } from '../practice/practice-moves.server.ts'
import type { Actor, Context } from '../shared/context.ts'
import { Conflict, NotFound } from '../shared/errors.ts'
import type { LifeAnswerInput } from './heartbeat.schema.ts'
import { questionState } from './heartbeat.ts'
import { questionOfToken } from './life-token.server.ts'

/** Whoever holds the link speaks, also when somebody else is signed in in this browser. */
const LINK: Actor = { kind: 'system', name: 'life_link' }

type Input = { secret: string; token: string; address: string; answer: LifeAnswerInput }

/**
 * Answers the question of a link, once: what the owner says about the life of the practice waits for the hub, as when
 * they say it signed in. `NotFound` for a link of another site; `Conflict` when it was answered, ran out, or is moot.
 */
export async function answerLife(ctx: Context, { secret, token, address, answer }: Input) {
  const id = questionOfToken(secret, token)
  const question = id ? await findLifeQuestion(ctx.db, id) : undefined
  if (!question) {
    await countLinkAttempt(ctx, address)
    throw new NotFound('not a link of this site')
  }
  const { state, isAnswered, lifeConfirmedOn, channel } = question
  const asked = questionState(question, { isPublished: state === 'published', isAnswered, lifeConfirmedOn }, ctx.now)
  if (asked !== 'open') throw new Conflict(`the question is ${asked}`)
  const practice = await findPracticeInWork(ctx.db, question.publicId, { kind: 'all' })
  if (practice?.state !== 'published') throw new Conflict('the practice is not published any more')
  const by: Context = { ...ctx, actor: LINK }
  const { status, stopReason, note, sinceYear } = answer
  return ctx.db.transaction(async (tx) => {
    const row = { practiceId: practice.id, status, note, stopReason, sinceYear, channel, assertedAt: ctx.now }
    const assertion = await insertLifeAssertion(tx, { ...row, assertedBy: null })
    if (!assertion) throw new Conflict('another word on the life status waits to be confirmed')
    const answered = { assertionId: assertion.id, answeredAt: ctx.now }
    if (!(await updateLifeQuestionAnswered(tx, question.id, answered))) throw new Conflict('it was answered meanwhile')
    await recordMove(tx, by, {
      practice,
      event: 'assert_life',
      reason: note,
      data: { status, stopReason, sinceYear, channel, assertionId: assertion.id, questionId: question.id },
      mail: await letters(tx, by, practice, {
        template: 'life_asserted',
        path: paths.workPractice(practice.publicId),
        message: note ?? '',
        more: { status, ...(stopReason && { stopReason }) },
        roles: [substanceRole(practice)],
      }),
    })
    return { publicId: practice.publicId, assertionId: assertion.id }
  })
}
