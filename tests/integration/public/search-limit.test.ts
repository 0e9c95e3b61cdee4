import { beforeAll, expect, test } from 'vitest'
import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { serveSources } from '#tests/support/sources.ts'
import { castOf } from '../practice/cast.ts'

const { db, url } = await testDatabase()
const site = serveSources({ DATABASE_URL: url, TRUST_PROXY: '1' })

beforeAll(async () => {
  await seedReference(db)
  const system = contextAs(db, { kind: 'system', name: 'test' })
  await loadCatalogue(system)
  await ensureIndexed(db, system.search)
}, 240_000)

const combination = (number: number) =>
  `province=${11 + (number % 80)}&sector=sosial&form=governance&year=${1950 + number}`

test('a program that walks through combinations of filters is told to wait, everybody else is not', {
  timeout: 120_000,
}, async () => {
  const origin = await site
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(origin + path, { headers: { 'X-Forwarded-For': '203.0.113.7', ...headers } })
  let answered = 0
  let refused: Response | undefined
  for (let number = 0; number < 400 && !refused; number++) {
    const response = await ask(`/api/v1/practices?${combination(number)}&limit=1`)
    if (response.status === 429) refused = response
    else answered++
    await response.clone().arrayBuffer()
  }
  expect(answered).toBe(300)
  expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(await refused?.json()).toMatchObject({ error: { code: 'too_many' } })

  const page = await ask(`/practices?${combination(401)}`)
  expect(page.status).toBe(429)
  expect(Number(page.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(await page.text()).toContain('Terlalu banyak gabungan saringan')
  const english = await ask(`/practices?${combination(401)}`, { 'Accept-Language': 'en' })
  expect(await english.text()).toContain('Too many combinations of filters')

  expect((await ask('/practices?province=35&sector=sosial')).status).toBe(200)
  expect((await ask(`/practices?${combination(402)}`, { 'X-Forwarded-For': '203.0.113.8' })).status).toBe(200)
  const cast = await castOf(db)
  const cookie = await signedInCookie(db, cast.author.userId, cast.author.hat?.membershipId)
  expect((await ask(`/practices?${combination(403)}`, { Cookie: cookie })).status).toBe(200)
  expect((await ask(`/practices?${combination(403)}`, { Cookie: 'jipp_session=made-up' })).status).toBe(429)
})
