import { findInvitation, updateInvitationRevoked } from '#db/queries/people.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Forbidden, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canInvite, canSeeMembers } from './people.policy.ts'

/** Takes back an invitation that nobody has accepted yet; `Conflict` when somebody has. */
export async function revokeInvitation(ctx: Context, { invitationId }: { invitationId: string }) {
  const found = await findInvitation(ctx.db, invitationId)
  if (!found || !canSeeMembers(ctx.actor, found.organisation)) throw new NotFound('no such invitation')
  const { role } = found.invitation
  if (!canInvite(ctx.actor, found.organisation, role)) throw new Forbidden(`may not take back a ${role}`)
  await ctx.db.transaction(async (tx) => {
    if (!(await updateInvitationRevoked(tx, invitationId, ctx.now))) throw new Conflict('the invitation is over')
    await recordChange(tx, ctx, {
      action: 'invitation.revoke',
      entity: 'invitation',
      entityId: invitationId,
      data: { role, organisationId: found.organisation.id },
    })
  })
}
