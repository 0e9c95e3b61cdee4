import type { AdoptionKit, Regulation } from '#db/practice-content.ts'
import { formatNumber } from './format.ts'
import type { Lang } from './lang.ts'
import { practiceVocabulary } from './practice-vocabulary.ts'
import { text } from './text.ts'

const range = (min: number | undefined, max: number | undefined) =>
  min !== undefined && max !== undefined && min !== max ? `${min}–${max}` : String(max ?? min ?? '')

/** Words around the rows of an adoption kit, for the pages that show and compare it. */
export const kitText = text(
  {
    months: (min: number | undefined, max: number | undefined) => `${range(min, max)} bulan`,
    people: (n: number) => `${formatNumber('id', n)} orang`,
    number: (number: string) => `Nomor ${number}`,
    ofYear: (year: number) => `Tahun ${year}`,
    about: 'tentang',
    openSource: 'sumber terbuka',
    shared: 'dapat dipakai bersama',
    remedy: 'Cara menghindarinya:',
    note: 'Keterangan',
    level: 'Tingkat',
    serviceType: 'Jenis pelayanan',
    roundtableTopic: 'Topik forum',
    trial: (date: string) => `uji coba ${date}`,
    implemented: (date: string) => `diterapkan ${date}`,
    innovators: 'Penggagas',
    evidence: 'Bukti',
    women: 'perempuan',
    men: 'laki-laki',
    withDisability: 'penyandang disabilitas',
    visits: (n: number) => `${n} kunjungan setahun`,
  },
  {
    months: (min, max) => `${range(min, max)} ${max === 1 || (max === undefined && min === 1) ? 'month' : 'months'}`,
    people: (n) => `${formatNumber('en', n)} ${n === 1 ? 'person' : 'people'}`,
    number: (number) => `number ${number}`,
    ofYear: (year) => `of ${year}`,
    about: 'on',
    openSource: 'open source',
    shared: 'can be shared',
    remedy: 'How to avoid it:',
    note: 'Explanation',
    level: 'Level',
    serviceType: 'Type of service',
    roundtableTopic: 'Roundtable topic',
    trial: (date) => `tried out ${date}`,
    implemented: (date) => `regular work ${date}`,
    innovators: 'Devised by',
    evidence: 'Evidence',
    women: 'women',
    men: 'men',
    withDisability: 'people with disabilities',
    visits: (n) => `${n} ${n === 1 ? 'visit' : 'visits'} a year`,
  },
)

/** `Peraturan daerah Nomor 5 Tahun 2021`. */
export function regulationName(lang: Lang, { kind, number, year }: Omit<Regulation, 'about'>): string {
  const t = kitText(lang)
  return [kind && practiceVocabulary(lang).regulationKind[kind], number && t.number(number), year && t.ofYear(year)]
    .filter(Boolean)
    .join(' ')
}

/** `2–3 bulan. Sesudah musim hujan`: from the decision to the first day; `undefined` where nobody has said anything. */
export function launchWords(lang: Lang, { launchMin, launchMax, timeToLaunch }: AdoptionKit): string | undefined {
  const isKnown = launchMin !== undefined || launchMax !== undefined
  return [isKnown && kitText(lang).months(launchMin, launchMax), timeToLaunch].filter(Boolean).join('. ') || undefined
}
