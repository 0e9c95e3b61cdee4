import { findQuestion, type QuestionRow, updateQuestion } from '#db/queries/practice-questions.server.ts'
import { paths } from '../../paths.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict, Forbidden, InvalidTransition, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canAnswer, canModerate } from './question.policy.ts'
import type { QuestionMove } from './question.schema.ts'
import { questionLifecycle, questionStateOf } from './question.ts'
import { takeAnswer } from './take-answer.server.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A question about a published practice, for those who may answer it or keep order; `NotFound` for everybody else. */
export async function questionFor(ctx: Context, id: string): Promise<QuestionRow> {
  const question = UUID.test(id) ? await findQuestion(ctx.db, id) : undefined
  if (!question || !(canAnswer(ctx.actor, question) || canModerate(ctx.actor, question)))
    throw new NotFound('no such question for this actor')
  return question
}

/** The owner answers, or corrects the answer; whoever asked gets one letter, with the first answer. */
export async function answerQuestion(
  ctx: Context,
  { id, version, answer }: { id: string; version: number; answer: string },
) {
  const question = await questionFor(ctx, id)
  if (!canAnswer(ctx.actor, question)) throw new Forbidden('only the owner answers')
  const state = questionStateOf(question)
  const event = state === 'answered' ? 'correct' : 'answer'
  questionLifecycle.next(state, event)
  if (question.answer === answer) return
  const { publicId, titleId, brand, askerEmail, askerLanguage } = question
  const first = event === 'answer' ? { answeredBy: userIdOf(ctx.actor), answeredAt: ctx.now } : {}
  await ctx.db.transaction(async (tx) => {
    if (!(await updateQuestion(tx, { id, version }, { answer, ...first })))
      throw new Conflict('somebody else has changed the question')
    await recordChange(tx, ctx, {
      action: `question.${event}`,
      entity: 'question',
      entityId: id,
      data: { publicId },
      mail:
        event === 'correct'
          ? []
          : [
              {
                to: askerEmail,
                template: 'question_answered',
                language: askerLanguage,
                params: {
                  title: titleId ?? brand,
                  publicId,
                  question: question.question,
                  answer,
                  path: paths.practiceQuestions(publicId),
                },
              },
            ],
    })
  })
}

/** The hub hides a question with a reason, or shows it again. Whoever asked sees the reason on the page. */
export async function hideQuestion(
  ctx: Context,
  { id, version, reason }: { id: string; version: number; reason: string | null },
) {
  const question = await questionFor(ctx, id)
  if (!canModerate(ctx.actor, question)) throw new Forbidden('only the hub keeps order')
  const state = questionStateOf(question)
  if (reason !== null) questionLifecycle.next(state, 'hide')
  else if (state !== 'hidden') throw new InvalidTransition(state, 'show')
  const hidden =
    reason === null
      ? { hiddenAt: null, hiddenBy: null, hiddenReason: null }
      : { hiddenAt: ctx.now, hiddenBy: userIdOf(ctx.actor), hiddenReason: reason }
  await ctx.db.transaction(async (tx) => {
    if (!(await updateQuestion(tx, { id, version }, hidden)))
      throw new Conflict('somebody else has changed the question')
    await recordChange(tx, ctx, {
      action: reason === null ? 'question.show' : 'question.hide',
      entity: 'question',
      entityId: id,
      reason,
      data: { publicId: question.publicId },
    })
  })
}

/** Does what was asked on the page of a question: each intent is one verb. */
export async function moveQuestion(ctx: Context, id: string, move: QuestionMove): Promise<void> {
  switch (move.intent) {
    case 'answer':
      return answerQuestion(ctx, { id, ...move })
    case 'hide':
      return hideQuestion(ctx, { id, ...move })
    case 'show':
      return hideQuestion(ctx, { id, ...move, reason: null })
    case 'take':
      return takeAnswer(ctx, { question: await questionFor(ctx, id), ...move })
  }
}
