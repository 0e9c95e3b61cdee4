import { and, desc, eq, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { auditLog } from '../schema/index.ts'

/** Who saved a section of a text last, by the record of what was done; `undefined` where nobody did. */
export async function findSectionSaver(
  db: Executor,
  { practiceId, revisionId, section }: { practiceId: string; revisionId: string; section: string },
): Promise<string | null | undefined> {
  const [last] = await db
    .select({ actorId: auditLog.actorId })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.entity, 'practice'),
        eq(auditLog.entityId, practiceId),
        eq(auditLog.action, 'practice.save_section'),
        sql`${auditLog.data}->>'revisionId' = ${revisionId}`,
        sql`${auditLog.data}->>'section' = ${section}`,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1)
  return last?.actorId
}
