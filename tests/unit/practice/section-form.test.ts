import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, test } from 'vitest'
import { sectionSchemas, withSection } from '#app/domain/practice/practice.schema.ts'
import { sectionEntries } from '#app/domain/practice/section-form.ts'
import { emptyContent, SECTIONS, type Section } from '#app/domain/practice/sections.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { contentOf, readCatalogue } from '#db/seed/catalogue.ts'
import { STORY_SECTIONS } from '#db/vocabulary.ts'

function post(section: Section, entries: readonly (readonly [string, string])[]) {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  const submission = parseWithZod(form, { schema: sectionSchemas[section] })
  if (submission.status !== 'success') return { errors: submission.error }
  return { patch: submission.value }
}

const full: PracticeContent = {
  ...emptyContent('PELITA', 'sosial'),
  title: { id: 'Lampu jalan yang dirawat warga', en: null },
  tagline: { id: 'Warga melaporkan lampu padam.', en: 'Residents report lamps.' },
  unit: 'Dinas Perhubungan',
  startedOn: '2018-04',
  contactEmail: 'pelita@contoh.go.id',
  form: 'public_service',
  digital: false,
  affair: 'perhubungan',
  kippCategory: 'inklusi-sosial',
  targetGroups: ['masyarakat-umum', 'lansia'],
  sdgs: [11, 16],
  subjects: { id: ['lampu jalan', 'gotong royong'], en: ['street lighting'] },
  maturity: 'pilot',
  problem: { id: 'Jalan gelap.', en: null },
  approach: { id: 'Warga menjadi pengawas.', en: null },
  story: Object.fromEntries(
    STORY_SECTIONS.map((s) => [s, { id: `Isi ${s}\n\nparagraf kedua`, en: null }]),
  ) as PracticeContent['story'],
  results: [
    {
      indicator: 'Lampu menyala',
      unit: '%',
      baseline: '60 (2017)',
      result: '94 (2019)',
      period: '2017–2019',
      method: null,
    },
    { indicator: 'Aduan', unit: null, baseline: null, result: '12', period: null, method: null },
  ],
  kit: {
    prerequisites: ['Ada RT aktif', 'Ada anggaran lampu'],
    costs: [{ item: 'Lampu', per: 'tiang', setUp: 9_500_000, yearly: null, year: 2019 }],
    staff: '2 orang',
    legalBasis: null,
    technology: 'WhatsApp',
    timeToLaunch: '3 bulan',
    parts: [{ name: 'Piket warga', kind: 'core' }],
    pitfalls: ['Suku cadang langka'],
    licence: null,
    replicable: true,
    hostCapacity: 4,
  },
  awards: [{ name: 'Top 30', year: 2021 }],
  replicatedBy: ['Kota Contoh Pesisir'],
  sources: ['https://contoh.go.id/pelita'],
  remarks: 'Angka dari instansi.',
}

test.each(SECTIONS)('%s: what the form shows, posted unchanged, is what was stored', (section) => {
  const { patch, errors } = post(section, sectionEntries(full, section))
  expect(errors).toBeUndefined()
  expect(withSection(full, patch!)).toEqual(full)
})

test.each(SECTIONS)('%s: an empty form is a valid draft, save for what every practice has', (section) => {
  const empty = emptyContent('PELITA', 'sosial')
  const { patch, errors } = post(section, sectionEntries(empty, section))
  expect(errors).toBeUndefined()
  expect(withSection(empty, patch!)).toEqual(empty)
})

test('every record of the starting catalogue survives being opened and saved', () => {
  for (const record of readCatalogue().records) {
    const content = contentOf(record)
    for (const section of SECTIONS) {
      const before = sectionEntries(content, section)
      const { patch, errors } = post(section, before)
      expect({ name: record.name, section, errors }).toEqual({ name: record.name, section, errors: undefined })
      expect(sectionEntries(withSection(content, patch!), section)).toEqual(before)
    }
  }
})

describe('rows', () => {
  test('empty rows vanish and the button of a row removes it', () => {
    const { patch } = post('results', [
      ['results[0].indicator', 'Pertama'],
      ['results[0].result', '1'],
      ['results[1].indicator', ''],
      ['results[1].result', '  '],
      ['results[2].indicator', 'Ketiga'],
      ['results[2].drop', 'on'],
      ['results[4].result', '5'],
    ])
    expect(patch?.results?.map((line) => [line.indicator, line.result])).toEqual([
      ['Pertama', '1'],
      ['', '5'],
    ])
  })

  test.each([
    ['9.500.000', 9_500_000],
    ['Rp9.500.000', 9_500_000],
    ['Rp 9 500 000', 9_500_000],
    ['0', 0],
  ])('%s is an amount', (typed, amount) => {
    const { patch } = post('kit', [
      ['costs[0].item', 'Lampu'],
      ['costs[0].setUp', typed],
    ])
    expect(patch?.kit?.costs[0]?.setUp).toBe(amount)
  })
})

describe('what is refused, at which field', () => {
  test.each([
    ['identity', 'brand', '', 'brand'],
    ['identity', 'brand', 'x'.repeat(301), 'brand'],
    ['identity', 'contactEmail', 'bukan surel', 'contactEmail'],
    ['identity', 'startedOn', '2018-13', 'startedOn'],
    ['identity', 'startedOn', '2018-02-30', 'startedOn'],
    ['identity', 'startedOn', 'kemarin', 'startedOn'],
    ['classification', 'sector', 'tidak-ada', 'sector'],
    ['classification', 'sdgs', '18', 'sdgs[0]'],
    ['classification', 'targetGroups', 'tidak-ada', 'targetGroups[0]'],
    ['background', 'text.id', 'x'.repeat(20_001), 'text.id'],
    ['kit', 'costs[0].setUp', 'banyak', 'costs[0].setUp'],
    ['kit', 'costs[0].year', '20', 'costs[0].year'],
    ['kit', 'hostCapacity', '-1', 'hostCapacity'],
    ['sources', 'sources', 'https://contoh.go.id\njavascript:alert(1)', 'sources'],
    ['sources', 'sources', 'data:text/html,x', 'sources'],
  ] as const)('%s %s = %.40s', (section, name, value, field) => {
    const base = sectionEntries(emptyContent('PELITA', 'sosial'), section).filter(([n]) => n !== name)
    expect(Object.keys(post(section, [...base, [name, value]]).errors ?? {})).toEqual([field])
  })

  test('a text over the cap of the form is a valid draft', () => {
    expect(post('summary', [['text.id', 'kata '.repeat(900)]]).errors).toBeUndefined()
  })
})
