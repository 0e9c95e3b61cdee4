import { HopelessJob } from '#db/jobs.ts'
import { findImport, updateImport } from '#db/queries/imports.server.ts'
import { listReceivers } from '#db/queries/practice-reviews.server.ts'
import { listCurrentMemberships } from '#db/queries/session.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { applyImport } from './apply-import.server.ts'
import { checkImport } from './check-import.server.ts'
import { IMPORTERS } from './import.policy.ts'
import { importLifecycle } from './import.ts'
import { undoImport } from './undo-import.server.ts'

type Input = { importId: string; userId: string }

/**
 * Does the step that a sheet is in, in the name and hat of the person who asked for it: what that hat may no longer do is
 * not done. Done twice, or after a stop in the middle, it goes on where it was.
 */
export async function runImport(
  ctx: Context,
  { importId, userId }: Input,
  { signal, isLast = false }: { signal?: AbortSignal; isLast?: boolean } = {},
): Promise<void> {
  const sheet = await findImport(ctx.db, importId)
  if (!sheet) throw new HopelessJob('there is no such sheet')
  const [person] = await listReceivers(ctx.db, [userId])
  const hats = person ? await listCurrentMemberships(ctx.db, userId, today(ctx.now)) : []
  const hat = hats.find((one) => one.organisationId === sheet.organisationId && IMPORTERS.includes(one.role))
  if (!hat) return halt(ctx, importId, 'noHat')
  const inName: Context = { ...ctx, actor: { kind: 'user', userId, name: '', hat } }
  try {
    if (sheet.state === 'checking') await checkImport(inName, sheet, signal)
    else if (sheet.state === 'applying') await applyImport(inName, sheet, signal)
    else if (sheet.state === 'undoing') await undoImport(inName, sheet, signal)
  } catch (error) {
    if (isLast) await halt(ctx, importId, 'failed')
    throw error
  }
}

/** A sheet whose work cannot go on says so instead of waiting for ever; what was written stays and can be taken back. */
async function halt(ctx: Context, id: string, fault: string): Promise<void> {
  for (const event of ['halt', 'fail'] as const) {
    const { from, to } = importLifecycle.moves[event]
    await updateImport(ctx.db, { id, from }, { state: to, fault, endedAt: ctx.now })
  }
}
