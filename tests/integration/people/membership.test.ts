import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { openHub } from '#app/domain/network/open-hub.server.ts'
import { listProvincesWithHubs, readHubOpening } from '#app/domain/network/read-hubs.server.ts'
import { acceptInvitation } from '#app/domain/people/accept-invitation.server.ts'
import { endSessions, readAccount, switchHat, updateProfile } from '#app/domain/people/account.server.ts'
import { endMembership } from '#app/domain/people/end-membership.server.ts'
import { inviteMember } from '#app/domain/people/invite.server.ts'
import { readAudit } from '#app/domain/people/read-audit.server.ts'
import { peopleWorkItems, readMembers } from '#app/domain/people/read-people.server.ts'
import type { Hat } from '#app/domain/shared/context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/shared/errors.ts'
import { listCurrentMemberships } from '#db/queries/session.server.ts'
import { hubs, memberships, organisations, outbox, practices, sessions } from '#db/schema/index.ts'
import { publishedPractice } from '#db/seed/factories/practice.ts'
import type { Role } from '#db/vocabulary.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { castOf, lettersTo, newestToken, organisationBySlug } from './cast.ts'

const { db } = await testDatabase()
let cast: Awaited<ReturnType<typeof castOf>>
let district = ''
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)

beforeAll(async () => {
  cast = await castOf(db)
  district = (await organisationBySlug(db, 'pemerintah-kabupaten-contoh-hulu')).id
})

const hatOf = (who: keyof typeof cast.people) => cast.people[who].hat as Hat
const end = (by: keyof typeof cast.people, membershipId: string) => endMembership(cast.as(by), { membershipId })

/** A further member, who has accepted an invitation; as an actor who can act at once. */
async function joined(role: Role, organisationId: string, by: 'admin' | 'manager' | 'national') {
  const email = `anggota-${Math.random().toString(36).slice(2)}@agency.go.id`
  await inviteMember(cast.as(by), { organisationId, role, email })
  const input = { token: await newestToken(db, email), address: '10.2.0.1', language: 'id' as const }
  const { userId } = await acceptInvitation(cast.as('visitor'), {
    ...input,
    name: 'Anggota',
    password: 'kuda liar tiga',
  })
  const [hat = null] = await listCurrentMemberships(db, userId, TODAY)
  return { kind: 'user' as const, userId, name: 'Anggota', hat }
}

describe('ending a membership', () => {
  test('stops it at once and leaves a trace; a second time is a conflict', async () => {
    const member = await joined('author', district, 'admin')
    const membershipId = member.hat?.membershipId ?? ''
    await end('admin', membershipId)
    expect(await listCurrentMemberships(db, member.userId, TODAY)).toEqual([])
    await expect(end('admin', membershipId)).rejects.toBeInstanceOf(Conflict)
  })

  test('an ended role can be given again on the same day', async () => {
    const member = await joined('author', district, 'admin')
    await end('admin', member.hat?.membershipId ?? '')
    const { email } = await readAccount(contextAs(db, member))
    await inviteMember(cast.as('admin'), { organisationId: district, role: 'author', email })
    const input = { token: await newestToken(db, email), address: '10.2.0.2', language: 'id' as const }
    await acceptInvitation(contextAs(db, member), input)
    expect(await listCurrentMemberships(db, member.userId, TODAY)).toHaveLength(1)
  })

  test('belongs to those who may give the role', async () => {
    const { membershipId } = hatOf('author')
    await expect(end('sourceAdmin', membershipId)).rejects.toBeInstanceOf(NotFound)
    await expect(end('curator', membershipId)).rejects.toBeInstanceOf(NotFound)
    await expect(end('national', membershipId)).rejects.toBeInstanceOf(Forbidden)
  })

  test('the last admin stays, also when two end each other at the same moment', async () => {
    const last = new Invalid({ '': ['lastKeeper'] })
    await expect(end('admin', hatOf('admin').membershipId)).rejects.toEqual(last)
    const second = await joined('agency_admin', district, 'admin')
    const results = await Promise.allSettled([
      end('admin', second.hat?.membershipId ?? ''),
      endMembership(contextAs(db, second), hatOf('admin')),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const left = await db.select().from(memberships).where(eq(memberships.organisationId, district))
    expect(left.filter((row) => row.role === 'agency_admin' && row.endsOn === null)).toHaveLength(1)
  })

  test('the national admin may end the last admin of an agency, but not the last national one', async () => {
    await end('national', hatOf('sourceAdmin').membershipId)
    await expect(end('national', hatOf('national').membershipId)).rejects.toBeInstanceOf(Invalid)
  })

  test('the page of members says beforehand what is possible', async () => {
    const { members, roles } = await readMembers(cast.as('manager'), {})
    expect(roles).toEqual(['curator', 'hub_manager', 'mentor', 'observer'])
    const self = members.find(({ isSelf }) => isSelf)
    expect(self).toMatchObject({ role: 'hub_manager', lastKeeper: true, can: { end: false } })
    expect(members.find(({ role }) => role === 'mentor')?.can.end).toBe(true)
    await expect(readMembers(cast.as('manager'), { organisation: district })).rejects.toBeInstanceOf(Forbidden)
    const seen = await readMembers(cast.as('national'), { organisation: district, q: 'contoh 100%' })
    expect(seen.roles).toEqual(['agency_admin'])
    expect(seen.search?.found).toEqual([])
    const { search } = await readMembers(cast.as('national'), { q: 'muara enim' })
    expect(search?.found.map(({ name }) => name)).toContain('Pemerintah Kabupaten Muara Enim')
  })
})

describe('the own account', () => {
  test('wears only hats that hold now', async () => {
    const { userId } = cast.people.twoHats
    const hats = await listCurrentMemberships(db, userId, TODAY)
    await signedInCookie(db, userId)
    const [session] = await db.select().from(sessions).where(eq(sessions.userId, userId))
    const tokenHash = session?.tokenHash ?? ''
    const wear = (membershipId: string) => switchHat(cast.as('twoHats'), { tokenHash, membershipId, hats })
    await wear(hats[1]?.membershipId ?? '')
    const [after] = await db.select().from(sessions).where(eq(sessions.tokenHash, tokenHash))
    expect(after?.membershipId).toBe(hats[1]?.membershipId)
    await expect(wear(hatOf('national').membershipId)).rejects.toBeInstanceOf(NotFound)
  })

  test('ends one session, or all, and never those of others', async () => {
    const { userId } = cast.people.mentor
    await signedInCookie(db, cast.people.head.userId)
    for (let n = 0; n < 3; n++) await signedInCookie(db, userId)
    const list = async () => (await readAccount(cast.as('mentor'))).sessions
    const [first] = await list()
    await endSessions(cast.as('head'), { session: first?.id })
    expect(await list()).toHaveLength(3)
    await endSessions(cast.as('mentor'), { session: first?.id })
    expect((await list()).map(({ id }) => id)).not.toContain(first?.id)
    await endSessions(cast.as('mentor'), {})
    expect(await list()).toEqual([])
    expect((await readAccount(cast.as('head'))).sessions).toHaveLength(1)
  })

  test('changes name and language', async () => {
    await updateProfile(cast.as('head'), { name: 'Kartika Baru', language: 'en' })
    expect(await readAccount(cast.as('head'))).toMatchObject({ name: 'Kartika Baru', language: 'en' })
  })
})

describe('hubs', () => {
  const input = {
    provinceCode: '11',
    name: 'Hub JIPP Aceh',
    openedOn: '2026-01-05',
    source: undefined,
    managerEmail: 'pengelola@agency.go.id',
  }

  test('one is opened where there is none, and its manager invited, both or neither', async () => {
    const before = await listProvincesWithHubs(cast.as('national'))
    expect(before.provinces.find(({ code }) => code === '11')?.hubs).toEqual([])
    expect((await readHubOpening(cast.as('national'), '11')).chosen).toMatchObject({ agency: 'Pemerintah Aceh' })

    const all = await Promise.allSettled([openHub(cast.as('national'), input), openHub(cast.as('national'), input)])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(all.find((result) => result.status === 'rejected')).toMatchObject({
      reason: new Invalid({ provinceCode: ['provinceHasHub'] }),
    })
    const after = await listProvincesWithHubs(cast.as('national'))
    expect(after.provinces.find(({ code }) => code === '11')?.hubs).toMatchObject([
      { name: 'Hub JIPP Aceh', slug: 'hub-jipp-aceh', managers: 0, invited: 1 },
    ])
    expect(after.counts.withHub).toBe(before.counts.withHub + 1)
    expect(await lettersTo(db, 'pengelola@agency.go.id')).toMatchObject([{ params: { role: 'hub_manager' } }])
    expect((await readHubOpening(cast.as('national'), '11')).taken).toBe(true)
  })

  test('nothing is left of a hub whose manager could not be invited', async () => {
    const count = async () => (await db.select().from(hubs)).length
    const before = await count()
    const clash = { ...input, provinceCode: '17', name: 'Hub JIPP Aceh' }
    await expect(openHub(cast.as('national'), clash)).rejects.toEqual(new Invalid({ name: ['hubNameTaken'] }))
    const future = { ...input, provinceCode: '17', name: 'Hub Lain', openedOn: '2999-01-01' }
    await expect(openHub(cast.as('national'), future)).rejects.toEqual(new Invalid({ openedOn: ['dateInFuture'] }))
    expect(await count()).toBe(before)
    expect(await db.select().from(organisations).where(eq(organisations.name, 'Hub Lain'))).toEqual([])
  })

  test.each(['manager', 'admin', 'observer'] as const)('%s opens none', async (who) => {
    await expect(openHub(cast.as(who), { ...input, provinceCode: '17' })).rejects.toBeInstanceOf(Forbidden)
    await expect(listProvincesWithHubs(cast.as(who))).rejects.toBeInstanceOf(Forbidden)
  })

  test('what waits: hubs without a manager for the nation, lapsed invitations for whoever sent them', async () => {
    const items = await peopleWorkItems(cast.as('national'))
    expect(items).toMatchObject([{ kind: 'hub_invite_manager', href: '/work/hubs' }])
    expect(items[0]?.params.more).toBeGreaterThan(10)
    await inviteMember(cast.as('admin'), { organisationId: district, role: 'author', email: 'lupa@agency.go.id' })
    const late = new Date(Date.now() + 8 * 86_400_000)
    expect(await peopleWorkItems(cast.as('admin'))).toEqual([])
    expect(await peopleWorkItems(cast.as('admin', late))).toMatchObject([
      { kind: 'invitation_renew', params: { about: 'lupa@agency.go.id' }, href: '/work/members' },
    ])
    expect(await peopleWorkItems(cast.as('mentor', late))).toEqual([])
  })
})

describe('the audit trail', () => {
  test('is read newest first, by kind of record, a page at a time', async () => {
    const all = await readAudit(cast.as('observer'), { page: 1 })
    expect(all.everything).toBe(true)
    expect(all.rows.map(({ id }) => id)).toEqual(all.rows.map(({ id }) => id).toSorted((a, b) => b - a))
    const onlyHubs = await readAudit(cast.as('national'), { entity: 'hub', page: 1 })
    expect(onlyHubs.rows).toMatchObject([{ action: 'hub.open', actor: 'Nadia Contoh', actedAs: 'national_admin' }])
    const past = await readAudit(cast.as('national'), { page: 999 })
    expect(past.page).toBe(Math.ceil(past.total / past.pageSize))
    expect((await readAudit(cast.as('national'), { entity: 'no such kind', page: 1 })).total).toBe(all.total)
  })

  test('an observer of a hub reads what was done in its name', async () => {
    const hubId = hatOf('manager').organisationId
    const observer = await joined('observer', hubId, 'manager')
    const { rows, everything } = await readAudit(contextAs(db, observer), { page: 1 })
    expect(everything).toBe(false)
    expect(new Set(rows.map(({ organisation }) => organisation))).toEqual(new Set(['Hub Contoh']))
  })

  test.each(['author', 'curator', 'mentor', 'manager', 'admin', 'visitor'] as const)('%s reads none', async (who) => {
    await expect(readAudit(cast.as(who), { page: 1 })).rejects.toBeInstanceOf(Forbidden)
  })
})

test('practices that a new hub takes over are announced to the search: it names the hub', async () => {
  const { id: agencyId } = await organisationBySlug(db, 'pemerintah-provinsi-bengkulu')
  const { id } = await publishedPractice(db, { agencyId })
  const version = async () => (await db.select().from(practices).where(eq(practices.id, id)))[0]!.searchVersion
  const before = await version()
  await openHub(cast.as('national'), {
    provinceCode: '17',
    name: 'Hub JIPP Bengkulu',
    openedOn: '2024-05-01',
    source: undefined,
    managerEmail: 'bengkulu@agency.go.id',
  })
  expect(await version()).toBe(before + 1)
  const announced = await db.select({ version: outbox.version }).from(outbox).where(eq(outbox.entityId, id))
  expect(announced).toContainEqual({ version: before + 1 })
})
