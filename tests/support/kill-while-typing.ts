import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright'
import { paths } from '#app/paths.ts'
import { scratchFolder } from '../../scripts/postgres/account.ts'
import { startMortalBrowser } from './mortal-browser.ts'
import { seeded } from './random.ts'

/** How the server behaves while somebody types. */
const NETWORKS = ['well', 'away', 'slow'] as const
type Network = (typeof NETWORKS)[number]

export type KillRun = {
  network: Network
  /** Characters typed, called kept on the device, called saved on the server, and lost of the two. */
  typed: number
  kept: number
  saved: number
  lost: number
}

type Options = {
  site: string
  program: string
  cookies: Parameters<BrowserContext['addCookies']>[0]
  /** Drafts to write in, one after the other. */
  publicIds: readonly string[]
  times: number
  seed: number
}

const KEPT = 'Ada di perangkat ini.'
const SAVED = 'Tersimpan di server'
const SENTENCE =
  'Warga pulau menunggu perahu puskesmas sejak subuh, sebab nomor antrean belum dikirim lewat pesan singkat. '

/** What the page says of its text, and the text, read in one moment. */
type Claim = { status: string; text: string }

/**
 * Types into the editor and kills the browser in the middle of a sentence, again and again, on the same profile. After
 * each kill the page is opened again: what it had called kept or saved must be there to the last character.
 */
export async function killWhileTyping(options: Options): Promise<KillRun[]> {
  const profile = mkdtempSync(path.join(scratchFolder(), 'jipp-profile-'))
  const random = seeded(options.seed)
  const runs: KillRun[] = []
  let claimed = ''
  let lastSaved = ''
  try {
    for (let n = 0; n <= options.times; n++) {
      const publicId = options.publicIds[n % options.publicIds.length]!
      const browser = await startMortalBrowser(options.program, profile)
      try {
        await browser.context.addCookies([...options.cookies, { name: 'lang', value: 'id', url: options.site }])
        const page = await browser.context.newPage()
        const before = runs.at(-1)
        // The page that the kill took comes first: does it hold what it had promised?
        if (before) before.lost = await lostIn(page, options, n - 1, { claimed, lastSaved })
        if (n === options.times) break
        const network = NETWORKS[n % NETWORKS.length]!
        const claims = await typeUntil(page, options, { publicId, network, ms: 500 + random.below(5_500) })
        claimed = longest(claims.filter(({ status }) => status.includes(KEPT) || status.startsWith(SAVED)))
        lastSaved = longest(claims.filter(({ status }) => status.startsWith(SAVED)))
        runs.push({
          ...{ network, typed: claims.at(-1)?.text.length ?? 0, kept: claimed.length, saved: lastSaved.length },
          lost: Number.NaN,
        })
      } finally {
        await browser.kill()
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
  return runs
}

const longest = (claims: readonly Claim[]) =>
  claims.reduce((most, { text }) => (text.length > most.length ? text : most), '')

const field = (page: Page) => page.locator('textarea[name="text.id"]')

async function open(page: Page, site: string, publicId: string) {
  await page.goto(site + paths.editPractice(publicId, 'background'))
  await page.locator('form[data-live]').waitFor()
}

/** Types at the pace of a fast hand until the time is over; every few milliseconds the page is asked what it claims. */
async function typeUntil(
  page: Page,
  { site }: Options,
  { publicId, network, ms }: { publicId: string; network: Network; ms: number },
): Promise<Claim[]> {
  if (network === 'away') await page.route('**/autosave/**', (route) => route.abort())
  if (network === 'slow')
    await page.route('**/autosave/**', async (route) => {
      await sleep(2_500)
      await route.continue().catch(() => undefined)
    })
  await open(page, site, publicId)
  await field(page).click()
  await page.keyboard.press('Control+End')
  const claims: Claim[] = []
  const end = Date.now() + ms
  let isTyping = true
  const typing = (async () => {
    for (let at = 0; isTyping; at++) {
      await page.keyboard.type(SENTENCE[at % SENTENCE.length]!, { delay: 15 }).catch(() => undefined)
      // Hands rest: once long enough for a save, then for a moment now and then.
      if (at === 25) await sleep(2_200)
      else if (at % 40 === 39) await sleep(300)
    }
  })()
  while (Date.now() < end) {
    const claim = await page.evaluate(() => ({
      status: document.querySelector('.savebar .saved')?.textContent ?? '',
      text: document.querySelector<HTMLTextAreaElement>('textarea[name="text.id"]')?.value ?? '',
    }))
    claims.push(claim)
    await sleep(4)
  }
  isTyping = false
  void typing.catch(() => undefined)
  return claims
}

/** How many characters of what was promised are not there. */
async function lostIn(
  page: Page,
  { site, publicIds }: Options,
  n: number,
  { claimed, lastSaved }: { claimed: string; lastSaved: string },
): Promise<number> {
  const publicId = publicIds[n % publicIds.length]!
  // What the server holds, before this page sends anything.
  const response = await page.request.get(site + paths.autosave(publicId, 'background'))
  const { entries } = (await response.json()) as { entries: [string, string][] }
  const stored = entries.find(([name]) => name === 'text.id')?.[1] ?? ''
  await open(page, site, publicId)
  await page
    .waitForFunction(
      (length) => {
        const text = document.querySelector<HTMLTextAreaElement>('textarea[name="text.id"]')
        return (text?.value.length ?? 0) >= length
      },
      claimed.trimEnd().length,
      { timeout: 3_000 },
    )
    .catch(() => undefined)
  const shown = await field(page).inputValue()
  const missing = (promised: string, there: string) => promised.length - commonStart(promised, there)
  return missing(claimed.trimEnd(), shown) + missing(lastSaved.trimEnd(), stored)
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
