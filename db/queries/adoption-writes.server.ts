import { and, asc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import type { PracticeContent } from '../practice-content.ts'
import {
  adaptations,
  adoptionCandidates,
  adoptionChecks,
  adoptionClosings,
  adoptionDocuments,
  adoptionEvents,
  adoptionIndicators,
  adoptionSteps,
  adoptions,
  agreements,
  interests,
  outcomeReports,
  outcomeValues,
  practiceRevisions,
  practices,
  publicIdCounters,
  revisionAuthors,
  visits,
} from '../schema/index.ts'
import { listHeirs } from './merges.server.ts'

/** Gives the next number of a series (`need-3510`, `adoption-2026`, `certificate-2026`). Never gives one twice. */
export async function allocateNumber(tx: Executor, series: string): Promise<number> {
  const [row] = await tx
    .insert(publicIdCounters)
    .values({ scope: series, lastNumber: 1 })
    .onConflictDoUpdate({
      target: publicIdCounters.scope,
      set: { lastNumber: sql`${publicIdCounters.lastNumber} + 1` },
    })
    .returning({ number: publicIdCounters.lastNumber })
  return row!.number
}

export async function insertAdoption(tx: Executor, row: typeof adoptions.$inferInsert) {
  const [created] = await tx.insert(adoptions).values(row).returning()
  return created!
}

export type AdoptionChanges = Partial<Omit<typeof adoptions.$inferInsert, 'id' | 'publicId' | 'version' | 'updatedAt'>>

/** Changes an adoption that is still as it was read: same version, same state, same step. No row: somebody was faster. */
export async function updateAdoption(
  tx: Executor,
  was: Pick<typeof adoptions.$inferSelect, 'id' | 'version' | 'state' | 'step'>,
  changes: AdoptionChanges,
  now: Date,
) {
  const [row] = await tx
    .update(adoptions)
    .set({ ...changes, version: was.version + 1, updatedAt: now })
    .where(
      and(
        eq(adoptions.id, was.id),
        eq(adoptions.version, was.version),
        eq(adoptions.state, was.state),
        eq(adoptions.step, was.step),
      ),
    )
    .returning()
  return row
}

/** Opens a step, or opens it again after going back. */
export async function upsertStep(
  tx: Executor,
  row: Pick<typeof adoptionSteps.$inferInsert, 'adoptionId' | 'step' | 'openedAt'>,
) {
  await tx
    .insert(adoptionSteps)
    .values(row)
    .onConflictDoUpdate({
      target: [adoptionSteps.adoptionId, adoptionSteps.step],
      set: { passedAt: null, passedBy: null, note: null },
    })
}

export async function updateStep(
  tx: Executor,
  key: Pick<typeof adoptionSteps.$inferSelect, 'adoptionId' | 'step'>,
  changes: Partial<Pick<typeof adoptionSteps.$inferInsert, 'passedAt' | 'passedBy' | 'note'>>,
) {
  await tx
    .update(adoptionSteps)
    .set(changes)
    .where(and(eq(adoptionSteps.adoptionId, key.adoptionId), eq(adoptionSteps.step, key.step)))
}

export async function deleteStep(tx: Executor, key: Pick<typeof adoptionSteps.$inferSelect, 'adoptionId' | 'step'>) {
  await tx
    .delete(adoptionSteps)
    .where(and(eq(adoptionSteps.adoptionId, key.adoptionId), eq(adoptionSteps.step, key.step)))
}

export async function insertEvent(tx: Executor, row: typeof adoptionEvents.$inferInsert) {
  await tx.insert(adoptionEvents).values(row)
}

export async function upsertCheck(tx: Executor, row: typeof adoptionChecks.$inferInsert) {
  await tx
    .insert(adoptionChecks)
    .values(row)
    .onConflictDoUpdate({
      target: [adoptionChecks.adoptionId, adoptionChecks.item],
      set: { note: row.note ?? null, checkedBy: row.checkedBy, checkedAt: row.checkedAt },
    })
}

export async function deleteCheck(tx: Executor, key: Pick<typeof adoptionChecks.$inferSelect, 'adoptionId' | 'item'>) {
  await tx
    .delete(adoptionChecks)
    .where(and(eq(adoptionChecks.adoptionId, key.adoptionId), eq(adoptionChecks.item, key.item)))
}

export async function insertCandidates(tx: Executor, rows: (typeof adoptionCandidates.$inferInsert)[]) {
  if (rows.length > 0) await tx.insert(adoptionCandidates).values(rows).onConflictDoNothing()
}

export async function updateCandidate(
  tx: Executor,
  key: Pick<typeof adoptionCandidates.$inferSelect, 'adoptionId' | 'practiceId'>,
  note: string | null,
) {
  await tx.update(adoptionCandidates).set({ note }).where(candidateKey(key))
}

export async function deleteCandidate(
  tx: Executor,
  key: Pick<typeof adoptionCandidates.$inferSelect, 'adoptionId' | 'practiceId'>,
) {
  await tx.delete(adoptionCandidates).where(candidateKey(key))
}

const candidateKey = (key: Pick<typeof adoptionCandidates.$inferSelect, 'adoptionId' | 'practiceId'>) =>
  and(eq(adoptionCandidates.adoptionId, key.adoptionId), eq(adoptionCandidates.practiceId, key.practiceId))

/** Writes the letter of interest, or writes it anew. */
export async function upsertInterest(tx: Executor, row: typeof interests.$inferInsert) {
  await tx.insert(interests).values(row).onConflictDoUpdate({ target: interests.adoptionId, set: row })
}

export async function deleteInterest(tx: Executor, adoptionId: string) {
  await tx.delete(interests).where(eq(interests.adoptionId, adoptionId))
}

export async function updateInterest(
  tx: Executor,
  adoptionId: string,
  changes: Partial<Omit<typeof interests.$inferInsert, 'adoptionId'>>,
) {
  await tx.update(interests).set(changes).where(eq(interests.adoptionId, adoptionId))
}

export async function insertVisit(tx: Executor, row: typeof visits.$inferInsert) {
  await tx.insert(visits).values(row)
}

/** Writes the agreement, or writes it anew: signatures of an older text do not hold for the new one. */
export async function upsertAgreement(tx: Executor, row: typeof agreements.$inferInsert) {
  const unsigned = {
    adopterSignedBy: null,
    adopterSignedAt: null,
    sourceSignedBy: null,
    sourceSignedAt: null,
    sourceSignedOnPaper: false,
  }
  await tx
    .insert(agreements)
    .values(row)
    .onConflictDoUpdate({ target: agreements.adoptionId, set: { ...row, ...unsigned } })
}

export async function updateAgreement(
  tx: Executor,
  adoptionId: string,
  changes: Partial<Omit<typeof agreements.$inferInsert, 'adoptionId'>>,
) {
  await tx.update(agreements).set(changes).where(eq(agreements.adoptionId, adoptionId))
}

/** Replaces the adaptation table by these rows. */
export async function upsertAdaptations(tx: Executor, adoptionId: string, rows: (typeof adaptations.$inferInsert)[]) {
  const kept = rows.map((row) => row.part)
  await tx
    .delete(adaptations)
    .where(and(eq(adaptations.adoptionId, adoptionId), kept.length ? notInArray(adaptations.part, kept) : undefined))
  for (const row of rows) {
    const { kind, decision, becomes, reason, decidedBy } = row
    await tx
      .insert(adaptations)
      .values(row)
      .onConflictDoUpdate({
        target: [adaptations.adoptionId, adaptations.part],
        set: { kind, decision, becomes: becomes ?? null, reason: reason ?? null, decidedBy },
      })
  }
}

/** Adds an indicator, or corrects the one with the same name. */
export async function upsertIndicator(tx: Executor, row: typeof adoptionIndicators.$inferInsert) {
  await tx
    .insert(adoptionIndicators)
    .values(row)
    .onConflictDoUpdate({ target: [adoptionIndicators.adoptionId, adoptionIndicators.name], set: row })
}

export async function deleteIndicator(tx: Executor, id: string) {
  await tx.delete(adoptionIndicators).where(eq(adoptionIndicators.id, id))
}

/** Stores the outcome report of a month, or corrects it, with its values. */
export async function upsertOutcomeReport(
  tx: Executor,
  row: typeof outcomeReports.$inferInsert,
  values: { indicatorId: string; value: number }[],
) {
  const { measuredOn, narrative, createdBy } = row
  const [report] = await tx
    .insert(outcomeReports)
    .values(row)
    .onConflictDoUpdate({
      target: [outcomeReports.adoptionId, outcomeReports.month],
      set: { measuredOn, narrative, createdBy },
    })
    .returning({ id: outcomeReports.id })
  await tx.delete(outcomeValues).where(eq(outcomeValues.reportId, report!.id))
  if (values.length > 0)
    await tx.insert(outcomeValues).values(values.map((value) => ({ ...value, reportId: report!.id })))
}

export async function insertDocument(tx: Executor, row: typeof adoptionDocuments.$inferInsert) {
  await tx.insert(adoptionDocuments).values(row)
}

/** Writes the closing, or writes it anew: signatures of an older text do not hold for the new one. */
export async function upsertClosing(tx: Executor, row: typeof adoptionClosings.$inferInsert) {
  const unsigned = {
    hubSignedBy: null,
    hubSignedAt: null,
    sourceSignedBy: null,
    sourceSignedAt: null,
    sourceSignedOnPaper: false,
  }
  await tx
    .insert(adoptionClosings)
    .values(row)
    .onConflictDoUpdate({ target: adoptionClosings.adoptionId, set: { ...row, ...unsigned } })
}

export async function updateClosing(
  tx: Executor,
  adoptionId: string,
  changes: Partial<Omit<typeof adoptionClosings.$inferInsert, 'adoptionId'>>,
) {
  await tx.update(adoptionClosings).set(changes).where(eq(adoptionClosings.adoptionId, adoptionId))
}

/**
 * Counts a change that the search must follow: of the practice, and of those that it was merged into, which count its
 * adoptions too. Answers them with their new versions for the outbox.
 */
export async function updateSearchVersions(tx: Executor, practiceId: string) {
  const heirs = (await listHeirs(tx, practiceId)).map(({ id }) => id)
  return tx
    .update(practices)
    .set({ searchVersion: sql`${practices.searchVersion} + 1` })
    .where(
      inArray(
        practices.id,
        // In one order for everybody, or two would wait for each other.
        tx
          .select({ id: practices.id })
          .from(practices)
          .where(inArray(practices.id, heirs))
          .orderBy(asc(practices.id))
          .for('no key update'),
      ),
    )
    .returning({ entityId: practices.id, version: practices.searchVersion })
}

/** A practice nobody has published yet, with its first text in draft. */
export async function insertPracticeDraft(
  tx: Executor,
  practice: typeof practices.$inferInsert,
  draft: { content: PracticeContent; authorId: string; now: Date },
): Promise<string> {
  const [created] = await tx.insert(practices).values(practice).returning({ id: practices.id })
  const practiceId = created!.id
  const [revision] = await tx
    .insert(practiceRevisions)
    .values({
      practiceId,
      number: 1,
      content: draft.content,
      createdBy: draft.authorId,
      createdAt: draft.now,
      savedAt: draft.now,
    })
    .returning({ id: practiceRevisions.id })
  await tx.insert(revisionAuthors).values({ revisionId: revision!.id, userId: draft.authorId })
  return practiceId
}
