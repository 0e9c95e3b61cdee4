import type { StorySection } from '#db/vocabulary.ts'
import type { Paragraph } from './blocks.ts'

/** Short answers of the head of the form, beside its sections. */
export const PROPOSAL_FIELDS = [
  'brand',
  'unit',
  'startedOn',
  'contactEmail',
  'kippCategory',
  'sdgs',
  'sources',
] as const
export type ProposalField = (typeof PROPOSAL_FIELDS)[number]

export type ProposalTarget = StorySection | ProposalField | 'results'

type Heading = {
  target: StorySection | ProposalField
  /** One of these words must be there … */
  keys: string
  /** … one of these too, where there are any … */
  need?: string
  /** … and beside these, and the fillers, no other. */
  extras?: string
}

/**
 * How the sections of the KIPP form are called in its versions (2019 to 2025, general, replication and special group) and
 * in the forms of hubs. The first that fits wins.
 */
const HEADINGS: readonly Heading[] = [
  {
    target: 'replicated',
    keys: 'direplikasi diadaptasi diadopsi replikasi adaptasi adaptabilitas replicated',
    need: 'sudah telah pernah bukti already',
    extras:
      'dilakukan instansi lain upp daerah replikator diterapkan adanya been others elsewhere potensi belum apakah',
  },
  { target: 'implementation', keys: 'proses tahapan', need: 'replikasi pelaksanaan implementasi penerapan' },
  {
    target: 'adaptability',
    keys: 'adaptabilitas transferabilitas potensi kemungkinan adaptability transferability',
    extras: 'replikasi adaptasi direplikasi diadaptasi adopsi dapat potential replikabilitas',
  },
  { target: 'adaptability', keys: 'replikabilitas replikasi replication', extras: 'adaptasi' },
  {
    target: 'summary',
    keys: 'ringkasan abstrak sinopsis rangkuman summary abstract',
    extras: 'eksekutif umum executive singkat isi',
  },
  {
    target: 'background',
    keys: 'latar tujuan permasalahan masalah inspirasi background goal goals objective objectives problem',
    extras: 'belakang analisis awal isu strategis sasaran kondisi identifikasi rumusan manfaat',
  },
  {
    target: 'novelty',
    keys: 'kebaruan kebaharuan keunikan pembeda pembaruan pembaharuan novelty orisinalitas keaslian ide gagasan',
    extras: 'nilai tambah keunggulan faktor inovatif added value kreatif keaslian orisinal',
  },
  { target: 'novelty', keys: 'nilai', need: 'tambah', extras: 'kebaruan' },
  {
    target: 'implementation',
    keys: 'implementasi pelaksanaan penerapan implementation',
    extras: 'cara tahapan proses langkah mekanisme tahap strategi how it works',
  },
  { target: 'implementation', keys: 'cara langkah mekanisme', need: 'kerja langkah mekanisme', extras: 'pelaksanaan' },
  {
    target: 'significance',
    keys: 'signifikansi dampak hasil manfaat outcome impact significance results',
    extras: 'evaluasi capaian perubahan nyata penting pengukuran monitoring bagi masyarakat sebelum sesudah diperoleh',
  },
  {
    target: 'significance',
    keys: 'kontribusi evaluasi contribution evaluation',
    extras:
      'tpb sdgs sdg tujuan pembangunan berkelanjutan capaian terhadap nasional internal eksternal monitoring impact',
  },
  {
    target: 'resources',
    keys: 'sumber resources',
    need: 'daya resources',
    extras: 'manusia anggaran keuangan metode peralatan material digunakan dana sdm penggunaan',
  },
  {
    target: 'sustainability',
    keys: 'keberlanjutan berkelanjutan keberlangsungan sustainability',
    extras: 'strategi penguatan institusional manajerial sosial upaya rencana strategy jaminan',
  },
  { target: 'sustainability', keys: 'institusional manajerial sosial', need: 'strategi' },
  {
    target: 'sustainability',
    keys: 'pemangku stakeholders stakeholder',
    need: 'kepentingan stakeholders stakeholder',
    extras: 'keterlibatan kolaborasi dukungan peran',
  },
]

/** The head of the form: a label with a short answer. */
const FIELDS: readonly Heading[] = [
  { target: 'brand', keys: 'judul', extras: 'nama' },
  { target: 'brand', keys: 'nama title', need: 'inovasi innovation' },
  {
    target: 'unit',
    keys: 'upp opd skpd unit perangkat',
    extras: 'nama daerah penyelenggara kerja pelaksana pengusul',
  },
  {
    target: 'startedOn',
    keys: 'tanggal tahun waktu mulai',
    need: 'mulai dimulai implementasi pelaksanaan penerapan diterapkan peluncuran diimplementasikan',
    extras: 'awal pertama kali',
  },
  { target: 'contactEmail', keys: 'email surel mail', extras: 'alamat kontak e narahubung' },
  { target: 'kippCategory', keys: 'kategori', extras: 'kompetisi kipp' },
  {
    target: 'sdgs',
    keys: 'sdgs sdg tpb goals pembangunan',
    extras: 'tujuan berkelanjutan development sustainable terkait keterkaitan kontribusi pilihan',
  },
  {
    target: 'sources',
    keys: 'tautan link url video youtube',
    extras: 'bukti dukung dokumen pendukung google drive lampiran alamat website situs',
  },
]

const FILLERS = new Set(
  `inovasi inovatif innovation innovative pelayanan layanan publik public service dan atau serta yang di ke dari pada untuk
  dengan oleh secara ini itu tersebut proposal program kegiatan uraian uraikan penjelasan jelaskan deskripsi singkat bagian
  aspek unit kerja terhadap atas the of and or a an to for`.split(/\s+/),
)

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .match(/\p{L}+/gu) ?? []

const asSet = (words = '') => new Set(words.split(' '))
const compiled = (headings: readonly Heading[]) =>
  headings.map(({ target, keys, need, extras }) => ({
    target,
    keys: asSet(keys),
    need: need ? asSet(need) : null,
    known: new Set([...asSet(keys), ...asSet(need), ...asSet(extras), ...FILLERS]),
  }))
const SECTION_RULES = compiled(HEADINGS)
const FIELD_RULES = compiled(FIELDS)

/** Longer lines are sentences and not headings. */
const MOST_HEADING_WORDS = 14

function match(rules: ReturnType<typeof compiled>, text: string) {
  const words = wordsOf(bareHeading(text))
  if (words.length === 0 || words.length > MOST_HEADING_WORDS) return null
  const rule = rules.find(
    ({ keys, need, known }) =>
      words.some((word) => keys.has(word)) &&
      (need === null || words.some((word) => need.has(word))) &&
      words.every((word) => known.has(word)),
  )
  return rule?.target ?? null
}

export const sectionNamedBy = (text: string) => match(SECTION_RULES, text) as StorySection | null
export const fieldNamedBy = (text: string) => match(FIELD_RULES, text) as ProposalField | null

/** `2. Latar Belakang (maks. 300 kata)` → `Latar Belakang`: without number and word cap. */
function bareHeading(text: string): string {
  return text
    .replace(NUMBER, '')
    .replace(/[([][^)\]]*\b(?:kata|words?|maks\w*|karakter)\b[^)\]]*[)\]]?/gi, ' ')
    .replace(/[-–,:;]?\s*(?:maks\w*\.?|paling banyak)\s*\d+\s*kata\.?\s*$/i, ' ')
}

const NUMBER =
  /^\s*(?:bab\s+)?(?:([ivxl]{1,6})|([a-z])|(\d{1,2}[a-z]?(?:\.\d{1,2})*))\s*(?:[.):\]–-]+\s*|\s+(?=\p{L}{3}))/iu

/** The rank of a heading: smaller is higher. Styled headings count by their level, others by how they are numbered. */
export function rankOf({ text, level, mark }: Pick<Paragraph, 'text' | 'level' | 'mark'>): number {
  if (level !== null) return level
  const numbered = /^\s*(?:bab\s+)?(?:([IVXL]{1,6})|([A-Z])|(\d{1,2}[a-z]?)|([a-z]))(\.\d)?\s*[.):\]]/.exec(text)
  if (!numbered) return mark ? 12 : 15
  const [, roman, upper, digit, lower, deeper] = numbered
  if (deeper) return 14
  return roman ? 10 : upper ? 11 : digit ? 12 : lower ? 14 : 15
}

/** Whether a line that names no known section still looks like a heading of its own. */
export function looksLikeHeading({ text, level, bold, mark }: Paragraph): boolean {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > MOST_HEADING_WORDS || text.includes('\n')) return false
  if (level !== null) return true
  if (/[.;,?!]$/.test(text)) return false
  return bold || (isShouted(text) && mark !== '-')
}

/** In capitals only. */
export function isShouted(text: string): boolean {
  return text === text.toUpperCase() && wordsOf(text).join('').length >= 6
}

/** A heading that ends the sections of the form, however it is set. */
export function endsTheStory(text: string): boolean {
  return /^(?:lampiran|penutup|kesimpulan|daftar|dokumentasi|tim inovator|biodata|profil|referensi|identitas)\b/i.test(
    text.replace(NUMBER, '').trim(),
  )
}

/** `Ringkasan: Warga …` → label and what follows it on the line. */
export function splitLabel(text: string): { label: string; rest: string } | null {
  const at = text.search(/[:：]/)
  if (at < 2 || at > 120) return null
  const [label, rest] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  return label && !label.includes('\n') ? { label, rest } : null
}

/** An instruction of the form itself: `Uraikan … (maksimal 200 kata)`. */
export function isInstruction(text: string): boolean {
  const words = wordsOf(text).length
  if (words === 0 || words > 60) return false
  const asksFor =
    /^[([]?\s*(?:uraikan|jelaskan|sebutkan|tuliskan|isi(?:lah)?|deskripsikan|gambarkan|maks\w*\.?|paling banyak)\b/i
  return asksFor.test(text) && /\bkata\b|\bmaks|\bproposal\b|\binovasi ini\b/i.test(text)
}
