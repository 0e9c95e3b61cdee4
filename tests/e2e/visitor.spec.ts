import type { Page } from 'playwright/test'
import { expect, test } from '#tests/support/journey.ts'

/** Everything here happens without an account and without JavaScript. */
const hits = (page: Page) => page.getByRole('main').locator('ol.hits > li')
const found = async (page: Page) =>
  Number(
    (
      await page
        .getByRole('status')
        .filter({ hasText: /^\s*\d/ })
        .textContent()
    )?.match(/\d+/)?.[0],
  )
const params = (page: Page, name: string) => new URL(page.url()).searchParams.getAll(name)

/** The filters lie open on wide screens and are folded on phones. */
async function choose(page: Page, filter: string) {
  const fold = page.getByText(/^Saring hasil/)
  if (await fold.evaluate((element) => getComputedStyle(element).cursor === 'pointer')) await fold.click()
  await page.getByRole('checkbox', { name: filter }).check()
  await page.getByRole('button', { name: 'Terapkan saringan' }).click()
}

test('finds a practice by its problem, narrows and widens the list, reads it', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Cari cara yang sudah terbukti/)
  await page.getByLabel('Masalah apa yang ingin diselesaikan?').fill('antrean puskesmas')
  await page.getByRole('button', { name: 'Cari praktik' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hasil untuk “antrean puskesmas”')
  const all = await found(page)
  expect(all).toBeGreaterThan(5)
  await expect(hits(page)).toHaveCount(Math.min(all, 20))
  await expect(hits(page).first()).toContainText(/antre/i)

  await choose(page, 'Jawa Timur')
  const inProvince = await found(page)
  expect(inProvince).toBeGreaterThan(0)
  expect(inProvince).toBeLessThan(all)
  for (const hit of await hits(page).all()) await expect(hit).toContainText('Jawa Timur')

  await choose(page, 'Kesehatan')
  expect(params(page, 'province')).toEqual(['35'])
  expect(params(page, 'sector')).toHaveLength(1)
  const inBoth = await found(page)
  expect(inBoth).toBeLessThanOrEqual(inProvince)

  const chips = page.getByRole('list', { name: 'Saringan yang dipakai' })
  await chips.getByRole('link', { name: /^Urusan: Kesehatan/ }).click()
  // Other journeys publish meanwhile: a number may have grown.
  expect(await found(page)).toBeGreaterThanOrEqual(inProvince)
  await page.getByRole('link', { name: 'Hapus semua' }).click()
  expect(await found(page)).toBeGreaterThanOrEqual(all)
  await expect(chips).toHaveCount(0)

  const title = await hits(page).first().getByRole('heading').textContent()
  await hits(page).first().getByRole('link').first().click()
  await expect(page).toHaveURL(/\/practices\/JIPP-[0-9A-Z]{2}-\d{4}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '')
  for (const part of ['Hasil', 'Perangkat adopsi', 'Siapa mengadopsi', 'Riwayat versi', 'Kutip dan sumber']) {
    await expect(page.getByRole('heading', { name: part, exact: true })).toBeVisible()
  }
})

test('leafs through the catalogue, and every page holds other practices', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/practices?sort=newest')
  const pager = page.getByRole('navigation', { name: 'Halaman hasil' })
  await expect(pager).toContainText('1–20 dari')
  const first = await hits(page).getByRole('heading').allInnerTexts()
  await pager.getByRole('link', { name: 'Berikutnya' }).click()
  await expect(pager).toContainText('21–40 dari')
  expect(params(page, 'sort')).toEqual(['newest'])
  const second = await hits(page).getByRole('heading').allInnerTexts()
  expect(second).toHaveLength(20)
  expect(second.filter((one) => first.includes(one))).toEqual([])
  await pager.getByRole('link', { name: 'Sebelumnya' }).click()
  expect(await hits(page).getByRole('heading').allInnerTexts()).toEqual(first)
})

test('narrows from province to district', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/practices')
  await expect(page.getByText('Kabupaten dan kota', { exact: true })).toHaveCount(0)
  await page.goto('/practices?province=35')
  const inProvince = await found(page)
  const group = page.getByRole('group', { name: 'Kabupaten dan kota' })
  const first = group.getByRole('checkbox').first()
  const code = await first.getAttribute('value')
  await first.check()
  await page.getByRole('button', { name: 'Terapkan saringan' }).click()
  expect(params(page, 'district')).toEqual([code])
  expect(await found(page)).toBeLessThan(inProvince)
  // A district goes with its province.
  await page
    .getByRole('list', { name: 'Saringan yang dipakai' })
    .getByRole('link', { name: /^Provinsi:/ })
    .click()
  expect(params(page, 'district')).toEqual([])
})

test('compares two practices side by side and removes one', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/practices?q=sampah')
  const boxes = page.getByRole('checkbox', { name: /^Bandingkan/ })
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('button', { name: 'Bandingkan yang dipilih' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bandingkan 2 praktik')
  const table = page.getByRole('table', { name: 'Perbandingan praktik' })
  for (const row of ['Masalah', 'Keadaan', 'Bukti', 'Hasil', 'Biaya awal', 'Prasyarat']) {
    await expect(table.getByRole('rowheader', { name: row, exact: true })).toBeVisible()
  }
  const rows = await table.getByRole('row').count()
  await page.getByRole('link', { name: 'Hanya yang berbeda' }).click()
  expect(await table.getByRole('row').count()).toBeLessThan(rows)
  await page.getByRole('link', { name: 'Keluarkan A' }).click()
  await expect(page.getByText('Pilih paling sedikit dua praktik')).toBeVisible()
  expect(params(page, 'id')).toHaveLength(1)
})

test('is told how to loosen a search that finds nothing', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/practices?q=antrean+puskesmas&province=91&sector=pariwisata')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Belum ada praktik untuk “antrean puskesmas” dengan saringan ini',
  )
  const ways = page.getByRole('region', { name: 'Jika dilonggarkan' }).getByRole('listitem')
  expect(await ways.count()).toBeGreaterThan(0)
  await expect(page.getByRole('link', { name: 'Catat sebagai kebutuhan daerah' })).toBeVisible()
  const none = page.url()
  // Other tests publish meanwhile: what was promised a moment ago may be one more by now.
  await expect(async () => {
    await page.goto(none)
    const promised = Number(((await ways.first().textContent()) ?? '').match(/(\d+) praktik/)?.[1])
    await ways.first().getByRole('link').click()
    expect(await found(page)).toBe(promised)
  }).toPass({ timeout: 20_000 })

  await page.goto('/practices?q=xqzwvkjhq')
  await expect(page.getByText('0 praktik', { exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Semua praktik, tanpa kata' })).toBeVisible()
})

test('switches the language and keeps the search; the choice is remembered', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/practices?q=stunting&sector=kesehatan')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “stunting”')
  await expect(page.getByRole('list', { name: 'Filters in use' })).toContainText('Sector')
  await page.goto('/network')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByRole('link', { name: 'Indonesia', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'id')
})

test('opens the list behind a number of the map, and finds the same number in the table', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/network')
  const table = page.getByRole('table', { name: 'Angka yang sama dalam tabel' })
  const [name = '', number = ''] = await table
    .getByRole('row')
    .filter({ hasText: 'Jawa Timur' })
    .locator('th, td')
    .allInnerTexts()
  expect(name).toBe('Jawa Timur')
  await page
    .getByRole('link', { name: /praktik, Jawa Timur/ })
    .first()
    .click()
  expect(params(page, 'province')).toEqual(['35'])
  expect(await found(page)).toBe(Number(number))
})

test('prints a practice with its number, its version and where to look again', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/practices/JIPP-16-0001')
  await expect(page.getByRole('img', { name: 'Kode QR ke halaman JIPP-16-0001' })).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('img', { name: 'Kode QR ke halaman JIPP-16-0001' })).toBeVisible()
  await expect(page.getByText('JIPP-16-0001 v1', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Dicetak .+ Periksa versi terbaru/)).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Mulai mengadopsi' })).toBeHidden()
  await expect(page.getByText('Pemasangan percobaan.')).toBeHidden()
})

test('filters with the keyboard alone', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto('/practices?q=sampah')
  const focused = () => page.locator(':focus')
  const tabTo = async (name: string | RegExp) => {
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab')
      const text = await focused().evaluate((element) =>
        element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : (element as HTMLElement).textContent,
      )
      if (typeof name === 'string' ? text?.trim() === name : name.test(text ?? '')) return
    }
    throw new Error(`60 presses of Tab do not lead to ${name}`)
  }
  await tabTo('Lewati ke isi')
  await page.keyboard.press('Enter')
  await tabTo('Saring hasil')
  await page.keyboard.press('Enter')
  await tabTo(/^Lingkungan hidup/)
  await expect(focused()).toBeFocused()
  await page.keyboard.press('Space')
  await tabTo('Terapkan saringan')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Saringan yang dipakai' })).toContainText('Urusan: Lingkungan hidup')
})
