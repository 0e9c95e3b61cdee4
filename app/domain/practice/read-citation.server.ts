import { findCitedPractice } from '#db/queries/practice-versions.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { NotFound } from '../shared/errors.ts'
import type { Cited } from './citation.ts'
import { PUBLIC_ID } from './practice.ts'

/**
 * What is needed to cite the newest or the given version of a practice, also when it was withdrawn: citations must
 * resolve. Throws `NotFound` for what was never published.
 */
export async function readCitation(ctx: Context, publicId: string, version?: number): Promise<Cited> {
  if (!PUBLIC_ID.test(publicId)) throw new NotFound('not a public id')
  const found = await findCitedPractice(ctx.db, publicId, version)
  if (!found) throw new NotFound('never published')
  const { withdrawnAt, reason, successor, ...cited } = found
  if (!withdrawnAt || !reason) return cited
  return { ...cited, withdrawal: { on: today(withdrawnAt), reason, successorId: successor ?? undefined } }
}
