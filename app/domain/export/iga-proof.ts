import type { Attachment } from '#db/practice-content.ts'

/** What the name or the caption of a file says when it is proof of an indicator, by the number of the indicator. */
const PROOF: Record<number, RegExp> = {
  1: /\b(?:sk|keputusan|peraturan|perbup|perwali|pergub|perda|perkada|perdes|regulasi|surat edaran|dasar hukum)\b/,
  2: /\b(?:sk tim|tim pelaksana|tim pengelola|surat tugas|penugasan)\b/,
  3: /\b(?:dpa|rka|rab|apbd|anggaran)\b/,
  5: /\b(?:bimtek|bimbingan teknis|pelatihan)\b/,
  6: /\b(?:rkpd|renja|renstra|rpjmd)\b/,
  8: /\b(?:sk tim|tim pelaksana|tim pengelola|surat tugas|penugasan)\b/,
  9: /\b(?:mou|pks|nota kesepahaman|nota kesepakatan|perjanjian kerja sama|kerja sama)\b/,
  10: /\b(?:sosialisasi|brosur|selebaran|poster|spanduk|publikasi|pemberitaan)\b/,
  11: /\b(?:sop|pos|pedoman|panduan|manual|juknis|petunjuk teknis|standar operasional|prosedur)\b/,
  12: /\b(?:informasi layanan|maklumat|standar pelayanan|papan informasi)\b/,
  14: /\b(?:pengaduan|aduan|lapor)\b/,
  16: /\b(?:replikasi|kesepakatan adopsi)\b/,
  18: /\b(?:ikm|survei|survey|kepuasan masyarakat|laporan hasil)\b/,
  19: /\b(?:monev|monitoring|pemantauan|evaluasi)\b/,
}

const wordsOf = ({ name, caption }: Attachment) =>
  [name.replace(/\.\w+$/, ''), caption.id, caption.en]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/** Whether a file is proof of an indicator, going by its name and caption. */
const isProof = (file: Attachment, indicator: number) => PROOF[indicator]?.test(wordsOf(file)) ?? false

/** `SK Bupati 112 Tahun 2023.pdf: Keputusan tentang jadwal perahu`. */
const lineOf = ({ name, caption }: Attachment) => (caption.id ? `${name}: ${caption.id}` : name)

/** The attached files that are proof of an indicator. */
export function proofOf(files: readonly Attachment[], indicator: number): string[] {
  return files.filter((file) => isProof(file, indicator)).map(lineOf)
}

/** The documents whose name and caption fit no indicator: a person has to place them. */
export function unplacedDocuments(files: readonly Attachment[]): string[] {
  const indicators = Object.keys(PROOF).map(Number)
  return files.filter((file) => file.kind === 'document' && !indicators.some((one) => isProof(file, one))).map(lineOf)
}
