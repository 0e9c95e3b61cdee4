import type { Context } from '../shared/context.ts'
import { matchPublications } from './match-publications.server.ts'
import { orderDigests } from './order-digests.server.ts'

type Log = Record<'info', (fields: Record<string, unknown>, message: string) => void>

/** Holds saved searches against what was published since the last time, and orders the mail that is due. */
export async function tellPublications(ctx: Pick<Context, 'db' | 'search' | 'now'> & { log: Log }): Promise<void> {
  while ((await matchPublications(ctx)) > 0);
  const ordered = await orderDigests(ctx)
  if (ordered > 0) ctx.log.info({ ordered }, 'mail about new practices ordered')
}
