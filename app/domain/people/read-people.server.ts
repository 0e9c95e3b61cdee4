import { findOrganisation, listHubManagement, listOrganisationsByName } from '#db/queries/organisations-admin.server.ts'
import {
  findInvitationByToken,
  findUserByEmail,
  listExpiredInvitations,
  listMembers,
  listPendingInvitations,
} from '#db/queries/people.server.ts'
import { paths } from '../../paths.ts'
import { canManageHubs } from '../network/network.policy.ts'
import { type Context, organisationOf, roleOf, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import type { WorkItem } from '../shared/work-item.ts'
import { handoverPlace } from './handover.ts'
import { canSearchOrganisations, canSeeMembers, grantableRoles } from './people.policy.ts'
import { invitationState, KEEPER_ROLE } from './people.ts'
import { hashToken } from './token.server.ts'

/** Members and open invitations of an organisation, the own one unless another is asked for, with what this actor may do. */
export async function readMembers(ctx: Context, filter: { organisation?: string; q?: string }) {
  const organisationId = filter.organisation ?? organisationOf(ctx.actor)
  if (!organisationId) throw new Forbidden('no organisation')
  const organisation = await findOrganisation(ctx.db, organisationId)
  if (!organisation) throw new NotFound('no such organisation')
  const roles = grantableRoles(ctx.actor, organisation)
  if (!canSeeMembers(ctx.actor, organisation)) throw new Forbidden('may not see the members')
  const date = today(ctx.now)
  const [members, invitations] = await Promise.all([
    listMembers(ctx.db, organisation.id, date),
    listPendingInvitations(ctx.db, organisation.id),
  ])
  const keeper = KEEPER_ROLE[organisation.kind]
  const lastKeeper = members.filter((member) => member.role === keeper).length === 1
  const own = organisation.id === organisationOf(ctx.actor)
  return {
    organisation: { id: organisation.id, name: organisation.name, kind: organisation.kind, own },
    roles,
    members: members.map(({ userId, ...member }) => ({
      ...member,
      /** Whose things can be handed over before the membership ends. */
      handoverOf: own && handoverPlace(ctx.actor) ? userId : null,
      isSelf: userId === userIdOf(ctx.actor),
      can: { end: roles.includes(member.role) && !(own && lastKeeper && member.role === keeper) },
      lastKeeper: own && lastKeeper && member.role === keeper,
    })),
    invitations: invitations.map((invitation) => ({
      ...invitation,
      expired: invitation.expiresAt <= ctx.now,
      can: { revoke: roles.includes(invitation.role) },
    })),
    search: canSearchOrganisations(ctx.actor) ? await searchOrganisations(ctx, filter.q) : null,
  }
}

const FOUND_AT_MOST = 20

async function searchOrganisations(ctx: Context, q: string | undefined) {
  const words = (q ?? '').split(/\s+/).filter(Boolean).slice(0, 8)
  const found = words.length > 0 ? await listOrganisationsByName(ctx.db, words, FOUND_AT_MOST + 1) : []
  return { q: words.join(' '), found: found.slice(0, FOUND_AT_MOST), more: found.length > FOUND_AT_MOST }
}

/** What an invitation leads to and how it can be accepted by whoever opened the link; `undefined` for an unknown token. */
export async function readInvitation(ctx: Context, token: string) {
  const found = await findInvitationByToken(ctx.db, hashToken(token))
  if (!found) return undefined
  const { invitation, organisation, inviter } = found
  const state = invitationState(invitation, ctx.now)
  const known = state === 'open' ? await findUserByEmail(ctx.db, invitation.email) : undefined
  const own = known !== undefined && known.id === userIdOf(ctx.actor)
  return {
    state,
    /** `confirm`: signed in as the invited address; `password`: has an account; `create`: is new. */
    need: own ? ('confirm' as const) : known ? ('password' as const) : ('create' as const),
    email: invitation.email,
    role: invitation.role,
    organisation: organisation.name,
    inviter,
    expiresAt: invitation.expiresAt,
  }
}

/** What waits in people and hubs: invitations that ran out, and hubs that nobody manages. */
export async function peopleWorkItems(ctx: Context): Promise<WorkItem[]> {
  const role = roleOf(ctx.actor)
  const organisationId = organisationOf(ctx.actor)
  if (!organisationId || !role || !Object.values(KEEPER_ROLE).includes(role)) return []
  const expired = await listExpiredInvitations(ctx.db, organisationId, ctx.now)
  const items: WorkItem[] = expired.map(({ email, expiresAt }) => ({
    kind: 'invitation_renew',
    params: { about: email },
    href: paths.members(),
    since: expiresAt,
    urgent: false,
  }))
  return canManageHubs(ctx.actor) ? [...items, ...(await hubsWithoutManager(ctx))] : items
}

async function hubsWithoutManager(ctx: Context): Promise<WorkItem[]> {
  const rows = await listHubManagement(ctx.db, { today: today(ctx.now), now: ctx.now })
  const idle = new Map(rows.filter((row) => row.managers === 0 && row.invited === 0).map((row) => [row.hubId, row]))
  const [first, ...others] = idle.values()
  if (!first) return []
  // One line for all of them: a new installation knows many hubs and no manager.
  const href = others.length > 0 ? paths.workHubs() : paths.members({ organisation: first.hubId })
  const params = { about: first.name, more: others.length || undefined }
  return [{ kind: 'hub_invite_manager', params, href, since: first.createdAt, urgent: false }]
}
