import { createHash } from 'node:crypto'
import type { ImportIssue } from '#db/import-rows.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import {
  type ImportedRecord,
  listAgenciesForImport,
  listImportedRecords,
  listPracticeNames,
} from '#db/queries/imported-records.server.ts'
import {
  findImport,
  type ImportRecord,
  type ImportRow,
  listImportRows,
  type RowFinding,
  updateImport,
  updateImportFindings,
  updateImportRowsUnread,
} from '#db/queries/imports.server.ts'
import type { Context } from '../shared/context.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { agencyFinder } from './agency-names.ts'
import { columnsOf } from './columns.ts'
import { duplicateFinder, namesOf } from './duplicates.server.ts'
import { territoryOf } from './import.policy.ts'
import { importLifecycle, outcomeOf } from './import.ts'
import { readRow } from './read-row.ts'

const BATCH = 500

/** Recognises a text as it was imported. */
export function checksumOf(content: PracticeContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32)
}

type Known = { publicId?: string; row?: number; title: string }

/**
 * Looks at every row without writing anything into the catalogue: what is wrong with which cell, what the row would do,
 * and which practice or row may be the same. Breaks off when somebody discards the sheet; begun again it starts anew.
 */
export async function checkImport(ctx: Context, sheet: ImportRecord, signal?: AbortSignal): Promise<void> {
  const { id } = sheet
  const checker = await checkerFor(ctx, sheet)
  await updateImportRowsUnread(ctx.db, id)
  for (;;) {
    signal?.throwIfAborted()
    const rows = await listImportRows(ctx.db, id, { states: ['read'], limit: BATCH })
    if (rows.length === 0) break
    const findings = await checker(rows)
    const goesOn = await ctx.db.transaction(async (tx) => {
      if ((await findImport(tx, id, { lock: true }))?.state !== 'checking') return false
      await updateImportFindings(tx, id, findings)
      return true
    })
    if (!goesOn) return
  }
  await ctx.db.transaction(async (tx) => {
    const { from, to } = importLifecycle.moves.finish_check
    if (!(await updateImport(tx, { id, from }, { state: to, endedAt: new Date() }))) return
    await recordChange(tx, ctx, { action: 'import.check', entity: 'import', entityId: id })
  })
}

async function checkerFor(ctx: Context, sheet: ImportRecord) {
  const scope = territoryOf(ctx.actor)
  const [agencies, names] = await Promise.all([listAgenciesForImport(ctx.db, scope), listPracticeNames(ctx.db, scope)])
  const findAgency = agencyFinder(agencies)
  const provinceOf = new Map(agencies.map((agency) => [agency.id, agency.provinceCode]))
  const ownAgency = scope.kind === 'agency' ? scope.agencyId : null
  const columns = columnsOf(sheet.columns)
  const brandColumn = columns.indexOf('brand')
  const finder = duplicateFinder<Known>()
  for (const { publicId, title, brand, agencyId, provinceCode } of names) {
    finder.add({ brand, title, agencyId, provinceCode }, { publicId, title: title ?? brand })
  }
  const seen = new Map<string, { number: number; checksum: string }>()

  return async (rows: readonly ImportRow[]): Promise<RowFinding[]> => {
    const read = rows.map((row) => ({ row, ...readRow({ ...row, columns }, findAgency, ownAgency) }))
    const ids = read.flatMap(({ externalId }) => externalId ?? [])
    const records = new Map(
      (await listImportedRecords(ctx.db, ids)).map((one) => [recordKey(one.agencyId, one.externalId), one]),
    )
    return read.map(({ row, issues, agencyId, externalId, content }): RowFinding => {
      const found: RowFinding = {
        ...{ number: row.number, agencyId, externalId, issues, content, isDuplicate: false },
        ...{ outcome: 'error', checksum: null },
      }
      if (!content || !agencyId || !externalId) return found
      const checksum = checksumOf(content)
      const key = recordKey(agencyId, externalId)
      const first = seen.get(key)
      if (first) return { ...found, ...repeated(issues, first, checksum, columns.indexOf('externalId')) }
      seen.set(key, { number: row.number, checksum })
      const record = records.get(key)
      const outcome = outcomeOf(checksum, record, record && openOf(record))
      const place = { ...namesOf(content), agencyId, provinceCode: provinceOf.get(agencyId) ?? null }
      const same = outcome === 'create' ? finder.find(place) : undefined
      finder.add(place, { row: row.number, title: content.title.id ?? content.brand })
      const told = same ? [...issues, maybeThere(same, brandColumn)] : issues
      return { ...found, issues: told, outcome, checksum, isDuplicate: same !== undefined }
    })
  }
}

export const recordKey = (agencyId: string, externalId: string) => `${agencyId}\n${externalId}`

/** The text that is being written of a record; something published since counts as touched. */
export function openOf({ openId, openState, openVersion, practiceState }: ImportedRecord) {
  if (practiceState !== 'unpublished' || !openId) return undefined
  return { id: openId, state: openState ?? '', version: openVersion ?? 0 }
}

function repeated(
  issues: ImportIssue[],
  first: { number: number; checksum: string },
  checksum: string,
  column: number,
): Pick<RowFinding, 'outcome' | 'issues' | 'content'> {
  const at = { column: column < 0 ? null : column, args: [String(first.number)] }
  return first.checksum === checksum
    ? { outcome: 'repeated', content: null, issues: [...issues, { ...at, level: 'warning', message: 'sameRow' }] }
    : { outcome: 'error', content: null, issues: [...issues, { ...at, level: 'error', message: 'sameNumber' }] }
}

function maybeThere({ publicId, row, title }: Known, column: number): ImportIssue {
  const shared = { level: 'warning' as const, column: column < 0 ? null : column }
  return publicId
    ? { ...shared, message: 'maybePractice', args: [title], publicId }
    : { ...shared, message: 'maybeRow', args: [String(row), title] }
}
