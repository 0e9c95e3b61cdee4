import { countAuditByEntity, listAudit } from '#db/queries/people-audit.server.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden } from '../shared/errors.ts'
import { auditScope } from './people.policy.ts'

const PAGE_SIZE = 50

/** One page of the audit trail, newest first, and how many changes there are of each kind of record. A page past the end is the last one. */
export async function readAudit(ctx: Context, filter: { entity?: string; page: number }) {
  const scope = auditScope(ctx.actor)
  if (!scope) throw new Forbidden('may not read the audit trail')
  const entities = await countAuditByEntity(ctx.db, scope.organisationId)
  const entity = entities.some((row) => row.entity === filter.entity) ? filter.entity : undefined
  const total = entities.filter((row) => !entity || row.entity === entity).reduce((sum, row) => sum + row.n, 0)
  const page = Math.min(filter.page, Math.max(1, Math.ceil(total / PAGE_SIZE)))
  const range = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }
  const rows = await listAudit(ctx.db, { ...scope, entity, ...range })
  return { rows, entities, entity, page, pageSize: PAGE_SIZE, total, everything: scope.organisationId === null }
}
