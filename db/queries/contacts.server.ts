import { and, eq, isNotNull } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { deadMailboxes, practiceContacts } from '../schema/index.ts'

/* Mailboxes that take no letters, and contacts that were put in the place of those in a published text. */

/** Notes that a mailbox takes no letters; the first note stays. */
export async function insertDeadMailbox(
  db: Executor,
  row: { email: string; answer: string | null; reportedBy: string | null; since: Date },
): Promise<boolean> {
  const rows = await db
    .insert(deadMailboxes)
    .values({ ...row, email: row.email.toLowerCase() })
    .onConflictDoNothing()
    .returning({ email: deadMailboxes.email })
  return rows.length > 0
}

/** A server took a letter (`refused`: what a person said stays), or somebody says that it works. */
export async function deleteDeadMailbox(db: Executor, email: string, which: 'refused' | 'any'): Promise<void> {
  const refused = which === 'refused' ? isNotNull(deadMailboxes.answer) : undefined
  await db.delete(deadMailboxes).where(and(eq(deadMailboxes.email, email.toLowerCase()), refused))
}

/** Since when a mailbox takes no letters, and how that is known. */
export async function findDeadMailbox(db: Executor, email: string) {
  const [row] = await db
    .select({ since: deadMailboxes.since, answer: deadMailboxes.answer })
    .from(deadMailboxes)
    .where(eq(deadMailboxes.email, email.toLowerCase()))
  return row
}

/** Puts a contact in the place of the one that the published text names (`replaces`). */
export async function upsertPracticeContact(
  tx: Executor,
  row: { practiceId: string; email: string; replaces: string | null; setBy: string | null; setAt: Date },
): Promise<void> {
  const { practiceId: _, ...set } = row
  await tx.insert(practiceContacts).values(row).onConflictDoUpdate({ target: practiceContacts.practiceId, set })
}
