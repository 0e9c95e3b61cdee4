import { formatRupiah } from '#app/i18n/format.ts'
import { kitText, launchWords, regulationName } from '#app/i18n/practice-kit.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { namedAdopters, type PracticeContent } from '#db/practice-content.ts'
import { attachmentsOf } from '../attachment/attachment.ts'
import { resultLine } from './catalogue-columns.ts'
import { proofOf } from './iga-proof.ts'

export type IgaSource = {
  content: PracticeContent
  title: string
  agency: string
  url: string
  adoptions: readonly { agency: string; region: string | null; step: number; state: string }[]
}

export type IgaRow = {
  no: number
  indicator: string
  weight: number
  /** What the record says; empty where it says nothing. */
  found: string[]
  /** Attached files that are proof of it, going by their names and captions. */
  files: string[]
  /** What earns the lowest and the highest level, and what is usually shown as proof. */
  levels: string
}

/**
 * The indicators of one innovation in the regional innovation index (units 16–36 of 2023) with their weights, and the
 * levels in the reading of one regency: each region checks them against the guideline of its year.
 */
const INDICATORS: readonly [string, number, string, (source: IgaSource) => string[]][] = [
  [
    'Regulasi inovasi daerah',
    3,
    'SK kepala OPD → Perbup/Perwali → Perda',
    ({ content }) => [...rules(content), ...texts(content.kit.legalBasis)],
  ],
  ['Ketersediaan SDM', 2, 'Tanpa SK → SK OPD → SK kepala daerah', ({ content }) => staff(content)],
  ['Dukungan anggaran', 2, 'Swadaya → DPA tahun ini → DPA dua tahun atau lebih', costs],
  ['Alat kerja', 2, 'Manual → TI umum → sistem terintegrasi', ({ content }) => technology(content)],
  ['Bimbingan teknis inovasi', 1, 'Internal → kabupaten/kota → terakreditasi', () => []],
  ['Program dan kegiatan dalam RKPD', 2, 'Renja → RKPD → RPJMD', () => []],
  ['Keterlibatan aktor inovasi', 1, '1 → 2 → 3 unsur pentaheliks atau lebih', () => []],
  ['Pelaksana inovasi daerah', 1, '1 → 2–4 → 5 orang atau lebih', ({ content }) => staff(content)],
  ['Jejaring inovasi', 1, 'Kontak → MoU → PKS berjalan', ({ adoptions }) => agreements(adoptions)],
  ['Sosialisasi inovasi daerah', 1, 'Internal → media resmi → banyak saluran', ({ content }) => content.sources],
  ['Pedoman teknis', 1, 'Selebaran → SOP → manual/ISO', () => []],
  ['Kemudahan informasi layanan', 1, 'Papan informasi → situs → layanan bantuan', contact],
  [
    'Kemudahan proses inovasi',
    2,
    'Waktu hemat 10–30 → 31–60 → lebih dari 60 persen',
    ({ content }) => timeResults(content),
  ],
  ['Penyelesaian layanan pengaduan', 1, 'Kotak → WhatsApp < 3 hari → SP4N-LAPOR!', () => []],
  ['Layanan terintegrasi', 2, 'Berdiri sendiri → antar-OPD → Satu Data/nasional', ({ content }) => technology(content)],
  ['Replikasi', 3, 'Belum → di dalam daerah → di daerah lain', replication],
  ['Kecepatan penciptaan inovasi', 2, '> 12 → 6–12 → < 6 bulan', ({ content }) => launch(content)],
  [
    'Kemanfaatan inovasi',
    3,
    'Laporan internal → IKM baik → IKM > 85 dan data',
    ({ content }) => content.results.map(resultLine),
  ],
  ['Monitoring dan evaluasi', 2, 'Insidental → semester → triwulan teraudit', ({ content }) => methods(content)],
  [
    'Kualitas inovasi (video)',
    4,
    'Singkat → 3–5 menit → standar IGA dengan testimoni',
    ({ content }) => videos(content),
  ],
  ['Jumlah inovasi daerah', 0.38, 'Dihitung otomatis', () => ['Dihitung oleh sistem IGA']],
]

/** What the record already says to each indicator of the index. */
export function igaRows(source: IgaSource): IgaRow[] {
  return INDICATORS.map(([indicator, weight, levels, find], index) => ({
    ...{ no: index + 1, indicator, weight, levels },
    found: find(source).filter((text) => text.trim() !== ''),
    files: proofOf(attachmentsOf(source.content), index + 1),
  }))
}

/** The profile of the innovation in the fields of the index (PP 38/2017). */
export function igaProfile({ content, title, agency, url }: IgaSource): [label: string, value: string | null][] {
  const words = vocabularyText('id')
  const story = (section: keyof PracticeContent['story']) => content.story[section].id
  return [
    ['Nama inovasi', content.brand],
    ['Judul lugas', title],
    ['Tahapan inovasi', content.maturity && words.maturity[content.maturity]],
    ['Inisiator', agency],
    ['Jenis inovasi', content.digital === null ? null : content.digital ? 'Digital' : 'Nondigital'],
    ['Bentuk inovasi', content.form && words.form[content.form]],
    ['Urusan pemerintahan', content.affair && words.affair[content.affair]],
    ['Waktu uji coba', content.trialOn ?? null],
    ['Waktu penerapan', content.implementedOn ?? content.startedOn],
    ['Rancang bangun dan pokok perubahan', story('implementation') ?? content.approach.id],
    ['Tujuan inovasi', story('background') ?? content.problem.id],
    ['Manfaat yang diperoleh', story('significance')],
    ['Hasil inovasi', content.results.map(resultLine).join('\n') || null],
    ['Alamat pada JIPP', url],
  ]
}

const texts = (text: string | null) => (text ? [text] : [])

const rules = ({ kit }: PracticeContent) =>
  (kit.regulations ?? []).map((line) =>
    [regulationName('id', line), line.about && `tentang ${line.about}`, line.link].filter(Boolean).join(' '),
  )

const staff = ({ kit }: PracticeContent) => [
  ...(kit.staffing ?? []).map(({ role, count, skill }) =>
    [role, count !== null && kitText('id').people(count), skill].filter(Boolean).join(', '),
  ),
  ...texts(kit.staff),
]

const technology = ({ kit }: PracticeContent) => [
  ...(kit.technologies ?? []).map(({ name, kind }) =>
    [name, kind && practiceVocabulary('id').technologyKind[kind]].filter(Boolean).join(', '),
  ),
  ...texts(kit.technology),
]

const launch = ({ kit }: PracticeContent) => texts(launchWords('id', kit) ?? null)

function costs({ content: { kit } }: IgaSource): string[] {
  return kit.costs.map(({ item, setUp, yearly, year }) =>
    [
      item,
      setUp !== null && `awal ${formatRupiah('id', setUp)}`,
      yearly !== null && `per tahun ${formatRupiah('id', yearly)}`,
      year && `(${year})`,
    ]
      .filter(Boolean)
      .join(' '),
  )
}

/** The fifth step of an adoption is passed with a signed agreement. */
const agreements = (adoptions: IgaSource['adoptions']) =>
  adoptions.filter(({ step }) => step > 5).map(({ agency }) => `Kesepakatan adopsi dengan ${agency}`)

function replication({ content, adoptions }: IgaSource): string[] {
  const recorded = adoptions.map(({ agency, step }) => `${agency}: adopsi tercatat, langkah ${step}`)
  return [...recorded, ...namedAdopters(content).map((place) => `${place} (menurut sumber)`)]
}

function contact({ content, url }: IgaSource): string[] {
  return [url, ...texts(content.contactEmail)]
}

const TIME = /\b(?:detik|menit|jam|hari|minggu|bulan)\b/i
const timeResults = ({ results }: PracticeContent) =>
  results.filter(({ unit, indicator }) => TIME.test(`${unit ?? ''} ${indicator}`)).map(resultLine)

const methods = ({ results }: PracticeContent) =>
  results.flatMap(({ indicator, method }) => (method ? [`${indicator}: ${method}`] : []))

const videos = ({ sources }: PracticeContent) => sources.filter((link) => /youtu\.?be|vimeo\.com/i.test(link))
