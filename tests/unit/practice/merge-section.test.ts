import { describe, expect, test } from 'vitest'
import { mergeSection } from '#app/domain/practice/merge-section.ts'
import type { FormEntries } from '#app/domain/practice/section-form.ts'

const textOf = (name: string, value: string): FormEntries => [[name, value]]
const valuesOf = (entries: FormEntries, name: string) =>
  entries.filter(([key]) => key === name).map(([, value]) => value)

function mergeTexts(base: string, mine: string, theirs: string, name = 'text.id') {
  const { entries, conflicts } = mergeSection(textOf(name, base), textOf(name, mine), textOf(name, theirs))
  return { text: valuesOf(entries, name).join('|'), conflicts }
}

describe('one text, written by two', () => {
  const base = 'Satu.\n\nDua.\n\nTiga.'
  test.each([
    ['only mine changed', 'Satu!\n\nDua.\n\nTiga.', base, 'Satu!\n\nDua.\n\nTiga.'],
    ['only theirs changed', base, 'Satu.\n\nDua!\n\nTiga.', 'Satu.\n\nDua!\n\nTiga.'],
    ['different paragraphs', 'Satu!\n\nDua.\n\nTiga.', 'Satu.\n\nDua.\n\nTiga!', 'Satu!\n\nDua.\n\nTiga!'],
    ['neighbouring paragraphs', 'Satu!\n\nDua.\n\nTiga.', 'Satu.\n\nDua!\n\nTiga.', 'Satu!\n\nDua!\n\nTiga.'],
    ['the same change', 'Satu!\n\nDua.\n\nTiga.', 'Satu!\n\nDua.\n\nTiga.', 'Satu!\n\nDua.\n\nTiga.'],
    ['a new paragraph each, at the end', `${base}\n\nSaya.`, `${base}\n\nRekan.`, `${base}\n\nRekan.\n\nSaya.`],
    ['a new paragraph and a change', `${base}\n\nSaya.`, 'Satu!\n\nDua.\n\nTiga.', 'Satu!\n\nDua.\n\nTiga.\n\nSaya.'],
    ['mine is part of theirs', `${base}\n\nSaya.`, `${base}\n\nSaya.\n\nRekan.`, `${base}\n\nSaya.\n\nRekan.`],
    ['a paragraph taken out and another changed', 'Satu.\n\nTiga.', 'Satu.\n\nDua.\n\nTiga!', 'Satu.\n\nTiga!'],
  ])('%s', (_name, mine, theirs, expected) => {
    expect(mergeTexts(base, mine, theirs)).toEqual({ text: expected, conflicts: [] })
  })

  test.each([
    ['the same paragraph', 'Satu.\n\nDua saya.\n\nTiga.', 'Satu.\n\nDua rekan.\n\nTiga.'],
    ['one taken out by one and changed by the other', 'Satu.\n\nTiga.', 'Satu.\n\nDua rekan.\n\nTiga.'],
  ])('asks about %s', (_name, mine, theirs) => {
    const { text, conflicts } = mergeTexts(base, mine, theirs)
    expect(text).toBe(mine)
    expect(conflicts).toMatchObject([{ name: 'text.id', mine, theirs }])
  })

  test('a conflict keeps what is settled beside it, in all three texts', () => {
    const { conflicts } = mergeTexts(base, 'Satu saya.\n\nDua saya.\n\nTiga.', 'Satu.\n\nDua rekan.\n\nTiga rekan.')
    expect(conflicts).toEqual([
      {
        name: 'text.id',
        mine: 'Satu saya.\n\nDua saya.\n\nTiga rekan.',
        theirs: 'Satu saya.\n\nDua rekan.\n\nTiga rekan.',
        both: 'Satu saya.\n\nDua rekan.\nDua saya.\n\nTiga rekan.',
      },
    ])
  })

  test('two who begin the same empty text are asked; short values cannot hold both', () => {
    const long = 'Warga menunggu sejak subuh di depan puskesmas. '.repeat(4).trim()
    expect(mergeTexts('', long, 'Dari rekan.').conflicts).toEqual([
      { name: 'text.id', mine: long, theirs: 'Dari rekan.', both: `Dari rekan.\n\n${long}` },
    ])
    expect(mergeTexts('', 'Dinas A', 'Dinas B', 'unit').conflicts).toEqual([
      { name: 'unit', mine: 'Dinas A', theirs: 'Dinas B', both: null },
    ])
  })
})

test('fields that one of the two left alone follow the other', () => {
  const of = (unit: string, startedOn: string): FormEntries => [
    ['unit', unit],
    ['startedOn', startedOn],
  ]
  const { entries, conflicts } = mergeSection(of('A', '2018'), of('A', '2019'), of('B', '2018'))
  expect({ entries, conflicts }).toEqual({ entries: of('B', '2019'), conflicts: [] })
})

test('ticked values and entries of a list are added and taken out one by one', () => {
  const of = (goals: string[], subjects: string): FormEntries => [
    ...goals.map((goal) => ['sdgs', goal] as const),
    ['subjects.id', subjects],
  ]
  const { entries, conflicts } = mergeSection(
    of(['1', '2'], 'air, desa'),
    of(['2', '3'], 'air, sumur, desa'),
    of(['1', '2', '4'], 'air, kota'),
  )
  expect(conflicts).toEqual([])
  expect(valuesOf(entries, 'sdgs')).toEqual(['2', '3', '4'])
  expect(valuesOf(entries, 'subjects.id')).toEqual(['air, sumur, kota'])
})

describe('rows of a table', () => {
  type Line = { indicator: string; result: string; method?: string }
  const of = (...lines: Line[]): FormEntries => [
    ...lines.flatMap(({ indicator, result, method = '' }, at) => [
      [`results[${at}].indicator`, indicator] as const,
      [`results[${at}].method`, method] as const,
      [`results[${at}].result`, result] as const,
    ]),
    ['noResultsReason', ''],
  ]
  const merge = (base: FormEntries, mine: FormEntries, theirs: FormEntries) => {
    const { entries, conflicts } = mergeSection(base, mine, theirs)
    const rows = valuesOf(entries, 'results[0].indicator').length
    const lines: string[] = []
    for (let at = 0; at < 10; at++) {
      const cell = (key: string) => valuesOf(entries, `results[${at}].${key}`).join('|')
      if (valuesOf(entries, `results[${at}].indicator`).length > 0)
        lines.push([cell('indicator'), cell('result'), cell('method')].filter(Boolean).join(' '))
    }
    return { rows: rows && lines, conflicts: conflicts.map(({ name, mine, theirs }) => ({ name, mine, theirs })) }
  }
  const wait = { indicator: 'Waktu tunggu', result: '40' }
  const visits = { indicator: 'Kunjungan', result: '900' }
  const cost = { indicator: 'Biaya', result: '5' }

  test.each([
    [
      'different rows',
      [{ ...wait, result: '35' }, visits],
      [wait, { ...visits, result: '950' }],
      ['Waktu tunggu 35', 'Kunjungan 950'],
    ],
    [
      'different cells of one row',
      [{ ...wait, result: '35' }, visits],
      [{ ...wait, method: 'Survei' }, visits],
      ['Waktu tunggu 35 Survei', 'Kunjungan 900'],
    ],
    [
      'a row each',
      [wait, visits, cost],
      [wait, visits, { indicator: 'Aduan', result: '1' }],
      ['Waktu tunggu 40', 'Kunjungan 900', 'Biaya 5', 'Aduan 1'],
    ],
    [
      'the same row put in by both',
      [wait, visits, cost],
      [wait, visits, cost],
      ['Waktu tunggu 40', 'Kunjungan 900', 'Biaya 5'],
    ],
    ['one taken out, another changed', [visits], [wait, { ...visits, result: '950' }], ['Kunjungan 950']],
    [
      'taken out and changed: it stays',
      [visits],
      [{ ...wait, result: '35' }, visits],
      ['Waktu tunggu 35', 'Kunjungan 900'],
    ],
    [
      'changed and taken out: it stays',
      [{ ...wait, result: '35' }, visits],
      [visits],
      ['Kunjungan 900', 'Waktu tunggu 35'],
    ],
    [
      'put in before a row that the other changed',
      [cost, wait, visits],
      [{ ...wait, result: '35' }, visits],
      ['Waktu tunggu 35', 'Kunjungan 900', 'Biaya 5'],
    ],
    [
      'a name that went on being typed',
      [{ ...wait, indicator: 'Waktu tunggu pasien' }, visits],
      [{ ...wait, result: '35' }, visits],
      ['Waktu tunggu pasien 35', 'Kunjungan 900'],
    ],
    [
      'a row replaced by another',
      [cost, visits],
      [{ ...wait, result: '35' }, visits],
      ['Waktu tunggu 35', 'Kunjungan 900', 'Biaya 5'],
    ],
  ])('%s', (_name, mine, theirs, expected) => {
    const merged = merge(of(wait, visits), of(...mine), of(...theirs))
    expect(merged.conflicts).toEqual([])
    expect([...(merged.rows as string[])].sort()).toEqual([...expected].sort())
  })

  test('the same cell is asked about', () => {
    const merged = merge(of(wait, visits), of({ ...wait, result: '35' }, visits), of({ ...wait, result: '30' }, visits))
    expect(merged.conflicts).toEqual([{ name: 'results[0].result', mine: '35', theirs: '30' }])
  })
})

test('without the text that both began with, every difference is asked', () => {
  const of = (unit: string, startedOn: string): FormEntries => [
    ['unit', unit],
    ['startedOn', startedOn],
  ]
  expect(mergeSection([], of('A', '2018'), of('B', '')).conflicts).toEqual([
    { name: 'unit', mine: 'A', theirs: 'B', both: null },
  ])
})
