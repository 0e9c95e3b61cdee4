import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from '#app/domain/practice/word-diff.ts'

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text.trim()}] `))
    .join('')
    .trim()

test.each([
  ['', '', ''],
  ['', 'satu dua', '+[satu dua]'],
  ['satu dua', '', '-[satu dua]'],
  ['satu dua tiga', 'satu dua tiga', 'satu dua tiga'],
  [
    'suami dan keluarga supaya paham',
    'suami dan tetangga supaya paham',
    'suami dan -[keluarga] +[tetangga] supaya paham',
  ],
  ['22 persalinan di rumah.', 'Pada 2017 22 persalinan di rumah.', '+[Pada 2017] 22 persalinan di rumah.'],
  ['a b c d e', 'a x c y e', 'a -[b] +[x] c -[d] +[y] e'],
  ['satu  dua\ntiga', 'satu dua tiga', 'satu dua tiga'],
])('%j → %j', (before, after, expected) => {
  expect(shown(before, after)).toBe(expected)
})

test('the runs hold both texts, whatever they are', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', 'dan', '22', 'é', '—'), { maxLength: 30 })
    .map((list) => list.join(' '))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = wordDiff(before, after)
      const join = (kind: string) =>
        runs
          .filter((run) => run.kind !== kind)
          .map((run) => run.text.trim())
          .filter(Boolean)
          .join(' ')
      expect(join('removed')).toBe(after)
      expect(join('added')).toBe(before)
    }),
  )
})

// Compared word by word they would take minutes: this would run out of its time.
test('two long texts that share nothing are compared in an instant', () => {
  const [a, b] = [1, 2].map((n) => Array.from({ length: 90_000 }, (_, i) => `w${i * 2 + n}`).join(' '))
  expect(wordDiff(a!, b!)).toHaveLength(2)
})
