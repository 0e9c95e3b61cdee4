import { defineLifecycle } from '../shared/transition.ts'

/** Days without an answer after which the hub is told. */
export const SILENT_DAYS = 7
export const QUESTION_MAX = 1_000
export const ANSWER_MAX = 3_000

const DAY = 86_400_000

/** Questions asked up to this moment have been silent for too long. */
export const silentSince = (now: Date) => new Date(now.getTime() - SILENT_DAYS * DAY)

export const QUESTION_STATES = ['open', 'answered', 'hidden'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]
export type QuestionEvent = 'answer' | 'correct' | 'hide' | 'take'

/** What may happen to a question; showing a hidden one again leads back to where it was, so it is no row here. */
export const questionLifecycle = defineLifecycle<QuestionState, QuestionEvent>({
  answer: { from: ['open'], to: 'answered' },
  correct: { from: ['answered'], to: 'answered' },
  hide: { from: ['open', 'answered'], to: 'hidden' },
  take: { from: ['answered'], to: 'answered' },
})

/** Where a question stands. */
export function questionStateOf({
  hiddenAt,
  answeredAt,
}: {
  hiddenAt: Date | null
  answeredAt: Date | null
}): QuestionState {
  if (hiddenAt) return 'hidden'
  return answeredAt ? 'answered' : 'open'
}

/** The credit under an answer that was taken into the text. */
export const creditOf = (asker: string, date: string) => `(Dari tanya jawab dengan ${asker}, ${date}.)`

/** A text with an answer behind it, and where that came from. */
export function withAnswer(text: string | null, answer: string, credit: string): string {
  return [text?.trim(), `${answer.trim()} ${credit}`].filter(Boolean).join('\n\n')
}
