import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GLOSSARY, GLOSSARY_TOPICS } from '#search/language/glossary.ts'
import { synonymsOf, synonymTable } from '#search/language/synonyms.ts'
import { isIndexable, tokenise } from '#search/language/tokenise.ts'
import { indexWords, phraseStems } from '#search/language/words.ts'

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
    ['mal pelayanan publik', 'MPP'],
    ['akta kelahiran', 'birth certificate'],
    ['birth certificate', 'akta kelahiran'],
    ['antrean', 'queue'],
    ['waste', 'sampah'],
    ['Sulsel', 'Sulawesi Selatan'],
    ['jemput bola', 'layanan keliling'],
  ])('%s leads to %s', (from, to) => {
    expect(synonymsOf(phraseStems(from)).map(({ text }) => text)).toContain(to)
  })

  test('counts a neighbour less than a synonym', () => {
    const weight = (from: string, to: string) => synonymsOf(phraseStems(from)).find(({ text }) => text === to)?.weight
    expect(weight('TBC', 'tuberkulosis')).toBeGreaterThan(weight('bank sampah', 'daur ulang') ?? 1)
  })

  test('keeps to the limits of Meilisearch: 50 synonyms and 100 words a term, or they are ignored silently', () => {
    for (const [term, synonyms] of Object.entries(synonymTable())) {
      expect(synonyms.length, term).toBeLessThanOrEqual(50)
      expect(synonyms.join(' ').split(' ').length, term).toBeLessThanOrEqual(100)
    }
  })
})
