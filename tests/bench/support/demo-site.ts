import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { DEMO_ACCOUNTS, type DemoKey, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { fillSignIn } from '#tests/support/journey.ts'
import { startSite } from '#tests/support/site.ts'
import { scratchFolder } from '../../../scripts/postgres/account.ts'

const PASSWORD = 'contoh-kata-sandi'

/** The product as `npm start` runs it, with the demo accounts, in a folder that is gone afterwards. */
export async function openDemoSite() {
  const dataDir = mkdtempSync(path.join(scratchFolder(), 'jipp-bench-demo-'))
  const site = await startSite(dataDir, { JIPP_DEMO_PASSWORD: PASSWORD })
  return {
    url: site.url,
    async signIn(page: Page, who: DemoKey): Promise<void> {
      await page.goto('/sign-in')
      await fillSignIn(page, demoEmail(DEMO_ACCOUNTS[who].mailbox), PASSWORD)
      await page.waitForURL('**/work*')
    },
    async close(): Promise<void> {
      await site.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
