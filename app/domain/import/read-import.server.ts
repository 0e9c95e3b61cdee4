import {
  countImportRows,
  countImports,
  type ImportRecord,
  listImportRows,
  listImportRowsFor,
  listImports,
  type RowFilter,
} from '#db/queries/imports.server.ts'
import type { ImportOutcome, ImportRowState } from '#db/vocabulary.ts'
import { type Context, organisationOf, roleOf } from '../shared/context.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import { columnsOf } from './columns.ts'
import { canImport, IMPORTERS } from './import.policy.ts'
import type { ImportView } from './import.schema.ts'
import { importLifecycle, progressOf, RUNNING_IMPORT_STATES } from './import.ts'
import { importFor } from './move-import.server.ts'

const PAGE_SIZE = 20

/** The sheets of the organisation whose hat is worn, newest first. */
export async function listOwnImports(ctx: Context, { page }: { page: number }) {
  if (!canImport(ctx.actor)) throw new Forbidden('may not import', IMPORTERS)
  const organisationId = organisationOf(ctx.actor) ?? ''
  const [total, imports] = await Promise.all([
    countImports(ctx.db, organisationId),
    listImports(ctx.db, organisationId, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
  ])
  return { imports, total, page, pageSize: PAGE_SIZE, role: roleOf(ctx.actor) }
}

const ROWS_A_PAGE = 25

const FILTERS: Record<ImportView, RowFilter> = {
  errors: { kind: 'outcome', outcome: 'error' },
  duplicates: { kind: 'duplicates' },
  warnings: { kind: 'warnings' },
  create: { kind: 'outcome', outcome: 'create' },
  update: { kind: 'outcome', outcome: 'update' },
  touched: { kind: 'outcome', outcome: 'touched' },
  unchanged: { kind: 'outcome', outcome: 'unchanged' },
  repeated: { kind: 'outcome', outcome: 'repeated' },
  written: { kind: 'written' },
  kept: { kind: 'kept' },
  all: { kind: 'all' },
}

/** A sheet with its figures, how far the present step is, what may be done with it, and one page of its rows. */
export async function readImport(ctx: Context, id: string, { view, page }: { view: ImportView | null; page: number }) {
  const sheet = await importFor(ctx, id)
  const groups = await countImportRows(ctx.db, sheet.id)
  const figures = figuresOf(groups)
  const shown = view ?? firstView(sheet, figures)
  const rows = await listImportRowsFor(ctx.db, sheet.id, {
    filter: FILTERS[shown],
    limit: ROWS_A_PAGE,
    offset: (page - 1) * ROWS_A_PAGE,
  })
  const columns = columnsOf(sheet.columns)
  const nameColumn = columns.indexOf('brand')
  const can = (event: 'apply' | 'stop' | 'undo' | 'discard') => importLifecycle.allows(sheet.state, event)
  return {
    ...pick(sheet),
    isRunning: RUNNING_IMPORT_STATES.includes(sheet.state),
    progress: progressOf(sheet.state, figures.states),
    figures,
    unused: sheet.columns.filter((name, index) => name !== '' && columns[index] === null),
    view: shown,
    page,
    pageSize: ROWS_A_PAGE,
    rows: rows.map(({ cells, ...row }) => ({ ...row, name: cells[nameColumn] ?? '' })),
    can: { apply: can('apply'), stop: can('stop'), undo: can('undo'), discard: can('discard') },
    opensPractices: roleOf(ctx.actor) === 'agency_admin',
  }
}

const pick = ({
  id,
  fileName,
  state,
  columns,
  rowCount,
  withDuplicates,
  fault,
  createdAt,
  stepAt,
  endedAt,
}: ImportRecord) => ({
  ...{ id, fileName, state, columns, rowCount, withDuplicates, fault, createdAt, stepAt, endedAt },
})

type Group = Awaited<ReturnType<typeof countImportRows>>[number]

function figuresOf(groups: readonly Group[]) {
  const sum = (is: (group: Group) => boolean) => groups.reduce((n, group) => (is(group) ? n + group.n : n), 0)
  const outcome = (name: ImportOutcome) => sum((group) => group.outcome === name)
  const states: Partial<Record<ImportRowState, number>> = {}
  for (const { state, n } of groups) states[state] = (states[state] ?? 0) + n
  return {
    states,
    all: sum(() => true),
    errors: outcome('error'),
    create: outcome('create'),
    update: outcome('update'),
    unchanged: outcome('unchanged'),
    touched: outcome('touched'),
    repeated: outcome('repeated'),
    duplicates: sum(({ isDuplicate }) => isDuplicate),
    warnings: sum(({ warned }) => warned),
    written: states.applied ?? 0,
    kept: states.kept ?? 0,
  }
}

/** What needs to be looked at first. */
function firstView({ state }: ImportRecord, figures: ReturnType<typeof figuresOf>): ImportView {
  if (state === 'undone') return figures.kept > 0 ? 'kept' : 'all'
  if (state === 'applied' || state === 'stopped') return figures.written > 0 ? 'written' : 'all'
  if (figures.errors > 0) return 'errors'
  return figures.duplicates > 0 ? 'duplicates' : 'all'
}

const MOST_AT_ONCE = 500

/** The rows with errors, page by page: what the file of rows to be corrected is made of. */
export async function* readFaultyRows(ctx: Context, id: string) {
  let after = -1
  for (;;) {
    const rows = await listImportRows(ctx.db, id, { states: ['checked', 'skipped'], after, limit: MOST_AT_ONCE })
    for (const row of rows) if (row.outcome === 'error') yield row
    const last = rows.at(-1)
    if (!last || rows.length < MOST_AT_ONCE) return
    after = last.number
  }
}

/** A sheet whose check is over and that has rows to be corrected. */
export async function faultyImportFor(ctx: Context, id: string) {
  const sheet = await importFor(ctx, id)
  if (sheet.state === 'checking' || sheet.state === 'discarded') throw new NotFound('nothing was checked yet')
  return sheet
}

export type ImportPageView = Awaited<ReturnType<typeof readImport>>
