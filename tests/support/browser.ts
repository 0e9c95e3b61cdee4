import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from 'playwright/test'
import { DEMO_ACCOUNTS, type DemoKey, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Signs in as a demo account through the form, and waits for the page behind it. */
export async function signInAs(page: Page, who: DemoKey) {
  await page.goto(paths.signIn())
  await page.locator('input[name=email]').fill(demoEmail(DEMO_ACCOUNTS[who].mailbox))
  await page.locator('input[name=password]').fill(process.env.SITE_PASSWORD ?? '')
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL((url) => url.pathname !== paths.signIn())
}

/** Fails with rule, element and advice for every accessibility fault that axe finds on the page. */
export async function expectNoAxeViolations(page: Page) {
  // Through evaluate, not a script element: the content security policy forbids the latter.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const result = await axe.run(document, { resultTypes: ['violations'] })
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 5).map((node) => `${node.target.join(' ')} — ${node.html.slice(0, 160)}`),
    }))
  })
  expect(violations, `accessibility of ${page.url()}`).toEqual([])
}
