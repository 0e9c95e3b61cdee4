import { expect, test } from 'playwright/test'
import { DEMO_ACCOUNTS, type DemoKey } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'
import { expectNoAxeViolations, signInAs } from '#tests/support/browser.ts'

const oneHat = (Object.keys(DEMO_ACCOUNTS) as DemoKey[]).filter((who) => DEMO_ACCOUNTS[who].hats.length === 1)

for (const who of oneHat) {
  test(`${who} lands on the own work list`, async ({ page }) => {
    await signInAs(page, who)
    await expect(page).toHaveURL(paths.work())
    await expect(page.locator('header')).toContainText(DEMO_ACCOUNTS[who].name)
    await expectNoAxeViolations(page)
  })
}
