import { z } from 'zod'
import { STORY_SECTIONS } from '#db/vocabulary.ts'
import { holdsPersonalData } from '../shared/personal-data.ts'
import { ANSWER_MAX, QUESTION_MAX } from './question.ts'

/** Text that everybody will read: without telephone numbers, private addresses or identity numbers. */
const publicText = (max: number) =>
  z
    .string()
    .trim()
    .min(10)
    .max(max)
    .refine((text) => !holdsPersonalData(text), 'personalData')

export const askSchema = z.object({ question: publicText(QUESTION_MAX) })

const version = z.coerce.number().int().positive()

/** What is done on the page of a question. */
export const questionMoveSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('answer'), version, answer: publicText(ANSWER_MAX) }),
  z.object({ intent: z.literal('hide'), version, reason: z.string().trim().min(5).max(500) }),
  z.object({ intent: z.literal('show'), version }),
  z.object({ intent: z.literal('take'), version, section: z.enum(STORY_SECTIONS) }),
])
export type QuestionMove = z.output<typeof questionMoveSchema>

export const questionListSchema = z.object({
  view: z.enum(['open', 'answered', 'hidden']).catch('open'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export const publicQuestionsSchema = z.object({
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
  done: z.string().nullish().catch(null),
})
