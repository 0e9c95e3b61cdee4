import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { TEMPLATE_COLUMNS } from '#app/domain/import/columns.ts'
import { openSheets } from '#app/domain/import/open-sheets.server.ts'
import { faultyRows, importTemplate } from '#app/domain/import/write-sheets.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { cellsOf, JIPPNAS_HEAD, jippnasRow, xlsx } from '#tests/support/sheets.ts'
import { castOf } from '../practice/cast.ts'
import { importing } from './cast.ts'

const { db } = await testDatabase()
const cast = await castOf(db)
const admin = importing(db, cast.admin)

async function rowsOf(bytes: Buffer) {
  const { sheets, close } = await openSheets(bytes)
  const rows = []
  for await (const row of sheets[0]!.rows()) rows.push(row)
  close()
  return { rows, names: sheets.map(({ name }) => name) }
}

/** An Excel file of parts that are written by hand, as programs other than Excel do. */
async function handmade(sheet: string, strings = '') {
  const zip = new JSZip()
  const type = (part: string, kind: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
  zip.file(
    '[Content_Types].xml',
    `<Types>${type('xl/workbook.xml', 'sheet.main')}${type('xl/worksheets/a.xml', 'worksheet')}</Types>`,
  )
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/${kind}" Target="${target}"/>`
  zip.file('_rels/.rels', `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`)
  zip.file(
    'xl/_rels/workbook.xml.rels',
    `<Relationships>${relation('r1', 'worksheet', '/xl/worksheets/a.xml')}${relation('r2', 'sharedStrings', 'strings.xml')}</Relationships>`,
  )
  zip.file(
    'xl/workbook.xml',
    '<x:workbook xmlns:x="m" xmlns:r="o"><x:sheets><x:sheet name="Satu" sheetId="1" r:id="r1"/></x:sheets></x:workbook>',
  )
  zip.file('xl/strings.xml', `<sst>${strings}</sst>`)
  zip.file('xl/worksheets/a.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}

describe('Excel files', () => {
  test('numbers, dates, yes and no, links and formulas as they are shown', async () => {
    const day = new Date(Date.UTC(2019, 2, 5))
    const { rows } = await rowsOf(
      await xlsx([['a', 12, 0.1 + 0.2, day, true, null, { formula: 'A1&"b"', result: 'ab' }, { formula: '1+1' }]]),
    )
    expect(rows).toEqual([{ number: 1, cells: ['a', '12', '0.3', '2019-03-05', 'ya', '', 'ab'], formulas: [6, 7] }])
  })

  test('inline texts in several runs, phonetic signs, rows and cells without numbers, spaces between tags', async () => {
    const sheet = `
      <row><c t="inlineStr"><is><r><t>Lok</t></r><r><t xml:space="preserve">et </t></r><rPh><t>xx</t></rPh></is></c>
        <c t="s"><v>0</v></c></row>
      <row r="5"><c r="C5"><v> 7 </v></c></row>`
    const { rows, names } = await rowsOf(await handmade(sheet, '<si><r><t>Dua</t></r><r><t> kata</t></r></si>'))
    expect(names).toEqual(['Satu'])
    expect(rows).toEqual([
      { number: 1, cells: ['Loket ', 'Dua kata'], formulas: [] },
      { number: 5, cells: ['', '', '7'], formulas: [] },
    ])
  })

  test('entities that would unfold are refused, not unfolded', async () => {
    const bytes = await handmade('<row><c t="str"><v>&lol;</v></c></row>')
    await expect(rowsOf(bytes)).rejects.toThrow('file')
  })
})

test('the template is read back, with the agencies of whoever asks for it', async () => {
  const bytes = await importTemplate(admin.ctx, 'id')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Data', 'Daftar nilai', 'Petunjuk'])
  const agencies = book.getWorksheet('Daftar nilai')?.getColumn(1).values.filter(Boolean)
  expect(agencies).toEqual(['Instansi', 'Kabupaten Uji', 'Puskesmas Uji'])
  const [head] = await cellsOf(bytes)
  const at = (key: string) => TEMPLATE_COLUMNS.findIndex((column) => column.key === key) + 1
  expect(head?.[at('brand') - 1]).toBe('Nama Inovasi')
  const row = book.worksheets[0]!.getRow(2)
  row.getCell(at('brand')).value = 'PELITA CONTOH'
  row.getCell(at('agency')).value = 'Kabupaten Uji'
  row.getCell(at('sector')).value = 'Kesehatan'
  row.getCell(at('startedOn')).value = new Date(Date.UTC(2020, 0, 2))
  const id = await admin.check(Buffer.from(await book.xlsx.writeBuffer()))
  const sheet = await admin.read(id, 'all')
  expect(sheet.figures).toMatchObject({ all: 1, create: 1, errors: 0 })
  expect(sheet.unused).toEqual([])
})

test('the file of wrong rows holds them only, says what is wrong, and is taken once corrected', async () => {
  const rows = [1, 2, 3].map((number) =>
    jippnasRow({ number, title: `NAMA KE ${'abc'[number]} LENGKAP`, agency: 'Kabupaten Uji' }),
  )
  rows[1]![7] = 'Kesehatn'
  rows[1]![4] = '=2+5'
  const id = await admin.check(await xlsx([[...JIPPNAS_HEAD], ...rows]), 'daftar inovasi.xlsx')
  const { bytes, fileName } = await faultyRows(admin.ctx, id, 'id')
  expect(fileName).toBe('daftar inovasi-perbaikan.xlsx')
  const cells = await cellsOf(bytes)
  expect(cells).toHaveLength(2)
  expect(cells[0]?.[0]).toBe('Yang perlu diperbaiki')
  expect(cells[1]?.[0]).toBe('Kategori: “Kesehatn” tidak ada dalam daftar. Maksudnya “Kesehatan”?')
  expect(cells[1]?.slice(1)).toEqual(rows[1])

  await admin.move(id, 'apply')
  const corrected = cells.map((row, r) => row.map((cell, c) => (r === 1 && c === 8 ? 'Kesehatan' : cell)))
  const again = await admin.check(await xlsx(corrected))
  const sheet = await admin.read(again)
  expect(sheet.figures).toMatchObject({ all: 1, create: 1, errors: 0 })
  expect(sheet.unused).toEqual(['Yang perlu diperbaiki', 'No', 'Inovator'])
  const other = importing(db, cast.neighbourAdmin)
  await expect(faultyRows(other.ctx, id, 'id')).rejects.toThrow()
  await expect(importTemplate(contextAs(db, cast.author), 'id')).rejects.toThrow()
})
