import type { ImportIssue } from '#db/import-rows.ts'
import { formatNumber } from './format.ts'
import { type Lang, text } from './text.ts'

/** What is said about a cell or a row of a sheet, by the key of the issue. */
const issueText = text(
  {
    required: () => 'belum diisi.',
    tooLong: (max: string, has: string) =>
      `terlalu panjang: ${formatNumber('id', Number(has))} huruf, paling banyak ${formatNumber('id', Number(max))}.`,
    notInList: (value: string, near = '') =>
      near ? `“${value}” tidak ada dalam daftar. Maksudnya “${near}”?` : `“${value}” tidak ada dalam daftar nilai.`,
    yesOrNo: (value: string) => `“${value}” bukan Ya atau Tidak.`,
    goals: (value: string) => `“${value}” bukan nomor TPB/SDGs 1–17.`,
    date: (value: string) => `“${value}” bukan tahun atau tanggal. Tulis 2019, Maret 2019, atau 5 Maret 2019.`,
    email: (value: string) => `“${value}” bukan alamat surel yang lengkap.`,
    indicatorNeeded: () => 'belum diisi, padahal ada angka di sebelahnya.',
    agencyUnknown: (value: string) => `“${value}” belum terdaftar. Pakai nama seperti di lembar “Daftar nilai”.`,
    agencyNearest: (value: string, near = '') => `“${value}” belum terdaftar. Maksudnya “${near}”?`,
    agencyAmbiguous: (value: string) => `“${value}” ada di lebih dari satu daerah. Isi juga kolom Kode Wilayah.`,
    agencyOutside: (value: string) => `“${value}” di luar wilayah Anda. Serahkan kepada hub atau admin instansinya.`,
    idNumber: () => 'ada deretan 16 angka yang tampak seperti NIK di baris ini. Hapus: data pribadi tidak boleh masuk.',
    formulaWithoutResult: () => 'berisi rumus tanpa hasil tersimpan. Salin sebagai nilai.',
    cellError: (value: string) => `berisi galat ${value} dari program lembar kerja.`,
    sameNumber: (row: string) => `nomor ini sudah dipakai baris ${row} dengan isi lain.`,
    formula: () => 'berisi rumus; dibaca hasilnya, rumusnya tidak.',
    sectorGuessed: () => 'tidak diketahui, jadi “Lainnya” sampai ada yang melengkapi.',
    overCap: (cap: string, has: string) =>
      `${formatNumber('id', Number(has))} kata, batasnya ${formatNumber('id', Number(cap))}; perlu disingkat sebelum dikirim.`,
    noLink: (value: string) => `“${value}” bukan tautan, jadi tidak diambil.`,
    knownByName: () => 'kosong; catatan ini dikenali dari namanya.',
    sameRow: (row: string) => `sama persis dengan baris ${row}; dilewati.`,
    maybePractice: (title: string) => `mungkin sudah ada: ${title}`,
    maybeRow: (row: string, title = '') => `mungkin sama dengan baris ${row}: ${title}`,
  },
  {
    required: () => 'is empty.',
    tooLong: (max, has) =>
      `is too long: ${formatNumber('en', Number(has))} characters, at most ${formatNumber('en', Number(max))}.`,
    notInList: (value, near = '') =>
      near ? `“${value}” is not in the list. Do you mean “${near}”?` : `“${value}” is not in the list of values.`,
    yesOrNo: (value) => `“${value}” is neither Ya nor Tidak.`,
    goals: (value) => `“${value}” names no goals 1–17.`,
    date: (value) => `“${value}” is no year or date. Write 2019, Maret 2019 or 5 Maret 2019.`,
    email: (value) => `“${value}” is no complete e-mail address.`,
    indicatorNeeded: () => 'is empty although there is a figure beside it.',
    agencyUnknown: (value) => `“${value}” is not known. Use a name of the sheet “Daftar nilai”.`,
    agencyNearest: (value, near = '') => `“${value}” is not known. Do you mean “${near}”?`,
    agencyAmbiguous: (value) => `“${value}” is in more than one place. Enter the region code too.`,
    agencyOutside: (value) => `“${value}” is outside of your territory. Leave it to its hub or its agency admin.`,
    idNumber: () =>
      'this row has 16 digits that look like an identity number. Remove them: personal data must not enter.',
    formulaWithoutResult: () => 'holds a formula without a stored result. Copy it as a value.',
    cellError: (value) => `holds the error ${value} of the spreadsheet program.`,
    sameNumber: (row) => `row ${row} has this number already, with another text.`,
    formula: () => 'holds a formula; its result is read, the formula is not.',
    sectorGuessed: () => 'is unknown, so it is “Other” until somebody completes it.',
    overCap: (cap, has) =>
      `${formatNumber('en', Number(has))} words, the cap is ${formatNumber('en', Number(cap))}; to be shortened before it is submitted.`,
    noLink: (value) => `“${value}” is no link, so it is not taken.`,
    knownByName: () => 'is empty; this record is known by its name.',
    sameRow: (row) => `is exactly the same as row ${row}; passed over.`,
    maybePractice: (title) => `may be there already: ${title}`,
    maybeRow: (row, title = '') => `may be the same as row ${row}: ${title}`,
  },
)

type Say = (...args: string[]) => string

/** The column by its heading, and the sentence about it; a missing column is named by what it should hold. */
export function issueSentence(lang: Lang, { column, message, args = [] }: ImportIssue, columns: readonly string[]) {
  const say = (issueText(lang) as Record<string, Say>)[message]
  const about = column === null ? '' : (columns[column] ?? '')
  return { about, sentence: say ? say(...args) : message }
}
