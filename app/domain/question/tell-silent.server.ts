import { listSilentQuestions, updateQuestion } from '#db/queries/practice-questions.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { silentSince } from './question.ts'
import { mailToHub } from './question-mail.server.ts'

const BATCH = 200

/** Tells hubs of questions that nobody has answered for seven days, once each. Answers of how many. */
export async function tellSilentQuestions(ctx: Context): Promise<number> {
  let told = 0
  for (;;) {
    const questions = await listSilentQuestions(ctx.db, silentSince(ctx.now), BATCH)
    for (const question of questions) {
      const { id, version, publicId, titleId, brand, agency } = question
      await ctx.db.transaction(async (tx) => {
        // Answered, hidden or told by another process meanwhile: nothing is sent.
        if (!(await updateQuestion(tx, { id, version }, { hubToldAt: ctx.now }))) return
        const params = {
          title: titleId ?? brand,
          publicId,
          agency,
          question: question.question,
          path: paths.workQuestion(id),
        }
        await recordChange(tx, ctx, {
          action: 'question.tell_hub',
          entity: 'question',
          entityId: id,
          data: { publicId },
          mail: await mailToHub(tx, ctx, question, 'question_silent', params),
        })
        told++
      })
    }
    if (questions.length < BATCH) return told
  }
}
