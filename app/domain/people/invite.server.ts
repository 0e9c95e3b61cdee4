import type { Transaction } from '#db/client.server.ts'
import { findOrganisation } from '#db/queries/organisations-admin.server.ts'
import {
  findHeldMembership,
  findUserByEmail,
  insertInvitation,
  updateInvitationsReplaced,
} from '#db/queries/people.server.ts'
import { type OrganisationKind, ROLES_OF_ORGANISATION, type Role } from '#db/vocabulary.ts'
import { paths } from '../../paths.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canInvite, canSeeMembers } from './people.policy.ts'
import { invitationExpiry } from './people.ts'
import { newToken } from './token.server.ts'

type Organisation = { id: string; name: string; kind: OrganisationKind }

/** Invites an address to a role. The same invitation sent again replaces the older one, whose link then stops working. */
export async function inviteMember(ctx: Context, input: { organisationId: string; email: string; role: Role }) {
  const organisation = await findOrganisation(ctx.db, input.organisationId)
  if (!organisation || !canSeeMembers(ctx.actor, organisation)) throw new NotFound('no such organisation')
  if (!canInvite(ctx.actor, organisation, input.role)) throw new Forbidden(`may not invite a ${input.role} here`)
  return ctx.db.transaction((tx) => issueInvitation(tx, ctx, { organisation, email: input.email, role: input.role }))
}

/** Writes an invitation and its mail in the transaction of the caller, who has asked the policy. Answers the path of the link. */
export async function issueInvitation(
  tx: Transaction,
  ctx: Omit<Context, 'search'>,
  { organisation, email, role }: { organisation: Organisation; email: string; role: Role },
): Promise<{ invitationId: string; path: string }> {
  if (!ROLES_OF_ORGANISATION[organisation.kind].includes(role)) throw new Invalid({ role: ['choice'] })
  const person = await findUserByEmail(tx, email)
  const place = { organisationId: organisation.id, role }
  if (person && (await findHeldMembership(tx, { userId: person.id, ...place, today: today(ctx.now) }))) {
    throw new Invalid({ email: ['alreadyMember'] })
  }
  await updateInvitationsReplaced(tx, { email, ...place, now: ctx.now })
  const { token, tokenHash } = newToken()
  const row = { tokenHash, email, ...place, invitedBy: userIdOf(ctx.actor), createdAt: ctx.now }
  const invitation = await insertInvitation(tx, { ...row, expiresAt: invitationExpiry(ctx.now) })
  if (!invitation) throw new Conflict('somebody else sends the same invitation at this moment')
  const path = paths.invitation(token)
  await recordChange(tx, ctx, {
    action: 'invitation.send',
    entity: 'invitation',
    entityId: invitation.id,
    data: { role, organisationId: organisation.id },
    mail: [
      {
        to: email,
        template: 'invitation',
        language: person?.language ?? 'id',
        params: {
          path,
          role,
          organisation: organisation.name,
          inviter: ctx.actor.kind === 'user' ? ctx.actor.name : '',
          expires: invitationExpiry(ctx.now).toISOString(),
        },
      },
    ],
  })
  return { invitationId: invitation.id, path }
}
