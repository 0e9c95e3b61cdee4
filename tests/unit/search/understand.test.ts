import { describe, expect, test } from 'vitest'
import { gazetteerOf } from '#search/language/places.ts'
import { correct, editDistance } from '#search/language/spelling.ts'
import { stem } from '#search/language/stem.ts'
import { understand, type Vocabulary } from '#search/language/understand.ts'
import { MAX_WORDS } from '#search/ranking/weights.ts'

const gazetteer = gazetteerOf([
  { code: '35', name: 'Jawa Timur' },
  { code: '35.10', name: 'Kabupaten Banyuwangi' },
  { code: '35.79', name: 'Kota Batu' },
  { code: '35.07', name: 'Kabupaten Malang' },
  { code: '35.73', name: 'Kota Malang' },
  { code: '81', name: 'Maluku' },
  { code: '82', name: 'Maluku Utara' },
])

/** A catalogue of 400 practices in which these terms occur so often; `all` for every other one. */
const catalogue = (terms: Record<string, number>, all = 0, similar: Vocabulary['similar'] = () => []): Vocabulary => ({
  total: 400,
  documentsOf: (term) => terms[term] ?? all,
  similar,
  gazetteer,
})
const everything = catalogue({}, 10)
const read = (q: string) => understand(q, everything)?.terms.map(({ word }) => word) ?? []

describe('reading a query', () => {
  test('leaves filler words out, and takes each word once', () => {
    expect(read('Bagaimana cara mengurangi antrean dan antrian di puskesmas?')).toEqual([
      'mengurangi',
      'antrean',
      'puskesmas',
    ])
  })

  test('means filler words where there is nothing else', () => {
    expect(read('the who')).toEqual(['the', 'who'])
  })

  test('takes a compound for words that are also written together', () => {
    expect(read('KTP-el')).toEqual(['ktp', 'ktpel'])
  })

  test.each(['', ' ', '!!! ()', '\u0000', '"\\', '🙂'])('asks for everything where there are no words: %j', (q) => {
    expect(understand(q, everything)).toBeNull()
  })

  test('finds nothing for words that no index can hold', () => {
    expect(understand('日本', everything)?.terms).toEqual([])
  })

  test('reads no more than the beginning of a very long text', () => {
    expect(read(`${'sampah '.repeat(50)}${'x '.repeat(4_000)}longsor`)).toEqual(['sampah'])
  })
})

describe('understanding a query', () => {
  test('weighs a rare word more than a frequent one', () => {
    const { terms } = understand('layanan longsor', catalogue({ layan: 200, longsor: 5 }))!
    expect(terms[1]!.weight).toBeGreaterThan(terms[0]!.weight * 2)
    expect(terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1_000, -1)
  })

  test('leaves out what occurs nowhere', () => {
    const { terms, unknown } = understand('longsor xyzzyx', catalogue({ longsor: 5 }))!
    expect(terms.map(({ word }) => word)).toEqual(['longsor'])
    expect(unknown).toEqual(['xyzzyx'])
  })

  test('mends a typing error with a word of the catalogue, says so, and takes it back', () => {
    const known = catalogue({ [stem('puskesmas')]: 60 }, 0, () => [{ word: 'puskesmas', documents: 60 }])
    const { terms, corrected } = understand('pukesmas', known)!
    expect(corrected).toEqual([{ from: 'pukesmas', to: 'puskesmas' }])
    expect(terms[0]!.forms[0]!.term).toBe(stem('puskesmas'))
    expect(understand('pukesmas', known, ['spelling'])).toMatchObject({ terms: [], corrected: [] })
  })

  test('never mends a word of the glossary, although no practice has it yet', () => {
    const known = catalogue({ [stem('ambulan')]: 4 }, 0, () => [{ word: 'ambulan', documents: 4 }])
    expect(understand('ambulans', known)!.corrected).toEqual([])
  })

  test('adds what the glossary knows, with less weight than the word, and takes it back', () => {
    const { terms, also } = understand('TBC', everything)!
    expect(also).toContain('tuberkulosis')
    const [own, concept] = terms[0]!.forms
    expect(own).toMatchObject({ term: 'tbc', weight: 1 })
    expect(concept!.weight).toBeLessThan(1)
    expect(understand('TBC', everything, ['synonyms'])).toMatchObject({ also: [], terms: [{ forms: [own] }] })
  })

  test('meets in one concept, from either language', () => {
    const conceptOf = (q: string) =>
      understand(q, everything)!.terms.flatMap(({ forms }) => forms.slice(1).map(({ term }) => term))
    expect(conceptOf('birth certificate')).toEqual(expect.arrayContaining(conceptOf('akta kelahiran').slice(0, 1)))
  })

  test('keeps the rarest words of a long statement, and says which it left aside', () => {
    const names = Array.from({ length: 20 }, (_, index) => `kata${String.fromCharCode(97 + index)}xyz`)
    const terms = Object.fromEntries(names.map((name, index) => [stem(name), index + 1]))
    const understood = understand(names.join(' '), catalogue(terms))!
    expect(understood.terms.map(({ word }) => word)).toEqual(names.slice(0, MAX_WORDS))
    expect(understood.left).toEqual(names.slice(MAX_WORDS))
  })
})

describe('places in a query', () => {
  const placesOf = (q: string) =>
    understand(q, everything)!.places.map(({ name, codes }) => `${name} ${codes.join('+')}`)

  test.each([
    ['program pendidikan di maluku', ['Maluku 81']],
    ['sampah maluku utara', ['Maluku Utara 82']],
    ['sampah jatim', ['Jawa Timur 35']],
    ['pelayanan kab. banyuwangi', ['Kabupaten Banyuwangi 35.10']],
    ['pasar kota malang', ['Kota Malang 35.73']],
    ['pasar di malang', ['Malang 35.07+35.73']],
    ['pengolahan batu bara', []],
    ['wisata di batu', ['Batu 35.79']],
  ])('%s: %j', (q, expected) => {
    expect(placesOf(q)).toEqual(expected)
  })

  test('are no words of the search, unless there is nothing else or the reader takes it back', () => {
    expect(read('sampah jatim')).toEqual(['sampah'])
    expect(read('banyuwangi')).toEqual(['banyuwangi'])
    expect(understand('sampah jatim', everything, ['places'])!.terms.map(({ word }) => word)).toEqual([
      'sampah',
      'jatim',
    ])
  })
})

describe('typing errors', () => {
  test.each([
    ['puskesms', 'puskesmas', 1],
    ['smapah', 'sampah', 1],
    ['stuntng', 'stunting', 1],
    ['antrian', 'antrean', 1],
    ['abc', 'abc', 0],
    ['', 'ab', 2],
  ])('%s and %s are %i apart', (a, b, edits) => {
    expect(editDistance(a, b, 3)).toBe(edits)
  })

  test('stops counting above the limit', () => {
    expect(editDistance('puskesmas', 'kepolisian', 2)).toBe(3)
  })

  const words = [
    { word: 'puskesmas', documents: 60 },
    { word: 'angkat', documents: 9 },
    { word: 'banyuwangi', documents: 12 },
  ]
  test('are mended by the nearest word', () => {
    expect(correct('puskemas', words).map(({ word }) => word)).toEqual(['puskesmas'])
  })
  test('are not looked for at the first letter', () => {
    expect(correct('pangkat', words)).toEqual([])
  })
  test('may be the beginning of a word', () => {
    expect(correct('banyuw', words).map(({ word }) => word)).toEqual(['banyuwangi'])
  })
  test.each(['112', 'ktp', '3t', 'top99'])('%s is a code and is never changed', (code) => {
    expect(correct(code, [{ word: `${code}x`, documents: 5 }])).toEqual([])
  })
})
