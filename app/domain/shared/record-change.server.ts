import type { Transaction } from '#db/client.server.ts'
import { insertAudit, insertOutbox } from '#db/queries/system.server.ts'
import type { OutboxTopic } from '#db/vocabulary.ts'
import { type Actor, type Context, organisationOf, roleOf, userIdOf } from './context.ts'
import { type Mail, orderMail } from './order-mail.server.ts'

export type { Mail }

export type Change = {
  /** What was done, in the words of the verb: `practice.publish`. */
  action: string
  /** Kind of record: `practice`, `adoption`, … */
  entity: string
  entityId: string
  reason?: string | null
  data?: Record<string, unknown>
  /** Rows for the search index. */
  outbox?: { topic: OutboxTopic; entityId: string; version: number }[]
  /** Mail to send once this transaction is committed. */
  mail?: Mail[]
}

/** Writes the audit row, the outbox rows and the mail of a change, in the transaction that makes the change. */
export async function recordChange(
  tx: Transaction,
  ctx: Pick<Context, 'actor' | 'now'>,
  change: Change,
): Promise<void> {
  await insertAudit(tx, {
    at: ctx.now,
    actorId: userIdOf(ctx.actor),
    actedAs: actedAs(ctx.actor),
    organisationId: organisationOf(ctx.actor),
    action: change.action,
    entity: change.entity,
    entityId: change.entityId,
    reason: change.reason ?? null,
    data: change.data ?? {},
  })
  for (const row of change.outbox ?? []) await insertOutbox(tx, row)
  for (const letter of change.mail ?? []) await orderMail(tx, letter)
}

function actedAs(actor: Actor): string {
  if (actor.kind === 'system') return `system:${actor.name}`
  return roleOf(actor) ?? (actor.kind === 'user' ? 'person' : 'visitor')
}
