import ExcelJS from 'exceljs'

type Cell = string | number | boolean | Date | null | { formula: string; result?: string | number }

/** An Excel file with one sheet, as a program writes it. */
export async function xlsx(rows: readonly (readonly Cell[])[], name = 'Data'): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(name)
  for (const row of rows) sheet.addRow([...row])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** The cells of the first sheet of an Excel file. */
export async function cellsOf(bytes: Buffer): Promise<string[][]> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const rows: string[][] = []
  book.worksheets[0]!.eachRow((row) => {
    const values = row.values as (ExcelJS.CellValue | undefined)[]
    rows.push(values.slice(1).map((value) => (value === null || value === undefined ? '' : String(value))))
  })
  return rows
}

/** A file of separated values; cells that need it are quoted. */
export function csv(rows: readonly (readonly string[])[], delimiter = ';'): string {
  const quoted = (cell: string) => (/["\n;,\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return rows.map((row) => row.map(quoted).join(delimiter)).join('\r\n')
}

/** The columns of the administration of JIPPNas, as its pages show them. */
export const JIPPNAS_HEAD = [
  'No',
  'No Registrasi',
  'Judul Inovasi',
  'Instansi',
  'Nama UPP',
  'Inovator',
  'Tahun Implementasi',
  'Kategori',
  'Urusan Pemerintahan',
  'SDGs',
  'Ringkasan',
  'Latar Belakang',
  'Tujuan',
  'Kebaruan',
  'Evaluasi dan Dampak',
  'Adaptabilitas',
  'Sumber Daya Pendukung',
  'Keberlanjutan',
  'Penghargaan',
  'Video',
] as const

type Record = { number: number; title: string; agency: string; words?: string }

/** A row of JIPPNas. */
export function jippnasRow({ number, title, agency, words = 'warga' }: Record): string[] {
  const text = (about: string, length: number) => Array.from({ length }, (_, i) => `${about} ${words} ${i}`).join(' ')
  return [
    ...[String(number), `KIPP-2021-${String(number).padStart(5, '0')}`, title, agency, 'Dinas Contoh', 'Tim Contoh'],
    ...[String(2010 + (number % 12)), 'Kesehatan', 'Kesehatan', '3, 10'],
    ...[text('Ringkasan', 30), text('Latar', 60), text('Tujuan', 20), text('Kebaruan', 40), text('Dampak', 80)],
    ...[text('Adaptasi', 30), text('Sumber', 30), text('Lanjut', 60)],
    ...[number % 4 === 0 ? 'Top 99 KIPP 2021' : '', `https://youtu.be/contoh${number}`],
  ]
}
