import type { ResultLine } from '#db/practice-content.ts'
import { STORY_SECTIONS, type StorySection } from '#db/vocabulary.ts'
import { sectionNamedBy } from '../proposal/headings.ts'
import { folded } from './values.ts'

const SINGLE = [
  'externalId',
  'agency',
  'regionCode',
  'unit',
  'brand',
  'titleId',
  'titleEn',
  'taglineId',
  'taglineEn',
  'sector',
  'affair',
  'kippCategory',
  'form',
  'digital',
  'maturity',
  'targetGroups',
  'sdgs',
  'subjects',
  'startedOn',
  'contactEmail',
  'goal',
  'problem',
  'approach',
  'awards',
  'replicatedBy',
  'sources',
] as const
export type SingleColumn = (typeof SINGLE)[number]
/** What a sheet says of a result. */
export type ResultPart = Extract<keyof ResultLine, 'indicator' | 'unit' | 'baseline' | 'result' | 'period' | 'method'>
export type ResultColumn = `${ResultPart}:${number}`

/** What a column of the sheet holds. */
export type ColumnKey = SingleColumn | StorySection | ResultColumn

/** Result lines that a row may have. */
export const MOST_RESULTS = 5

/** How columns are called: by our template (first), by JIPPNas, SINOVIK and the registers of hubs, in English. */
const NAMES: Record<SingleColumn, string> = {
  externalId:
    'No Registrasi|Nomor Registrasi|No Reg|Kode NRI|NRI|ID Inovasi|Nomor Asal|ID|External ID|Registration number|Kode Inovasi',
  agency:
    'Instansi|Nama Instansi|Pemerintah Daerah|Nama Pemda|Pemda|K/L/D|KLD|Kementerian/Lembaga/Daerah|Agency|Instansi Pemilik',
  regionCode: 'Kode Wilayah|Kode Kemendagri|Kode Daerah|Region code',
  unit: 'Unit Pelaksana|UPP|Unit|Unit Kerja|OPD|Perangkat Daerah|SKPD|Nama UPP|Unit in charge',
  brand: 'Nama Inovasi|Judul Inovasi|Judul|Nama Praktik|Nama|Title|Name|Brand',
  titleId: 'Judul Biasa|Judul Deskriptif|Judul Jelas|Plain title',
  titleEn: 'Judul Bahasa Inggris|Judul Inggris|Title in English|Plain title in English',
  taglineId: 'Ringkasan Satu Kalimat|Satu Kalimat|Tagline|One sentence',
  taglineEn: 'Ringkasan Satu Kalimat Bahasa Inggris|Satu Kalimat Inggris|One sentence in English',
  sector: 'Sektor|Bidang|Sector',
  affair: 'Urusan|Urusan Pemerintahan|Urusan Wajib|Affair',
  kippCategory: 'Kategori|Kategori KIPP|Kategori Kompetisi|Kategori Inovasi|Category',
  form: 'Bentuk|Bentuk Inovasi|Form',
  digital: 'Digital|Jenis|Jenis Inovasi',
  maturity: 'Tahapan|Tahap|Tahapan Inovasi|Kematangan|Maturity',
  targetGroups: 'Kelompok Sasaran|Sasaran|Penerima Manfaat|Target groups',
  sdgs: 'TPB/SDGs|SDGs|SDG|TPB|Tujuan Pembangunan Berkelanjutan',
  subjects: 'Kata Kunci|Kata Subjek|Tag|Keywords|Subjects',
  startedOn:
    'Mulai Berjalan|Tahun Implementasi|Tahun Mulai|Tahun|Tanggal Mulai|Tanggal Implementasi|Tanggal Penerapan|Waktu Mulai|Running since|Year',
  contactEmail: 'Surel Kontak|Email|Surel|Kontak Email|Contact e-mail',
  goal: 'Tujuan|Tujuan Inovasi|Goals|Goal',
  problem: 'Masalah|Permasalahan|Masalah Dalam Satu Kalimat|Problem',
  approach: 'Cara|Cara Menjawab|Pendekatan|Approach',
  awards: 'Penghargaan|Award|Awards',
  replicatedBy: 'Direplikasi Oleh|Replikator|Daerah Replikasi|Replicated by',
  sources: 'Tautan|Sumber|Link|Video|Tautan Sumber|Tautan Video|Website|URL|Sources',
}

const STORY_NAMES: Partial<Record<StorySection, string>> = {
  summary: 'Ringkasan|Ringkasan Kurasi|Summary|Deskripsi',
  background: 'Latar Belakang|Latar Belakang dan Tujuan|Background',
  novelty: 'Kebaruan|Kebaruan/Nilai Tambah|Novelty',
  implementation: 'Implementasi|Rancang Bangun|Implementation',
  significance: 'Signifikansi|Evaluasi dan Dampak|Dampak|Manfaat|Hasil Inovasi|Significance',
  replicated: 'Sudah Direplikasi|Replikasi|Already replicated',
  adaptability: 'Potensi Adaptasi|Adaptabilitas|Adaptasi, Replikasi, Scaling|Adaptability',
  resources: 'Sumber Daya|Sumber Daya Pendukung|Resources',
  sustainability: 'Strategi Keberlanjutan|Keberlanjutan|Kondisi Keberlanjutan|Sustainability',
}

const RESULT_NAMES: Record<ResultPart, string> = {
  indicator: 'Indikator|Indicator',
  unit: 'Satuan|Unit of measure',
  baseline: 'Sebelum|Kondisi Awal|Baseline|Before',
  result: 'Sesudah|Hasil|Kondisi Akhir|Result|After',
  period: 'Periode|Period',
  method: 'Metode|Cara Ukur|Method',
}

const byName = <K extends string>(names: Partial<Record<K, string>>): ReadonlyMap<string, K> =>
  new Map(
    (Object.entries(names) as [K, string][]).flatMap(([key, list]) =>
      list.split('|').map((name) => [folded(name), key] as const),
    ),
  )
const SINGLE_BY_NAME = byName(NAMES)
const STORY_BY_NAME = byName(STORY_NAMES)
const RESULT_BY_NAME = byName(RESULT_NAMES)

/** The column that a file of corrected rows adds; read as none. */
export const FAULT_COLUMN = { id: 'Yang perlu diperbaiki', en: 'What has to be corrected' } as const

/** What a heading says that its column holds; `null` where nobody knows. */
export function columnNamed(heading: string): ColumnKey | null {
  const bare = heading.replace(/[([](?:wajib|required|maks[^)\]]*|opsional|optional)[)\]]/gi, '').replace(/\*+\s*$/, '')
  const name = folded(bare)
  if (name === '') return null
  const known = SINGLE_BY_NAME.get(name) ?? STORY_BY_NAME.get(name)
  if (known) return known
  const [, word = name, digits = '1'] = /^(.+?)(?: (\d))?$/.exec(name) ?? []
  const result = RESULT_BY_NAME.get(word)
  if (result && Number(digits) >= 1 && Number(digits) <= MOST_RESULTS) return `${result}:${Number(digits)}`
  return sectionNamedBy(bare)
}

export type Columns = readonly (ColumnKey | null)[]

/** The columns of a head: of two with the same meaning the first one counts, except for links, which are gathered. */
export function columnsOf(head: readonly string[]): (ColumnKey | null)[] {
  const taken = new Set<ColumnKey>()
  return head.map((heading) => {
    const key = columnNamed(heading)
    if (key === null || (taken.has(key) && key !== 'sources')) return null
    taken.add(key)
    return key
  })
}

/** Whether a row of a sheet is its head: it names the innovation and one thing more. */
export function isHead(cells: readonly string[]): boolean {
  const keys = columnsOf(cells).filter((key) => key !== null)
  return keys.includes('brand') && keys.length >= 2
}

/** The columns of the template, in its order, with the names that it prints. */
export const TEMPLATE_COLUMNS: readonly { key: ColumnKey; name: string }[] = [
  ...SINGLE.slice(0, 20),
  'problem' as const,
  'approach' as const,
  ...STORY_SECTIONS,
].map((key) => ({
  key,
  name: (NAMES[key as SingleColumn] ?? STORY_NAMES[key as StorySection] ?? key).split('|')[0]!,
}))

export const TEMPLATE_TAIL: readonly { key: ColumnKey; name: string }[] = [
  ...[1, 2, 3].flatMap((number) =>
    (Object.keys(RESULT_NAMES) as ResultPart[]).map((key) => ({
      key: `${key}:${number}` as const,
      name: `${RESULT_NAMES[key].split('|')[0]} ${number}`,
    })),
  ),
  ...(['awards', 'replicatedBy', 'sources'] as const).map((key) => ({ key, name: NAMES[key].split('|')[0]! })),
]
