import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { acceptInvitation } from '#app/domain/people/accept-invitation.server.ts'
import { inviteMember } from '#app/domain/people/invite.server.ts'
import { inviteNationalAdmin } from '#app/domain/people/invite-national-admin.server.ts'
import { readInvitation, readMembers } from '#app/domain/people/read-people.server.ts'
import { revokeInvitation } from '#app/domain/people/revoke-invitation.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/shared/errors.ts'
import { listCurrentMemberships } from '#db/queries/session.server.ts'
import { invitations, users } from '#db/schema/index.ts'
import type { Role } from '#db/vocabulary.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { castOf, lettersTo, newestToken, organisationBySlug, PASSWORD, trailOf } from './cast.ts'

const { db } = await testDatabase()
let cast: Awaited<ReturnType<typeof castOf>>
let district = ''
let hub = ''
let count = 0
const newEmail = () => `orang-${++count}@agency.go.id`
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
const DAY = 86_400_000

beforeAll(async () => {
  cast = await castOf(db)
  district = (await organisationBySlug(db, 'pemerintah-kabupaten-contoh-hulu')).id
  hub = (await organisationBySlug(db, 'hub-contoh')).id
})

type Inviter = 'admin' | 'manager' | 'national' | 'author' | 'curator' | 'observer' | 'sourceAdmin'
const invite = (by: Inviter, organisationId: string, role: Role, email = newEmail()) =>
  inviteMember(cast.as(by), { organisationId, role, email })

const answer = { address: '10.1.0.1', language: 'id' as const, name: 'Orang Baru', password: 'kuda liar tiga' }
const accept = (token: string, more: Partial<typeof answer> = {}, as = cast.as('visitor')) =>
  acceptInvitation(as, { ...answer, ...more, token })

async function invited(role: Role = 'author', email = newEmail()) {
  const { invitationId } = await invite('admin', district, role, email)
  return { email, invitationId, token: await newestToken(db, email) }
}

const rolesOf = async (userId: string) => (await listCurrentMemberships(db, userId, TODAY)).map(({ role }) => role)

describe('inviting', () => {
  test('orders a letter with a link; only the hash of its token is kept', async () => {
    const { email, invitationId, token } = await invited('agency_head')
    const [letter] = await lettersTo(db, email)
    expect(letter).toMatchObject({ template: 'invitation', params: { role: 'agency_head', inviter: 'Anton Contoh' } })
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(await db.select().from(invitations))).not.toContain(token)
    expect(await trailOf(db, invitationId)).toEqual(['invitation.send by agency_admin'])
  })

  test.each([
    ['author', 'district', 'author', NotFound],
    ['observer', 'hub', 'mentor', NotFound],
    ['curator', 'hub', 'mentor', NotFound],
    ['sourceAdmin', 'district', 'author', NotFound],
    ['admin', 'hub', 'mentor', NotFound],
    ['manager', 'district', 'author', NotFound],
    ['national', 'district', 'author', Forbidden],
    ['national', 'hub', 'curator', Forbidden],
    ['admin', 'district', 'mentor', Forbidden],
  ] as const)('%s may not invite into the %s as %s', async (by, where, role, error) => {
    await expect(invite(by, where === 'hub' ? hub : district, role)).rejects.toBeInstanceOf(error)
  })

  test('the national admin invites the admin of any agency and the manager of any hub', async () => {
    await invite('national', district, 'agency_admin')
    await invite('national', hub, 'hub_manager')
  })

  test('the same invitation again replaces the older one', async () => {
    const { email, token: first } = await invited()
    await invite('admin', district, 'author', email)
    const second = await newestToken(db, email)
    expect(await readInvitation(cast.as('visitor'), first)).toMatchObject({ state: 'revoked' })
    expect(await readInvitation(cast.as('visitor'), second)).toMatchObject({ state: 'open', need: 'create' })
    await expect(accept(first)).rejects.toBeInstanceOf(Conflict)
  })

  test('somebody who has the role is not invited to it', async () => {
    const again = invite('admin', district, 'author', 'penulis@contoh.invalid')
    await expect(again).rejects.toEqual(new Invalid({ email: ['alreadyMember'] }))
  })

  test('can be taken back until it is accepted', async () => {
    const { invitationId, token } = await invited()
    await expect(revokeInvitation(cast.as('sourceAdmin'), { invitationId })).rejects.toBeInstanceOf(NotFound)
    await revokeInvitation(cast.as('admin'), { invitationId })
    await expect(revokeInvitation(cast.as('admin'), { invitationId })).rejects.toBeInstanceOf(Conflict)
    await expect(accept(token)).rejects.toBeInstanceOf(Conflict)
  })
})

describe('accepting', () => {
  test('makes the account and the membership of a new person', async () => {
    const { email, token } = await invited('adopter_lead')
    const { userId, membershipId } = await accept(token)
    expect(await rolesOf(userId)).toEqual(['adopter_lead'])
    expect(await trailOf(db, membershipId)).toEqual(['invitation.accept by person'])
    expect(await readInvitation(cast.as('visitor'), token)).toMatchObject({ state: 'accepted' })
    const [user] = await db.select().from(users).where(eq(users.email, email))
    expect(user).toMatchObject({ id: userId, name: 'Orang Baru', language: 'id' })
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('asks a new person for a name and a password that fits', async () => {
    const { email, token } = await invited()
    const missing = acceptInvitation(cast.as('visitor'), { token, address: '10.1.0.2', language: 'id' })
    await expect(missing).rejects.toEqual(new Invalid({ name: ['required'], password: ['required'] }))
    await expect(accept(token, { password: 'pendek' })).rejects.toEqual(new Invalid({ password: ['tooShort|10'] }))
    await expect(accept(token, { password: email })).rejects.toEqual(new Invalid({ password: ['passwordIsEmail'] }))
    await accept(token)
  })

  test('two at once make one account and one membership', async () => {
    const { email, token } = await invited()
    const results = await Promise.allSettled([accept(token), accept(token), accept(token)])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Conflict)
    }
    const [user, ...others] = await db.select().from(users).where(eq(users.email, email))
    expect(others).toEqual([])
    expect(await rolesOf(user?.id ?? '')).toEqual(['author'])
  })

  test('two invitations of one new address at once make one account', async () => {
    const email = newEmail()
    const { token: first } = await invited('author', email)
    const { token: second } = await invited('adopter_lead', email)
    await Promise.allSettled([accept(first), accept(second)])
    const all = await db.select().from(users).where(eq(users.email, email))
    expect(all).toHaveLength(1)
  })

  test('somebody with an account proves it by the password or by being signed in', async () => {
    const email = 'kurator@contoh.invalid'
    const { userId } = cast.people.curator
    const { token } = await invited('author', email)
    expect(await readInvitation(cast.as('visitor'), token)).toMatchObject({ need: 'password' })
    expect(await readInvitation(cast.as('mentor'), token)).toMatchObject({ need: 'password' })
    expect(await readInvitation(cast.as('curator'), token)).toMatchObject({ need: 'confirm' })
    await expect(accept(token)).rejects.toEqual(new Invalid({ password: ['passwordWrong'] }))
    await expect(accept(token, {}, cast.as('mentor'))).rejects.toEqual(new Invalid({ password: ['passwordWrong'] }))
    expect(await accept(token, { password: PASSWORD })).toMatchObject({ userId })
    expect(await rolesOf(userId)).toEqual(['curator', 'author'])

    const { token: next } = await invited('adopter_lead', email)
    const signedIn = { token: next, address: '10.1.0.3', language: 'id' as const }
    expect(await acceptInvitation(cast.as('curator'), signedIn)).toMatchObject({ userId })
    expect(await rolesOf(userId)).toEqual(['curator', 'author', 'adopter_lead'])
  })

  test('is possible for seven days', async () => {
    const { token } = await invited()
    const late = cast.as('visitor', new Date(Date.now() + 7 * DAY + 1000))
    expect(await readInvitation(late, token)).toMatchObject({ state: 'expired' })
    await expect(accept(token, {}, late)).rejects.toBeInstanceOf(Conflict)
    const members = await readMembers(cast.as('admin', late.now), {})
    expect(members.invitations.length).toBeGreaterThan(0)
    expect(members.invitations.every(({ expired }) => expired)).toBe(true)
  })

  test('an unknown token opens nothing', async () => {
    expect(await readInvitation(cast.as('visitor'), 'x')).toBeUndefined()
    await expect(accept('x')).rejects.toBeInstanceOf(NotFound)
  })
})

describe('the first national admin', () => {
  const system = () => contextAs(db, { kind: 'system', name: 'admin-link' })
  const tokenIn = (path: string) => new URL(path, 'http://site.invalid').searchParams.get('token') ?? ''

  test('is invited from the command line, and is then the only one unless more are wanted', async () => {
    const email = newEmail()
    const { path } = await inviteNationalAdmin(system(), { email, more: false })
    const { userId } = await accept(tokenIn(path))
    expect(await rolesOf(userId)).toEqual(['national_admin'])
    const second = { email: newEmail(), more: false }
    await expect(inviteNationalAdmin(system(), second)).rejects.toBeInstanceOf(Conflict)
    await expect(inviteNationalAdmin(cast.as('national'), second)).rejects.toBeInstanceOf(Forbidden)
    await inviteNationalAdmin(system(), { ...second, more: true })
  })
})
