import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conceptsIn } from '#search/language/concepts.ts'
import { GLOSSARY, GLOSSARY_TOPICS } from '#search/language/glossary.ts'
import { isIndexable, tokenise } from '#search/language/tokenise.ts'
import { indexWords, phraseStems } from '#search/language/words.ts'
import { packTerms, unpackTerms } from '#search/ranking/document-terms.ts'

const wordsOf = (text: string) => indexWords(text).map(({ word }) => word)

describe('words of a text', () => {
  test('are folded, without filler words', () => {
    expect(wordsOf('Pelayanan Café untuk Warga di Pulau')).toEqual(['pelayanan', 'cafe', 'warga', 'pulau'])
  })

  test('keep an apostrophe inside', () => {
    expect(wordsOf("PAK'DE ON, Dottoro’ta")).toEqual(['pakde', 'dottorota'])
  })

  test('count a doubled word once and a compound also as one word', () => {
    expect(wordsOf('anak-anak e-KTP Covid-19')).toEqual(['anak', 'ktp', 'ektp', 'covid', '19', 'covid19'])
  })

  test('stand next to each other when only filler words are between them', () => {
    const [akta, anak] = indexWords('akta untuk para anak')
    expect(anak!.position - akta!.position).toBe(1)
  })

  test('hold their place in the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          end = token.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
        for (const { word, stem } of indexWords(text)) expect(isIndexable(word) && /^[a-z0-9]+$/.test(stem)).toBe(true)
      }),
    )
  })
})

describe('the glossary', () => {
  test('has terms and English in every group', () => {
    for (const group of GLOSSARY) {
      expect(group.terms.length, group.terms.join()).toBeGreaterThan(0)
      expect(group.english.length, group.terms.join()).toBeGreaterThan(0)
    }
    expect(new Set(GLOSSARY.map(({ topic }) => topic))).toEqual(new Set(GLOSSARY_TOPICS))
  })

  test('names no term twice in a group', () => {
    for (const { terms } of GLOSSARY) expect(terms).toEqual([...new Set(terms)])
  })

  test.each([
    ['MPP', 'mal pelayanan publik'],
    ['akta kelahiran', 'birth certificate'],
    ['antrean', 'queue'],
    ['waste', 'sampah'],
    ['jemput bola', 'layanan keliling'],
    ['KTP-el', 'e-KTP'],
  ])('%s and %s share a concept', (one, other) => {
    const tokens = (text: string) => conceptsIn(phraseStems(text)).map(({ concept }) => concept.token)
    expect(tokens(one).filter((token) => tokens(other).includes(token))).not.toEqual([])
  })

  test('reads a phrase as a whole: its words do not mean what they mean alone', () => {
    const relations = conceptsIn(phraseStems('akta kelahiran')).map(({ start, length }) => [start, length])
    expect(relations).toEqual(expect.arrayContaining([[0, 2]]))
    expect(relations.every(([, length]) => length === 2)).toBe(true)
  })
})

describe('terms of a document', () => {
  test('are packed into one line and read back', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z0-9_]{1,12}$/), fc.integer({ min: 1, max: 0xffffffff })),
        fc.array(fc.nat(5_000), { minLength: 8, maxLength: 8 }),
        (terms, lengths) => {
          const found = { terms: new Map(Object.entries(terms)), lengths, words: [] }
          expect(unpackTerms(packTerms(found))).toEqual({ terms: found.terms, lengths })
        },
      ),
    )
  })
})
