import { randomBytes, randomInt } from 'node:crypto'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from 'playwright/test'
import { DEMO_ACCOUNTS, type DemoKey, demoEmail } from '#app/domain/people/demo-accounts.ts'

export { expect }

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>
type Options = Pick<BrowserContextOptions, 'viewport' | 'javaScriptEnabled' | 'colorScheme' | 'hasTouch' | 'userAgent'>

type Fixtures = {
  /** What a browser complained about on any page of this test; it must stay empty. */
  faults: string[]
  /** A page of a visitor, from a client address that no other test has. */
  visitor: (options?: Options) => Promise<Page>
  /** A page of a demo account that is signed in, in a browser of its own. */
  as: (who: DemoKey, options?: Options) => Promise<Page>
}

type WorkerFixtures = {
  /** The cookies of a demo account; each worker signs in once. */
  sessionOf: (who: DemoKey) => Promise<StorageState>
}

export const demoPassword = () => process.env.SITE_PASSWORD ?? ''
export const siteUrl = () => process.env.SITE_URL ?? ''

/** Marks what a test writes, so that it finds its own records again and may run many times on the same data. */
export const unique = (text: string) => `${text} ${randomBytes(4).toString('hex')}`

/** Shows a measured figure in the report of the run. */
export const measured = (figure: string) => process.stdout.write(`     ${figure}\n`)

/** An address that belongs to nobody, and a client address for limits by address: the site trusts one proxy here. */
const clientAddress = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`

/** `test` with browsers for visitors and for the demo accounts. Errors of the browser or the server fail the test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  sessionOf: [
    async ({ browser }, use) => {
      const known = new Map<DemoKey, Promise<StorageState>>()
      const signIn = async (who: DemoKey) => {
        const context = await browser.newContext({ baseURL: siteUrl(), locale: 'id-ID' })
        const page = await context.newPage()
        const { mailbox, hats } = DEMO_ACCOUNTS[who]
        await fillSignIn(page, demoEmail(mailbox), demoPassword())
        await page.waitForURL(hats.length > 1 ? '**/work/hats*' : '**/work')
        const state = await context.storageState()
        await context.close()
        return state
      }
      await use((who) => {
        const state = known.get(who) ?? signIn(who)
        known.set(who, state)
        return state
      })
    },
    { scope: 'worker' },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from a pattern
  faults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'errors that the browser reported').toEqual([])
  },

  context: async ({ context, faults }, use) => {
    watch(context, faults)
    await use(context)
  },

  visitor: async ({ browser, faults, contextOptions }, use) => {
    const open: BrowserContext[] = []
    await use(async (options = {}) => {
      const extraHTTPHeaders = { 'X-Forwarded-For': clientAddress() }
      const context = await browser.newContext({ ...defaults(contextOptions), extraHTTPHeaders, ...options })
      open.push(watch(context, faults))
      return context.newPage()
    })
    for (const context of open) await context.close()
  },

  as: async ({ browser, faults, sessionOf, contextOptions }, use) => {
    const open: BrowserContext[] = []
    await use(async (who, options = {}) => {
      const storageState = await sessionOf(who)
      const context = await browser.newContext({ ...defaults(contextOptions), storageState, ...options })
      open.push(watch(context, faults))
      return context.newPage()
    })
    for (const context of open) await context.close()
  },
})

const defaults = (options: BrowserContextOptions): BrowserContextOptions => ({
  ...options,
  baseURL: siteUrl(),
  locale: 'id-ID',
  timezoneId: 'Asia/Jakarta',
})

/** Notes errors of scripts, blocked content (the content security policy speaks through the console) and server errors. */
function watch(context: BrowserContext, faults: string[]): BrowserContext {
  context.on('console', (message) => {
    // An address that answers 404 on purpose is told there too.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(`${message.page()?.url()}: ${message.text()}`)
    }
  })
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().message}`))
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.request().method()} ${response.url()}: ${response.status()}`)
  })
  return context
}

/** Fills in the form to sign in and sends it. */
export async function fillSignIn(page: Page, email: string, password: string) {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await page.getByLabel('Surel dinas').fill(email)
  await page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Masuk' }).click()
}
