import type { ImportOutcome, ImportRowState, ImportState } from '#db/vocabulary.ts'
import { defineLifecycle } from '../shared/transition.ts'

export type ImportEvent =
  | 'finish_check'
  | 'discard'
  | 'apply'
  | 'stop'
  | 'finish_apply'
  | 'undo'
  | 'finish_undo'
  | 'halt'
  | 'fail'

/** The way of a sheet: looked at, written as drafts (stopped and gone on with), taken back. */
export const importLifecycle = defineLifecycle<ImportState, ImportEvent>({
  finish_check: { from: ['checking'], to: 'checked' },
  discard: { from: ['checking', 'checked'], to: 'discarded' },
  apply: { from: ['checked', 'stopped'], to: 'applying' },
  stop: { from: ['applying'], to: 'stopped' },
  finish_apply: { from: ['applying'], to: 'applied' },
  undo: { from: ['applied', 'stopped'], to: 'undoing' },
  finish_undo: { from: ['undoing'], to: 'undone' },
  // By itself, when the work cannot go on.
  halt: { from: ['applying', 'undoing'], to: 'stopped' },
  fail: { from: ['checking'], to: 'discarded' },
})

/** States in which work goes on in the background. */
export const RUNNING_IMPORT_STATES: readonly ImportState[] = ['checking', 'applying', 'undoing']

/** Rows of a sheet, and megabytes of its file. */
export const MOST_IMPORT_ROWS = 10_000
export const LARGEST_IMPORT = 10

type Record = { practiceId: string; checksum: string | null; revisionId: string | null; version: number | null }
type Open = { id: string; state: string; version: number } | undefined

/**
 * What a row does, given what was imported from the same record before: nothing when it is the same text; a new draft
 * when there is none (or its import was taken back); a changed draft as long as nobody else has touched it since.
 */
export function outcomeOf(checksum: string, record: Record | undefined, open: Open): ImportOutcome {
  if (!record || record.checksum === null) return 'create'
  if (record.checksum === checksum) return 'unchanged'
  return isUntouched(record, open) ? 'update' : 'touched'
}

/** Whether a draft is still as the import left it. */
export function isUntouched(left: { revisionId: string | null; version: number | null }, open: Open): boolean {
  return open !== undefined && open.state === 'draft' && open.id === left.revisionId && open.version === left.version
}

/** Whether a checked row is written when the sheet is applied. */
export function isWritten(outcome: ImportOutcome | null, isDuplicate: boolean, withDuplicates: boolean): boolean {
  return outcome === 'update' || (outcome === 'create' && (withDuplicates || !isDuplicate))
}

/** How far the present step is, in rows. */
export function progressOf(state: ImportState, rows: Readonly<Partial<globalThis.Record<ImportRowState, number>>>) {
  const count = (...states: ImportRowState[]) => states.reduce((sum, one) => sum + (rows[one] ?? 0), 0)
  const total = count('read', 'checked', 'applied', 'skipped', 'undone', 'kept')
  const left = state === 'checking' ? count('read') : state === 'undoing' ? count('applied') : count('checked')
  const of = state === 'undoing' ? count('applied', 'undone', 'kept') : total
  return { done: of - left, of, percent: of === 0 ? 100 : Math.floor(((of - left) / of) * 100) }
}
