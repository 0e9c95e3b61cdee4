import { PassThrough, Readable } from 'node:stream'
import ExcelJS from 'exceljs'
import { exportText } from '#app/i18n/export.ts'
import { listPublishedPracticesByKey } from '#db/queries/practices-public.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { openCatalogueRecord } from '../practice/open-data.ts'
import { type SearchState, toPracticeQuery } from '../practice/practice-query.ts'
import { factsOf } from '../practice/read-practice.server.ts'
import type { Context } from '../shared/context.ts'
import { catalogueColumns, type Exported } from './catalogue-columns.ts'
import { BYTE_ORDER_MARK, csvLine, safeText } from './csv.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

type Options = { format: ExportFormat; lang: Language; site: string }

/** Rows that are read and written at a time: whatever the size of the list, so many are in memory. */
const PART = 200

/**
 * All practices that a search finds, in its order, as a file that is written while it is read. Each part is read as the
 * database has it at that moment: what was withdrawn meanwhile is not in it.
 */
export async function exportPractices(ctx: Context, state: SearchState, options: Options): Promise<Readable> {
  const ids = await ctx.search.all(toPracticeQuery(state, options.lang))
  const practices = inParts(ctx, ids, options.site)
  switch (options.format) {
    case 'csv':
      return Readable.from(asCsv(practices, options.lang))
    case 'json':
      return Readable.from(asJson(practices, { ...options, now: ctx.now }))
    case 'xlsx':
      return asWorkbook(practices, options.lang)
  }
}

async function* inParts(ctx: Context, ids: readonly string[], site: string): AsyncGenerator<Exported[]> {
  for (let from = 0; from < ids.length; from += PART) {
    const part = ids.slice(from, from + PART)
    const rows = new Map((await listPublishedPracticesByKey(ctx.db, part)).map((row) => [row.id, row]))
    yield part.flatMap((id) => {
      const row = rows.get(id)
      return row ? [{ ...factsOf(row), hub: row.hub, url: `${site}/practices/${row.publicId}` }] : []
    })
  }
}

async function* asCsv(parts: AsyncIterable<Exported[]>, lang: Language) {
  const columns = catalogueColumns(lang)
  yield BYTE_ORDER_MARK + csvLine(columns.map(({ head }) => head))
  for await (const part of parts) {
    yield part.map((practice) => csvLine(columns.map(({ cell }) => cell(practice)))).join('')
  }
}

async function* asJson(parts: AsyncIterable<Exported[]>, { lang, site, now }: Options & { now: Date }) {
  yield '{"practices":['
  let isFirst = true
  for await (const part of parts) {
    for (const practice of part) {
      yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(openCatalogueRecord(practice, lang, site, now))}`
      isFirst = false
    }
  }
  yield '\n]}\n'
}

function asWorkbook(parts: AsyncIterable<Exported[]>, lang: Language): Readable {
  const t = exportText(lang)
  const columns = catalogueColumns(lang)
  const stream = new PassThrough()
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet(t.sheet, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
  sheet.columns = columns.map(({ head, width }) => ({ header: head, width, style: { alignment: TOP } }))
  sheet.getRow(1).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  const write = async () => {
    for await (const part of parts) {
      for (const practice of part) {
        const cells = columns.map(({ cell }) => cell(practice))
        sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? safeText(cell).slice(0, MOST) : cell))).commit()
      }
      // Written as fast as it is read away, not faster.
      if (stream.writableNeedDrain) await new Promise((resolve) => stream.once('drain', resolve))
    }
    sheet.commit()
    await book.commit()
  }
  write().catch((error) => stream.destroy(error))
  return stream
}

const TOP = { vertical: 'top', wrapText: true } as const
/** Characters that a cell of a workbook holds at most. */
const MOST = 32_767
