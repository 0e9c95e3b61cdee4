import { DEMO_ACCOUNTS, type DemoKey } from '#app/domain/people/demo-accounts.ts'
import { demoWorld } from '#tests/support/demo-world.ts'
import { expect, siteUrl, test } from '#tests/support/journey.ts'
import { ACCESS_MATRIX, type Row } from '../integration/access-matrix.ts'

/*
 * What no page sends: forms with missing, foreign, endless and unprintable fields, and addresses with odd ids. Whoever
 * sends it is told that it cannot be read; it is never a fault of the server.
 */
test.describe.configure({ mode: 'parallel' })

let world: Awaited<ReturnType<typeof demoWorld>>
test.beforeAll(async () => {
  world = await demoWorld()
})
test.afterAll(() => world.close())

const LONG = 'kata '.repeat(20_000)

/** Bodies for a form whose proper one is `proper`. */
function bodies(proper: Row['body'] = {}): Record<string, string> {
  const fields = new URLSearchParams(proper)
  const withAll = (value: string) => {
    const names = [
      ...new Set([...fields.keys(), 'intent', 'version', 'id', 'note', 'reason', 'email', 'items[0].what']),
    ]
    return new URLSearchParams(names.map((name) => [name, value])).toString()
  }
  return {
    'nothing at all': '',
    'an unknown intent': 'intent=%27%3B+drop+table+users%3B--&version=1',
    'a version that is none': `${fields}&version=abc`,
    'an endless version': `${fields}&version=99999999999999999999999999`,
    'NUL in every field': withAll('a\u0000b'),
    'an endless text in every field': withAll(LONG),
    'half a character': `${fields}&note=%ED%A0%80&reason=%F0%9F`,
    'the same field many times': Array.from({ length: 200 }, () => 'intent=stop&version=1').join('&'),
    'names of objects': '__proto__[a]=1&constructor.prototype.b=2&items[__proto__].c=3&items[999999].what=x',
    'markup and code': withAll('<script>alert(1)</script>{{7*7}}'),
  }
}

for (const row of ACCESS_MATRIX.filter(({ post }) => post.length > 0)) {
  test(`${row.id.replace('routes/', '')} takes nonsense calmly`, async ({ as, visitor }) => {
    const who = senderOf(row)
    const page = who ? await as(who) : await visitor()
    const path = typeof row.path === 'string' ? row.path : await row.path(world)
    for (const [what, data] of Object.entries(bodies(row.body))) {
      // Signing out with success would end the session of the others.
      if (row.id === 'routes/sign-out' && who) continue
      const answer = await page.request.post(path, {
        data,
        headers: { Origin: siteUrl(), 'Content-Type': 'application/x-www-form-urlencoded' },
        maxRedirects: 0,
      })
      expect(answer.status(), `${what} sent to ${path}`).toBeLessThan(500)
      expect(await answer.text(), `${what} sent to ${path}`).not.toContain('<script>alert(1)')
    }
    for (const type of ['application/json', 'multipart/form-data', 'text/plain', 'multipart/form-data; boundary=x']) {
      const headers = { Origin: siteUrl(), 'Content-Type': type }
      const answer = await page.request.post(path, { data: '{"a":1', headers, maxRedirects: 0 })
      expect(answer.status(), `${type} sent to ${path}`).toBeLessThan(500)
    }
  })
}

/** Somebody who gets past the guard of the form; `undefined`: a visitor. */
function senderOf({ post }: Row): DemoKey | undefined {
  if (post.includes('visitor')) return undefined
  const keys = Object.keys(DEMO_ACCOUNTS) as DemoKey[]
  return keys.find((key) => post.includes(DEMO_ACCOUNTS[key].hats[0].role))
}

const ODD_IDS = [
  '%00',
  "'%22%3B--",
  'JIPP-97-99999999999999999999',
  '%F0%9F%98%80',
  '..%2F..%2Fetc',
  'a'.repeat(5000),
  '-1',
]

test('addresses with odd ids are unknown addresses', async ({ as }) => {
  const pages = {
    author: ['/work/practices/:id', '/work/practices/:id/edit/identity', '/work/practices/JIPP-97-0001/edit/:id'],
    curator: ['/work/review/:id', '/work/practices/:id/withdraw', '/work/coaching/:id'],
    adopter: ['/work/adoptions/:id', '/work/adoptions/:id/letter', '/work/needs/:id', '/work/needs/:id/edit'],
    mentor: ['/work/coaching/:id', '/work/coaching/:id/edit', '/adoptions/:id', '/needs/:id', '/hubs/:id'],
  } as const
  for (const [who, paths] of Object.entries(pages) as [DemoKey, readonly string[]][]) {
    const page = await as(who)
    for (const path of paths) {
      for (const id of ODD_IDS) {
        const address = path.replace(':id', id)
        const { status } = await fetchAs(page, address)
        expect(status, `${address.slice(0, 80)} as ${who}`).toBeGreaterThanOrEqual(400)
        expect(status, `${address.slice(0, 80)} as ${who}`).toBeLessThan(500)
      }
    }
  }
})

test('lists take odd parameters calmly', async ({ as }) => {
  const noise = `page=-1&page=abc&state=x&show=x&q=${'b'.repeat(3000)}&organisation=x&entity=%00&province=zz&view=x&agency=x&as=x`
  const lists = {
    adopter: ['/work', '/work/needs', '/work/needs/new', '/work/adoptions', '/work/coaching', '/work/actions'],
    curator: ['/work/review', '/work/practices'],
    mentor: ['/work/coaching', '/work/coaching/new'],
    national: [
      '/work/audit',
      '/work/hubs',
      '/work/hubs/new',
      '/work/members',
      '/work/practices',
      '/work/search-health',
      '/work/jobs',
    ],
  } as const
  for (const [who, paths] of Object.entries(lists) as [DemoKey, readonly string[]][]) {
    const page = await as(who)
    for (const path of paths)
      expect((await fetchAs(page, `${path}?${noise}`)).status, `${path} as ${who}`).toBeLessThan(500)
  }
})

/** Asks with the cookies of the page, and lets no client tidy up the address first. */
async function fetchAs(page: import('playwright/test').Page, address: string) {
  const cookies = await page.context().cookies()
  const headers = { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '), Accept: 'text/html' }
  return fetch(siteUrl() + address, { headers, redirect: 'manual' })
}
