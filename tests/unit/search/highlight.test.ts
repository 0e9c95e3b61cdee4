import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Matcher, marksIn, segmentsOf, snippetOf } from '#search/language/highlight.ts'
import { indexWords } from '#search/language/words.ts'

const matcher: Matcher = {
  stems: new Map([
    ['antr', 0],
    ['puskesma', 1],
  ]),
  phrases: [{ stems: ['akta', 'lahir'], no: 2 }],
}

const marked = (text: string) =>
  segmentsOf(text, marksIn(indexWords(text), matcher))
    .map(({ text: piece, mark }) => (mark ? `[${piece}]` : piece))
    .join('')

describe('marks', () => {
  test('stand on every form of a word', () => {
    expect(marked('Warga mengantre; antrean di Puskesmas panjang.')).toBe(
      'Warga [mengantre]; [antrean] di [Puskesmas] panjang.',
    )
  })

  test('stand on a phrase only where its words are together', () => {
    expect(marked('Akta kelahiran dan akta kematian')).toBe('[Akta] [kelahiran] dan akta kematian')
  })

  test('are the same when only the words that may begin one are looked at', () => {
    const pieces = fc.constantFrom('antrean', 'puskesmas', 'akta', 'kelahiran', 'kematian', '<b>')
    fc.assert(
      fc.property(fc.array(pieces), (list) => {
        const words = indexWords(list.join(' '))
        const begins = new Set(['antr', 'puskesma', 'akta'])
        const candidates = words.flatMap(({ stem }, no) => (begins.has(stem) ? [no] : [])).reverse()
        expect(marksIn(words, matcher, candidates)).toEqual(marksIn(words, matcher))
      }),
    )
  })

  test('leave the text as it was', () => {
    const pieces = fc.constantFrom('antrean', 'puskesmas', ' ', '<b>', '&amp;', 'akta', 'kelahiran', '…', '\u0000', 'é')
    fc.assert(
      fc.property(fc.array(pieces), (list) => {
        const text = list.join(' ')
        expect(
          segmentsOf(text, marksIn(indexWords(text), matcher))
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

describe('a snippet', () => {
  const filler = 'kata lain yang panjang sekali '
  test('is cut around the place that answers most words, and shows that something is left out', () => {
    const text = `${filler.repeat(10)}antrean saja. ${filler.repeat(10)}antrean puskesmas di sini. ${filler.repeat(10)}`
    const pieces = snippetOf(text, marksIn(indexWords(text), matcher))
    expect(pieces[0]).toEqual({ text: '… ', mark: false })
    expect(pieces.at(-1)).toEqual({ text: ' …', mark: false })
    expect(pieces.filter(({ mark }) => mark).map((piece) => piece.text)).toEqual(['antrean', 'puskesmas'])
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(280)
  })

  test('is the whole text when it is short', () => {
    expect(snippetOf('Antrean panjang.', marksIn(indexWords('Antrean panjang.'), matcher))).toEqual([
      { text: 'Antrean', mark: true },
      { text: ' panjang.', mark: false },
    ])
  })

  test('always holds a mark', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (before, after) => {
        const text = `${filler.repeat(before)}antrean ${filler.repeat(after)}`
        expect(snippetOf(text, marksIn(indexWords(text), matcher)).some(({ mark }) => mark)).toBe(true)
      }),
    )
  })
})
