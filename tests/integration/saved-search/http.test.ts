import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { unsubscribeToken } from '#app/domain/saved-search/unsubscribe-token.server.ts'
import { savedSearches } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { serveSources } from '#tests/support/sources.ts'
import { type Cast, castOf } from '../practice/cast.ts'

const SECRET = 'a secret of the installation, 32 characters'
const { db, url } = await testDatabase()
const site = serveSources({ DATABASE_URL: url, SESSION_SECRET: SECRET })
let origin = ''
let cast: Cast
let cookie = ''

beforeAll(async () => {
  cast = await castOf(db)
  cookie = await signedInCookie(db, cast.author.userId, cast.author.hat?.membershipId)
  origin = await site
}, 120_000)
beforeEach(() => db.delete(savedSearches))

const send = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(origin + path, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' })
const save = (name: string, search = 'q=antrean') =>
  send('/work/searches', { intent: 'save', search, name, alert: 'daily' }, { Cookie: cookie, Origin: origin })
const get = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(origin + path, { headers, redirect: 'manual' })
  return { status: answer.status, text: (await answer.text()).replaceAll('<!-- -->', '') }
}
const alertOf = async () => (await db.select().from(savedSearches))[0]?.alert

const linkOf = () => `/unsubscribe?token=${unsubscribeToken(SECRET, cast.author.userId)}`

test('a search is saved from the search page, which then says so', async () => {
  const before = await get('/practices?q=antrean', { Cookie: cookie })
  expect(before.text).toContain('name="search" value="q=antrean"')
  const answer = await save('Antrean puskesmas')
  expect(answer.headers.get('Location')).toBe('/work/searches?done=saved')
  const list = await get('/work/searches?done=saved', { Cookie: cookie })
  expect(list.text).toContain('Pencarian sudah disimpan')
  expect(list.text).toContain('<a href="/practices?q=antrean">Antrean puskesmas</a>')
  expect((await get('/practices?q=antrean', { Cookie: cookie })).text).toContain(
    'Tersimpan sebagai “Antrean puskesmas”.',
  )
})

test('without a name it is asked for, and the search is not lost', async () => {
  const answer = await save(' ', 'q=antrean&sector=kesehatan')
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('Isian ini belum diisi.')
  expect(text).toContain('name="search" value="q=antrean&amp;sector=kesehatan"')
})

test('a visitor is led to sign in and back to the same search', async () => {
  const { text } = await get('/practices?q=antrean&sector=kesehatan')
  expect(text).toContain('href="/sign-in?next=%2Fpractices%3Fq%3Dantrean%26sector%3Dkesehatan"')
  expect(text).not.toContain('name="intent" value="save"')
})

test('opening the link of a mail changes nothing and shows one button', async () => {
  await save('Antrean')
  const { status, text } = await get(linkOf())
  expect(status).toBe(200)
  const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
  expect(main.match(/<button/g)).toHaveLength(1)
  expect(await alertOf()).toBe('daily')
})

test('a mail program stops the mail with one POST, from nowhere, without a cookie, and follows no redirect', async () => {
  await save('Antrean')
  for (const again of [1, 2]) {
    const answer = await send(linkOf(), { 'List-Unsubscribe': 'One-Click' })
    expect([again, answer.status]).toEqual([again, 200])
    expect(await answer.text()).toContain('Kabar lewat surel sudah dihentikan')
    expect(await alertOf()).toBe('off')
  }
})

test('a forged link answers 404, opened or sent', async () => {
  await save('Antrean')
  const other = unsubscribeToken('another secret of 32 characters.', cast.author.userId)
  for (const token of [other, cast.author.userId, '']) {
    const path = `/unsubscribe?token=${token}`
    expect((await get(path)).status).toBe(404)
    const answer = await send(path, { 'List-Unsubscribe': 'One-Click' })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Tautan ini tidak berlaku')
  }
  expect(await alertOf()).toBe('daily')
})

test('nothing else takes forms from nowhere', async () => {
  const answer = await send('/work/searches', { intent: 'delete' }, { Cookie: cookie })
  expect(answer.status).toBe(403)
  expect(await db.select().from(savedSearches).where(eq(savedSearches.userId, cast.author.userId))).toEqual([])
})
