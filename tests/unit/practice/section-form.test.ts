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

/** Every field of the template, filled in. */
const typed: PracticeContent = {
  ...full,
  level: 'regency_city',
  contactRole: 'Kepala Bidang Lalu Lintas',
  innovators: [
    { name: 'Ibu Contoh', role: 'perancang', consent: true },
    { name: 'Bapak Contoh', consent: false },
  ],
  serviceType: 'services',
  roundtableTopic: 'participation',
  trialOn: '2017-06',
  implementedOn: '2018-04-01',
  results: full.results.map((line) => ({
    ...line,
    baselineOn: '2017',
    resultOn: '2019-12-31',
    women: '51%',
    men: '49%',
    withDisability: '12 orang',
    evidence: 'https://contoh.go.id/laporan.pdf',
  })),
  kit: {
    ...full.kit,
    prerequisiteKinds: { 'Ada RT aktif': 'community', 'Ada anggaran lampu': 'budget' },
    costs: [{ ...full.kit.costs[0]!, scale: 'village' }],
    staffing: [
      { role: 'Petugas lampu', count: 2, time: 'full', skill: 'listrik' },
      { role: 'Penjaga', count: null },
    ],
    regulations: [
      { about: 'penerangan jalan', kind: 'head_regulation', number: '12', year: 2018, link: 'https://contoh.go.id/p' },
      { about: 'tim lampu', year: null },
    ],
    technologies: [
      { name: 'Peta lampu', kind: 'map', openSource: true, shared: true },
      { name: 'WhatsApp', kind: 'messaging' },
    ],
    launchMin: 3,
    launchMax: 6,
    parts: [{ name: 'Piket warga', kind: 'core', note: 'Tanpa ini tidak ada laporan.' }],
    remedies: { 'Suku cadang langka': 'Simpan sepuluh lampu di gudang.' },
    licenceKind: 'attribution',
  },
  awards: [{ name: 'Top 30', year: 2021, scheme: 'kipp', tier: 'Top 45' }],
}

test.each([
  ['without the fields that came later', full],
  ['with every field', typed],
] as const)('what the form shows, posted unchanged, is what was stored: %s', (_name, stored) => {
  for (const section of SECTIONS) {
    const { patch, errors } = post(section, sectionEntries(stored, section))
    expect({ section, errors }).toEqual({ section, errors: undefined })
    // As the database keeps it: what is undefined is not there.
    expect(JSON.parse(JSON.stringify(withSection(stored, patch!)))).toEqual(stored)
  }
})

test('a text saved with every field has an entry for each value, and none twice', () => {
  for (const section of SECTIONS) {
    const names = sectionEntries(typed, section).map(([name]) => name)
    expect(new Set(names.filter((name) => !/^(targetGroups|sdgs)$/.test(name))).size).toBe(
      names.filter((name) => !/^(targetGroups|sdgs)$/.test(name)).length,
    )
  }
})

describe('rows that were once typed into one box', () => {
  test('a form of that time is still understood', () => {
    const { patch } = post('kit', [
      ['prerequisites', 'Ada RT aktif\n\nAda anggaran lampu'],
      ['pitfalls', 'Suku cadang langka'],
    ])
    expect(patch?.kit?.prerequisites).toEqual(['Ada RT aktif', 'Ada anggaran lampu'])
    expect(patch?.kit?.pitfalls).toEqual(['Suku cadang langka'])
    expect(patch?.kit?.prerequisiteKinds).toBeUndefined()
  })

  test('the same pitfall twice keeps both remedies', () => {
    const { patch } = post('kit', [
      ['pitfalls[0].text', 'Sinyal hilang'],
      ['pitfalls[0].remedy', 'Pakai SMS.'],
      ['pitfalls[1].text', 'Sinyal hilang'],
      ['pitfalls[1].remedy', 'Catat di buku.'],
    ])
    expect(patch?.kit).toMatchObject({
      pitfalls: ['Sinyal hilang'],
      remedies: { 'Sinyal hilang': 'Pakai SMS.; Catat di buku.' },
    })
  })

  test('a remedy without its pitfall is kept', () => {
    const { patch } = post('kit', [['pitfalls[0].remedy', 'Pakai SMS.']])
    expect(patch?.kit).toMatchObject({ pitfalls: [''], remedies: { '': 'Pakai SMS.' } })
  })
})

test.each(SECTIONS)('%s: an empty form is a valid draft, save for what every practice has', (section) => {
  const empty = emptyContent('PELITA', 'sosial')
  const { patch, errors } = post(section, sectionEntries(empty, section))
  expect(errors).toBeUndefined()
  expect(withSection(empty, patch!)).toEqual(empty)
})

test('every record of the starting catalogue survives being opened and saved', { timeout: 30_000 }, () => {
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

test('the time at worst is not shorter than the time at best', () => {
  const { errors } = post('kit', [
    ['launchMin', '6'],
    ['launchMax', '3'],
  ])
  expect(errors).toEqual({ launchMax: ['launchOrder'] })
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
    ['identity', 'level', 'tidak-ada', 'level'],
    ['classification', 'trialOn', 'kemarin', 'trialOn'],
    ['results', 'results[0].baselineOn', '2018-13', 'results[0].baselineOn'],
    ['kit', 'prerequisites[0].kind', 'tidak-ada', 'prerequisites[0].kind'],
    ['kit', 'costs[0].scale', 'tidak-ada', 'costs[0].scale'],
    ['kit', 'staffing[0].count', 'dua', 'staffing[0].count'],
    ['kit', 'regulations[0].link', 'javascript:alert(1)', 'regulations[0].link'],
    ['kit', 'launchMin', 'tiga', 'launchMin'],
    ['kit', 'licenceKind', 'tidak-ada', 'licenceKind'],
  ] as const)('%s %s = %.40s', (section, name, value, field) => {
    const base = sectionEntries(emptyContent('PELITA', 'sosial'), section).filter(([n]) => n !== name)
    expect(Object.keys(post(section, [...base, [name, value]]).errors ?? {})).toEqual([field])
  })

  test('a text over the cap of the form is a valid draft', () => {
    expect(post('summary', [['text.id', 'kata '.repeat(900)]]).errors).toBeUndefined()
  })
})
