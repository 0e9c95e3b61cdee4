// `npm run screenshots [address]`: the pictures of the README, taken from a running demo site at 360 and 1280 px.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { DEMO_ACCOUNTS, type DemoKey, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'
import { findChromium } from './boot/chromium.mjs'
import { explain } from './boot/start-error.mjs'

const FOLDER = '.github/screenshots'
const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]
/** Small enough for a README that is read on the road; a picture above it is taken again with less quality. */
const MOST_BYTES = 60_000
const QUALITIES = [78, 70, 60, 50, 40, 30, 20]

type Picture = {
  name: string
  path: string
  as?: DemoKey /** The first link of that page that begins so is followed. */
  follow?: string
}

const PICTURES: Picture[] = [
  { name: 'home', path: paths.home() },
  { name: 'search', path: paths.practices({ q: 'antrean puskesmas' }) },
  { name: 'practice', path: paths.practice('JIPP-92-0001') },
  { name: 'compare', path: paths.compare(['JIPP-92-0001', 'JIPP-92-0003']) },
  { name: 'network', path: paths.network() },
  { name: 'hub', path: paths.hub('hub-jipp-jawa-timur') },
  { name: 'sign-in', path: paths.signIn() },
  { name: 'editor', path: paths.workPractices(), as: 'author', follow: '/work/practices/JIPP' },
  { name: 'review', path: paths.reviewQueue(), as: 'curator', follow: '/work/review/JIPP' },
  { name: 'coaching-log', path: paths.coachingNew(), as: 'mentor' },
  { name: 'mentor-desk', path: paths.coaching(), as: 'mentor' },
  { name: 'adoption', path: paths.workAdoptions(), as: 'adopter', follow: '/work/adoptions/' },
]

async function main(): Promise<void> {
  const site = process.argv[2] ?? process.env.SITE_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`
  const executablePath = await findChromium()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  mkdirSync(FOLDER, { recursive: true })
  try {
    for (const picture of PICTURES) await take(browser, site, picture)
  } finally {
    await browser.close()
  }
}

async function take(browser: Browser, site: string, picture: Picture): Promise<void> {
  const context = await browser.newContext({ baseURL: site, locale: 'id-ID', timezoneId: 'Asia/Jakarta' })
  const page = await context.newPage()
  if (picture.as) await signIn(page, picture.as)
  await page.goto(picture.path)
  if (picture.follow) await page.locator(`main a[href^="${picture.follow}"]`).first().click()
  if (picture.name === 'editor') await page.locator('main a[href*="/edit/background"]').first().click()
  for (const size of SIZES) {
    await page.setViewportSize(size)
    const image = await asWebp(page)
    const file = path.join(FOLDER, `${picture.name}-${size.width}.webp`)
    writeFileSync(file, image)
    console.log(`${file}: ${(image.length / 1000).toFixed(0)} KB`)
  }
  await context.close()
}

/** The password of the demo accounts stands on the page where one signs in. */
async function signIn(page: Page, who: DemoKey): Promise<void> {
  await page.goto(paths.signIn())
  const password = await page.locator('aside code').first().textContent()
  await page.locator('input[name=email]').fill(demoEmail(DEMO_ACCOUNTS[who].mailbox))
  await page.locator('input[name=password]').fill(password ?? '')
  await page.locator('input[name=password]').press('Enter')
  await page.waitForURL((url) => url.pathname !== paths.signIn())
}

/** What the window shows. Playwright itself writes PNG and JPEG only, which are several times as large. */
async function asWebp(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  let image = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
    image = Buffer.from(data, 'base64')
    if (image.length <= MOST_BYTES) break
  }
  await session.detach()
  return image
}

main().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
