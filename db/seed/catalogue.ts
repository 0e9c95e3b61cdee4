import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Bilingual, PracticeContent } from '../practice-content.ts'
import {
  type Affair,
  type AgencyType,
  type Form,
  type KippCategory,
  type Language,
  type Sector,
  STORY_SECTIONS,
  type StorySection,
  type TargetGroup,
} from '../vocabulary.ts'

/** A record of the starting catalogue as its editors wrote it. */
export type CatalogueRecord = {
  name: string
  tagline: string | null
  agency: string
  agency_type: string
  country: string
  unit: string | null
  sector: string
  start_year: number | null
  problem: string | null
  approach: string | null
  results: { indicator: string; before: string | null; after: string | null; period: string | null }[]
  awards: { name: string; year: number | null }[]
  replicated_by: string[]
  language: 'id' | 'en'
  sources: string[]
  province_code: string | null
  region_code: string | null
  title_id: string | null
  title_en: string | null
  summary_id: string | null
  summary_en: string | null
  digital: 'digital' | 'non-digital' | null
  form: string
  affair: string
  kipp_category: string
  target_groups: string[]
  sdgs: number[]
  subjects_id: string[]
  subjects_en: string[]
  remarks: string | null
}

const AGENCY_TYPE: Record<string, AgencyType> = {
  kabupaten: 'regency',
  kota: 'city',
  provinsi: 'province',
  kementerian: 'ministry',
  lembaga: 'institution',
  internasional: 'international',
  lainnya: 'other',
}

const SECTOR: Record<string, Sector> = {
  kesehatan: 'kesehatan',
  'administrasi kependudukan': 'administrasi-kependudukan',
  pendidikan: 'pendidikan',
  'layanan terpadu': 'layanan-terpadu',
  'lingkungan hidup': 'lingkungan-hidup',
  sosial: 'sosial',
  'perdagangan dan UMKM': 'perdagangan-umkm',
  'pemerintahan desa': 'pemerintahan-desa',
  'pertanian dan ketahanan pangan': 'pertanian-ketahanan-pangan',
  kebencanaan: 'kebencanaan',
  'aparatur dan tata kelola': 'aparatur-tata-kelola',
  'penanganan COVID-19': 'penanganan-covid-19',
  kepolisian: 'kepolisian',
  'pekerjaan umum dan perumahan': 'pekerjaan-umum-perumahan',
  'perpajakan dan pendapatan daerah': 'perpajakan-pendapatan-daerah',
  'pengaduan masyarakat': 'pengaduan-masyarakat',
  perizinan: 'perizinan',
  ketenagakerjaan: 'ketenagakerjaan',
  peternakan: 'peternakan',
  'perlindungan perempuan dan anak': 'perlindungan-perempuan-anak',
  'kelautan dan perikanan': 'kelautan-perikanan',
  perhubungan: 'perhubungan',
  hukum: 'hukum',
  'perencanaan pembangunan': 'perencanaan-pembangunan',
  'komunikasi dan informasi publik': 'komunikasi-informasi-publik',
  pariwisata: 'pariwisata',
  kebudayaan: 'kebudayaan',
  'air minum': 'air-minum',
  perkebunan: 'perkebunan',
  'tata ruang dan pertanahan': 'tata-ruang-pertanahan',
  lainnya: 'lainnya',
}

const FORM: Record<string, Form> = {
  'pelayanan publik': 'public_service',
  'tata kelola pemerintahan daerah': 'governance',
  'bentuk lainnya': 'other_form',
}

const AFFAIR: Record<string, Affair> = {
  kesehatan: 'kesehatan',
  'administrasi kependudukan dan pencatatan sipil': 'adminduk-capil',
  pendidikan: 'pendidikan',
  'fungsi penunjang (perencanaan, keuangan, kepegawaian, pengawasan, sekretariat)': 'fungsi-penunjang',
  'komunikasi dan informatika': 'komunikasi-informatika',
  'lingkungan hidup': 'lingkungan-hidup',
  'vertikal (kepolisian, peradilan, imigrasi, pajak pusat dan instansi pusat lain)': 'vertikal',
  sosial: 'sosial',
  pertanian: 'pertanian',
  'pemberdayaan masyarakat dan desa': 'pemberdayaan-masyarakat-desa',
  'penanaman modal': 'penanaman-modal',
  'pekerjaan umum dan penataan ruang': 'pekerjaan-umum-penataan-ruang',
  'ketenteraman, ketertiban umum dan pelindungan masyarakat': 'ketenteraman-ketertiban-linmas',
  'koperasi dan usaha kecil menengah': 'koperasi-ukm',
  perdagangan: 'perdagangan',
  'tenaga kerja': 'tenaga-kerja',
  'pemberdayaan perempuan dan pelindungan anak': 'pemberdayaan-perempuan-anak',
  'kelautan dan perikanan': 'kelautan-perikanan',
  perhubungan: 'perhubungan',
  pangan: 'pangan',
  pariwisata: 'pariwisata',
  'perumahan rakyat dan kawasan permukiman': 'perumahan-permukiman',
  kebudayaan: 'kebudayaan',
  'energi dan sumber daya mineral': 'energi-sumber-daya-mineral',
  'pengendalian penduduk dan keluarga berencana': 'pengendalian-penduduk-kb',
  kearsipan: 'kearsipan',
}

const KIPP: Record<string, KippCategory> = {
  kesehatan: 'kesehatan',
  'tata kelola pemerintahan': 'tata-kelola-pemerintahan',
  'inklusi sosial': 'inklusi-sosial',
  pendidikan: 'pendidikan',
  'pertumbuhan ekonomi dan kesempatan kerja': 'pertumbuhan-ekonomi-kesempatan-kerja',
  'energi dan lingkungan hidup': 'energi-lingkungan-hidup',
  'ketahanan pangan': 'ketahanan-pangan',
  'pengentasan kemiskinan': 'pengentasan-kemiskinan',
  'ketahanan bencana': 'ketahanan-bencana',
  'penegakan hukum': 'penegakan-hukum',
  'pemberdayaan masyarakat': 'pemberdayaan-masyarakat',
}

const TARGET: Record<string, TargetGroup> = {
  'masyarakat umum': 'masyarakat-umum',
  pasien: 'pasien',
  'bayi dan balita': 'bayi-balita',
  'anak dan pelajar': 'anak-pelajar',
  'warga daerah terpencil, perbatasan dan kepulauan': 'warga-terpencil-perbatasan-kepulauan',
  aparatur: 'aparatur',
  'ibu hamil dan ibu menyusui': 'ibu-hamil-menyusui',
  'remaja dan pemuda': 'remaja-pemuda',
  'keluarga miskin': 'keluarga-miskin',
  'penyandang disabilitas': 'penyandang-disabilitas',
  'petani dan peternak': 'petani-peternak',
  'pelaku usaha mikro, kecil dan menengah': 'umkm',
  'pelaku usaha dan investor': 'pelaku-usaha-investor',
  perempuan: 'perempuan',
  lansia: 'lansia',
  'pekerja dan pencari kerja': 'pekerja-pencari-kerja',
  'nelayan dan pembudi daya ikan': 'nelayan-pembudi-daya-ikan',
  'masyarakat adat': 'masyarakat-adat',
  'korban kekerasan dan bencana': 'korban-kekerasan-bencana',
  'warga binaan': 'warga-binaan',
  wisatawan: 'wisatawan',
}

/** The word of our vocabulary for a word of the editors; a word nobody mapped is an error, never dropped. */
function mapped<T>(table: Record<string, T>, word: string): T {
  const value = table[word]
  if (value === undefined) throw new Error(`the starting catalogue uses a word without a mapping: ${word}`)
  return value
}

/** The text in the slot of its language; the other stays unknown. */
const inLanguage = (language: 'id' | 'en', text: string | null): Bilingual =>
  language === 'en' ? { id: null, en: text } : { id: text, en: null }

const NOTHING: Bilingual = { id: null, en: null }

export function emptyStory(): Record<StorySection, Bilingual> {
  return Object.fromEntries(STORY_SECTIONS.map((section) => [section, { ...NOTHING }])) as Record<
    StorySection,
    Bilingual
  >
}

/** What a catalogue record says, in the shape of a revision. Unknown stays null: nothing is made up. */
export function contentOf(record: CatalogueRecord): PracticeContent {
  return {
    brand: record.name,
    title: { id: record.title_id, en: record.title_en },
    tagline: inLanguage(record.language, record.tagline),
    unit: record.unit,
    startedOn: record.start_year === null ? null : String(record.start_year),
    contactEmail: null,
    form: mapped(FORM, record.form),
    digital: record.digital === null ? null : record.digital === 'digital',
    sector: mapped(SECTOR, record.sector),
    affair: mapped(AFFAIR, record.affair),
    kippCategory: mapped(KIPP, record.kipp_category),
    targetGroups: record.target_groups.map((group) => mapped(TARGET, group)),
    sdgs: record.sdgs,
    subjects: { id: record.subjects_id, en: record.subjects_en },
    maturity: null,
    story: { ...emptyStory(), summary: { id: record.summary_id, en: record.summary_en } },
    problem: inLanguage(record.language, record.problem),
    approach: inLanguage(record.language, record.approach),
    results: record.results.map(({ indicator, before, after, period }) => ({
      indicator,
      unit: null,
      baseline: before,
      result: after,
      period,
      method: null,
    })),
    kit: {
      prerequisites: [],
      costs: [],
      staff: null,
      legalBasis: null,
      technology: null,
      timeToLaunch: null,
      parts: [],
      pitfalls: [],
      licence: null,
      replicable: null,
      hostCapacity: null,
    },
    awards: record.awards,
    replicatedBy: record.replicated_by,
    sources: record.sources,
    remarks: record.remarks,
  }
}

/** Key that recognises a record when the catalogue is loaded again. */
export function keyOf(record: Pick<CatalogueRecord, 'name' | 'agency' | 'country'>): string {
  return createHash('sha256').update(`${record.name}|${record.agency}|${record.country}`).digest('hex').slice(0, 24)
}

export function agencyTypeOf(record: CatalogueRecord): AgencyType {
  return mapped(AGENCY_TYPE, record.agency_type)
}

/** The whole starting catalogue, in the order in which public numbers are given, and the checksum of its files. */
export function readCatalogue(): { records: CatalogueRecord[]; checksum: string } {
  const [records, terms] = [read('catalogue.json'), read('search-terms.json')]
  return {
    records: JSON.parse(records) as CatalogueRecord[],
    checksum: createHash('sha256').update(records).update(terms).digest('hex'),
  }
}

/** Words by which people look for the records of the starting catalogue, as its curators assigned them. */
export type CatalogueTerms = { key: string; terms: Record<Language, string[]> }

/** The search terms of the starting catalogue, by the keys of its records. */
export function readSearchTerms(): CatalogueTerms[] {
  const records = JSON.parse(read('search-terms.json')) as (Pick<CatalogueRecord, 'name' | 'agency' | 'country'> &
    Record<Language, string[]>)[]
  return records.map((record) => ({ key: keyOf(record), terms: { id: record.id, en: record.en } }))
}

const read = (file: string) => readFileSync(new URL(`./${file}`, import.meta.url), 'utf8')
