import { type Browser, chromium, type Page } from 'playwright'
import type { DemoKey } from '#app/domain/people/demo-accounts.ts'
import { guideText } from '#app/i18n/practice-guides.ts'
import { paths } from '#app/paths.ts'
import { STORY_SECTIONS } from '#db/vocabulary.ts'
import { expect, unique } from '#tests/support/journey.ts'
import { APPROVE_DOCUMENTS, PUBLISH } from '#tests/support/publishing.ts'
import { findChromium } from '../../scripts/boot/chromium.mjs'
import type { Bench } from './support/bench.ts'
import { openDemoSite } from './support/demo-site.ts'
import { Hand, PACES } from './support/hand.ts'
import { PROPOSAL, RESULTS } from './support/kipp-proposal.ts'

const MOST_MINUTES = 10
const SCREENS = [
  { device: 'laptop', options: { viewport: { width: 1366, height: 768 } } },
  { device: 'phone', options: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
] as const

/** A proposal of KIPP pasted section by section, sent, checked and published, at the pace of a hand. */
export const bench: Bench = {
  name: 'pace',
  title: 'A KIPP proposal pasted and published by hand',
  async run() {
    const executablePath = await findChromium()
    const site = await openDemoSite()
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
    const rows: (string | number)[][] = []
    const failures: string[] = []
    try {
      for (const { device, options } of SCREENS) {
        const open = (who: DemoKey) => handOf(browser, site, who, { device, options })
        const [author, admin, curator] = [await open('author'), await open('admin'), await open('curator')]
        const publicId = await write(author)
        await check(admin, publicId, { decision: APPROVE_DOCUMENTS, done: 'Dokumen sudah diperiksa.' })
        await check(curator, publicId, { decision: PUBLISH, done: 'Praktik sudah terbit' })
        const response = await author.page.goto(paths.practice(publicId))
        expect(response?.status()).toBe(200)
        await expect(author.page.getByText('kader yang selama bertahun-tahun menelepon')).toHaveCount(1)
        const hands = { author, 'both reviewers': sumOf(admin, curator), together: sumOf(author, admin, curator) }
        for (const [who, { minutes, touches, keys, waited }] of Object.entries(hands))
          rows.push([device, who, minutes.toFixed(1), touches, keys, waited.toFixed(1)])
        if (hands.together.minutes > MOST_MINUTES)
          failures.push(`${device}: ${hands.together.minutes.toFixed(1)} minutes, ${MOST_MINUTES} allowed`)
      }
    } finally {
      await browser.close()
      await site.close()
    }
    const { laptop, phone } = PACES
    return {
      columns: ['screen', 'who', 'minutes', 'touches', 'keys typed', 'of it seconds waited for pages'],
      rows,
      notes: [
        `Every step is done in a real browser and its waiting is measured; for the hand is added, on laptop and phone: ${laptop.tap}/${phone.tap} s to find and hit a target, ${laptop.key}/${phone.key} s a key, ${laptop.copy}/${phone.copy} s to copy a section from the proposal, ${laptop.paste}/${phone.paste} s to paste it, ${laptop.scroll}/${phone.scroll} s to move the page, ${laptop.look}/${phone.look} s for a new page.`,
        'Nine story sections, title, summary, two results with four figures each, a source. Reading time of the reviewers is not in it: they tick the list and decide.',
      ],
      failures,
    }
  },
}

type Screen = { device: keyof typeof PACES; options: object }

async function handOf(
  browser: Browser,
  site: Awaited<ReturnType<typeof openDemoSite>>,
  who: DemoKey,
  { device, options }: Screen,
): Promise<Hand> {
  const context = await browser.newContext({
    ...options,
    baseURL: site.url,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  })
  const page = await context.newPage()
  await site.signIn(page, who)
  return new Hand(page, PACES[device])
}

const sumOf = (...hands: Hand[]) => {
  const sum = (of: 'minutes' | 'touches' | 'keys' | 'waited') => hands.reduce((total, hand) => total + hand[of], 0)
  return { minutes: sum('minutes'), touches: sum('touches'), keys: sum('keys'), waited: sum('waited') }
}

const live = (page: Page) => page.locator('form[data-live]')

/** From the list of practices to the confirmation that it was sent. */
async function write(hand: Hand): Promise<string> {
  const { page } = hand
  const field = (label: string) => page.getByLabel(label, { exact: true }).first()
  await page.goto(paths.workPractices())
  await hand.go(page.getByRole('link', { name: 'Tulis praktik baru' }).first(), /\/new$/)
  await hand.paste(page.getByLabel('Judul biasa'), PROPOSAL.title)
  await hand.type(page.getByLabel('Nama praktik'), unique(PROPOSAL.brand))
  await hand.choose(page.getByLabel('Urusan'), 'Kesehatan')
  await hand.go(page.getByRole('button', { name: 'Mulai menulis' }), /\/edit\/identity/)
  const publicId = page.url().match(/JIPP-\d\d-\d+/)?.[0] ?? ''
  const next = async (section: string) => {
    await hand.go(page.locator('button[value="next"]'), new RegExp(`saved=${section}`))
    await live(page).waitFor()
  }
  await hand.paste(field('Ringkasan satu kalimat'), PROPOSAL.tagline)
  await next('identity')
  await hand.choose(field('Bentuk'), 'Pelayanan publik')
  await next('classification')
  for (const section of STORY_SECTIONS) {
    await hand.paste(field(guideText('id')[section].label), PROPOSAL[section])
    await next(section)
  }
  for (const [at, row] of RESULTS.entries()) {
    if (at > 0) await hand.tap(page.getByRole('button', { name: 'Tambah baris' }).first())
    for (const [label, value] of Object.entries(row))
      await hand.type(page.getByLabel(label, { exact: true }).nth(at), value)
  }
  await next('results')
  await next('kit')
  await hand.paste(field('Tautan sumber'), 'https://contoh.go.id/antre-pulau')
  await hand.go(page.locator('button[value="next"]'), new RegExp(`/work/practices/${publicId}($|\\?)`))
  await hand.tap(page.getByRole('button', { name: 'Kirim untuk diperiksa' }))
  await expect(page.getByText('Praktik sudah dikirim untuk diperiksa')).toBeVisible()
  return publicId
}

/** From the queue to the decision. */
async function check(hand: Hand, publicId: string, { decision, done }: { decision: RegExp; done: string }) {
  const { page } = hand
  await page.goto(paths.reviewQueue())
  await hand.go(page.locator(`main a[href*="${publicId}"]`).first(), new RegExp(publicId))
  for (const box of await page.getByRole('group', { name: 'Daftar periksa' }).getByRole('checkbox').all())
    await hand.tap(box)
  await hand.tap(page.getByRole('radio', { name: decision }))
  await hand.tap(page.getByRole('button', { name: 'Kirim keputusan' }))
  await expect(page.getByText(done).first()).toBeVisible()
}
