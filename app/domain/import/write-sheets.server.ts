import ExcelJS from 'exceljs'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { ImportIssue } from '#db/import-rows.ts'
import { listAgenciesForImport } from '#db/queries/imported-records.server.ts'
import { AFFAIRS, FORMS, KIPP_CATEGORIES, MATURITIES, SECTORS, TARGET_GROUPS, WORD_CAPS } from '#db/vocabulary.ts'
import { issueSentence } from '../../i18n/import-issues.ts'
import { importTemplateText } from '../../i18n/import-template.ts'
import type { Lang } from '../../i18n/lang.ts'
import { isStorySection } from '../practice/sections.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden } from '../shared/errors.ts'
import { FAULT_COLUMN, TEMPLATE_COLUMNS, TEMPLATE_TAIL } from './columns.ts'
import { canImport, IMPORTERS, territoryOf } from './import.policy.ts'
import { faultyImportFor, readFaultyRows } from './read-import.server.ts'

const HEAD: Partial<ExcelJS.Style> = {
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F3F7A' } },
  alignment: { vertical: 'middle', wrapText: true },
}
const TEXT: Partial<ExcelJS.Style> = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } }

/** Excel leaves a list of choices out when it has more rows than this to apply to. */
const ROWS_WITH_CHOICES = 1_000

/** The sheet to be filled in, with an explanation of each column and the lists of values, agencies of the actor included. */
export async function importTemplate(ctx: Context, lang: Lang): Promise<Buffer> {
  if (!canImport(ctx.actor)) throw new Forbidden('may not import', IMPORTERS)
  const t = importTemplateText(lang)
  const words = vocabularyText('id')
  const agencies = (await listAgenciesForImport(ctx.db, territoryOf(ctx.actor))).filter(({ isWithin }) => isWithin)
  const book = new ExcelJS.Workbook()
  const columns = [...TEMPLATE_COLUMNS, ...TEMPLATE_TAIL]

  const data = book.addWorksheet(t.sheets.data, { views: [{ state: 'frozen', ySplit: 1 }] })
  data.columns = columns.map(({ name }) => ({
    header: name,
    width: Math.max(16, Math.min(40, name.length + 6)),
    style: TEXT,
  }))
  data.getRow(1).eachCell((cell) => {
    cell.style = HEAD
  })

  const lists: Record<string, readonly string[]> = {
    agency: agencies.map(({ name }) => name),
    sector: SECTORS.map((value) => words.sector[value]),
    affair: AFFAIRS.map((value) => words.affair[value]),
    kippCategory: KIPP_CATEGORIES.map((value) => words.kippCategory[value]),
    form: FORMS.map((value) => words.form[value]),
    maturity: MATURITIES.map((value) => words.maturity[value]),
    targetGroups: TARGET_GROUPS.map((value) => words.targetGroup[value]),
    digital: [t.yes, t.no],
  }
  const values = book.addWorksheet(t.sheets.values)
  const keys = Object.keys(lists)
  values.columns = keys.map((key) => ({
    header: columns.find((column) => column.key === key)?.name ?? key,
    width: 38,
    style: TEXT,
  }))
  values.getRow(1).eachCell((cell) => {
    cell.style = HEAD
  })
  for (let row = 0; row < Math.max(...keys.map((key) => lists[key]!.length)); row++) {
    values.addRow(keys.map((key) => lists[key]![row] ?? ''))
  }
  for (const [index, key] of keys.entries()) {
    // Several values may stand in the cell of target groups: no choice of one.
    if (key === 'targetGroups') continue
    const column = columns.findIndex((one) => one.key === key) + 1
    const letter = values.getColumn(index + 1).letter
    const formula = `'${t.sheets.values}'!$${letter}$2:$${letter}$${lists[key]!.length + 1}`
    for (let row = 2; row <= ROWS_WITH_CHOICES; row++) {
      data.getCell(row, column).dataValidation = {
        type: 'list',
        allowBlank: true,
        showErrorMessage: false,
        formulae: [formula],
      }
    }
  }

  const help = book.addWorksheet(t.sheets.help)
  help.columns = [
    { header: t.help.column, width: 30, style: TEXT },
    { header: t.help.required, width: 12, style: TEXT },
    { header: t.help.what, width: 90, style: TEXT },
  ]
  help.getRow(1).eachCell((cell) => {
    cell.style = HEAD
  })
  for (const { key, name } of columns) {
    const [field = ''] = key.replace(/^unit:/, 'measure:').split(':')
    const about = isStorySection(key) ? t.story(WORD_CAPS[key]) : (t.about as Record<string, string>)[field]
    const isRequired = key === 'brand' || key === 'agency'
    help.addRow([name, isRequired ? t.yes : '', about ?? ''])
  }
  for (const note of t.notes) help.addRow(['', '', note])
  return Buffer.from(await book.xlsx.writeBuffer())
}

/**
 * Only the rows that have errors, as they were, with a first column that says what is wrong with each: to be corrected and
 * uploaded again. All cells are text: what begins like a formula is none.
 */
export async function faultyRows(ctx: Context, id: string, lang: Lang): Promise<{ bytes: Buffer; fileName: string }> {
  const sheet = await faultyImportFor(ctx, id)
  const book = new ExcelJS.Workbook()
  const data = book.addWorksheet('Data', { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] })
  data.columns = [FAULT_COLUMN[lang], ...sheet.columns].map((header, index) => ({
    header,
    width: index === 0 ? 60 : Math.max(16, Math.min(40, header.length + 6)),
    style: TEXT,
  }))
  data.getRow(1).eachCell((cell) => {
    cell.style = HEAD
  })
  for await (const row of readFaultyRows(ctx, sheet.id)) {
    const faults = row.issues.filter(({ level }) => level === 'error')
    const said = faults.map((issue) => faultSentence(lang, issue, sheet.columns))
    const added = data.addRow([said.join('\n'), ...row.cells])
    for (const { column } of faults) {
      if (column === null) continue
      const cell = added.getCell(column + 2)
      cell.style = { ...TEXT, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE7A0' } } }
    }
  }
  const name = sheet.fileName.replace(/\.[a-z]{3,4}$/i, '').replace(/[^\p{L}\p{N}._ -]+/gu, ' ')
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), fileName: `${name}-perbaikan.xlsx` }
}

function faultSentence(lang: Lang, issue: ImportIssue, columns: readonly string[]): string {
  const { about, sentence } = issueSentence(lang, issue, columns)
  return about ? `${about}: ${sentence}` : sentence
}
