import type { Page } from 'playwright/test'
import { DEMO_ACCOUNTS, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'
import { expectNoAxeViolations, signInAs } from '#tests/support/browser.ts'
import { demoPassword, expect, fillSignIn, test, unique } from '#tests/support/journey.ts'
import {
  BACKGROUND,
  IMPLEMENTATION,
  startPractice,
  submitPractice,
  writeRequired,
  writeSection,
} from '#tests/support/publishing.ts'

const saved = (page: Page) => page.getByText(/^Tersimpan di server/).first()
const field = (page: Page, label = BACKGROUND) => page.getByLabel(label, { exact: true })
const start = (page: Page, what: string) => startPractice(page, { title: unique(what), brand: unique(what) })

async function openLive(page: Page, publicId: string, section = 'background') {
  await page.goto(paths.editPractice(publicId, section))
  await page.locator('form[data-live]').waitFor()
}

test('signed out without script: the text waits on the page of signing in, and is saved after it', async ({
  visitor,
}) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await signInAs(page, 'author')
  const publicId = await startPractice(page, { title: unique('Keluar tanpa skrip'), brand: unique('Keluar') })
  await page.goto(paths.editPractice(publicId, 'implementation'))
  const text = `${unique('Langkah pertama.')}\n\n"Langkah" <kedua> & ketiga.`
  await field(page, IMPLEMENTATION).fill(text)
  await page.context().clearCookies({ name: /jipp$|jipp_session/ })
  await page.getByRole('button', { name: /^Simpan dan lanjut ke/ }).click()
  await expect(page.getByRole('heading', { name: 'Anda sudah keluar; tulisan Anda masih ada' })).toBeVisible()
  await expect(page.getByText('Isian ini belum diisi.')).toHaveCount(0)
  // A wrong password and another person: neither loses the text nor saves it.
  await fillSignIn(page, demoEmail(DEMO_ACCOUNTS.author.mailbox), 'salah')
  await expect(page.getByText(/Surel atau kata sandi tidak cocok/)).toBeVisible()
  await fillSignIn(page, demoEmail(DEMO_ACCOUNTS.twoHats.mailbox), demoPassword())
  await expect(page.getByText(/ditulis dengan akun lain/)).toBeVisible()
  await fillSignIn(page, demoEmail(DEMO_ACCOUNTS.author.mailbox), demoPassword())
  await page.waitForURL(/saved=implementation/)
  await page.goto(paths.editPractice(publicId, 'implementation'))
  await expect(field(page, IMPLEMENTATION)).toHaveValue(text)
})

test('a row that was removed comes back as it was, until the page is left', async ({ as }) => {
  const page = await as('author', { viewport: { width: 360, height: 740 } })
  const publicId = await start(page, 'Baris dihapus')
  await openLive(page, publicId, 'results')
  await page.getByLabel('Indikator').fill('Waktu tunggu')
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  await page.getByLabel('Indikator').nth(1).fill('Biaya')
  await page.getByRole('button', { name: 'Hapus baris 1' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Baris 1 dihapus.' })).toBeVisible()
  const undo = page.getByRole('button', { name: 'Urungkan' })
  await expect(undo).toBeFocused()
  await expect(undo).toHaveAccessibleDescription('Baris 1 dihapus.')
  await expectNoAxeViolations(page)
  // Saved without it, and only one row is seen.
  await expect(saved(page)).toBeVisible()
  await expect(page.getByLabel('Indikator')).toHaveCount(1 + 1)
  await expect(page.getByLabel('Indikator').first()).toBeHidden()
  await expect(page.getByRole('button', { name: 'Hapus baris 1' })).toBeVisible()
  const stored = await page.request.get(paths.autosave(publicId, 'results'))
  expect(await stored.text()).not.toContain('Waktu tunggu')

  await undo.click()
  await expect(page.getByLabel('Indikator').first()).toBeFocused()
  await expect(page.getByLabel('Indikator').first()).toHaveValue('Waktu tunggu')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Indikator').first()).toHaveValue('Waktu tunggu')
  await expect(page.getByLabel('Indikator').nth(1)).toHaveValue('Biaya')
})

for (const viewport of [
  { width: 360, height: 640 },
  { width: 1280, height: 720 },
]) {
  test(`at ${viewport.width} px nothing that is being filled in is under the bar of saving`, async ({ as }) => {
    const page = await as('author', { viewport })
    const publicId = await start(page, 'Bilah simpan')
    await openLive(page, publicId, 'identity')
    const isFree = () =>
      page.evaluate(() => {
        const [active, bar] = [document.activeElement, document.querySelector('.savebar')]
        if (!active || !bar || bar.contains(active) || !active.closest('form[data-live]')) return true
        const [field, over] = [active.getBoundingClientRect(), bar.getBoundingClientRect()]
        return field.bottom <= over.top || field.top >= over.bottom
      })
    await field(page, 'Judul biasa').focus()
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab')
      expect(await isFree(), await page.evaluate(() => document.activeElement?.id)).toBe(true)
    }
    // A text longer than the screen: the line that is being written is in sight.
    await openLive(page, publicId)
    const text = field(page)
    await text.evaluate((area: HTMLTextAreaElement) => {
      area.rows = 40
    })
    await text.click({ position: { x: 20, y: 20 } })
    await page.evaluate(() => window.scrollTo(0, 0))
    for (let line = 0; line < 36; line++) await page.keyboard.press('Enter')
    const gap = await text.evaluate((area: HTMLTextAreaElement) => {
      const { lineHeight, paddingTop } = getComputedStyle(area)
      const caret =
        area.getBoundingClientRect().top + Number.parseFloat(paddingTop) + 37 * Number.parseFloat(lineHeight)
      return document.querySelector('.savebar')!.getBoundingClientRect().top - caret
    })
    expect(gap).toBeGreaterThanOrEqual(0)
  })
}

test('amounts are read as people write them; a fault names its field, row and an example', async ({ as }) => {
  const page = await as('author', { javaScriptEnabled: false })
  const publicId = await start(page, 'Biaya ditulis')
  await page.goto(paths.editPractice(publicId, 'kit'))
  const save = page.getByRole('button', { name: 'Simpan', exact: true }).last()
  await page.getByLabel('Barang atau kegiatan').fill('Timbangan')
  await page.getByLabel('Untuk memulai (Rp)').fill('Rp 45.000.000,-')
  await page.getByLabel('Tiap tahun (Rp)').fill('sekitar 3 juta')
  await page.getByLabel('Kunjungan belajar yang dapat diterima setahun').fill('banyak')
  await save.click()
  const summary = page.getByRole('alert')
  await expect(summary).toContainText(
    'Biaya, baris 1, Tiap tahun (Rp): Tulis jumlah rupiah tanpa kata lain, misalnya 45.000.000 atau 45 juta.',
  )
  await expect(summary).toContainText('Kunjungan belajar yang dapat diterima setahun: Isi dengan bilangan bulat')
  await expect(page.getByLabel('Tiap tahun (Rp)')).toHaveValue('sekitar 3 juta')
  await page.getByLabel('Tiap tahun (Rp)').fill('412 juta')
  await page.getByLabel('Kunjungan belajar yang dapat diterima setahun').fill('12')
  await save.click()
  await page.waitForURL(/saved=/)
  await expect(page.getByLabel('Untuk memulai (Rp)')).toHaveValue('45000000')
  await expect(page.getByLabel('Tiap tahun (Rp)')).toHaveValue('412000000')
})

test('the own second tab is not somebody else; without script nothing is said of the device', async ({ as }) => {
  const page = await as('author')
  const publicId = await start(page, 'Dua tab')
  const plain = await as('author', { javaScriptEnabled: false })
  await plain.goto(paths.editPractice(publicId, 'background'))
  await openLive(page, publicId)
  const tab = await page.context().newPage()
  await openLive(tab, publicId)
  await field(tab).fill('Dari tab kedua.')
  await expect(saved(tab)).toBeVisible()
  await field(page).fill('Dari tab pertama.')
  await expect(page.getByRole('heading', { name: /^Anda, di tab atau perangkat lain, mengubah/ })).toBeVisible()
  await expect(page.getByText(/Orang lain/)).toHaveCount(0)
  await field(plain).fill('Dari peramban tanpa skrip.')
  await plain.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await expect(plain.getByRole('heading', { name: /^Anda, di tab atau perangkat lain, mengubah/ })).toBeVisible()
  await expect(plain.getByText(/perangkat ini/)).toHaveCount(0)
})

test('the English side says at once what stands on the Indonesian side', async ({ as }) => {
  const page = await as('author')
  const publicId = await start(page, 'Sisi Inggris')
  await openLive(page, publicId)
  const side = page.locator('.sides details').first()
  await expect(side).toContainText('Belum ada teks Indonesia')
  await field(page).fill('Warga menunggu.')
  await expect(side).toContainText('Belum ditulis')
  await side.locator('summary').click()
  await field(page, `${BACKGROUND} (Bahasa Inggris)`).fill('Residents wait.')
  await expect(side).toContainText('Sudah ditulis, belum diperiksa')
  await field(page).fill('')
  await expect(side).toContainText('Belum ada teks Indonesia')
})

test('a text that was sent in is with the reviewers: nothing is called unsaved where nothing was typed', async ({
  as,
}) => {
  const page = await as('author')
  const publicId = await start(page, 'Terkunci')
  await writeRequired(page, publicId)
  await submitPractice(page, publicId)
  await openLive(page, publicId)
  await expect(page.getByText(/Naskah sudah dikirim dan ada pada peninjau/)).toBeVisible()
  await expect(page.getByText(/belum tersimpan/)).toHaveCount(0)
  await field(page).fill('Masih diketik.')
  await expect(page.getByText(/Yang Anda tulis di halaman ini belum tersimpan/)).toBeVisible()
})

test('at 360 px the plain title is seen whole, and stays one line', async ({ as }) => {
  const page = await as('author', { viewport: { width: 360, height: 740 } })
  const publicId = await start(page, 'Judul panjang')
  await openLive(page, publicId, 'identity')
  const title = field(page, 'Judul biasa')
  const long = unique(
    'Pelayanan antrean puskesmas lewat pesan singkat bagi warga lanjut usia di pulau-pulau kecil yang jauh',
  )
  await title.fill(`${long}\nsampai malam`)
  await expect(title).toHaveValue(`${long} sampai malam`)
  const hidden = await title.evaluate((area: HTMLTextAreaElement) => area.scrollHeight - area.clientHeight)
  expect(hidden).toBeLessThanOrEqual(0)
  await title.press('Enter')
  await page.waitForURL(/saved=identity/)
  await expect(title).toHaveValue(`${long} sampai malam`)
})

test('after a fault was corrected and saved, Back shows a page', async ({ as }) => {
  const page = await as('author')
  const publicId = await start(page, 'Mundur')
  await openLive(page, publicId, 'identity')
  const next = page.getByRole('button', { name: /^Simpan dan lanjut/ })
  await page.locator('input[name=contactEmail]').fill('bukan surel')
  await next.click()
  await expect(page.getByRole('alert')).toContainText('Tulis alamat surel yang lengkap')
  await expect(page.getByRole('alert')).toBeFocused()
  await page.locator('input[name=contactEmail]').fill('unit@contoh.go.id')
  await next.click()
  await page.waitForURL(/edit\/classification/)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Identitas dan kontak')
  await expect(page.locator('input[name=contactEmail]')).toHaveValue('unit@contoh.go.id')
})

test('a save that never gets through leads nowhere, not even later', async ({ as }) => {
  const page = await as('author')
  const publicId = await start(page, 'Tidak terbawa')
  await openLive(page, publicId)
  await page.route('**/autosave/**', (route) => route.abort())
  await field(page).fill('Tanpa sambungan.')
  await page.getByRole('button', { name: /^Simpan dan lanjut/ }).click()
  await expect(page.getByText(/^Belum sampai ke server: tidak ada sambungan/).first()).toBeVisible()
  await page.unroute('**/autosave/**')
  await expect(saved(page)).toBeVisible({ timeout: 15_000 })
  await expect(page).toHaveURL(/edit\/background/)
  await writeSection(page, publicId, 'background', { [BACKGROUND]: 'Dengan sambungan.' })
})
