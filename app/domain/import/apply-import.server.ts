import { randomUUID } from 'node:crypto'
import type { Transaction } from '#db/client.server.ts'
import {
  type ImportedRecord,
  listAgenciesForImport,
  listHubOfProvince,
  upsertImportedRecord,
} from '#db/queries/imported-records.server.ts'
import { type ImportRecord, type ImportRow, updateImport, updateImportRow } from '#db/queries/imports.server.ts'
import { findRevision, insertRevisionAuthor } from '#db/queries/practice-reviews.server.ts'
import {
  ABROAD_SCOPE,
  allocatePublicId,
  insertPractice,
  insertRevision,
  NATIONAL_SCOPE,
  updateRevision,
} from '#db/queries/practices.server.ts'
import { personOf, recordMove } from '../practice/practice-moves.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { openOf } from './check-import.server.ts'
import { territoryOf } from './import.policy.ts'
import { importLifecycle, isWritten, outcomeOf } from './import.ts'
import { workThrough } from './import-batches.server.ts'
import { importLetters } from './import-letters.server.ts'

/**
 * Writes the checked rows of a sheet as drafts of the agencies that they name, never further than that: people complete,
 * submit and check them as any other. Batch by batch, so that it can be stopped and gone on with; each row is decided
 * again at the moment it is written.
 */
export async function applyImport(ctx: Context, { id }: ImportRecord, signal?: AbortSignal): Promise<void> {
  const places = await placesFor(ctx)
  await workThrough(
    ctx,
    id,
    {
      ...{ during: 'applying', todo: 'checked' },
      row: (tx, at) => writeRow(tx, ctx, { ...at, places }),
      finish: (tx, sheet) => finish(tx, ctx, sheet),
    },
    signal,
  )
}

type Place = { country: string; provinceCode: string | null; hubId: string | null; isDemo: boolean }

async function placesFor(ctx: Context): Promise<Map<string, Place>> {
  const [agencies, hubOf] = await Promise.all([
    listAgenciesForImport(ctx.db, territoryOf(ctx.actor)),
    listHubOfProvince(ctx.db),
  ])
  const within = agencies.filter(({ isWithin }) => isWithin)
  return new Map(within.map((one) => [one.id, { ...one, hubId: hubOf.get(one.provinceCode ?? '') ?? null }]))
}

type Writing = {
  sheet: ImportRecord
  row: ImportRow
  record: ImportedRecord | undefined
  places: ReadonlyMap<string, Place>
}

async function writeRow(tx: Transaction, ctx: Context, { sheet, row, record, places }: Writing): Promise<void> {
  const at = { importId: sheet.id, number: row.number }
  const { agencyId, externalId, content, checksum } = row
  const place = agencyId ? places.get(agencyId) : undefined
  const skip = () => updateImportRow(tx, at, { state: 'skipped' })
  if (!agencyId || !externalId || !content || !checksum || !place) return skip()
  if (!isWritten(row.outcome, row.isDuplicate, sheet.withDuplicates)) return skip()
  const outcome = outcomeOf(checksum, record, record && openOf(record))
  if (outcome === 'create' && !(record && cannotReturn(record))) {
    const draft = await begin(tx, ctx, { sheet, agencyId, place, content, record })
    await upsertImportedRecord(tx, { agencyId, externalId, checksum, ...draft })
    return updateImportRow(tx, at, {
      ...{ state: 'applied', outcome, practiceId: draft.practiceId },
      ...{ revisionId: draft.revisionId, versionAfter: draft.version },
    })
  }
  if (outcome === 'update' && record?.revisionId) {
    const old = await findRevision(tx, record.revisionId, { lock: true })
    const version = old && (await replace(tx, ctx, { sheet, record, content }))
    if (version) {
      const draft = { practiceId: record.practiceId, revisionId: record.revisionId, version }
      await upsertImportedRecord(tx, { agencyId, externalId, checksum, ...draft })
      return updateImportRow(tx, at, {
        ...{ state: 'applied', outcome, practiceId: draft.practiceId, revisionId: draft.revisionId },
        ...{ versionAfter: version, before: old.content, beforeChecksum: record.checksum },
      })
    }
  }
  // Somebody was faster than this batch.
  const now = outcome === 'unchanged' ? 'unchanged' : 'touched'
  return updateImportRow(tx, at, { state: 'skipped', outcome: now, practiceId: record?.practiceId ?? null })
}

/** A record whose import was taken back gets its old number again, unless something became of it since. */
const cannotReturn = ({ practiceState, openId }: ImportedRecord) => practiceState !== 'unpublished' || openId !== null

type Beginning = {
  sheet: ImportRecord
  agencyId: string
  place: Place
  content: NonNullable<ImportRow['content']>
  record: ImportedRecord | undefined
}

async function begin(tx: Transaction, ctx: Context, { sheet, agencyId, place, content, record }: Beginning) {
  const userId = personOf(ctx)
  const practiceId = record?.practiceId ?? randomUUID()
  const scope = place.country === 'ID' ? (place.provinceCode ?? NATIONAL_SCOPE) : ABROAD_SCOPE
  const publicId = record?.publicId ?? (await allocatePublicId(tx, scope))
  if (!record) {
    const { hubId, isDemo } = place
    await insertPractice(tx, { id: practiceId, publicId, agencyId, hubId, isDemo, createdAt: ctx.now })
  }
  const revision = await insertRevision(tx, { practiceId, content, createdBy: userId, now: ctx.now })
  if (!revision) throw new Conflict('a text of this practice is open already')
  // Whoever brought a text in wrote it: they may not be the one to check or publish it.
  await insertRevisionAuthor(tx, revision.id, userId)
  await recordMove(tx, ctx, {
    practice: { id: practiceId, publicId },
    event: 'import',
    revisionId: revision.id,
    to: 'draft',
    data: { importId: sheet.id },
  })
  return { practiceId, revisionId: revision.id, version: 1 }
}

type Replacing = { sheet: ImportRecord; record: ImportedRecord; content: NonNullable<ImportRow['content']> }

async function replace(tx: Transaction, ctx: Context, { sheet, record, content }: Replacing) {
  const { revisionId, version, practiceId, publicId } = record
  if (!revisionId || version === null) return undefined
  const saved = await updateRevision(tx, { id: revisionId, version, from: ['draft'] }, { content, savedAt: ctx.now })
  if (!saved) return undefined
  await insertRevisionAuthor(tx, revisionId, personOf(ctx))
  await recordChange(tx, ctx, {
    ...{ action: 'practice.import', entity: 'practice', entityId: practiceId },
    data: { publicId, revisionId, version: saved, importId: sheet.id },
  })
  return saved
}

async function finish(tx: Transaction, ctx: Context, sheet: ImportRecord): Promise<void> {
  const { from, to } = importLifecycle.moves.finish_apply
  if (await updateImport(tx, { id: sheet.id, from }, { state: to, endedAt: new Date() })) {
    await recordChange(tx, ctx, {
      ...{ action: 'import.finish', entity: 'import', entityId: sheet.id },
      mail: await importLetters(tx, ctx, sheet),
    })
  }
}
