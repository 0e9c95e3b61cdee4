import type { Transaction } from '#db/client.server.ts'
import { type ImportedRecord, listImportedRecords } from '#db/queries/imported-records.server.ts'
import {
  findImport,
  type ImportRecord,
  type ImportRow,
  listImportRows,
  lockImports,
} from '#db/queries/imports.server.ts'
import type { Context } from '../shared/context.ts'
import { recordKey } from './check-import.server.ts'

/** Rows of one transaction: an import that is stopped, or whose process dies, has written whole batches. */
const BATCH = 100

type Work = {
  /** The import is worked through while it is in this state, and no longer. */
  during: ImportRecord['state']
  /** Rows in this state are still to do. */
  todo: ImportRow['state']
  row: (
    tx: Transaction,
    at: { sheet: ImportRecord; row: ImportRow; record: ImportedRecord | undefined },
  ) => Promise<void>
  /** When nothing is left to do. */
  finish: (tx: Transaction, sheet: ImportRecord) => Promise<void>
}

/**
 * Works through the rows of an import, one transaction a batch, so that it can be stopped and gone on with. Imports take
 * turns, and the records that the rows name are locked while they are decided.
 */
export async function workThrough({ db }: Context, id: string, work: Work, signal?: AbortSignal): Promise<void> {
  for (;;) {
    signal?.throwIfAborted()
    const goesOn = await db.transaction(async (tx) => {
      await lockImports(tx)
      const sheet = await findImport(tx, id, { lock: true })
      if (sheet?.state !== work.during) return false
      const rows = await listImportRows(tx, id, { states: [work.todo], limit: BATCH })
      if (rows.length === 0) {
        await work.finish(tx, sheet)
        return false
      }
      const records = await recordsOf(tx, rows)
      const recordAt = ({ agencyId, externalId }: ImportRow) => records.get(recordKey(agencyId ?? '', externalId ?? ''))
      await allOf(rows.map((row) => work.row(tx, { sheet, row, record: recordAt(row) })))
      return true
    })
    if (!goesOn) return
  }
}

async function recordsOf(tx: Transaction, rows: readonly ImportRow[]): Promise<Map<string, ImportedRecord>> {
  const ids = rows.flatMap(({ externalId }) => externalId ?? [])
  const records = await listImportedRecords(tx, ids, { lock: true })
  return new Map(records.map((one) => [recordKey(one.agencyId, one.externalId), one]))
}

/**
 * Work of one transaction that does not wait for each other: its statements go to the database in one stream. All of it is
 * over before a fault of one is thrown, so that nothing runs on after the transaction was rolled back.
 */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
