import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { expect, measured, test } from '#tests/support/journey.ts'

/** Opens a page in an empty browser; answers what came over the wire, by kind, in bytes. */
async function weigh(page: Page, path: string): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {}
  const waiting: Promise<void>[] = []
  page.on('requestfinished', (request) => {
    const add = async () => {
      const { responseBodySize } = await request.sizes()
      bytes[request.resourceType()] = (bytes[request.resourceType()] ?? 0) + responseBodySize
    }
    waiting.push(add())
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await Promise.all(waiting)
  page.removeAllListeners('requestfinished')
  return bytes
}

/** What the footer promises is what came: the page, its style sheet and its script, to the kilobyte. */
async function expectTrueFooter(page: Page, bytes: Record<string, number>) {
  const came = ((bytes.document ?? 0) + (bytes.stylesheet ?? 0) + (bytes.script ?? 0)) / 1000
  const [, said] = /Bobot halaman ini (\d+) KB/.exec((await page.getByRole('contentinfo').textContent()) ?? '') ?? []
  expect(Math.abs(Number(said) - came), `said ${said} KB, came ${came} KB`).toBeLessThan(1)
}

const SCRIPT_KILOBYTES = 15

const LIMITS = [
  { name: 'practice', path: '/practices/JIPP-35-0001', kilobytes: 20 },
  { name: 'search with words and facets', path: '/practices?q=antrean+puskesmas', kilobytes: 25 },
  { name: 'whole catalogue with facets', path: '/practices', kilobytes: 25 },
  { name: 'search within a province', path: '/practices?province=35', kilobytes: 25 },
  { name: 'home', path: '/', kilobytes: 25 },
  { name: 'network', path: '/network', kilobytes: 25 },
  { name: 'hub', path: '/hubs/hub-contoh', kilobytes: 25 },
]

test('a further page of results: at most 10 KB', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/practices')
  const next = await page.getByRole('link', { name: 'Berikutnya' }).getAttribute('href')
  const bytes = await weigh(page, next ?? '')
  measured(`${next}: ${((bytes.document ?? 0) / 1000).toFixed(1)} KB`)
  expect(bytes.document).toBeLessThanOrEqual(10_000)
})

for (const { name, path, kilobytes } of LIMITS) {
  const hasScript = /^\/practices(\?|$)/.test(path)
  test(`${name}: ${hasScript ? 'one small script' : 'no script'}, at most ${kilobytes} KB`, async ({ visitor }) => {
    const page = await visitor()
    const bytes = await weigh(page, path)
    await expectTrueFooter(page, bytes)
    const total = Object.values(bytes).reduce((sum, one) => sum + one, 0)
    measured(`${path}: ${(total / 1000).toFixed(1)} KB (${JSON.stringify(bytes)})`)
    if (hasScript) expect(bytes.script).toBeLessThanOrEqual(SCRIPT_KILOBYTES * 1000)
    else expect(Object.keys(bytes)).not.toContain('script')
    expect(bytes.document).toBeGreaterThan(1000)
    expect(bytes.stylesheet).toBeGreaterThan(1000)
    expect(total).toBeLessThanOrEqual(kilobytes * 1000)
  })
}

test('the page of files says its weight with its own small script', async ({ as }) => {
  const author = await as('author')
  // What is asked for through here comes over the wire, also what the browser has kept from signing in.
  await author.route('**', (route) => route.continue())
  const bytes = await weigh(author, paths.editPractice('JIPP-97-0003', 'attachments'))
  expect(bytes.script).toBeGreaterThan(0)
  await expectTrueFooter(author, bytes)
})
