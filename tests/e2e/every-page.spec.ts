import { expect, type Page } from 'playwright/test'
import { DEMO_ACCOUNTS, type DemoKey } from '#app/domain/people/demo-accounts.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { demoWorld } from '#tests/support/demo-world.ts'
import { test } from '#tests/support/journey.ts'
import { ACCESS_MATRIX, type Row } from '../integration/access-matrix.ts'

/*
 * Every page that the access matrix knows, as a role that may open it: accessible in both languages, wide and narrow,
 * light and dark; no sideways scrolling at 320 px; nothing that the browser complains about (see the fixture `faults`).
 */
test.describe.configure({ mode: 'parallel' })

const FOR_PROGRAMS =
  /^routes\/(api\.|files\.|practices\.suggest|practices\.\$practiceId(?:\[\.\]pdf|\.(?:card|cite|links))|exports\.|work\..*(?:xlsx|docx|csv)|work\..*\.presence\.|healthz|readyz|robots|sitemap|.*\.autosave\.)/
const PAGES = ACCESS_MATRIX.filter(({ id }) => !FOR_PROGRAMS.test(id))
const WIDE = { width: 1280, height: 900 }
const NARROW = { width: 360, height: 740 }

let world: Awaited<ReturnType<typeof demoWorld>>
test.beforeAll(async () => {
  world = await demoWorld()
})
test.afterAll(() => world.close())

for (const row of PAGES) {
  test(row.id.replace('routes/', ''), async ({ as, visitor }) => {
    const who = readerOf(row)
    const page = who ? await as(who) : await visitor()
    const path = typeof row.path === 'string' ? row.path : await row.path(world)
    for (const lang of ['id', 'en']) {
      await page.setViewportSize(WIDE)
      const answer = await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      expect(answer?.status(), path).toBe(row.status ?? 200)
      await expect(page.locator('html')).toHaveAttribute('lang', lang)
      expect(await page.getByRole('heading', { level: 1 }).count(), 'headings of level 1').toBe(1)
      expect(await page.title()).toMatch(/.{3,} · JIPP$/)
      await expectNoAxeViolations(page)
      await expectNoSidewaysScroll(page)
      await page.setViewportSize(NARROW)
      await expectNoAxeViolations(page)
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectNoAxeViolations(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
  })
}

/** Somebody who may open it; `undefined`: a visitor. */
function readerOf({ get }: Row): DemoKey | undefined {
  if (get.includes('visitor')) return undefined
  const keys = Object.keys(DEMO_ACCOUNTS) as DemoKey[]
  return keys.find((key) => get.includes(DEMO_ACCOUNTS[key].hats[0].role))
}

async function expectNoSidewaysScroll(page: Page) {
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const culprits = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    )
    return culprits.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))
  })
  expect(wider, `wider than the window of ${page.viewportSize()?.width} px: ${page.url()}`).toEqual([])
}
