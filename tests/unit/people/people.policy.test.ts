import { describe, expect, test } from 'vitest'
import { canManageHubs } from '#app/domain/network/network.policy.ts'
import { auditScope, canSearchOrganisations, canSeeMembers, grantableRoles } from '#app/domain/people/people.policy.ts'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { type OrganisationKind, ROLES, ROLES_OF_ORGANISATION, type Role } from '#db/vocabulary.ts'

const KINDS: OrganisationKind[] = ['agency', 'hub', 'national']

function wearing(role: Role, organisationId: string, organisationKind: OrganisationKind): Actor {
  const hat = {
    membershipId: 'm',
    role,
    organisationId,
    organisationKind,
    organisationName: 'O',
    organisationSlug: 'o',
  }
  return { kind: 'user', userId: 'u', name: 'N', hat }
}
const kindOf = (role: Role) => KINDS.find((kind) => ROLES_OF_ORGANISATION[kind].includes(role)) as OrganisationKind

/** What each role may give: in the own organisation, and in others by their kind. Everything not listed is nothing. */
const OWN: Partial<Record<Role, readonly Role[]>> = {
  agency_admin: ['author', 'agency_admin', 'agency_head', 'adopter_lead'],
  hub_manager: ['curator', 'hub_manager', 'mentor', 'observer'],
  national_admin: ['national_admin', 'observer'],
}
const ELSEWHERE: Partial<Record<Role, Partial<Record<OrganisationKind, readonly Role[]>>>> = {
  national_admin: { agency: ['agency_admin'], hub: ['hub_manager'], national: ['national_admin', 'observer'] },
}

describe.each(ROLES)('%s', (role) => {
  const kind = kindOf(role)
  const actor = wearing(role, 'own', kind)

  test('gives roles in the own organisation', () => {
    expect(grantableRoles(actor, { id: 'own', kind })).toEqual(OWN[role] ?? [])
    expect(canSeeMembers(actor, { id: 'own', kind })).toBe(OWN[role] !== undefined)
  })

  test.each(KINDS)('gives roles in another %s', (other) => {
    expect(grantableRoles(actor, { id: 'other', kind: other })).toEqual(ELSEWHERE[role]?.[other] ?? [])
  })

  test('opens hubs and searches organisations only as national admin', () => {
    expect(canManageHubs(actor)).toBe(role === 'national_admin')
    expect(canSearchOrganisations(actor)).toBe(role === 'national_admin')
  })

  test('reads the trail', () => {
    const all = { organisationId: null }
    const scope =
      { national_admin: all, observer: { organisationId: 'own' } }[role as 'national_admin' | 'observer'] ?? null
    expect(auditScope(actor)).toEqual(scope)
  })
})

test('a national observer reads the whole trail', () => {
  expect(auditScope(wearing('observer', 'office', 'national'))).toEqual({ organisationId: null })
})

test.each([
  ['a visitor', VISITOR],
  ['a person without a hat', { kind: 'user', userId: 'u', name: 'N', hat: null }],
] as [string, Actor][])('%s may nothing', (_name, actor) => {
  for (const kind of KINDS) expect(grantableRoles(actor, { id: 'own', kind })).toEqual([])
  expect(canManageHubs(actor)).toBe(false)
  expect(auditScope(actor)).toBeNull()
})
