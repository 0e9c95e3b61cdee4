import { sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { publicIdCounters } from '../schema/index.ts'

/** Scope of public numbers that belong to no province. */
export const NATIONAL_SCOPE = '00'
export const ABROAD_SCOPE = '99'

/** Gives the next public number of a scope (province code, `00` national, `99` abroad). Never gives a number twice. */
export async function allocatePublicId(tx: Executor, scope: string): Promise<string> {
  const [row] = await tx
    .insert(publicIdCounters)
    .values({ scope, lastNumber: 1 })
    .onConflictDoUpdate({
      target: publicIdCounters.scope,
      set: { lastNumber: sql`${publicIdCounters.lastNumber} + 1` },
    })
    .returning({ number: publicIdCounters.lastNumber })
  return `JIPP-${scope}-${String(row!.number).padStart(4, '0')}`
}
