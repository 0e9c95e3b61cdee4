import { describe, expect, test } from 'vitest'
import { askSchema } from '#app/domain/question/question.schema.ts'
import {
  creditOf,
  QUESTION_STATES,
  questionLifecycle,
  questionStateOf,
  silentSince,
  withAnswer,
} from '#app/domain/question/question.ts'
import { InvalidTransition } from '#app/domain/shared/errors.ts'

const NOW = new Date('2026-11-22T03:42:00Z')

describe('the way of a question', () => {
  const events = ['answer', 'correct', 'hide', 'take'] as const
  const ALLOWED: Record<string, readonly string[]> = {
    open: ['answer', 'hide'],
    answered: ['correct', 'hide', 'take'],
    hidden: [],
  }
  test.each(QUESTION_STATES.flatMap((state) => events.map((event) => [state, event] as const)))(
    '%s: %s',
    (state, event) => {
      const isAllowed = ALLOWED[state]?.includes(event)
      expect(questionLifecycle.allows(state, event)).toBe(isAllowed)
      if (!isAllowed) expect(() => questionLifecycle.next(state, event)).toThrow(InvalidTransition)
    },
  )

  test('is hidden whether or not it was answered', () => {
    expect(questionStateOf({ answeredAt: null, hiddenAt: null })).toBe('open')
    expect(questionStateOf({ answeredAt: NOW, hiddenAt: null })).toBe('answered')
    expect(questionStateOf({ answeredAt: NOW, hiddenAt: NOW })).toBe('hidden')
  })
})

test('the hub is told after seven days', () => {
  expect(silentSince(NOW)).toEqual(new Date('2026-11-15T03:42:00Z'))
})

test('an answer is put behind the text, with where it came from', () => {
  const credit = creditOf('Kabupaten Uji', '22 November 2026')
  expect(withAnswer('Teks lama. ', ' Dua petugas. ', credit)).toBe(
    'Teks lama.\n\nDua petugas. (Dari tanya jawab dengan Kabupaten Uji, 22 November 2026.)',
  )
  expect(withAnswer(null, 'Dua petugas.', credit)).toMatch(/^Dua petugas/)
})

test.each([
  ['pendek', 'too_small'],
  ['Berapa nomor telepon 0812 3456 7890 itu?', 'personalData'],
  ['NIK 3201010101010001 apakah perlu?', 'personalData'],
])('refuses %j', (question, problem) => {
  const issue = askSchema.safeParse({ question }).error?.issues[0]
  expect([issue?.message, issue?.code]).toContain(problem)
})
