import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ImportIssue, ProposalPiece } from '../import-rows.ts'
import type { PracticeContent } from '../practice-content.ts'
import {
  IMPORT_OUTCOMES,
  IMPORT_ROW_STATES,
  IMPORT_STATES,
  type ImportOutcome,
  type ImportRowState,
  type ImportState,
  ROLES,
  type Role,
} from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { agencies, organisations } from './organisations.ts'
import { users } from './people.ts'
import { practiceRevisions, practices } from './practices.ts'

/** A Word file that an author uploaded, taken apart and not yet (or already) used: only its text, never the file. */
export const proposalReadings = pgTable(
  'proposal_readings',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** The draft it is meant for; null while it is to become a new one. */
    practiceId: uuid().references(() => practices.id),
    fileName: text().notNull(),
    pieces: jsonb().$type<ProposalPiece[]>().notNull(),
    /** What the author chose for a part instead of what its heading says. */
    choices: jsonb().$type<Record<string, string | null>>().notNull().default({}),
    /** Pictures that were not read. */
    images: integer().notNull().default(0),
    createdAt: createdAt(),
    usedAt: moment(),
  },
  (t) => [filled('proposal_readings_file_name', t.fileName), index('proposal_readings_user').on(t.userId, t.createdAt)],
)

/** A sheet of many records: read, checked, written as drafts, and taken back, each in steps that can be resumed. */
export const imports = pgTable(
  'imports',
  {
    id: id(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    /** The hat in which it was uploaded: it decides whose records it may hold. */
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    role: text().$type<Role>().notNull(),
    fileName: text().notNull(),
    state: text().$type<ImportState>().notNull().default('checking'),
    /** Head of the sheet, as it stands there. */
    columns: jsonb().$type<string[]>().notNull(),
    rowCount: integer().notNull(),
    /** Rows that may be there already are written too. */
    withDuplicates: boolean().notNull().default(false),
    /** Why it stopped by itself. */
    fault: text(),
    createdAt: createdAt(),
    /** When the present step began: what its progress is reckoned from. */
    stepAt: moment().notNull().defaultNow(),
    endedAt: moment(),
  },
  (t) => [
    oneOf('imports_state', t.state, IMPORT_STATES),
    oneOf('imports_role', t.role, ROLES),
    filled('imports_file_name', t.fileName),
    check('imports_row_count', sql`${t.rowCount} >= 0`),
    index('imports_organisation').on(t.organisationId, t.createdAt),
  ],
)

/** One row of a sheet, what was found about it, and what became of it. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** The number of the row in the sheet, as its program shows it. */
    number: integer().notNull(),
    state: text().$type<ImportRowState>().notNull().default('read'),
    /** The cells as text. */
    cells: jsonb().$type<string[]>().notNull(),
    /** Columns whose cell held a formula; its stored result was taken. */
    formulas: jsonb().$type<number[]>().notNull().default([]),
    outcome: text().$type<ImportOutcome>(),
    issues: jsonb().$type<ImportIssue[]>().notNull().default([]),
    isDuplicate: boolean().notNull().default(false),
    agencyId: uuid().references(() => agencies.organisationId),
    externalId: text(),
    content: jsonb().$type<PracticeContent>(),
    checksum: text(),
    practiceId: uuid().references(() => practices.id),
    revisionId: uuid().references(() => practiceRevisions.id),
    /** Version of the revision when this row had been written: as long as it stands, nobody has touched it. */
    versionAfter: integer(),
    /** The text that an update replaced. */
    before: jsonb().$type<PracticeContent>(),
    beforeChecksum: text(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.number] }),
    oneOf('import_rows_state', t.state, IMPORT_ROW_STATES),
    oneOf('import_rows_outcome', t.outcome, IMPORT_OUTCOMES),
    index('import_rows_state').on(t.importId, t.state, t.number),
  ],
)

/** Which record elsewhere a practice came from: the same one is never written twice. */
export const importedRecords = pgTable(
  'imported_records',
  {
    id: id(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.organisationId),
    /** The number of the record in the register it came from. */
    externalId: text().notNull(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    /** Of the text as it was imported; null once the import was taken back. */
    checksum: text(),
    revisionId: uuid().references(() => practiceRevisions.id),
    version: integer(),
  },
  (t) => [
    uniqueIndex('imported_records_external_id').on(t.agencyId, t.externalId),
    index('imported_records_practice').on(t.practiceId),
    filled('imported_records_external', t.externalId),
  ],
)
