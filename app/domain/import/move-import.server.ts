import { deleteImportRows, findImport, type ImportRecord, updateImport } from '#db/queries/imports.server.ts'
import { orderJob } from '#db/queries/jobs.server.ts'
import type { ImportState } from '#db/vocabulary.ts'
import { personOf } from '../practice/practice-moves.server.ts'
import { type Context, organisationOf } from '../shared/context.ts'
import { Conflict, Forbidden, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canImport, IMPORTERS } from './import.policy.ts'
import { importLifecycle, RUNNING_IMPORT_STATES } from './import.ts'

/** A sheet of the organisation whose hat is worn; those of others do not exist. */
export async function importFor(ctx: Context, id: string): Promise<ImportRecord> {
  if (!canImport(ctx.actor)) throw new Forbidden('may not import', IMPORTERS)
  const organisationId = organisationOf(ctx.actor) ?? ''
  const sheet = /^[0-9a-f-]{36}$/i.test(id) ? await findImport(ctx.db, id, { organisationId }) : undefined
  if (!sheet) throw new NotFound(`no import ${id} for this actor`)
  return sheet
}

type ImportMove = {
  intent: 'apply' | 'stop' | 'undo' | 'discard'
  /** Rows that may be there already are written too; asked when a checked sheet is applied. */
  withDuplicates?: boolean
}

/**
 * What a person does with a sheet: writes its rows as drafts, stops that, goes on, takes it back, throws it away. The work
 * itself is done in the background; whoever asks is the one in whose name it is done.
 */
export async function moveImport(
  ctx: Context,
  id: string,
  move: ImportMove,
): Promise<{ id: string; state: ImportState }> {
  const sheet = await importFor(ctx, id)
  const event = move.intent
  const state = importLifecycle.next(sheet.state, event)
  const userId = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    const { from } = importLifecycle.moves[event]
    const { withDuplicates = false } = move
    const changes = event === 'apply' && sheet.state === 'checked' ? { withDuplicates } : {}
    const begun = RUNNING_IMPORT_STATES.includes(state)
    const timing = begun ? { stepAt: ctx.now, endedAt: null, fault: null } : { endedAt: ctx.now }
    if (!(await updateImport(tx, { id: sheet.id, from }, { state, ...changes, ...timing }))) {
      throw new Conflict('the import moved on meanwhile')
    }
    await recordChange(tx, ctx, { action: `import.${event}`, entity: 'import', entityId: sheet.id })
    if (state === 'discarded') await deleteImportRows(tx, sheet.id)
    if (begun) {
      await orderJob(tx, { task: 'run_import', payload: { importId: sheet.id, userId }, key: `import:${sheet.id}` })
    }
    return { id: sheet.id, state }
  })
}
