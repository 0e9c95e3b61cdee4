import { and, eq, lt } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { practices, proposalReadings } from '../schema/index.ts'

export async function insertProposalReading(
  db: Executor,
  row: Pick<
    typeof proposalReadings.$inferInsert,
    'userId' | 'practiceId' | 'fileName' | 'pieces' | 'images' | 'createdAt'
  >,
): Promise<{ id: string }> {
  const [created] = await db.insert(proposalReadings).values(row).returning({ id: proposalReadings.id })
  return created!
}

export type ProposalReading = NonNullable<Awaited<ReturnType<typeof findProposalReading>>>

/** A Word file that this person uploaded; others' do not exist for them. */
export async function findProposalReading(db: Executor, { id, userId }: { id: string; userId: string }) {
  const [row] = await db
    .select({ reading: proposalReadings, publicId: practices.publicId })
    .from(proposalReadings)
    .leftJoin(practices, eq(practices.id, proposalReadings.practiceId))
    .where(and(eq(proposalReadings.id, id), eq(proposalReadings.userId, userId)))
  return row && { ...row.reading, publicId: row.publicId }
}

export async function updateProposalReading(
  db: Executor,
  id: string,
  changes: Partial<Pick<typeof proposalReadings.$inferInsert, 'choices' | 'practiceId' | 'usedAt'>>,
): Promise<void> {
  await db.update(proposalReadings).set(changes).where(eq(proposalReadings.id, id))
}

/** Files of a person that were uploaded before this moment are forgotten. */
export async function deleteProposalReadings(db: Executor, userId: string, before: Date): Promise<void> {
  await db
    .delete(proposalReadings)
    .where(and(eq(proposalReadings.userId, userId), lt(proposalReadings.createdAt, before)))
}
