import type { Transaction } from '#db/client.server.ts'
import { type ImportedRecord, upsertImportedRecord } from '#db/queries/imported-records.server.ts'
import { type ImportRecord, type ImportRow, updateImport, updateImportRow } from '#db/queries/imports.server.ts'
import { updateRevision } from '#db/queries/practices.server.ts'
import { recordMove } from '../practice/practice-moves.server.ts'
import type { Context } from '../shared/context.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { openOf } from './check-import.server.ts'
import { importLifecycle, isUntouched } from './import.ts'
import { workThrough } from './import-batches.server.ts'

/**
 * Takes an import back: new drafts are discarded, changed ones get their text of before, as long as nobody has touched
 * them since. What somebody worked on is kept and named. Batch by batch, and it can be begun again.
 */
export async function undoImport(ctx: Context, { id }: ImportRecord, signal?: AbortSignal): Promise<void> {
  await workThrough(
    ctx,
    id,
    {
      ...{ during: 'undoing', todo: 'applied' },
      async row(tx, { sheet, row, record }) {
        const isBack = record !== undefined && (await takeBack(tx, ctx, { sheet, row, record }))
        await updateImportRow(tx, { importId: id, number: row.number }, { state: isBack ? 'undone' : 'kept' })
      },
      finish: (tx, sheet) => finish(tx, ctx, sheet),
    },
    signal,
  )
}

type TakingBack = {
  sheet: ImportRecord
  row: ImportRow
  record: ImportedRecord
}

async function takeBack(tx: Transaction, ctx: Context, { sheet, row, record }: TakingBack): Promise<boolean> {
  const { revisionId, versionAfter: version, agencyId, externalId } = row
  if (!revisionId || version === null || !agencyId || !externalId) return false
  if (!isUntouched({ revisionId, version }, openOf(record))) return false
  const { practiceId, publicId } = record
  const at = { id: revisionId, version, from: ['draft'] as const }
  if (row.before) {
    const saved = await updateRevision(tx, at, { content: row.before, savedAt: ctx.now })
    if (!saved) return false
    await recordChange(tx, ctx, {
      ...{ action: 'practice.undo_import', entity: 'practice', entityId: practiceId },
      data: { publicId, revisionId, version: saved, importId: sheet.id },
    })
    const checksum = row.beforeChecksum
    await upsertImportedRecord(tx, { agencyId, externalId, practiceId, revisionId, checksum, version: saved })
    return true
  }
  if (!(await updateRevision(tx, at, { state: 'discarded' }))) return false
  await recordMove(tx, ctx, {
    practice: { id: practiceId, publicId },
    event: 'undo_import',
    revisionId,
    from: 'draft',
    to: 'discarded',
    data: { importId: sheet.id },
  })
  await upsertImportedRecord(tx, { agencyId, externalId, practiceId, revisionId: null, checksum: null, version: null })
  return true
}

async function finish(tx: Transaction, ctx: Context, { id }: ImportRecord): Promise<void> {
  const { from, to } = importLifecycle.moves.finish_undo
  if (await updateImport(tx, { id, from }, { state: to, endedAt: new Date() })) {
    await recordChange(tx, ctx, { action: 'import.finish_undo', entity: 'import', entityId: id })
  }
}
