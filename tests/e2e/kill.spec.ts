import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type Browser, expect, type Page, test } from 'playwright/test'
import type { DemoKey } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'
import { recordNeed, startAdoption } from '#tests/support/adopting.ts'
import { signInAs } from '#tests/support/browser.ts'
import { dayFromNow } from '#tests/support/days.ts'
import { unique } from '#tests/support/journey.ts'
import { letterTo } from '#tests/support/mail.ts'
import {
  BACKGROUND,
  decide,
  PUBLISH,
  rareWord,
  startPractice,
  submitPractice,
  verifyDocuments,
  writeRequired,
} from '#tests/support/publishing.ts'
import { scratchFolder } from '../../scripts/postgres/account.ts'
import { type Site, startSite } from '../support/site.ts'

/*
 * The server is killed as a power cut would, in the middle of each flow, and started again on the same data: what the
 * screen had confirmed is there, what it had not is there whole or not at all. Its own site, apart from the other tests.
 */
test.describe.configure({ mode: 'serial', timeout: 300_000 })

const PASSWORD = 'contoh-kata-sandi'
let dataDir: string
let site: Site
/** The same after every start, so that open pages find it again. */
let port: number

test.beforeAll(async () => {
  dataDir = mkdtempSync(path.join(scratchFolder(), 'jipp-e2e-kill-'))
  site = await startSite(dataDir, { JIPP_DEMO_PASSWORD: PASSWORD })
  port = site.port
})
test.afterAll(async () => {
  await site?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

async function killAndRestart() {
  await site.kill()
  site = await startSite(dataDir, { JIPP_DEMO_PASSWORD: PASSWORD, PORT: String(port) })
}

async function pageOf(browser: Browser, who: DemoKey): Promise<Page> {
  const url = `http://127.0.0.1:${port}`
  const page = await (await browser.newContext({ baseURL: url, locale: 'id-ID' })).newPage()
  await signInAs(page, who)
  return page
}

test('publishing: the draft, the submission and the publication outlive a kill, and the search catches up', async ({
  browser,
}) => {
  const [author, admin, curator] = [
    await pageOf(browser, 'author'),
    await pageOf(browser, 'admin'),
    await pageOf(browser, 'curator'),
  ]
  const word = rareWord()
  const title = `Tahan mati listrik ${word}`
  const publicId = await startPractice(author, { title, brand: word })
  await writeRequired(author, publicId)
  const text = unique('Ditulis sesaat sebelum listrik padam.')
  await author.goto(paths.editPractice(publicId, 'background'))
  await author.getByLabel(BACKGROUND, { exact: true }).fill(text)
  await expect(author.getByText('Sebentar lagi disimpan ke server. Ada di perangkat ini.').first()).toBeVisible()
  await expect(author.getByText(/^Tersimpan di server pukul/)).toBeVisible()
  const late = `${text} Dan ini sesudahnya.`
  await author.getByLabel(BACKGROUND, { exact: true }).fill(late)
  await killAndRestart()

  // The session holds; what the server had is there, and what it had not comes back from the device.
  await author.reload()
  await expect(author.getByLabel(BACKGROUND, { exact: true })).toHaveValue(late)
  await expect(author.getByText(/^Tersimpan di server pukul/)).toBeVisible({ timeout: 30_000 })
  await submitPractice(author, publicId)
  await killAndRestart()
  await verifyDocuments(admin, publicId)

  await decide(curator, publicId, PUBLISH)
  await expect(curator.getByText('Praktik sudah terbit')).toBeVisible()
  await killAndRestart()
  await author.goto(paths.practice(publicId))
  await expect(author.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(async () => {
    const found = await author.request.get(paths.apiPractices({ q: word }))
    expect((await found.json()).total).toBe(1)
  }).toPass({ timeout: 10_000 })
  await letterTo('penulis@contoh.invalid', title, dataDir)
})

test('coaching: a receipt on the screen is a session in the database; one without is stored once when sent again', async ({
  browser,
}) => {
  const mentor = await pageOf(browser, 'mentor')
  const findings = unique('Tercatat sebelum listrik padam.')
  const fill = async (text: string) => {
    await mentor.goto(paths.coachingNew())
    await mentor.getByLabel('Daerah dan adopsi').selectOption({ label: 'Pemerintah Kabupaten Contoh Hulu' })
    await mentor.getByLabel('Tanggal', { exact: true }).fill(dayFromNow(-2))
    await mentor.getByLabel(/^Mulai/).fill('09:00')
    await mentor.getByRole('radio', { name: '1½ jam' }).check({ force: true })
    await mentor.getByLabel('Perempuan', { exact: true }).fill('7')
    await mentor.getByLabel('Yang ditemukan').fill(text)
  }
  const save = mentor.getByRole('button', { name: 'Simpan catatan' })
  await fill(findings)
  await save.click()
  await expect(mentor.getByText('Catatan sesi tersimpan')).toBeVisible()
  const receipt = (await mentor.getByRole('main').textContent())?.match(/S-[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? ''
  await killAndRestart()
  await mentor.goto(new URL(mentor.url()).pathname)
  await expect(mentor.getByText(findings)).toBeVisible()
  await expect(mentor.getByText(receipt).first()).toBeVisible()
  await letterTo('admin@contoh.invalid', 'Kabupaten Contoh Hulu', dataDir)

  // Killed while the form is on its way: nobody knows whether it arrived. The same form again gives one session.
  const unsure = unique('Terkirim ketika listrik padam.')
  await fill(unsure)
  const form = await mentor
    .locator('main form[method=post]')
    .first()
    .evaluate((element: HTMLFormElement) =>
      [...new FormData(element)].map(([name, value]) => [name, String(value)] as const),
    )
  const send = () =>
    mentor.request.post(paths.coachingNew(), {
      headers: { Origin: `http://127.0.0.1:${port}` },
      form: Object.fromEntries(form),
      maxRedirects: 0,
      failOnStatusCode: false,
    })
  const first = send().catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 15))
  await killAndRestart()
  await first
  const [again, onceMore] = [await send(), await send()]
  expect(again.status()).toBe(302)
  expect(onceMore.headers().location).toBe(again.headers().location)
  await mentor.goto(again.headers().location ?? '')
  await expect(mentor.getByText(unsure)).toBeVisible()
})

test('adopting: need, gate and letter outlive a kill between the steps', async ({ browser }) => {
  const [adopter, head] = [await pageOf(browser, 'adopter'), await pageOf(browser, 'head')]
  const problem = unique('Air naik tiap malam.')
  const needId = await recordNeed(adopter, 'JIPP-35-0002', problem)
  await killAndRestart()
  await adopter.goto(paths.workNeed(needId))
  await expect(adopter.getByRole('heading', { level: 1 })).toHaveText(problem)
  const adoptionId = await startAdoption(adopter, needId)
  await killAndRestart()
  await head.goto(paths.workAdoption(adoptionId))
  await head.getByRole('button', { name: 'Buka gerbang ke langkah 2' }).click()
  await expect(head.getByRole('heading', { name: /^Langkah 2: / }).first()).toBeVisible()
  await killAndRestart()
  await adopter.goto(paths.workAdoption(adoptionId))
  await expect(adopter.getByRole('heading', { name: /^Langkah 2: / }).first()).toBeVisible()
})
