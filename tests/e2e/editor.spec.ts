import { type Page, test as plainTest } from 'playwright/test'
import { DEMO_ACCOUNTS, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'
import { expectNoAxeViolations, signInAs } from '#tests/support/browser.ts'
import { demoPassword, expect, fillSignIn, measured, siteUrl, test, unique } from '#tests/support/journey.ts'
import { killWhileTyping } from '#tests/support/kill-while-typing.ts'
import { BACKGROUND, startPractice, writeSection } from '#tests/support/publishing.ts'
import { findChromium } from '../../scripts/boot/chromium.mjs'

const saved = (page: Page) => page.getByText(/^Tersimpan di server/).first()
const NOVELTY = 'Apa yang baru dibandingkan cara sebelumnya?'
const field = (page: Page, label = BACKGROUND) => page.getByLabel(label, { exact: true })

/** Opens a section once its script is there. */
async function openLive(page: Page, publicId: string, section = 'background') {
  await page.goto(paths.editPractice(publicId, section))
  await page.locator('form[data-live]').waitFor()
}

/** A colleague of the demo author: another person of the same unit. */
async function asColleague(page: Page) {
  await page.goto(paths.signIn())
  await fillSignIn(page, demoEmail(DEMO_ACCOUNTS.twoHats.mailbox), demoPassword())
  await page.getByRole('button', { name: /Penulis/ }).click()
  await page.waitForURL(paths.work())
  return page
}

test('what is typed survives a reload, and a connection that is away', async ({ as }) => {
  const page = await as('author')
  const publicId = await startPractice(page, { title: unique('Draf yang bertahan'), brand: unique('Tahan') })
  await openLive(page, publicId)
  const first = unique('Disimpan sendiri tanpa tombol.')
  await field(page).pressSequentially(first, { delay: 2 })
  await expect(page.getByText('Sebentar lagi disimpan ke server. Ada di perangkat ini.').first()).toBeVisible()
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(field(page)).toHaveValue(first)

  await page.route('**/autosave/**', (route) => route.abort())
  await page.locator('form[data-live]').waitFor()
  const second = `${first} ${unique('Ditulis di kapal.')}`
  await field(page).fill(second)
  await expect(
    page.getByText(/^Belum sampai ke server: tidak ada sambungan.*Ada di perangkat ini\./).first(),
  ).toBeVisible()
  await page.reload()
  await expect(page.getByText('Tulisan yang belum tersimpan dipulihkan dari perangkat ini')).toBeVisible()
  await expect(field(page)).toHaveValue(second)
  await page.unroute('**/autosave/**')
  await field(page).press('End')
  await field(page).pressSequentially('.')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(field(page)).toHaveValue(`${second}.`)
})

test('a save that arrives while the page is being loaded again shows in the new page', async ({ as }) => {
  const page = await as('author')
  const publicId = await startPractice(page, { title: unique('Simpan saat memuat'), brand: unique('Muat') })
  await openLive(page, publicId)
  const text = unique('Sampai ketika halaman dimuat ulang.')
  // The new page is read from the server first, then the save gets there and is confirmed, then the new page arrives.
  let wasRead = () => {}
  const isRead = new Promise<void>((resolve) => {
    wasRead = resolve
  })
  await page.route('**/autosave/**', async (route) => {
    if (route.request().method() === 'POST') await isRead
    await route.continue()
  })
  const sent = page.waitForRequest('**/autosave/**')
  await field(page).fill(text)
  await sent
  const confirmed = page.waitForResponse('**/autosave/**')
  await page.route(`**${paths.editPractice(publicId, 'background')}`, async (route) => {
    const response = await route.fetch()
    wasRead()
    await (await confirmed).finished()
    await new Promise((resolve) => setTimeout(resolve, 300))
    await route.fulfill({ response })
  })
  await page.reload()
  await expect(field(page)).toHaveValue(text)
})

test('a slow server and one that fails: said at once, nothing typed meanwhile is lost', async ({ as }) => {
  const page = await as('author')
  const publicId = await startPractice(page, { title: unique('Peladen lambat'), brand: unique('Lambat') })
  await openLive(page, publicId)
  await page.route('**/autosave/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    await route.continue()
  })
  await field(page).pressSequentially('Satu. ')
  await expect(page.getByText('Menyimpan ke server… Ada di perangkat ini.').first()).toBeVisible()
  await field(page).pressSequentially('Dua.')
  await expect(saved(page)).toBeVisible({ timeout: 15_000 })
  await page.unrouteAll({ behavior: 'wait' })
  // 429 stands for every answer that says nothing about the text; a 500 would fail this test by its mere appearance.
  await page.route('**/autosave/**', (route) => route.fulfill({ status: 429, body: '' }))
  await field(page).pressSequentially(' Tiga.')
  await expect(page.getByText(/^Belum sampai ke server: tidak ada sambungan/).first()).toBeVisible()
  await page.unroute('**/autosave/**')
  await expect(saved(page)).toBeVisible({ timeout: 15_000 })
  await page.reload()
  await expect(field(page)).toHaveValue('Satu. Dua. Tiga.')
})

test('signed out while typing: sign in in another tab, and the text saves itself', async ({ as }) => {
  const page = await as('author')
  const publicId = await startPractice(page, { title: unique('Masa masuk habis'), brand: unique('Habis') })
  await openLive(page, publicId)
  await page.context().clearCookies({ name: /jipp$|jipp_session/ })
  const text = unique('Ditulis sesudah masa masuk habis.')
  await field(page).fill(text)
  await expect(page.getByText(/^Belum sampai ke server: Anda sudah keluar/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Masuk lagi di tab baru' })).toHaveAttribute(
    'href',
    paths.signIn(paths.editPractice(publicId, 'background')),
  )
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Masuk lagi di tab baru' }).click(),
  ])
  // First somebody else: their name must not stand under this text.
  await asColleague(tab)
  await page.bringToFront()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByText(/masuk sekarang orang atau peran lain/).first()).toBeVisible()
  await tab.context().clearCookies({ name: /jipp$|jipp_session/ })
  await signInAs(tab, 'author')
  await tab.close()
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(field(page)).toHaveValue(text)
})

test('signed out with two roles: the text also waits while the role is chosen', async ({ as, visitor }) => {
  const publicId = await startPractice(await as('author'), { title: unique('Dua peran'), brand: unique('Peran') })
  const page = await asColleague(await visitor({ javaScriptEnabled: false }))
  await page.goto(paths.editPractice(publicId, 'background'))
  const text = unique('Menunggu dua kali.')
  await field(page).fill(text)
  await page.context().clearCookies({ name: /jipp$|jipp_session/ })
  await page.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await fillSignIn(page, demoEmail(DEMO_ACCOUNTS.twoHats.mailbox), demoPassword())
  await expect(page.getByRole('heading', { name: /tulisan Anda masih ada/ })).toBeVisible()
  await page.getByRole('button', { name: /Penulis/ }).click()
  await page.waitForURL(/saved=background/)
  await expect(field(page)).toHaveValue(text)
})

test('signing out with text that is not saved: asked first, and only the own text can be taken away', async ({
  visitor,
}) => {
  // A session of its own: it ends here.
  const page = await visitor()
  await signInAs(page, 'author')
  const brand = unique('Tertinggal')
  const publicId = await startPractice(page, { title: unique('Tulisan tertinggal'), brand })
  await openLive(page, publicId)
  await page.route('**/autosave/**', (route) => route.abort())
  await field(page).fill('Belum sampai.')
  await expect(page.getByText(/Ada di perangkat ini\./).first()).toBeVisible()
  await page.goto(paths.work())
  await page.getByRole('banner').getByRole('button', { name: 'Keluar' }).click()
  await expect(
    page.getByRole('heading', { name: 'Ada tulisan Anda di perangkat ini yang belum sampai ke server' }),
  ).toBeVisible()
  await expectNoAxeViolations(page)
  await expect(page.getByRole('link', { name: `${brand}: Latar belakang` })).toBeVisible()
  await page.getByRole('button', { name: 'Hapus dari perangkat ini' }).click()
  await expect(page.getByRole('link', { name: `${brand}: Latar belakang` })).toBeHidden()
  await page.getByRole('main').getByRole('button', { name: 'Keluar' }).click()
  await page.waitForURL(/sign-in/)
})

test('the editor works without script: saved, next section, row added, nothing lost', async ({ as }) => {
  const page = await as('author', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const publicId = await startPractice(page, { title: unique('Tanpa skrip'), brand: unique('Polos') })
  await page.getByLabel('Ringkasan satu kalimat', { exact: true }).fill('Satu kalimat saja.')
  await page.getByRole('button', { name: 'Simpan dan lanjut ke Klasifikasi' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Klasifikasi')
  await page.goto(paths.editPractice(publicId, 'results'))
  await page.getByLabel('Indikator').fill('Waktu tunggu')
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  await expect(page.getByLabel('Indikator')).toHaveCount(2)
  await expect(page.getByLabel('Indikator').first()).toHaveValue('Waktu tunggu')
  await page.goto(paths.editPractice(publicId, 'identity'))
  await page.getByLabel('Surel kontak unit').fill('bukan surel')
  await page.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await expect(page.getByRole('alert')).toContainText('Tulis alamat surel yang lengkap')
  await expect(page.getByLabel('Surel kontak unit')).toHaveValue('bukan surel')
})

test('two authors in one section: different paragraphs are merged, and each sees the other', async ({
  as,
  visitor,
}) => {
  const one = await as('author')
  const publicId = await startPractice(one, { title: unique('Ditulis berdua'), brand: unique('Berdua') })
  await writeSection(one, publicId, 'background', { [BACKGROUND]: 'Alinea satu.\n\nAlinea dua.\n\nAlinea tiga.' })
  const other = await asColleague(await visitor())
  await openLive(one, publicId)
  await openLive(other, publicId)
  await expect(other.getByText(/juga membuka bagian ini\.$/).first()).toBeVisible()
  await field(one).fill('Alinea SATU.\n\nAlinea dua.\n\nAlinea tiga.')
  await expect(saved(one)).toBeVisible()
  await field(other).fill('Alinea satu.\n\nAlinea dua.\n\nAlinea TIGA.')
  await expect(other.getByText('Rekan Anda juga menyimpan bagian ini.')).toBeVisible()
  await expect(saved(other)).toBeVisible()
  await other.getByRole('button', { name: 'Tampilkan di formulir' }).click()
  await expect(field(other)).toHaveValue('Alinea SATU.\n\nAlinea dua.\n\nAlinea TIGA.')
  await one.reload()
  await expect(field(one)).toHaveValue('Alinea SATU.\n\nAlinea dua.\n\nAlinea TIGA.')
  await one.goto(paths.workPractice(publicId))
  await expect(
    one
      .getByRole('listitem')
      .filter({ hasText: 'Latar belakang' })
      .filter({ hasText: /sedang di sini/ }),
  ).toBeVisible()
})

test('two authors in one paragraph: both texts are shown, the writer decides, nothing is overwritten', async ({
  as,
  visitor,
}) => {
  const one = await as('author')
  const publicId = await startPractice(one, { title: unique('Alinea yang sama'), brand: unique('Sama') })
  const other = await asColleague(await visitor())
  await openLive(one, publicId)
  await openLive(other, publicId)
  const [first, second] = [unique('Dari kantor.'), unique('Dari lapangan.')]
  await field(one).fill(first)
  await expect(saved(one)).toBeVisible()
  await field(other).fill(second)
  await expect(other.getByRole('heading', { name: /^Orang lain mengubah isian yang sama/ })).toBeVisible()
  await expect(field(other)).toHaveValue(second)
  await expect(other.locator('del').first()).toBeVisible()
  await expectNoAxeViolations(other)
  await other.getByRole('radio', { name: 'Yang di server' }).check()
  await other.getByRole('button', { name: 'Simpan pilihan' }).click()
  await expect(saved(other)).toBeVisible()
  await other.reload()
  await expect(field(other)).toHaveValue(first)

  // The same without script: the page comes back with both texts and the same choice.
  const plain = await as('author', { javaScriptEnabled: false })
  await plain.goto(paths.editPractice(publicId, 'novelty'))
  await writeSection(other, publicId, 'novelty', { [NOVELTY]: first })
  await field(plain, NOVELTY).fill(second)
  await plain.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await expect(plain.getByRole('heading', { name: /^Orang lain mengubah isian yang sama/ })).toBeVisible()
  await expect(field(plain, NOVELTY)).toHaveValue(second)
  await plain.getByRole('radio', { name: 'Tulisan saya' }).check()
  await plain.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await plain.waitForURL(/saved=/)
  await plain.goto(paths.editPractice(publicId, 'novelty'))
  await expect(field(plain, NOVELTY)).toHaveValue(second)
})

test('the script of the editor weighs at most 110 KB', async ({ as }) => {
  const publicId = await startPractice(await as('author'), { title: unique('Ditimbang'), brand: unique('Timbang') })
  // A browser that has never seen the editor.
  const page = await as('author')
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(paths.editPractice(publicId, 'background'), { waitUntil: 'networkidle' })
  const total = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
  measured(`script of the editor: ${(total / 1000).toFixed(1)} KB in ${sizes.length} files`)
  expect(total).toBeGreaterThan(10_000)
  expect(total).toBeLessThanOrEqual(110_000)
})

test('at 360 px nothing of the editor and of the list of sections runs over the edge', async ({ as }) => {
  const page = await as('author', { viewport: { width: 360, height: 740 }, hasTouch: true })
  const publicId = await startPractice(page, { title: unique('Layar kecil'), brand: unique('Kecil') })
  for (const path of [
    paths.workPractice(publicId),
    ...['identity', 'background', 'results', 'kit'].map((section) => paths.editPractice(publicId, section)),
  ]) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360)
    await expectNoAxeViolations(page)
  }
  // Where the text is saved is in view wherever one types.
  await openLive(page, publicId)
  await field(page).focus()
  await expect(page.locator('.savebar .saved')).toBeInViewport()
})

plainTest(
  'the browser is killed in the middle of a sentence ten times: nothing is lost that was called saved',
  async ({ browser }) => {
    plainTest.setTimeout(240_000)
    const program = await findChromium()
    plainTest.skip(!program, 'no browser that can be killed')
    const context = await browser.newContext({ baseURL: siteUrl(), locale: 'id-ID' })
    const page = await context.newPage()
    await signInAs(page, 'author')
    const publicIds = [await startPractice(page, { title: unique('Draf yang mati'), brand: unique('Mati') })]
    const cookies = await context.cookies()
    await context.close()
    const runs = await killWhileTyping({ site: siteUrl(), program: program!, cookies, publicIds, times: 10, seed: 5 })
    const sum = (of: 'typed' | 'kept' | 'saved' | 'lost') => runs.reduce((total, run) => total + run[of], 0)
    measured(`${runs.length} kills: ${sum('kept')} characters called kept, ${sum('saved')} saved, ${sum('lost')} lost`)
    expect(runs).toHaveLength(10)
    expect(sum('kept')).toBeGreaterThan(100)
    expect(sum('lost')).toBe(0)
  },
)
