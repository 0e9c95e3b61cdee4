import { vocabularyText } from '#app/i18n/vocabulary.ts'
import {
  AFFAIRS,
  type Affair,
  FORMS,
  type Form,
  KIPP_CATEGORIES,
  type KippCategory,
  MATURITIES,
  type Maturity,
  SECTORS,
  type Sector,
  TARGET_GROUPS,
  type TargetGroup,
} from '#db/vocabulary.ts'

/* Values as people write them in forms and sheets, read as the values that are stored. `undefined`: nobody can tell. */

/** Letters and digits only, small: how names of columns and agencies are compared. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' dan ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Without the words that carry nothing: `Urusan Koperasi & UKM` and `koperasi-ukm` are the same value. */
export function plain(text: string): string {
  return folded(text)
    .replace(/\b(dan|and|serta|urusan|pemerintahan bidang|bidang)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

type Words<T extends string> = ReadonlyMap<string, T>

function wordsFor<T extends string>(
  values: readonly T[],
  key: 'sector' | 'affair' | 'kippCategory' | 'targetGroup' | 'form' | 'maturity',
  more: Record<string, T> = {},
): Words<T> {
  const [id, en] = [vocabularyText('id')[key], vocabularyText('en')[key]] as Record<string, string>[]
  return new Map([
    ...values.flatMap((value) =>
      [value, id?.[value] ?? '', en?.[value] ?? ''].map((word) => [plain(word), value] as const),
    ),
    ...Object.entries(more).map(([word, value]) => [plain(word), value] as const),
  ])
}

const WORDS = {
  sector: wordsFor<Sector>(SECTORS, 'sector'),
  affair: wordsFor<Affair>(AFFAIRS, 'affair', {
    adminduk: 'adminduk-capil',
    'administrasi kependudukan dan pencatatan sipil': 'adminduk-capil',
    kominfo: 'komunikasi-informatika',
    'komunikasi dan informatika': 'komunikasi-informatika',
    'koperasi usaha kecil dan menengah': 'koperasi-ukm',
    esdm: 'energi-sumber-daya-mineral',
    'pemberdayaan perempuan dan perlindungan anak': 'pemberdayaan-perempuan-anak',
    'pemberdayaan perempuan dan pelindungan anak': 'pemberdayaan-perempuan-anak',
    'perumahan rakyat dan kawasan permukiman': 'perumahan-permukiman',
    'fungsi lain sesuai dengan ketentuan peraturan perundang undangan': 'fungsi-penunjang',
  }),
  kippCategory: wordsFor<KippCategory>(KIPP_CATEGORIES, 'kippCategory', {
    'energi bersih dan lingkungan hidup': 'energi-lingkungan-hidup',
    'pertumbuhan ekonomi': 'pertumbuhan-ekonomi-kesempatan-kerja',
    'tata kelola': 'tata-kelola-pemerintahan',
  }),
  targetGroup: wordsFor<TargetGroup>(TARGET_GROUPS, 'targetGroup'),
  form: wordsFor<Form>(FORMS, 'form', {
    'inovasi pelayanan publik': 'public_service',
    'inovasi tata kelola pemerintahan daerah': 'governance',
    'tata kelola pemerintahan daerah': 'governance',
    'tata kelola': 'governance',
    'inovasi daerah lainnya sesuai dengan urusan pemerintahan yang menjadi kewenangan daerah': 'other_form',
    lainnya: 'other_form',
  }),
  maturity: wordsFor<Maturity>(MATURITIES, 'maturity', { ujicoba: 'pilot', implementasi: 'implemented' }),
} as const

type Vocabularies = {
  sector: Sector
  affair: Affair
  kippCategory: KippCategory
  targetGroup: TargetGroup
  form: Form
  maturity: Maturity
}

/** The value of a list that a word in either language names. */
export function valueNamed<K extends keyof Vocabularies>(list: K, word: string): Vocabularies[K] | undefined {
  return (WORDS[list] as Words<Vocabularies[K]>).get(plain(word))
}

/** The one value that a longer text names: ticked (`☑ Kesehatan ☐ Pendidikan`), or the only one there. */
export function valueWithin<K extends keyof Vocabularies>(list: K, text: string): Vocabularies[K] | undefined {
  const ticked = [...text.matchAll(/(?:☑|☒|✓|✔|\[[xXvV]\])\s*([^☐☑☒✓✔[\n]+)/g)].map(([, word]) => word!)
  if (ticked.length > 0) {
    const values = new Set(ticked.map((word) => valueNamed(list, word)).filter((value) => value !== undefined))
    return values.size === 1 ? [...values][0] : undefined
  }
  const whole = valueNamed(list, text)
  if (whole) return whole
  const words = ` ${plain(text)} `
  const named = [...(WORDS[list] as Words<Vocabularies[K]>)].filter(
    ([word]) => word !== '' && words.includes(` ${word} `),
  )
  const values = new Set(named.map(([, value]) => value))
  return values.size === 1 ? [...values][0] : undefined
}

const MONTHS: Record<string, number> = Object.fromEntries(
  [
    'januari january jan',
    'februari february feb pebruari',
    'maret march mar',
    'april apr',
    'mei may',
    'juni june jun',
    'juli july jul',
    'agustus august agu aug ags agt',
    'september sep sept',
    'oktober october okt oct',
    'november nopember nov nop',
    'desember december des dec',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
)

const two = (number: number) => String(number).padStart(2, '0')

/** `1 Januari 2020`, `Jan 2020`, `01/02/2020` (day first), `2020-01-02`, `2020` → what is stored. */
export function partialDate(text: string): string | undefined {
  const value = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const iso = /^((?:19|20)\d{2})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[t ]\d{2}:.*)?$/.exec(value)
  if (iso) return dated(iso[1], iso[2], iso[3])
  const digits = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-]((?:19|20)\d{2})$/.exec(value)
  if (digits) return dated(digits[3], digits[2], digits[1])
  const words = /^(?:\p{L}+, )?(?:(?:tanggal|sejak|mulai|tmt) )?(?:(\d{1,2}) )?(\p{L}+)\.? ((?:19|20)\d{2})\b/u.exec(
    value,
  )
  const month = words && MONTHS[words[2]!]
  if (words && month) return dated(words[3], String(month), words[1])
  // A day as Excel counts it, in a cell that was made a text: 1990 to 2050.
  const serial = /^\d{5}$/.test(value) ? Number(value) : 0
  if (serial > 32_873 && serial < 54_790) return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
  const year = /^(?:tahun|sejak|mulai)(?: tahun)? ((?:19|20)\d{2})$/.exec(value)
  return year ? year[1] : undefined
}

function dated(year = '', month?: string, day?: string): string | undefined {
  if (!month) return year
  const m = Number(month)
  if (m < 1 || m > 12) return undefined
  if (!day) return `${year}-${two(m)}`
  const d = Number(day)
  return new Date(Date.UTC(Number(year), m - 1, d)).getUTCDate() === d ? `${year}-${two(m)}-${two(d)}` : undefined
}

/** Numbers of the goals that a text names (`Tujuan 3 dan 10`, `SDG 3; SDG 10`, ticked ones only where some are ticked). */
export function goalsIn(text: string): number[] | undefined {
  const ticked = [...text.matchAll(/(?:☑|☒|✓|✔|\[[xXvV]\])\s*([^☐☑☒✓✔[\n]+)/g)].map(([, word]) => word!)
  const source = ticked.length > 0 ? ticked.join('\n') : text
  const found = [...source.matchAll(/(?<![\d.,])(\d{1,2})(?![\d%])/g)].map(([, digits]) => Number(digits))
  const goals = [...new Set(found)]
  return goals.length > 0 && goals.every((goal) => goal >= 1 && goal <= 17) ? goals.sort((a, b) => a - b) : undefined
}

/** Web addresses in a text. */
export function addressesIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"'()\]]+/gi) ?? []
  return [...new Set(found.map((url) => url.replace(/[.,;:]+$/, '')))].filter(
    (url) => URL.canParse(url) && new URL(url).hostname.includes('.') && url.length <= 1_000,
  )
}

const EMAIL = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/i

export function emailIn(text: string): string | undefined {
  return EMAIL.exec(text)?.[0].toLowerCase().slice(0, 254)
}

const YES = new Set(['ya', 'yes', 'y', 'benar', 'true', '1', 'digital', 'bersedia'])
const NO = new Set(['tidak', 'no', 'n', 'salah', 'false', '0', 'non digital', 'nondigital', 'tidak bersedia', 'bukan'])

export function yesOrNo(text: string): boolean | undefined {
  const word = plain(text)
  return YES.has(word) ? true : NO.has(word) ? false : undefined
}
