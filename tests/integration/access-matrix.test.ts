import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import { ROLES, type Role } from '#db/vocabulary.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { signedInCookie } from '#tests/support/signed-in.ts'
import { serveSources } from '#tests/support/sources.ts'
import { loadDemo } from '../../scripts/demo/load-demo.ts'
import { type DemoPeople, seedDemoPeople } from '../../scripts/demo/people.ts'
import { ACCESS_MATRIX, type Row, type Who } from './access-matrix.ts'

const PASSWORD = 'kata-sandi-matriks'
const EVERYBODY: Who[] = ['visitor', ...ROLES]
const PERSON: Record<Role, keyof DemoPeople> = {
  author: 'author',
  agency_admin: 'admin',
  agency_head: 'head',
  adopter_lead: 'adopter',
  curator: 'curator',
  hub_manager: 'manager',
  mentor: 'mentor',
  national_admin: 'national',
  observer: 'observer',
}

const { db, url } = await testDatabase()
const site = serveSources({ DATABASE_URL: url, JIPP_DEMO: '1', JIPP_DEMO_PASSWORD: PASSWORD })
let origin = ''
let people: DemoPeople

beforeAll(async () => {
  await seedReference(db)
  const system = contextAs(db, { kind: 'system', name: 'test' })
  await loadCatalogue(system)
  await loadDemo(system, PASSWORD)
  people = await seedDemoPeople(system, PASSWORD)
  origin = await site
}, 240_000)

/** Every route that shows or does something itself; a route with children is only a frame around them. */
function routeIds(): string[] {
  type Route = { id: string; children?: Route[] }
  const leaves = (route: Route): string[] => (route.children ? route.children.flatMap(leaves) : [route.id])
  const { VITEST, ...env } = process.env
  const json = execFileSync(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'routes', '--json'], {
    encoding: 'utf8',
    env,
  })
  return (JSON.parse(json) as Route[]).flatMap(leaves)
}

type Answer = { status: number; location: string | null }

async function ask(who: Who, path: string, form?: { body: Row['body']; origin?: string | null }): Promise<Answer> {
  // Compressing every page would cost more than rendering it.
  const headers = new Headers({ Accept: 'text/html', 'Accept-Encoding': 'identity' })
  // A session for each request: some forms end the one they are sent in.
  if (who !== 'visitor') {
    const { userId, hat } = people[PERSON[who]]
    headers.set('Cookie', await signedInCookie(db, userId, hat?.membershipId))
  }
  if (form && form.origin !== null) headers.set('Origin', form.origin ?? origin)
  const body = form && new URLSearchParams(form.body)
  const response = await fetch(origin + path, { method: form ? 'POST' : 'GET', headers, body, redirect: 'manual' })
  await response.arrayBuffer()
  return { status: response.status, location: response.headers.get('Location') }
}

const isSentToSignIn = ({ location }: Answer) => location !== null && /^\/sign-in($|\?next=)/.test(location)

/** What an answer means: `in`, `sign-in`, `refused`, `no form here`, or a fault by its number. */
function meaning(answer: Answer): string {
  if (isSentToSignIn(answer)) return 'sign-in'
  if (answer.status === 403 || answer.status === 404) return 'refused'
  if (answer.status === 405) return 'no form here'
  return answer.status < 500 ? 'in' : `fault ${answer.status}`
}

async function table(get: (who: Who) => Promise<string>): Promise<Record<Who, string>> {
  const answers = await Promise.all(EVERYBODY.map(async (who) => [who, await get(who)] as const))
  return Object.fromEntries(answers) as Record<Who, string>
}

function expected(allowed: readonly Who[]): Record<Who, string> {
  const outside = (who: Who) => (who === 'visitor' ? 'sign-in' : 'refused')
  return Object.fromEntries(EVERYBODY.map((who) => [who, allowed.includes(who) ? 'in' : outside(who)])) as Record<
    Who,
    string
  >
}

const pathOf = (row: Row) => (typeof row.path === 'string' ? row.path : row.path({ db, people }))

test('every route has a row, and every row a route', () => {
  const routes = routeIds()
  const rows = ACCESS_MATRIX.map((row) => row.id)
  expect({
    routesWithoutRow: routes.filter((id) => !rows.includes(id)),
    rowsWithoutRoute: rows.filter((id) => !routes.includes(id)),
    rowsTwice: rows.filter((id, index) => rows.indexOf(id) !== index),
  }).toEqual({ routesWithoutRow: [], rowsWithoutRoute: [], rowsTwice: [] })
})

test('an observer reads, and writes nothing but the own account and the own saved searches', () => {
  const own = new Set([
    'routes/work.account',
    'routes/work.account_.password',
    'routes/work.hats',
    'routes/work.searches',
  ])
  const writes = ACCESS_MATRIX.filter((row) => row.post.includes('observer') && !row.post.includes('visitor'))
  expect(writes.map((row) => row.id).filter((id) => !own.has(id))).toEqual([])
})

describe.each(ACCESS_MATRIX.map((row) => [row.id, row] as const))('%s', (_id, row) => {
  test('is read by whom it should', { timeout: 60_000 }, async () => {
    const path = await pathOf(row)
    if (row.status) {
      const { status } = row
      expect(await table(async (who) => String((await ask(who, path)).status))).toEqual(
        Object.fromEntries(EVERYBODY.map((who) => [who, String(status)])),
      )
    } else {
      expect(await table(async (who) => meaning(await ask(who, path)))).toEqual(expected(row.get))
    }
  })

  test('takes forms from whom it should', { timeout: 60_000 }, async () => {
    const path = await pathOf(row)
    const answers = await table(async (who) => meaning(await ask(who, path, { body: row.body })))
    if (row.post.length === 0) {
      for (const answer of Object.values(answers)) expect(['no form here', 'refused']).toContain(answer)
    } else if (row.status === undefined) {
      expect(answers).toEqual(expected(row.post))
    } else {
      for (const answer of Object.values(answers)) expect(answer).not.toMatch(/fault|sign-in|no form/)
    }
  })
})

const FORMS = ACCESS_MATRIX.filter((row) => row.post.length > 0 && !row.fromAnywhere).map(
  (row) => [row.id, row] as const,
)

test.each(FORMS)('%s takes no form from another site', async (_id, row) => {
  const path = await pathOf(row)
  const [who = 'visitor'] = row.post
  for (const from of [null, 'https://elsewhere.example', 'null']) {
    expect(await ask(who, path, { body: row.body, origin: from })).toMatchObject({ status: 403 })
  }
})
