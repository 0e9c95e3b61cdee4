import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, test } from 'vitest'
import { firstSuggestions, suggestTerms, type TermSources } from '#app/domain/practice/term-suggestions.server.ts'
import { termsSchema } from '#app/domain/practice/terms.schema.ts'
import { languagesWithout, SUGGESTION_SOURCES, termKey } from '#app/domain/practice/terms.ts'
import { LANGUAGES } from '#db/vocabulary.ts'

test.each([
  [null, ['id', 'en']],
  [{ id: [], en: ['drug delivery'] }, ['id']],
  [{ id: ['antar obat'], en: [] }, ['en']],
  [{ id: ['antar obat'], en: ['drug delivery'] }, []],
])('%j has no terms in %j', (terms, languages) => {
  expect(languagesWithout(terms)).toEqual(languages)
})

describe('the form', () => {
  const send = (fields: Record<string, string | string[]>) => {
    const form = new FormData()
    for (const [name, values] of Object.entries({ base: 'b', ...fields }))
      for (const value of [values].flat()) form.append(name, value)
    const submission = parseWithZod(form, { schema: termsSchema })
    const { status, initialValue, error } = submission.reply()
    const value = submission.status === 'success' ? submission.value : undefined
    return { status: status ?? submission.status, typed: initialValue, error, value }
  }

  test('takes lines, commas and ticks; cleans, and keeps what the search reads alike once', () => {
    const { value } = send({
      id: '  antar   obat\nKTP-el, ktp el; antre\n\nAntar Obat,',
      en: 'drug delivery',
      addId: ['antre', 'resep'],
      addEn: 'pharmacy',
    })
    expect(value?.terms).toEqual({
      id: ['antar obat', 'KTP-el', 'antre', 'resep'],
      en: ['drug delivery', 'pharmacy'],
    })
  })

  test('a comma inside a figure parts nothing', () => {
    expect(send({ id: 'dana 1,5 miliar,jalan' }).value?.terms.id).toEqual(['dana 1,5 miliar', 'jalan'])
  })

  test('nothing at all takes all terms away', () => {
    expect(send({ id: '', en: '' }).value).toEqual({ base: 'b', terms: { id: [], en: [] } })
  })

  test.each([
    ['id', 'x', 'termTooShort|x'],
    ['id', '!!', 'termTooShort|!!'],
    ['en', 'a'.repeat(81), `termTooLong|${'a'.repeat(40)}`],
    ['en', Array.from({ length: 61 }, (_, n) => `term ${n}`).join('\n'), 'tooManyTerms|61'],
  ])('says at the box of %s what is wrong with %s', (lang, typed, message) => {
    expect(send({ [lang]: typed })).toMatchObject({
      status: 'error',
      error: { [lang]: [message] },
      typed: { [lang]: typed },
    })
  })

  test('eighty letters and sixty terms are fine; ticks count as well', () => {
    const sixty = Array.from({ length: 60 }, (_, n) => `kata ${n}`).join('\n')
    expect(send({ id: sixty, en: 'a'.repeat(80) }).status).toBe('success')
    expect(send({ id: sixty, addId: 'satu lagi' }).error).toEqual({ id: ['tooManyTerms|61'] })
  })
})

describe('suggestions', () => {
  const none = { id: [], en: [] }
  const sources = (changes: Partial<TermSources> = {}): TermSources => ({
    title: { id: 'Obat diantar ojek ke rumah pasien', en: 'Medicines delivered to patients at home' },
    subjects: { id: ['pengantaran obat'], en: ['medicine delivery'] },
    tagline: { id: null, en: null },
    summary: { id: 'Warga tidak lagi antre di apotek.', en: null },
    given: none,
    fromText: false,
    similar: [],
    searched: [],
    ...changes,
  })
  const searched = (words: string, changes: Partial<TermSources['searched'][number]> = {}) => ({
    ...{ words, language: 'id' as const, searches: 10, withoutHit: 4, opened: 2 },
    ...changes,
  })
  const termsOf = (list: readonly { term: string }[]) => list.map(({ term }) => term)

  test('other words of its concepts, each in its language', () => {
    const { id, en } = suggestTerms(sources())
    expect(termsOf(id.glossary)).toEqual(expect.arrayContaining(['penderita', 'ojol']))
    expect(termsOf(en.glossary)).toContain('drug')
    expect(termsOf(en.glossary)).not.toContain('penderita')
  })

  test('search terms: nothing that its text says already, in whatever form of the word', () => {
    const { id, en } = suggestTerms(sources({ similar: [{ id: ['antaran obat', 'mengantre'], en: ['patient'] }] }))
    expect(termsOf(id.similar)).toEqual([])
    expect(termsOf(en.similar)).toEqual([])
    expect(termsOf(id.glossary)).not.toContain('obat')
  })

  test('subject terms: also the words of its text, but none that it has', () => {
    const { id } = suggestTerms(sources({ fromText: true, given: { id: ['pasien'], en: [] } }))
    expect(termsOf(id.glossary)).toContain('obat')
    expect(termsOf(id.glossary)).not.toContain('pasien')
  })

  test('what several similar practices have comes first, with their number', () => {
    const similar = [
      { id: ['resep daring'], en: [] },
      { id: ['farmasi klinis'], en: ['tele-pharmacy'] },
      { id: ['Farmasi klinis', 'farmasi klinis'], en: [] },
    ]
    const { id, en } = suggestTerms(sources({ similar }))
    expect(id.similar.map(({ term, count }) => [term.toLowerCase(), count])).toEqual([
      ['farmasi klinis', 2],
      ['resep daring', 1],
    ])
    expect(en.similar).toEqual([{ term: 'tele-pharmacy', count: 1 }])
  })

  test('what was searched in vain and has to do with it; the most in vain first', () => {
    const list = [
      searched('obat lama'),
      searched('tebus obat', { searches: 40, withoutHit: 30 }),
      searched('jembatan putus'),
      searched('jembatan putus diterjang banjir obat'),
      searched('kirim obat', { searches: 4 }),
      searched('beli obat', { withoutHit: 0, opened: 10 }),
    ]
    const { id } = suggestTerms(sources({ searched: list }))
    expect(id.searched).toEqual([
      { term: 'tebus obat', count: 40 },
      { term: 'obat lama', count: 10 },
    ])
  })

  test('searched words go to the language that the vocabulary knows them in', () => {
    const { id, en } = suggestTerms(sources({ searched: [searched('patient waiting', { language: 'id' })] }))
    expect(termsOf(en.searched)).toEqual(['patient waiting'])
    expect(id.searched).toEqual([])
  })

  test('a word for the same is enough: no word in common', () => {
    const { id } = suggestTerms(sources({ searched: [searched('farmasi'), searched('penderita')] }))
    expect(termsOf(id.searched)).toContain('penderita')
  })

  test('at most twelve from each source, each term once, and the same again for the same', () => {
    const many = Array.from({ length: 40 }, (_, n) => `istilah${n}`)
    const full = sources({
      similar: [{ id: [...many, 'tebus obat'], en: many }],
      searched: [searched('tebus obat'), ...many.map((word) => searched(`obat ${word}`))],
    })
    const suggestions = suggestTerms(full)
    for (const lang of LANGUAGES) {
      const all = SUGGESTION_SOURCES.flatMap((source) => termsOf(suggestions[lang][source]))
      for (const source of SUGGESTION_SOURCES) expect(suggestions[lang][source].length).toBeLessThanOrEqual(12)
      expect(new Set(all.map(termKey)).size).toBe(all.length)
    }
    expect(suggestions.id.searched).toHaveLength(12)
    expect(suggestTerms(full)).toEqual(suggestions)
  })

  test('a practice of which nothing is written gets none from the glossary', () => {
    const empty = { id: null, en: null }
    const { id, en } = suggestTerms(sources({ title: empty, summary: empty, subjects: none }))
    expect([id.glossary, en.glossary]).toEqual([[], []])
  })

  test('words that every practice could have tell nothing', () => {
    const title = { id: 'Inovasi layanan masyarakat', en: 'Innovation of public services' }
    const { id, en } = suggestTerms(sources({ title, subjects: none, summary: { id: null, en: null } }))
    expect([id.glossary, en.glossary]).toEqual([[], []])
  })

  test('the first of all sources in turn, twelve in all', () => {
    const list = (name: string, length: number) =>
      Array.from({ length }, (_, n) => ({ term: `${name}${n}`, count: null }))
    const id = { searched: list('s', 2), glossary: list('g', 12), similar: list('m', 12) }
    const first = firstSuggestions({ id, en: { searched: [], glossary: list('g', 1), similar: [] } })
    expect(first.id).toEqual(['s0', 'g0', 'm0', 's1', 'g1', 'm1', 'g2', 'm2', 'g3', 'm3', 'g4', 'm4'])
    expect(first.en).toEqual(['g0'])
  })
})
