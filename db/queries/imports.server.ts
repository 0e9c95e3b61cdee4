import { and, asc, count, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { importRows, imports, users } from '../schema/index.ts'
import type { ImportOutcome, ImportRowState, ImportState } from '../vocabulary.ts'

export type ImportRecord = typeof imports.$inferSelect
export type ImportRow = typeof importRows.$inferSelect

// ---- sheets -------------------------------------------------------------------------------------------------------

export async function insertImport(
  db: Executor,
  row: Pick<
    typeof imports.$inferInsert,
    'createdBy' | 'organisationId' | 'role' | 'fileName' | 'columns' | 'rowCount' | 'createdAt' | 'stepAt'
  >,
): Promise<{ id: string }> {
  const [created] = await db.insert(imports).values(row).returning({ id: imports.id })
  return created!
}

/** A sheet that this organisation uploaded in one of these roles; `lock` keeps others from moving it. */
export async function findImport(
  db: Executor,
  id: string,
  { organisationId, lock = false }: { organisationId?: string; lock?: boolean } = {},
): Promise<ImportRecord | undefined> {
  const query = db
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), organisationId ? eq(imports.organisationId, organisationId) : undefined))
    .$dynamic()
  const [row] = await (lock ? query.for('update') : query)
  return row
}

/** The sheets of an organisation, newest first. */
export async function listImports(
  db: Executor,
  organisationId: string,
  { limit, offset }: { limit: number; offset: number },
) {
  return db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      state: imports.state,
      rowCount: imports.rowCount,
      createdAt: imports.createdAt,
      by: users.name,
      written: sql<number>`(select count(*)::int from ${importRows} where ${importRows.importId} = ${imports.id}
        and ${importRows.state} in ('applied', 'kept'))`,
    })
    .from(imports)
    .innerJoin(users, eq(users.id, imports.createdBy))
    .where(eq(imports.organisationId, organisationId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit)
    .offset(offset)
}

export async function countImports(db: Executor, organisationId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(imports).where(eq(imports.organisationId, organisationId))
  return row?.n ?? 0
}

/** Moves a sheet that is still in one of these states; `false` when it is not. */
export async function updateImport(
  db: Executor,
  { id, from }: { id: string; from: readonly ImportState[] },
  changes: Partial<
    Pick<typeof imports.$inferInsert, 'state' | 'withDuplicates' | 'fault' | 'stepAt' | 'endedAt' | 'rowCount'>
  >,
): Promise<boolean> {
  const rows = await db
    .update(imports)
    .set(changes)
    .where(and(eq(imports.id, id), inArray(imports.state, [...from])))
    .returning({ id: imports.id })
  return rows.length > 0
}

// ---- rows ---------------------------------------------------------------------------------------------------------

export async function insertImportRows(
  db: Executor,
  rows: Pick<typeof importRows.$inferInsert, 'importId' | 'number' | 'cells' | 'formulas'>[],
): Promise<void> {
  if (rows.length > 0) await db.insert(importRows).values(rows)
}

/** Rows in one of these states after a number, in the order of the sheet. */
export async function listImportRows(
  db: Executor,
  importId: string,
  { states, after = -1, limit }: { states?: readonly ImportRowState[]; after?: number; limit: number },
): Promise<ImportRow[]> {
  return db
    .select()
    .from(importRows)
    .where(
      and(
        eq(importRows.importId, importId),
        gt(importRows.number, after),
        states ? inArray(importRows.state, [...states]) : undefined,
      ),
    )
    .orderBy(asc(importRows.number))
    .limit(limit)
}

export type RowFinding = Pick<
  ImportRow,
  'number' | 'outcome' | 'issues' | 'isDuplicate' | 'agencyId' | 'externalId' | 'content' | 'checksum'
>

/** Stores what was found about rows, in one statement. */
export async function updateImportFindings(
  db: Executor,
  importId: string,
  findings: readonly RowFinding[],
): Promise<void> {
  if (findings.length === 0) return
  await db.execute(sql`
    update import_rows r set state = 'checked', outcome = f.outcome, issues = f.issues, is_duplicate = f."isDuplicate",
      agency_id = f."agencyId", external_id = f."externalId", content = f.content, checksum = f.checksum
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as f(number int, outcome text, issues jsonb,
      "isDuplicate" boolean, "agencyId" uuid, "externalId" text, content jsonb, checksum text)
    where r.import_id = ${importId} and r.number = f.number`)
}

export async function updateImportRow(
  db: Executor,
  { importId, number }: { importId: string; number: number },
  changes: Partial<
    Pick<ImportRow, 'state' | 'outcome' | 'practiceId' | 'revisionId' | 'versionAfter' | 'before' | 'beforeChecksum'>
  >,
): Promise<void> {
  await db
    .update(importRows)
    .set(changes)
    .where(and(eq(importRows.importId, importId), eq(importRows.number, number)))
}

/** Begins the check of a sheet anew. */
export async function updateImportRowsUnread(db: Executor, importId: string): Promise<void> {
  await db.update(importRows).set({ state: 'read' }).where(eq(importRows.importId, importId))
}

/** What a sheet that was thrown away held is forgotten. */
export async function deleteImportRows(db: Executor, importId: string): Promise<void> {
  await db.delete(importRows).where(eq(importRows.importId, importId))
}

/** How many rows are in which state, have which outcome, may be there already. */
export async function countImportRows(db: Executor, importId: string) {
  const rows = await db
    .select({
      state: importRows.state,
      outcome: importRows.outcome,
      isDuplicate: importRows.isDuplicate,
      warned: sql<boolean>`${importRows.issues} @> '[{"level":"warning"}]'::jsonb`,
      n: sql<number>`count(*)::int`,
    })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .groupBy(importRows.state, importRows.outcome, importRows.isDuplicate, sql`4`)
  return rows
}

export type RowFilter =
  | { kind: 'outcome'; outcome: ImportOutcome }
  | { kind: 'duplicates' }
  | { kind: 'warnings' }
  | { kind: 'written' }
  | { kind: 'kept' }
  | { kind: 'all' }

/** Rows as a page lists them, with the practice that came of each. */
export async function listImportRowsFor(
  db: Executor,
  importId: string,
  { filter, limit, offset }: { filter: RowFilter; limit: number; offset: number },
) {
  return db
    .select({
      number: importRows.number,
      state: importRows.state,
      outcome: importRows.outcome,
      isDuplicate: importRows.isDuplicate,
      issues: importRows.issues,
      externalId: importRows.externalId,
      cells: importRows.cells,
      publicId: sql<string | null>`(select public_id from practices where id = ${importRows.practiceId})`,
      agency: sql<string | null>`(select name from organisations where id = ${importRows.agencyId})`,
    })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), matching(filter)))
    .orderBy(asc(importRows.number))
    .limit(limit)
    .offset(offset)
}

function matching(filter: RowFilter) {
  switch (filter.kind) {
    case 'outcome':
      return eq(importRows.outcome, filter.outcome)
    case 'duplicates':
      return eq(importRows.isDuplicate, true)
    case 'warnings':
      return sql`${importRows.issues} @> '[{"level":"warning"}]'::jsonb`
    case 'written':
      return eq(importRows.state, 'applied')
    case 'kept':
      return eq(importRows.state, 'kept')
    case 'all':
      return undefined
  }
}

/** The agencies that a sheet brought drafts to, and how many. */
export async function countWrittenByAgency(db: Executor, importId: string) {
  return db
    .select({ agencyId: importRows.agencyId, n: sql<number>`count(*)::int` })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), eq(importRows.state, 'applied')))
    .groupBy(importRows.agencyId)
}

/** One sheet at a time writes: two that hold the same record would both begin it. Until the transaction ends. */
export async function lockImports(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('jipp.imports'))`)
}
