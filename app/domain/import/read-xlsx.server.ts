import path from 'node:path'
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { Invalid } from '../shared/errors.ts'
import { type OfficePackage, openOfficePackage } from './office-package.server.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** Cells of a row: columns beyond are not read. */
const MOST_COLUMNS = 200
/** Characters of one cell in Excel. */
const LONGEST_CELL = 32_767

const broken = () => new Invalid({ file: ['fileBroken'] })

/**
 * The visible sheets of an Excel file; rows are read one after the other while the part unfolds, so that a long sheet
 * takes no more memory than a short one. Formulas are never evaluated: the result that the program stored is read, and
 * the column is named in `formulas`.
 */
export async function openXlsx(bytes: Buffer): Promise<{ sheets: Sheet[]; close: () => void }> {
  const office = await openOfficePackage(bytes, 'xlsx')
  try {
    const book = await readBook(office)
    const strings = await readStrings(office, book.strings)
    const dates = await readDateStyles(office, book.styles)
    const sheets = book.sheets.map(({ name, part }) => ({
      name,
      rows: () => readRows(office, part, { strings, dates, is1904: book.is1904 }),
    }))
    return { sheets, close: office.close }
  } catch (error) {
    office.close()
    throw error
  }
}

type Tag = { name: string; attributes: Record<string, string> }
type Handler = { open?: (tag: Tag) => void; text?: (text: string) => void; close?: (name: string) => void }

/** Reads a part tag by tag; names without their prefix. Yields after each chunk, so that rows can be handed on. */
async function* walk(stream: Readable, handler: Handler): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false })
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  let fault = false
  parser.on('error', () => {
    fault = true
  })
  parser.on('opentag', (tag: SaxesTagPlain) => handler.open?.({ name: local(tag.name), attributes: tag.attributes }))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', (tag) => handler.close?.(local(tag.name)))
  const decoder = new StringDecoder('utf8')
  try {
    for await (const chunk of stream) {
      parser.write(decoder.write(chunk))
      if (fault) throw broken()
      yield
    }
    parser.close()
  } catch (error) {
    throw error instanceof Invalid ? error : broken()
  } finally {
    stream.destroy()
  }
  if (fault) throw broken()
}

async function walkAll(office: OfficePackage, part: string, handler: Handler) {
  if (!office.has(part)) return
  for await (const _ of walk(await office.stream(part), handler));
}

/** Targets are relative to the part that names them, or absolute. */
const resolve = (from: string, target: string) =>
  target.startsWith('/') ? target.slice(1) : path.posix.normalize(path.posix.join(path.posix.dirname(from), target))

async function relations(office: OfficePackage, part: string): Promise<{ id: string; type: string; part: string }[]> {
  const found: { id: string; type: string; part: string }[] = []
  const file =
    part === ''
      ? '_rels/.rels'
      : path.posix.join(path.posix.dirname(part), '_rels', `${path.posix.basename(part)}.rels`)
  await walkAll(office, file, {
    open: ({ name, attributes }) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributes
      if (name === 'Relationship' && TargetMode !== 'External') {
        found.push({ id: Id, type: Type.split('/').at(-1) ?? '', part: resolve(part, Target) })
      }
    },
  })
  return found
}

async function readBook(office: OfficePackage) {
  const main = (await relations(office, '')).find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const parts = await relations(office, main)
  const sheets: { name: string; part: string }[] = []
  let is1904 = false
  await walkAll(office, main, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (name !== 'sheet' || attributes.state?.includes('idden')) return
      const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1]
      const part = parts.find(({ id, type }) => id === relation && type === 'worksheet')?.part
      if (part && office.has(part)) sheets.push({ name: attributes.name ?? '', part })
    },
  })
  if (sheets.length === 0) throw broken()
  const partOf = (kind: string) => parts.find(({ type }) => type === kind)?.part ?? ''
  return { sheets, is1904, strings: partOf('sharedStrings'), styles: partOf('styles') }
}

async function readStrings(office: OfficePackage, part: string): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  let [inText, inPhonetic] = [false, false]
  await walkAll(office, part, {
    open: ({ name }) => {
      if (name === 'si') text = ''
      if (name === 'rPh') inPhonetic = true
      inText = name === 't' && !inPhonetic
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      inText = false
      if (name === 'rPh') inPhonetic = false
      if (name === 'si') strings.push(text.slice(0, LONGEST_CELL))
    },
  })
  return strings
}

/** Number formats that Excel brings along and that show dates (ECMA-376, 18.8.30). */
const isBuiltInDate = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47)
const isDateFormat = (code: string) => /[dmyh]/i.test(code.replace(/\[[^\]]*\]|"[^"]*"|\\./g, ''))

/** For each cell style whether it shows a date. */
async function readDateStyles(office: OfficePackage, part: string): Promise<boolean[]> {
  const custom = new Map<number, boolean>()
  const styles: boolean[] = []
  let inCells = false
  await walkAll(office, part, {
    open: ({ name, attributes }) => {
      const id = Number(attributes.numFmtId ?? 0)
      if (name === 'numFmt') custom.set(id, isDateFormat(attributes.formatCode ?? ''))
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(custom.get(id) ?? isBuiltInDate(id))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

type Book = { strings: readonly string[]; dates: readonly boolean[]; is1904: boolean }

async function* readRows(office: OfficePackage, part: string, book: Book): AsyncGenerator<SheetRow> {
  const done: SheetRow[] = []
  let row: SheetRow = { number: 0, cells: [], formulas: [] }
  let cell: { column: number; type: string; style: number; text: string; hasValue: boolean } | null = null
  let [reading, inPhonetic, next] = [false, false, 0]
  const handler: Handler = {
    open({ name, attributes }) {
      if (name === 'row') {
        row = { number: Number(attributes.r) || row.number + 1, cells: [], formulas: [] }
        next = 0
      } else if (name === 'c') {
        const column = attributes.r ? columnOf(attributes.r) : next
        next = column + 1
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '', hasValue: false }
      } else if (name === 'f' && cell) row.formulas.push(cell.column)
      else if (name === 'rPh') inPhonetic = true
      else if ((name === 'v' || (name === 't' && !inPhonetic)) && cell) {
        reading = true
        cell.hasValue = true
      }
    },
    text(piece) {
      if (reading && cell && cell.text.length < LONGEST_CELL) cell.text += piece
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'rPh') inPhonetic = false
      else if (name === 'c' && cell) {
        if (cell.column < MOST_COLUMNS && cell.hasValue) {
          while (row.cells.length < cell.column) row.cells.push('')
          row.cells[cell.column] = textOf(cell, book).slice(0, LONGEST_CELL)
        }
        cell = null
      } else if (name === 'row') done.push(row)
    },
  }
  for await (const _ of walk(await office.stream(part), handler)) yield* done.splice(0)
  yield* done
}

/** `BC12` → 54. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.toUpperCase()) {
    if (letter < 'A' || letter > 'Z') break
    column = column * 26 + letter.charCodeAt(0) - 64
  }
  return Math.max(0, column - 1)
}

function textOf(cell: { type: string; style: number; text: string }, { strings, dates, is1904 }: Book): string {
  const { type, text } = cell
  if (type === 's') return strings[Number(text)] ?? ''
  if (type === 'b') return text.trim() === '1' ? 'ya' : 'tidak'
  if (type !== 'n') return text
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) return text.trim()
  // Programs store 0.1 + 0.2 as 0.30000000000000004 and show 0.3.
  return dates[cell.style] ? dateOf(number, is1904) : String(Number(number.toPrecision(15)))
}

const DAY_MS = 86_400_000

/** Days since 1900 (with the 29 February that 1900 did not have) or since 1904, as a date. */
function dateOf(serial: number, is1904: boolean): string {
  const days = is1904 ? serial + 1_462 : serial
  const moment = Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.round(days * DAY_MS)
  if (!(moment > -8e15 && moment < 8e15)) return String(serial)
  return new Date(moment).toISOString().slice(0, 10)
}
