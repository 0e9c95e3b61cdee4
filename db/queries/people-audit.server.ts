import { and, desc, eq, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { auditLog, organisations, users } from '../schema/index.ts'

export type AuditFilter = {
  /** Only what was done in the name of this organisation; `null` is everything. */
  organisationId: string | null
  /** Only changes of this kind of record. */
  entity?: string
}

function whereAudit({ organisationId, entity }: AuditFilter) {
  return and(
    organisationId ? eq(auditLog.organisationId, organisationId) : undefined,
    entity ? eq(auditLog.entity, entity) : undefined,
  )
}

/** One page of the audit trail, newest first. */
export async function listAudit(db: Executor, filter: AuditFilter & { limit: number; offset: number }) {
  return db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      actor: users.name,
      actedAs: auditLog.actedAs,
      organisation: organisations.name,
      action: auditLog.action,
      entity: auditLog.entity,
      entityId: auditLog.entityId,
      reason: auditLog.reason,
    })
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .leftJoin(organisations, eq(organisations.id, auditLog.organisationId))
    .where(whereAudit(filter))
    .orderBy(desc(auditLog.id))
    .limit(filter.limit)
    .offset(filter.offset)
}

/** How many changes there are of each kind of record. */
export async function countAuditByEntity(db: Executor, organisationId: string | null) {
  return db
    .select({ entity: auditLog.entity, n: sql<number>`count(*)::int` })
    .from(auditLog)
    .where(whereAudit({ organisationId }))
    .groupBy(auditLog.entity)
    .orderBy(auditLog.entity)
}
