import { formatDate, formatRupiah } from '#app/i18n/format.ts'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { type StorySection, WORD_CAPS } from '#db/vocabulary.ts'
import { countWords } from '../practice/sections.ts'

export type KippPart = {
  heading: string
  section: StorySection
  /** What the form asks to be covered. */
  asks: string
  paragraphs: string[]
  words: number
  cap: number
  table: { head: string[]; rows: string[][] } | null
}

export type KippForm = { header: [label: string, value: string | null][]; parts: KippPart[] }

/** The parts of the proposal of 2023 in their order (template of the competition as the hub of Nusa Tenggara Timur implements it). */
const PARTS: readonly [heading: string, section: StorySection, asks: string][] = [
  ['1. Ringkasan', 'summary', 'Seluruh aspek secara singkat.'],
  ['2. Latar belakang dan tujuan', 'background', 'Masalah awal, kelompok yang terdampak, target yang terukur.'],
  ['3. Kebaruan atau nilai tambah', 'novelty', 'Gagasan dan keunikan.'],
  ['4. Implementasi inovasi', 'implementation', 'Bagaimana inovasi memecahkan masalah.'],
  ['5. Signifikansi', 'significance', 'Sebelum dan sesudah, cara mengukur, laporan evaluasi internal atau eksternal.'],
  ['6a. Adaptabilitas: sudah direplikasi?', 'replicated', 'UPP atau instansi yang telah mereplikasi.'],
  ['6b. Adaptabilitas: potensi replikasi', 'adaptability', 'Jumlah penduduk dan masalah serupa di tempat lain.'],
  ['7. Sumber daya', 'resources', 'Dana, orang, metode, peralatan.'],
  [
    '8. Strategi keberlanjutan',
    'sustainability',
    'Institusional (hukum), manajerial (SOP, SDM), sosial (pemangku kepentingan).',
  ],
]

type Source = { content: PracticeContent; agency: string; title: string; isReplica: boolean }

/** The proposal of the competition from what was typed once, in the order of its form. The form is in Indonesian. */
export function kippForm({ content, agency, title, isReplica }: Source): KippForm {
  const words = vocabularyText('id')
  return {
    header: [
      ['Judul inovasi', title],
      ['Nama inovasi', content.brand],
      ['Instansi', agency],
      ['Unit pelayanan publik', content.unit],
      ['Tanggal mulai', content.startedOn && formatDate('id', content.startedOn)],
      ['Kelompok', isReplica ? 'Replikasi' : 'Umum'],
      ['Kategori', content.kippCategory && words.kippCategory[content.kippCategory]],
      ['TPB/SDGs', content.sdgs.length > 0 ? content.sdgs.join(', ') : null],
      ['Berbasis aplikasi', content.digital === null ? null : content.digital ? 'Ya' : 'Tidak'],
      ['Penghargaan', content.awards.map(({ name, year }) => (year ? `${name} (${year})` : name)).join('; ') || null],
      ['Kontak', content.contactEmail],
    ],
    parts: PARTS.map(([heading, section, asks]) => {
      const text = content.story[section].id ?? ''
      return {
        ...{ heading, section, asks },
        paragraphs: text.split(/\n+/).filter((line) => line.trim() !== ''),
        words: countWords(text),
        cap: WORD_CAPS[section],
        table:
          section === 'significance' ? resultsTable(content) : section === 'resources' ? costsTable(content) : null,
      }
    }),
  }
}

function resultsTable({ results }: PracticeContent): KippPart['table'] {
  if (results.length === 0) return null
  return {
    head: ['Indikator', 'Sebelum', 'Sesudah', 'Satuan', 'Periode', 'Cara mengukur'],
    rows: results.map((line) =>
      [line.indicator, line.baseline, line.result, line.unit, line.period, line.method].map((cell) => cell ?? '–'),
    ),
  }
}

function costsTable({ kit }: PracticeContent): KippPart['table'] {
  if (kit.costs.length === 0) return null
  const money = (value: number | null) => (value === null ? '–' : formatRupiah('id', value))
  return {
    head: ['Komponen biaya', 'Biaya awal', 'Biaya tahunan', 'Tahun'],
    rows: kit.costs.map((line) => [
      line.item,
      money(line.setUp),
      money(line.yearly),
      line.year ? String(line.year) : '–',
    ]),
  }
}
