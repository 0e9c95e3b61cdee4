import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyContent } from '#app/domain/practice/sections.ts'
import type { Block, Paragraph } from '#app/domain/proposal/blocks.ts'
import { type Choices, choiceKey, offersOf, PROPOSAL_TARGETS, patchesOf } from '#app/domain/proposal/offers.ts'
import { placeBlocks } from '#app/domain/proposal/place-blocks.ts'

const HEADINGS = [
  '1. Ringkasan',
  'B. LATAR BELAKANG',
  'Tujuan',
  'Kebaruan (maks. 200 kata)',
  'Implementasi:',
  'Hasil dan Dampak',
  'Penutup',
  'Lampiran',
  'Judul Inovasi',
  'Kategori',
  'Sumber daya',
  'No',
  'Indikator',
  'Sebelum',
  'Sesudah',
  'Satuan',
  'Judul Inovasi: SI CERMAT',
  'Ringkasan: warga menunggu lama',
  'Uraikan inovasi ini maksimal 200 kata',
]

const words = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'b', 'k', 'é', '字', '7'), minLength: 1, maxLength: 5 }),
  {
    minLength: 1,
    maxLength: 20,
  },
)
const text = fc.oneof(
  fc.constantFrom(...HEADINGS),
  words.map((list) => list.join(' ')),
  fc.constant(''),
)
const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  kind: fc.constant('paragraph' as const),
  text,
  level: fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 }),
  bold: fc.boolean(),
  mark: fc.option(fc.constantFrom('-', '1.', '2.'), { freq: 3 }),
  note: fc.boolean(),
})
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('table' as const),
      rows: fc.array(fc.array(fc.array(paragraph, { maxLength: 2 }), { minLength: 1, maxLength: 6 }), { maxLength: 5 }),
    }),
  },
)

const wordsIn = (texts: string[]) => texts.flatMap((one) => one.match(/[\p{L}\p{N}]+/gu) ?? [])
const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((one) => (one.kind === 'paragraph' ? [one.text] : one.rows.flat(2).map((cell) => cell.text)))

function counted(list: string[]) {
  const counts = new Map<string, number>()
  for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Every word of the first stands in the second, as often at least. */
function expectAllOf(needed: string[], there: string[]) {
  const found = counted(there)
  for (const [word, times] of counted(needed)) expect(found.get(word) ?? 0, word).toBeGreaterThanOrEqual(times)
}

test('no word of a document is lost: it stands in a section or in what is left over', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 25 }), (blocks) => {
      const pieces = placeBlocks(blocks)
      expectAllOf(wordsIn(textsOf(blocks)), wordsIn(pieces.flatMap(({ heading, text }) => [heading ?? '', text])))
      for (const piece of pieces) expect(piece.target !== null || piece.reason !== null).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('what is put somewhere by choice arrives there whole', () => {
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 12 }),
      fc.array(fc.constantFrom(...PROPOSAL_TARGETS.slice(6, 15)), { maxLength: 30 }),
      (blocks, wanted) => {
        const pieces = placeBlocks(blocks)
        const choices: Choices = Object.fromEntries(
          pieces.map((_piece, index) => [choiceKey(index), wanted[index % Math.max(1, wanted.length)] ?? 'summary']),
        )
        const content = emptyContent('Uji', 'kesehatan')
        const patches = patchesOf(pieces, choices, {}, content)
        const written = patches.flatMap(({ patch }) => Object.values(patch.story ?? {}).map((one) => one.id ?? ''))
        expect(counted(wordsIn(written))).toEqual(counted(wordsIn(pieces.map((piece) => piece.text))))
      },
    ),
    { numRuns: 500 },
  )
})

const line = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  ...{ kind: 'paragraph', text, level: null, bold: false, mark: null },
  ...more,
})

test('a filled section is kept unless its author says otherwise', () => {
  const pieces = placeBlocks([line('Ringkasan', { bold: true }), line('Teks dari berkas.')])
  const content = emptyContent('Uji', 'kesehatan')
  content.story.summary = { id: 'Teks lama.', en: 'Old text.' }
  expect(offersOf(pieces, {}, content)).toMatchObject([
    { target: 'summary', existing: 'Teks lama.', text: 'Teks dari berkas.', words: 3, cap: 200, problem: null },
  ])
  expect(patchesOf(pieces, {}, {}, content)).toEqual([])
  const story = (mode: 'replace' | 'append') =>
    patchesOf(pieces, {}, { summary: mode }, content)[0]?.patch.story?.summary
  expect(story('replace')).toEqual({ id: 'Teks dari berkas.', en: 'Old text.' })
  expect(story('append')).toEqual({ id: 'Teks lama.\n\nTeks dari berkas.', en: 'Old text.' })
})

test('an answer that cannot be read is shown and not stored', () => {
  const pieces = placeBlocks([line('Tanggal Mulai Implementasi: sejak dahulu'), line('Kategori: Kesehatan')])
  const offers = offersOf(pieces, {}, null)
  expect(offers.map(({ target, problem }) => [target, problem])).toEqual([
    ['startedOn', 'unreadable'],
    ['kippCategory', null],
  ])
  expect(patchesOf(pieces, {}, {}, emptyContent('Uji', 'kesehatan'))).toEqual([
    { section: 'classification', patch: { kippCategory: 'kesehatan' } },
  ])
})

test('lists keep their lines, paragraphs their space', () => {
  const [piece] = placeBlocks([
    line('Implementasi', { level: 1 }),
    line('Dua langkah.'),
    line('Satu', { mark: '1.' }),
    line('Dua', { mark: '2.' }),
  ])
  expect(piece).toMatchObject({ target: 'implementation', text: 'Dua langkah.\n\n1. Satu\n2. Dua' })
})
