import type { Transaction } from '#db/client.server.ts'
import { insertImport, insertImportRows, updateImport } from '#db/queries/imports.server.ts'
import { orderJob } from '#db/queries/jobs.server.ts'
import { personOf } from '../practice/practice-moves.server.ts'
import { type Context, organisationOf, roleOf } from '../shared/context.ts'
import { Forbidden, Invalid } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { isHead } from './columns.ts'
import { canImport, IMPORTERS } from './import.policy.ts'
import { LARGEST_IMPORT, MOST_IMPORT_ROWS } from './import.ts'
import { openSheets } from './open-sheets.server.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** Rows above the head that may hold a title or an explanation. */
const MOST_ROWS_ABOVE = 40
const BATCH = 250

/**
 * Takes a sheet in: finds its head, keeps its rows as text and orders the check. Nothing is written into the catalogue
 * before somebody has seen what the check found. Throws `Invalid` at the field `file` for what is no sheet of records.
 */
export async function startImport(
  ctx: Context,
  { fileName, bytes }: { fileName: string; bytes: Buffer },
): Promise<{ id: string }> {
  const [organisationId, role] = [organisationOf(ctx.actor), roleOf(ctx.actor)]
  if (!organisationId || !role || !canImport(ctx.actor)) throw new Forbidden('may not import', IMPORTERS)
  const createdBy = personOf(ctx)
  if (bytes.length > LARGEST_IMPORT * 1_000_000) throw new Invalid({ file: [`fileTooLarge|${LARGEST_IMPORT}`] })
  const { sheets, close } = await openSheets(bytes)
  try {
    const found = await findHead(sheets)
    if (!found) throw new Invalid({ file: ['noHead'] })
    return await ctx.db.transaction(async (tx) => {
      const { id } = await insertImport(tx, {
        ...{ createdBy, organisationId, role, createdAt: ctx.now, stepAt: ctx.now, rowCount: 0 },
        fileName: fileName.trim().slice(0, 200) || 'lembar',
        columns: found.head.cells.map((cell) => cell.trim().slice(0, 200)),
      })
      const rowCount = await storeRows(tx, id, found)
      if (rowCount === 0) throw new Invalid({ file: ['noRows'] })
      await updateImport(tx, { id, from: ['checking'] }, { rowCount })
      await recordChange(tx, ctx, {
        ...{ action: 'import.start', entity: 'import', entityId: id },
        data: { fileName, rowCount },
      })
      await orderJob(tx, { task: 'run_import', payload: { importId: id, userId: createdBy }, key: `import:${id}` })
      return { id }
    })
  } finally {
    close()
  }
}

async function findHead(sheets: readonly Sheet[]): Promise<{ sheet: Sheet; head: SheetRow } | undefined> {
  for (const sheet of sheets) {
    let looked = 0
    for await (const row of sheet.rows()) {
      if (isHead(row.cells)) return { sheet, head: row }
      looked += 1
      if (looked >= MOST_ROWS_ABOVE) break
    }
  }
  return undefined
}

const isBlank = ({ cells }: SheetRow) => cells.every((cell) => cell.trim() === '')

async function storeRows(tx: Transaction, importId: string, { sheet, head }: { sheet: Sheet; head: SheetRow }) {
  let count = 0
  let waiting: SheetRow[] = []
  const flush = async () => {
    await insertImportRows(
      tx,
      waiting.map(({ number, cells, formulas }) => ({
        ...{ importId, number, formulas },
        cells: Array.from({ length: head.cells.length }, (_, i) => (cells[i] ?? '').replaceAll('\0', '')),
      })),
    )
    waiting = []
  }
  for await (const row of sheet.rows()) {
    if (row.number <= head.number || isBlank(row)) continue
    count += 1
    if (count > MOST_IMPORT_ROWS) throw new Invalid({ file: [`tooManyRows|${MOST_IMPORT_ROWS}`] })
    waiting.push(row)
    if (waiting.length >= BATCH) await flush()
  }
  await flush()
  return count
}
