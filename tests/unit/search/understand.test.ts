import { describe, expect, test } from 'vitest'
import { correct, editDistance } from '#search/language/spelling.ts'
import { askedOf, parseQuery, understand, type Vocabulary } from '#search/language/understand.ts'

/** A catalogue of 400 practices in which these stems occur so often. */
const vocabulary = (stems: Record<string, number>, similar: Vocabulary['similar'] = new Map()): Vocabulary => ({
  total: 400,
  stems: new Map(Object.entries(stems)),
  similar,
  named: [],
})

const read = (q: string) => parseQuery(q).words.map(({ word }) => word)

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

  test('takes a compound for one word that is also written together', () => {
    const { words } = parseQuery('KTP-el')
    expect(words.map(({ word }) => word)).toEqual(['ktp'])
    expect(words[0]!.synonyms.map(({ stems }) => stems.join(' '))).toContain('ktpel')
  })

  test('looks phrases of the glossary up as a whole', () => {
    const { words } = parseQuery('akta kelahiran')
    for (const { synonyms } of words) expect(synonyms.map(({ text }) => text)).toContain('birth certificate')
  })

  test.each(['', ' ', '!!! ()', '\u0000', '"\\', '🙂'])('finds no words in %j', (q) => {
    expect(read(q)).toEqual([])
  })

  test('reads no more than the beginning of a very long text', () => {
    expect(read(`${'sampah '.repeat(50)}${'x '.repeat(4_000)}longsor`)).toEqual(['sampah'])
  })
})

describe('understanding a query', () => {
  test('weighs a rare word more than a frequent one', () => {
    const { terms } = understand(parseQuery('layanan longsor'), vocabulary({ layan: 200, longsor: 5 }))
    expect(terms[1]!.weight).toBeGreaterThan(terms[0]!.weight * 2)
    expect(terms.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1_000, -1)
  })

  test('leaves out what occurs nowhere', () => {
    const { terms } = understand(parseQuery('longsor xyzzyx'), vocabulary({ longsor: 5 }))
    expect(terms.map(({ word }) => word)).toEqual(['longsor'])
  })

  test('mends a typing error with a word of the catalogue, and says so', () => {
    const similar = new Map([['pukesmas', [{ word: 'puskesmas', documents: 60 }]]])
    const { terms, corrected } = understand(parseQuery('pukesmas'), vocabulary({}, similar))
    expect(corrected).toEqual([{ from: 'pukesmas', to: 'puskesmas' }])
    expect(terms[0]!.forms[0]!.stems).toEqual(['puskesma'])
  })

  test('adds synonyms that occur in the catalogue, with less weight than the word', () => {
    const { terms, also } = understand(parseQuery('TBC'), vocabulary({ tbc: 3, tuberkulosi: 2 }))
    expect(also).toEqual(['tuberkulosis'])
    const [own, synonym] = terms[0]!.forms
    expect(own!.weight).toBeGreaterThan(synonym!.weight)
  })

  test('keeps the rarest twelve words of a long statement', () => {
    const names = Array.from({ length: 20 }, (_, index) => `kata${String.fromCharCode(97 + index)}xyz`)
    const stems = Object.fromEntries(names.map((name, index) => [askedOf(parseQuery(name)).stems[0]!, index + 1]))
    const { terms } = understand(parseQuery(names.join(' ')), vocabulary(stems))
    expect(terms.map(({ word }) => word)).toEqual(names.slice(0, 12))
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

  const catalogue = [
    { word: 'puskesmas', documents: 60 },
    { word: 'angkat', documents: 9 },
    { word: 'banyuwangi', documents: 12 },
  ]
  test('are mended by the nearest word', () => {
    expect(correct('puskemas', catalogue).map(({ word }) => word)).toEqual(['puskesmas'])
  })
  test('are not looked for at the first letter', () => {
    expect(correct('pangkat', catalogue)).toEqual([])
  })
  test('may be the beginning of a word', () => {
    expect(correct('banyuw', catalogue).map(({ word }) => word)).toEqual(['banyuwangi'])
  })
  test.each(['112', 'ktp', '3t', 'top99'])('%s is a code and is never changed', (code) => {
    expect(correct(code, [{ word: `${code}x`, documents: 5 }])).toEqual([])
  })
})
