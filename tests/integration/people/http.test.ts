import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { endMembership } from '#app/domain/people/end-membership.server.ts'
import { inviteMember } from '#app/domain/people/invite.server.ts'
import { hashToken } from '#app/domain/people/token.server.ts'
import { sessions } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { serveSources } from '#tests/support/sources.ts'
import { castOf, newestToken, organisationBySlug, PASSWORD } from './cast.ts'

const { db, url } = await testDatabase()
const site = serveSources({ DATABASE_URL: url, JIPP_DEMO: '1', JIPP_DEMO_PASSWORD: PASSWORD })
let origin = ''
let cast: Awaited<ReturnType<typeof castOf>>

beforeAll(async () => {
  cast = await castOf(db)
  origin = await site
}, 120_000)

const get = (path: string, cookie = '') => fetch(origin + path, { headers: { Cookie: cookie }, redirect: 'manual' })
const post = (path: string, form: Record<string, string>, cookie = '', more: Record<string, string> = {}) =>
  fetch(origin + path, {
    method: 'POST',
    headers: { Cookie: cookie, Origin: origin, ...more },
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
/** What the page says; React separates pieces of text by empty comments. */
const textOf = async (response: Response | undefined) => (await response?.text())?.replaceAll('<!-- -->', '') ?? ''
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('jipp_session='))
    ?.split(';')[0] ?? ''
const signIn = (who: string, cookie = '', query = '') =>
  post(`/sign-in${query}`, { email: `${who}@contoh.invalid`, password: PASSWORD }, cookie)

describe('signing in', () => {
  test('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await signIn('penulis')
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe('/work')
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^jipp_session=[\w-]{43}; /)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).toContain('Path=/')
    expect(await textOf(await get('/work', cookieOf(response)))).toContain('Rani Contoh')
  })

  test('gives a new token each time, and the one before ends', async () => {
    const first = cookieOf(await signIn('kepala'))
    const second = cookieOf(await signIn('kepala', first))
    expect(second).not.toBe(first)
    expect((await get('/work', first)).headers.get('Location')).toBe('/sign-in?next=%2Fwork')
    expect((await get('/work', second)).status).toBe(200)
    expect(
      await db
        .select()
        .from(sessions)
        .where(eq(sessions.tokenHash, second.split('=')[1] ?? '')),
    ).toEqual([])
  })

  test('goes on to where one came from, on this site only', async () => {
    const landing = async (query: string) => (await signIn('penulis', '', query)).headers.get('Location')
    expect(await landing('?next=%2Fwork%2Faccount%3Fdone%3Dprofile')).toBe('/work/account?done=profile')
    for (const next of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example']) {
      expect(await landing(`?next=${encodeURIComponent(next)}`)).toBe('/work')
    }
  })

  test('asks a person with several hats which one', async () => {
    const response = await signIn('dua-peran', '', '?next=%2Fwork%2Faccount')
    const chooser = '/work/hats?next=%2Fwork%2Faccount'
    expect(response.headers.get('Location')).toBe(chooser)
    const cookie = cookieOf(response)
    const page = await textOf(await get(chooser, cookie))
    const buttons = [...page.matchAll(/name="membershipId"[^>]*value="([0-9a-f-]{36})"/g)].map(
      (match) => match[1] ?? '',
    )
    expect(buttons).toHaveLength(2)
    const chosen = await post(chooser, { membershipId: buttons[1] ?? '' }, cookie)
    expect(chosen.headers.get('Location')).toBe('/work/account')
    expect(await textOf(await get('/work', cookie))).toContain('Tini Contoh · kurator, Hub Contoh')
    await post(chooser, { membershipId: buttons[0] ?? '' }, cookie)
    expect(await textOf(await get('/work', cookie))).toContain(
      'Tini Contoh · penulis, Pemerintah Kabupaten Contoh Hulu',
    )
  })

  test('shows what was wrong, keeps the address and never the password', async () => {
    const secret = 'jangan-tampilkan-ini'
    const response = await post('/sign-in', { email: 'penulis@contoh.invalid', password: secret })
    expect(response.status).toBe(422)
    const page = await textOf(response)
    expect(page).toContain('Surel atau kata sandi tidak cocok')
    expect(page).toContain('value="penulis@contoh.invalid"')
    expect(page).not.toContain(secret)
    const english = await post('/sign-in', { email: 'x', password: '' }, 'lang=en')
    expect(await textOf(english)).toContain('Write a complete e-mail address')
  })

  test('survives forms that no page of ours sends', async () => {
    const weird: Record<string, string>[] = [
      {},
      { email: '', password: '' },
      { email: '\0', password: '\0' },
      { email: `${'a'.repeat(8000)}@b.id`, password: 'x'.repeat(8000) },
      { 'email[0]': 'a@b.id', 'password[x]': 'y' },
      { __proto__: 'x', email: "' or 1=1 --", password: "'" } as Record<string, string>,
    ]
    for (const form of weird) expect((await post('/sign-in', form)).status).toBe(422)
    const raw = await fetch(`${origin}/sign-in`, { method: 'POST', headers: { Origin: origin }, body: 'not a form' })
    expect(raw.status).toBe(422)
  })
})

describe('a session', () => {
  const times = (cookie: string, changes: Partial<typeof sessions.$inferInsert>) =>
    db
      .update(sessions)
      .set(changes)
      .where(eq(sessions.tokenHash, hashToken(cookie.split('=')[1] ?? '')))
  const past = new Date(Date.now() - 1000)
  const isOver = async (cookie: string) => (await get('/work', cookie)).status === 302

  test('ends when idle for too long, and in any case after its last day', async () => {
    const idle = await signedInCookie(db, cast.people.author.userId)
    expect(await isOver(idle)).toBe(false)
    await times(idle, { expiresAt: past })
    expect(await isOver(idle)).toBe(true)
    const old = await signedInCookie(db, cast.people.author.userId)
    await times(old, { endsAt: past })
    expect(await isOver(old)).toBe(true)
  })

  test('that is used is prolonged, with its cookie', async () => {
    const cookie = await signedInCookie(db, cast.people.author.userId)
    await times(cookie, { expiresAt: new Date(Date.now() + 60_000), lastSeenAt: new Date(0) })
    const response = await get('/work', cookie)
    expect(cookieOf(response)).toBe(cookie)
    const [row] = await db
      .select()
      .from(sessions)
      .where(eq(sessions.tokenHash, hashToken(cookie.split('=')[1] ?? '')))
    expect(row?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 11 * 3_600_000)
    expect(row?.lastSeenAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
  })

  test('ends with signing out, here and everywhere', async () => {
    const here = cookieOf(await signIn('pendamping'))
    const there = cookieOf(await signIn('pendamping'))
    const out = await post('/sign-out', {}, here)
    expect(cookieOf(out)).toBe('jipp_session=')
    expect(await isOver(here)).toBe(true)
    const third = cookieOf(await signIn('pendamping'))
    await post('/work/account', { intent: 'end_sessions' }, third)
    expect(await isOver(third)).toBe(true)
    expect(await isOver(there)).toBe(true)
  })

  test('lasts through a change of the own password, under a new token; the others end', async () => {
    const here = cookieOf(await signIn('pengamat'))
    const there = cookieOf(await signIn('pengamat'))
    const form = { current: PASSWORD, password: 'tujuh gajah biru' }
    const response = await post('/work/account/password', form, here)
    expect(response.headers.get('Location')).toBe('/work/account?done=password')
    expect(await isOver(cookieOf(response))).toBe(false)
    expect(await isOver(here)).toBe(true)
    expect(await isOver(there)).toBe(true)
  })

  test('loses a hat the moment the membership ends', async () => {
    const cookie = await signedInCookie(db, cast.people.sourceAdmin.userId)
    expect((await get('/work/members', cookie)).status).toBe(200)
    const { membershipId } = cast.people.sourceAdmin.hat ?? { membershipId: '' }
    await endMembership(cast.as('national'), { membershipId })
    expect((await get('/work/members', cookie)).status).toBe(403)
    const page = await textOf(await get('/work', cookie))
    expect(page).toContain('Belum ada peran')
    expect(page).toContain('sumber@contoh.invalid')
  })
})

test('an invitation leads a new person from the link to the workspace', async () => {
  const email = 'baru@agency.go.id'
  const { id } = await organisationBySlug(db, 'hub-contoh')
  await inviteMember(cast.as('manager'), { organisationId: id, role: 'mentor', email })
  const link = `/invitation?token=${await newestToken(db, email)}`
  expect(await textOf(await get(link))).toContain('Anda diundang sebagai pendamping di Hub Contoh')
  const bad = await post(link, { name: 'Budi Baru', password: 'pendek', language: 'en' })
  expect(bad.status).toBe(422)
  const again = await textOf(bad)
  expect(again).toContain('value="Budi Baru"')
  expect(again).not.toContain('value="pendek"')

  const form = { name: 'Budi Baru', password: 'tujuh gajah biru', language: 'en' }
  const [one, two] = await Promise.all([post(link, form), post(link, form)])
  expect([one?.status, two?.status].toSorted()).toEqual([302, 409])
  const winner = one?.status === 302 ? one : two
  const loser = one?.status === 302 ? two : one
  expect(winner?.headers.get('Location')).toBe('/work?done=joined')
  expect(await textOf(await get('/work?done=joined', cookieOf(winner as Response)))).toContain('Budi Baru · pendamping')
  expect(await textOf(loser)).toContain('Undangan ini sudah')
  expect((await get(link)).status).toBe(410)
})

test('a forgotten password is answered alike for everybody', async () => {
  const known = await post('/forgot-password', { email: 'kurator@contoh.invalid' })
  const unknown = await post('/forgot-password', { email: 'tidak-ada@contoh.invalid' })
  for (const response of [known, unknown]) {
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe('/forgot-password?done=sent')
  }
  const token = await newestToken(db, 'kurator@contoh.invalid')
  const reset = await post(`/reset-password?token=${token}`, { password: 'tujuh gajah biru' })
  expect(reset.headers.get('Location')).toBe('/sign-in?done=reset')
  expect((await get(`/reset-password?token=${token}`)).status).toBe(410)
})
