import { findNationalOffice } from '#db/queries/organisations-admin.server.ts'
import { countRealHolders } from '#db/queries/people.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Forbidden, NotFound } from '../shared/errors.ts'
import { issueInvitation } from './invite.server.ts'

/**
 * Invites a national admin from the command line, where nobody can be signed in yet; answers the path of the link.
 * Refuses with `Conflict` once there is one (demo accounts do not count), unless `more` are wanted.
 */
export async function inviteNationalAdmin(
  ctx: Omit<Context, 'search'>,
  { email, more }: { email: string; more: boolean },
) {
  if (ctx.actor.kind !== 'system') throw new Forbidden('only from the command line')
  const office = await findNationalOffice(ctx.db)
  if (!office) throw new NotFound('the national office is missing: start JIPP once, it loads the reference data')
  if (!more && (await countRealHolders(ctx.db, 'national_admin', today(ctx.now))) > 0) {
    throw new Conflict('there is a national admin already, who can invite others at /work/members')
  }
  return ctx.db.transaction((tx) => issueInvitation(tx, ctx, { organisation: office, email, role: 'national_admin' }))
}
