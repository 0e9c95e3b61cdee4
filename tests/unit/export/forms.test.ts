import { expect, test } from 'vitest'
import { catalogueColumns, type Exported } from '#app/domain/export/catalogue-columns.ts'
import { igaProfile, igaRows } from '#app/domain/export/iga-evidence.ts'
import { proofOf, unplacedDocuments } from '#app/domain/export/iga-proof.ts'
import { kippForm } from '#app/domain/export/kipp-form.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'
import { STORY_SECTIONS, WORD_CAPS } from '#db/vocabulary.ts'

const plain = practiceContent()
const content = {
  ...plain,
  results: [
    {
      indicator: 'Waktu tunggu',
      unit: 'menit',
      baseline: '120',
      result: '15',
      period: '2019–2021',
      method: 'catatan loket',
    },
    { indicator: 'Kepuasan', unit: 'persen', baseline: null, result: '92', period: null, method: null },
  ],
  kit: {
    ...plain.kit,
    legalBasis: 'Peraturan Bupati Nomor 3 Tahun 2019',
    costs: [{ item: 'Server', per: null, setUp: 9_500_000, yearly: null, year: 2019 }],
  },
  sources: ['https://www.youtube.com/watch?v=abc', 'https://contoh.go.id'],
}

test('the proposal has the nine parts of the form in its order, each with its words and its cap', () => {
  const { header, parts } = kippForm({
    content,
    agency: 'Kabupaten Uji',
    title: 'Antrean tanpa menunggu',
    isReplica: true,
  })
  expect(parts.map(({ section }) => section)).toEqual([...STORY_SECTIONS])
  expect(parts.map(({ cap }) => cap)).toEqual(STORY_SECTIONS.map((section) => WORD_CAPS[section]))
  expect(parts.find(({ section }) => section === 'background')?.words).toBeGreaterThan(0)
  expect(Object.fromEntries(header)).toMatchObject({ 'Judul inovasi': 'Antrean tanpa menunggu', Kelompok: 'Replikasi' })
  expect(parts.find(({ section }) => section === 'significance')?.table?.rows).toEqual([
    ['Waktu tunggu', '120', '15', 'menit', '2019–2021', 'catatan loket'],
    ['Kepuasan', '–', '92', 'persen', '–', '–'],
  ])
  expect(parts.find(({ section }) => section === 'resources')?.table?.rows).toEqual([
    ['Server', 'Rp9.500.000', '–', '2019'],
  ])
})

test('an unwritten part says so by having no words', () => {
  const empty = { ...content, story: { ...content.story, novelty: { id: null, en: 'Only in English.' } } }
  const { parts } = kippForm({ content: empty, agency: 'x', title: 'y', isReplica: false })
  expect(parts.find(({ section }) => section === 'novelty')).toMatchObject({ words: 0, paragraphs: [] })
})

test('each indicator of the index has what the record says, and nothing where it says nothing', () => {
  const adoptions = [{ agency: 'Kabupaten Lain', region: 'Lain', step: 7, state: 'active' }]
  const rows = igaRows({ content, title: 'x', agency: 'y', url: 'https://jipp.test/practices/JIPP-11-0001', adoptions })
  expect(rows).toHaveLength(21)
  expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(37.38)
  const found = Object.fromEntries(rows.map(({ no, found }) => [no, found]))
  expect(found[1]).toEqual(['Peraturan Bupati Nomor 3 Tahun 2019'])
  expect(found[3]).toEqual(['Server awal Rp9.500.000 (2019)'])
  expect(found[5]).toEqual([])
  expect(found[9]).toEqual(['Kesepakatan adopsi dengan Kabupaten Lain'])
  expect(found[13]).toEqual(['Waktu tunggu: 120 → 15 menit (2019–2021)'])
  expect(found[16]).toContain('Kabupaten Lain: adopsi tercatat, langkah 7')
  expect(found[20]).toEqual(['https://www.youtube.com/watch?v=abc'])
  expect(igaProfile({ content, title: 'x', agency: 'y', url: 'u', adoptions: [] }).length).toBeGreaterThan(10)
})

const file = (name: string, caption: string | null = null, kind: 'document' | 'photo' = 'document') => ({
  ...{ fileId: name, kind, name, mediaType: 'application/pdf', bytes: 1, sha256: '' },
  ...{ caption: { id: caption, en: null }, alt: { id: null, en: null } },
})

test.each([
  [1, 'SK Bupati 112 Tahun 2023.pdf', null],
  [1, 'pindaian.pdf', 'Keputusan Bupati tentang jadwal perahu'],
  [3, 'RAB_2024.xlsx', null],
  [9, 'dokumen.pdf', 'Nota kesepahaman dengan puskesmas'],
  [11, 'SOP-penjemputan.docx', null],
])('indicator %i has the attached %s (%s) as its proof', (indicator, name, caption) => {
  expect(proofOf([file('foto.pdf'), file(name, caption)], indicator)).toEqual([caption ? `${name}: ${caption}` : name])
  expect(unplacedDocuments([file(name, caption), file('formulir.docx', 'Formulir')])).toEqual([
    'formulir.docx: Formulir',
  ])
})

test('an indicator of which nothing but a file tells names the file', () => {
  const silent = { ...content, kit: { ...content.kit, legalBasis: null }, attachments: [file('SK Bupati 112.pdf')] }
  const [rule] = igaRows({ content: silent, title: 'x', agency: 'y', url: 'u', adoptions: [] })
  expect(rule).toMatchObject({ found: [], files: ['SK Bupati 112.pdf'] })
})

test('the list of practices tells the time to launch by its months', () => {
  const column = catalogueColumns('id').find(({ head }) => head === 'Waktu sampai berjalan')
  const said = (kit: object) => column?.cell({ content: { ...content, kit: { ...content.kit, ...kit } } } as Exported)
  expect(said({ launchMin: 2, launchMax: 3, timeToLaunch: null })).toBe('2–3 bulan')
  expect(said({ launchMin: 2, launchMax: 3, timeToLaunch: 'sesudah musim hujan' })).toBe(
    '2–3 bulan. sesudah musim hujan',
  )
  expect(said({ timeToLaunch: null })).toBeNull()
})
