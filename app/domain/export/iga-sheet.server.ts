import ExcelJS from 'exceljs'
import { attachmentsOf } from '../attachment/attachment.ts'
import type { Context } from '../shared/context.ts'
import { safeText } from './csv.ts'
import { igaProfile, igaRows } from './iga-evidence.ts'
import { unplacedDocuments } from './iga-proof.ts'
import { readFormSource } from './read-export.server.ts'

const TOP = { vertical: 'top', wrapText: true } as const
const HEADS = [
  ['No.', 6],
  ['Indikator', 32],
  ['Bobot', 8],
  ['Yang sudah ada di JIPP', 70],
  ['Status', 18],
  ['Tingkat 1 → 3', 40],
  ['Parameter yang dipilih', 22],
  ['Bukti dukung (nama berkas atau tautan)', 40],
] as const

/** The evidence sheet of the regional innovation index: a profile, and what is known to each indicator. */
export async function exportIgaSheet(ctx: Context, publicId: string, site: string): Promise<Buffer> {
  const { practice, title, content, adoptions } = await readFormSource(ctx, publicId)
  const url = `${site}/practices/${practice.publicId}`
  const source = { content, title, agency: practice.agency, url, adoptions }
  const book = new ExcelJS.Workbook()
  book.creator = practice.agency
  book.title = `Bukti dukung IGA: ${title}`

  const profile = book.addWorksheet('Profil')
  profile.columns = [
    { header: 'Isian', width: 34, style: { alignment: TOP, font: { bold: true } } },
    { header: 'Isi', width: 100, style: { alignment: TOP } },
  ]
  for (const [label, value] of igaProfile(source)) profile.addRow([label, value ? safeText(value) : 'BELUM DIISI'])

  const sheet = book.addWorksheet('Indikator', { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
  sheet.columns = HEADS.map(([header, width]) => ({ header, width, style: { alignment: TOP } }))
  sheet.getRow(1).font = { bold: true }
  for (const { no, indicator, weight, found, files, levels } of igaRows(source)) {
    const isThere = found.length + files.length > 0
    const row = sheet.addRow([
      no,
      indicator,
      weight,
      safeText(found.join('\n')),
      isThere ? 'Ada' : 'Perlu dilengkapi',
      levels,
      null,
      safeText(files.join('\n')),
    ])
    if (!isThere) row.getCell(5).font = { bold: true, color: { argb: 'FFA4262C' } }
  }
  sheet.addRow([])
  const unplaced = unplacedDocuments(attachmentsOf(content))
  if (unplaced.length > 0)
    sheet.addRow([null, 'Dokumen lain pada catatan ini, belum ditempatkan', ...Array(5), safeText(unplaced.join('\n'))])
  sheet.addRow([null, 'Tingkat adalah bacaan satu daerah atas pedoman 2023: cocokkan dengan pedoman tahun penilaian.'])
  return Buffer.from(await book.xlsx.writeBuffer())
}
