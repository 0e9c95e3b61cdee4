import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EngineQuery, FACETS, type Facet, practiceQuery, SORTS } from '#search/engine.ts'
import { gazetteerOf } from '#search/language/places.ts'
import { understand } from '#search/language/understand.ts'
import { firstOf } from '#search/memory/best.ts'
import { type MemoryEntry, PracticeMemory } from '#search/memory/practice-memory.ts'
import { packTerms, pairOf } from '#search/ranking/document-terms.ts'
import { distanceOf } from '#search/ranking/nearness.ts'
import { TEXT_PARTS } from '#search/ranking/weights.ts'

const TODAY = 20261122
const NOTHING: ReadonlySet<string> = new Set()
const gazetteer = gazetteerOf([
  { code: '35', name: 'Jawa Timur' },
  { code: '35.10', name: 'Kabupaten Banyuwangi' },
  { code: '81', name: 'Maluku' },
])

type Sketch = Partial<Omit<MemoryEntry, 'facets' | 'terms'>> & {
  id: string
  /** Words by the part they stand in. */
  text?: Partial<Record<(typeof TEXT_PARTS)[number], string>>
  facets?: Partial<Record<Facet, string[]>>
}

function entry({ id, text = {}, facets = {}, ...more }: Sketch): MemoryEntry {
  const terms = new Map<string, number>()
  const lengths = TEXT_PARTS.map((part) => text[part]?.split(' ').length ?? 0)
  TEXT_PARTS.forEach((part, number) => {
    const stems = text[part]?.split(' ') ?? []
    const all = [...stems, ...stems.slice(1).map((stem, at) => pairOf(stems[at]!, stem))]
    for (const term of all) terms.set(term, ((terms.get(term) ?? 0) + (1 << (number * 4))) >>> 0)
  })
  const allFacets = {} as Record<Facet, string[]>
  for (const facet of FACETS) allFacets[facet] = facets[facet] ?? []
  return {
    practiceId: id,
    publicId: `JIPP-${id}`,
    terms: packTerms({ terms, lengths, words: [] }),
    words: Object.values(text).flatMap((words) => words.split(' ')),
    facets: allFacets,
    province: null,
    district: null,
    startYear: null,
    publishedOn: 20200101,
    confirmedOn: null,
    adoptions: 0,
    evidence: 1,
    isAlive: false,
    costToStart: null,
    brand: id,
    title: { id: null, en: null },
    subjects: { id: [], en: [] },
    ...more,
  }
}

function memoryOf(...sketches: Sketch[]): PracticeMemory {
  const memory = new PracticeMemory(gazetteer)
  for (const sketch of sketches) memory.put(entry(sketch))
  return memory
}

const asked = (memory: PracticeMemory, input: Parameters<typeof practiceQuery>[0]): EngineQuery => {
  const query = practiceQuery(input)
  return { ...query, understanding: understand(query.q, memory, query.without) }
}
const ids = (memory: PracticeMemory, input: Parameters<typeof practiceQuery>[0], hidden = NOTHING) =>
  memory.find(asked(memory, input), hidden, TODAY).hits.map(({ practiceId }) => practiceId)

describe('the order by relevance', () => {
  test('puts a match in the title before one in the story', () => {
    const memory = memoryOf(
      { id: 'story', text: { story: 'longsor desa jalan' } },
      { id: 'title', text: { title: 'longsor desa jalan' } },
      { id: 'other', text: { title: 'pasar' } },
    )
    expect(ids(memory, { q: 'longsor' })).toEqual(['title', 'story'])
  })

  test('puts a practice with all the words before one with more of one of them', () => {
    const memory = memoryOf(
      { id: 'one', text: { title: 'longsor longsor longsor' } },
      { id: 'both', text: { summary: 'longsor pasar' } },
      ...Array.from({ length: 8 }, (_, number) => ({ id: `${number}`, text: { title: 'lain' } })),
    )
    expect(ids(memory, { q: 'longsor pasar' })[0]).toBe('both')
  })

  test('puts words that stand together before the same words apart', () => {
    const memory = memoryOf(
      { id: 'apart', text: { title: 'bank desa sampah' } },
      { id: 'together', text: { title: 'desa bank sampah' } },
    )
    expect(ids(memory, { q: 'bank sampah' })[0]).toBe('together')
  })

  test('puts practices of the place that the words name first, and keeps the others', () => {
    const memory = memoryOf(
      { id: 'java', text: { title: 'longsor' }, province: '35' },
      { id: 'maluku', text: { story: 'longsor jalan pulau' }, province: '81' },
    )
    expect(ids(memory, { q: 'longsor di maluku' })).toEqual(['maluku', 'java'])
    expect(ids(memory, { q: 'longsor di maluku', without: ['places'] })).toEqual(['java', 'maluku'])
  })

  test('lets proof decide between equals', () => {
    const text = { title: 'longsor' }
    const memory = memoryOf(
      { id: 'plain', text },
      { id: 'adopted', text, adoptions: 9 },
      { id: 'alive', text, adoptions: 9, isAlive: true, confirmedOn: 20260901 },
      { id: 'near', text, adoptions: 9, isAlive: true, confirmedOn: 20260901, province: '35', district: '35.10' },
    )
    expect(ids(memory, { q: 'longsor', near: '35.10' })).toEqual(['near', 'alive', 'adopted', 'plain'])
  })
})

describe('other orders', () => {
  test('cheapest first, those that name no cost last', () => {
    const memory = memoryOf({ id: 'unknown' }, { id: 'dear', costToStart: 9 }, { id: 'free', costToStart: 0 })
    expect(ids(memory, { sort: 'cheapest' })).toEqual(['free', 'dear', 'unknown'])
  })

  test('nearest first: district, province, distance, abroad', () => {
    const memory = memoryOf(
      { id: 'abroad' },
      { id: 'maluku', province: '81' },
      { id: 'bali', province: '51' },
      { id: 'province', province: '35', district: '35.09' },
      { id: 'own', province: '35', district: '35.10' },
    )
    expect(ids(memory, { sort: 'nearest', near: '35.10' })).toEqual(['own', 'province', 'bali', 'maluku', 'abroad'])
  })

  test('between equals the public ids decide, as text', () => {
    const publicIds = fc.uniqueArray(
      fc.oneof(
        fc
          .tuple(fc.integer({ min: 11, max: 97 }), fc.integer({ min: 1, max: 999_999_999 }))
          .map(([province, number]) => `JIPP-${province}-${String(number).padStart(4, '0')}`),
        fc.constantFrom('JIPP-35-9999', 'JIPP-35-10000', 'JIPP-35-1000', 'JIPP-35-0999', 'JIPP-a', ''),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(publicIds, (given) => {
        const memory = memoryOf(...given.map((publicId) => ({ id: publicId, publicId })))
        expect(ids(memory, { sort: 'newest', limit: 100 })).toEqual(given.toSorted())
      }),
    )
  })

  test('a distance is that of the capitals, in kilometres', () => {
    expect(distanceOf('31', '32', null)).toBeGreaterThan(90)
    expect(distanceOf('31', '32', null)).toBeLessThan(150)
    expect(distanceOf('11', '91', null)).toBeGreaterThan(4_800)
  })
})

test('the first of many are those of the sorted whole', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(30), (numbers, count) => {
      const compare = (a: number, b: number) => a - b
      expect(firstOf(Int32Array.from(numbers), count, compare)).toEqual(
        [...Int32Array.from(numbers)].sort(compare).slice(0, count),
      )
    }),
  )
})

const WORDS = ['longsor', 'pasar', 'guru', 'sapi', 'pupuk', 'jalan']
const sketch = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  text: fc.record({
    title: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
    story: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  }),
  facets: fc.record({
    sector: fc.subarray(['x', 'y'], { minLength: 1, maxLength: 1 }),
    sdg: fc.subarray(['1', '2', '3']),
    province: fc.subarray(['35', '81'], { maxLength: 1 }),
  }),
  adoptions: fc.nat(5),
})

test('after any changes the memory answers as one that is filled anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(sketch, fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 40 }),
      fc.subarray(WORDS),
      fc.constantFrom(...SORTS),
      fc.subarray(['x', 'y']),
      (changes, words, sort, sector) => {
        const changed = new PracticeMemory(gazetteer)
        const left = new Map<string, Sketch>()
        for (const change of changes) {
          if (typeof change === 'string') {
            changed.remove(change)
            left.delete(change)
          } else {
            changed.put(entry(change))
            left.delete(change.id)
            left.set(change.id, change)
          }
        }
        const filled = memoryOf(...left.values())
        const input = { q: words.join(' '), sort, filters: { sector } }
        expect(changed.total).toBe(left.size)
        expect(changed.find(asked(changed, input), NOTHING, TODAY)).toEqual(
          filled.find(asked(filled, input), NOTHING, TODAY),
        )
      },
    ),
  )
})

test('what is hidden shows nowhere: hits, counts, suggestions', () => {
  const subjects = { id: ['tanah longsor'], en: [] }
  const memory = memoryOf(
    { id: 'seen', text: { title: 'longsor' }, facets: { sector: ['x'] }, subjects },
    { id: 'hidden', text: { title: 'longsor' }, facets: { sector: ['y'] }, subjects: { id: ['longsor lama'], en: [] } },
  )
  const hidden = new Set(['hidden'])
  const found = memory.find(asked(memory, { q: 'longsor' }), hidden, TODAY)
  expect(found).toMatchObject({ total: 1, hits: [{ practiceId: 'seen' }] })
  expect(found.facets.sector).toEqual([{ value: 'x', count: 1 }])
  expect(memory.suggest('longsor', 'id', hidden, 5)).toEqual([{ kind: 'subject', text: 'tanah longsor' }])
  expect(memory.matching(asked(memory, { q: 'longsor' }), ['seen', 'hidden'], hidden, TODAY)).toEqual(['seen'])
})

test('words are suggested by the beginning of any of their words, the most frequent subject first', () => {
  const memory = memoryOf(
    { id: 'a', subjects: { id: ['bank sampah', 'sampah plastik'], en: ['waste bank'] }, brand: 'SAMPAHKU' },
    { id: 'b', subjects: { id: ['sampah plastik'], en: [] } },
  )
  expect(memory.suggest('samp', 'id', NOTHING, 5).map(({ text }) => text)).toEqual([
    'sampah plastik',
    'SAMPAHKU',
    'bank sampah',
  ])
  expect(memory.suggest('bank samp', 'id', NOTHING, 5).map(({ text }) => text)).toEqual(['bank sampah'])
  expect(memory.suggest('wast', 'en', NOTHING, 5).map(({ text }) => text)).toEqual(['waste bank'])
  memory.remove('a')
  expect(memory.suggest('bank', 'id', NOTHING, 5)).toEqual([])
})
