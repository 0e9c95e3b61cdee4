import type { Page } from 'playwright/test'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { expect, measured, test } from '#tests/support/journey.ts'

/* The search page with its script, with the keyboard alone; without scripts it is walked in visitor.spec.ts. */

const field = (page: Page) => page.locator('#q-top')
const options = (page: Page) => page.getByRole('listbox', { name: 'Saran pencarian' }).getByRole('option')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const count = (page: Page) => page.locator('#jumlah')
const focusedText = (page: Page) =>
  page.locator(':focus').evaluate((element) => {
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent
    return label?.trim() ?? ''
  })

async function tabTo(page: Page, name: RegExp) {
  for (let press = 0; press < 80; press++) {
    await page.keyboard.press('Tab')
    if (name.test(await focusedText(page))) return
  }
  throw new Error(`80 presses of Tab do not lead to ${name}`)
}

async function tabToSearch(page: Page) {
  for (let press = 0; press < 10 && !(await field(page).evaluate((one) => one === document.activeElement)); press++) {
    await page.keyboard.press('Tab')
  }
}

/** Fails the test when the browser opens a new page instead of changing this one. */
async function staysHere(page: Page) {
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  return () => page.evaluate(() => 'isSamePage' in window)
}

test('suggests while somebody types, and is used with the keyboard alone', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/practices')
  const isSamePage = await staysHere(page)
  await tabToSearch(page)
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('sampah')
  await expect(options(page).first()).toBeVisible()
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true')
  await expect(page.locator('#kabar')).toHaveText(/^\d saran, pilih dengan panah$/)
  await expectNoAxeViolations(page)
  expect(await field(page).getAttribute('aria-activedescendant')).toBeNull()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', 'saran-0')
  await page.keyboard.press('Escape')
  await expect(options(page)).toHaveCount(0)
  await expect(field(page)).toHaveValue('sampah')

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const subject = await options(page).filter({ hasText: 'Topik' }).first().locator('span').first().textContent()
  for (let press = 0; press < 9; press++) {
    const chosen = await options(page).locator('xpath=self::*[@aria-selected="true"]').textContent()
    if (chosen?.startsWith(`${subject} `)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText(`Hasil untuk “${subject}”`)
  await expect(field(page)).toBeFocused()
  expect(new URL(page.url()).searchParams.get('q')).toBe(subject)
  expect(await isSamePage()).toBe(true)
})

test('a ticked box shows its results in the same page, says how many, and keeps the focus', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/practices?q=kesehatan')
  const isSamePage = await staysHere(page)
  const before = await count(page).textContent()
  await tabTo(page, /^Jawa Timur/)
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/province=35/)
  await expect(count(page)).not.toHaveText(before ?? '')
  expect(await focusedText(page)).toMatch(/^Jawa Timur/)
  await expect(page.getByRole('checkbox', { name: /^Jawa Timur/ })).toBeChecked()
  await expect(page.getByRole('list', { name: 'Saringan yang dipakai' })).toContainText('Provinsi: Jawa Timur')
  const found = Number((await count(page).textContent())?.match(/\d+/)?.[0])
  await expect(page.locator('ol.hits > li')).toHaveCount(Math.min(20, found))
  await expectNoAxeViolations(page)

  // Other journeys publish meanwhile: the number may have grown.
  await page.keyboard.press('Space')
  await expect(page).not.toHaveURL(/province=35/)
  await expect(page.getByRole('list', { name: 'Saringan yang dipakai' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('href', /q=kesehatan&lang=en/)
  await page.getByLabel('Urutkan').selectOption('adopted')
  await expect(page).toHaveURL(/sort=adopted/)
  expect(await isSamePage()).toBe(true)

  // What the address says is what a new page shows.
  const titles = await page.locator('ol.hits h2').allInnerTexts()
  await page.reload()
  expect(await page.locator('ol.hits h2').allInnerTexts()).toEqual(titles)
})

test('finds one of 514 districts by a part of its name', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/practices')
  const isSamePage = await staysHere(page)
  const district = page.getByLabel('Cari kabupaten atau kota')
  await district.pressSequentially('banyuw')
  await expect(page.locator('#daftar-daerah option')).toHaveCount(1)
  await expect(page.locator('#daftar-daerah option')).toHaveAttribute('value', 'Kabupaten Banyuwangi')
  await district.press('Enter')
  await expect(page).toHaveURL(/district=35\.10/)
  await expect(page.getByRole('checkbox', { name: /^Kabupaten Banyuwangi/ })).toBeChecked()
  await expect(district).toHaveValue('')
  await district.fill('malang')
  await district.press('Enter')
  await expect(district).toHaveAccessibleDescription(/2 kabupaten dan kota cocok dengan “malang”/)
  await page.getByRole('checkbox', { name: 'Kota Malang' }).last().check()
  await expect(page).toHaveURL(/district=35\.10&district=35\.73/)
  expect(await isSamePage()).toBe(true)
})

test('keeps practices chosen for comparing over pages', async ({ visitor }) => {
  const page = await visitor()
  await page.goto('/practices?q=sampah')
  await page
    .getByRole('checkbox', { name: /^Bandingkan/ })
    .first()
    .check()
  await page.getByRole('link', { name: 'Berikutnya' }).click()
  await expect(page.getByText('1 praktik dipilih untuk dibandingkan')).toBeVisible()
  await page
    .getByRole('checkbox', { name: /^Bandingkan/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Bandingkan yang dipilih' }).click()
  await expect(heading(page)).toHaveText('Bandingkan 2 praktik')
  await page.getByRole('link', { name: 'Pilih dari hasil pencarian' }).click()
  await expect(page.getByText('2 praktik dipilih untuk dibandingkan')).toBeVisible()
  expect(new URL(page.url()).searchParams.get('q')).toBe('sampah')
})

test('keeps the choice over pages without scripts too', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/practices?q=sampah')
  await page
    .getByRole('checkbox', { name: /^Bandingkan/ })
    .nth(1)
    .check()
  await page.getByRole('button', { name: 'Simpan pilihan, lanjut mencari' }).click()
  await expect(page.getByText('1 praktik dipilih untuk dibandingkan')).toBeVisible()
  await page.getByRole('link', { name: 'Berikutnya' }).click()
  await page
    .getByRole('checkbox', { name: /^Bandingkan/ })
    .nth(1)
    .check()
  await page.getByRole('button', { name: 'Bandingkan yang dipilih' }).click()
  await expect(heading(page)).toHaveText('Bandingkan 2 praktik')
})

test('goes the plain way when a request fails, and does nothing where data is saved', async ({ visitor, faults }) => {
  const page = await visitor()
  await page.goto('/practices')
  await page.route('**/practices/suggest*', (route) => route.abort())
  await page.route('**/practices?*', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  )
  await field(page).pressSequentially('sampah')
  await field(page).press('Enter')
  await expect(heading(page)).toHaveText('Hasil untuk “sampah”')
  faults.length = 0

  const saving = await visitor()
  await saving.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
  await saving.goto('/practices')
  await expect(field(saving)).not.toHaveAttribute('role')
  await field(saving).fill('sampah')
  await saving.keyboard.press('Enter')
  await expect(heading(saving)).toHaveText('Hasil untuk “sampah”')
})

test('what was understood is taken back and put back; a place becomes a filter', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto('/practices?q=puskesms')
  await expect(page.getByText('Dicari “puskesmas”, bukan “puskesms”')).toBeVisible()
  await page.getByRole('link', { name: 'cari persis seperti yang diketik' }).click()
  await expect(page.getByText('Ejaan tidak diperbaiki')).toBeVisible()
  await page.getByRole('link', { name: 'perbaiki ejaan' }).first().click()
  await expect(page.getByText('Dicari “puskesmas”, bukan “puskesms”')).toBeVisible()

  await page.goto('/practices?q=sampah+di+jawa+timur')
  await expect(page.getByText('Praktik dari Jawa Timur didahulukan')).toBeVisible()
  await page.getByRole('link', { name: 'hanya dari Jawa Timur' }).click()
  const params = new URL(page.url()).searchParams
  expect([params.get('q'), params.get('province')]).toEqual(['sampah', '35'])
})

const NOTHING = [
  'xqzwvkjhq',
  'malaria&sector=perizinan&province=51',
  'qqqq+wwww&life=growing&year=1950-2005',
  'zzkkq&without=spelling',
]
for (const query of NOTHING) {
  test(`no dead end: ${query}`, async ({ visitor }) => {
    const page = await visitor({ javaScriptEnabled: false })
    await page.goto(`/practices?q=${query}`)
    await expect(count(page)).toContainText('0 praktik')
    const ways = page.getByRole('region', { name: 'Jika dilonggarkan' }).getByRole('listitem')
    const promised = await ways.evaluateAll((items) =>
      items.map((item) => Number(/(\d+) praktik/.exec(item.textContent ?? '')?.[1])),
    )
    measured(`${query}: ${promised.length} ways on, to ${promised.join(', ')} practices`)
    expect(promised.length).toBeGreaterThan(0)
    expect(Math.min(...promised)).toBeGreaterThan(0)
    await expect(
      page
        .getByRole('region', { name: /^(Paling dekat dengan pencarian Anda|Terbaru di katalog)$/ })
        .getByRole('listitem')
        .first(),
    ).toBeVisible()
    await page.getByRole('link', { name: 'Catat sebagai kebutuhan daerah' }).click()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    expect(new URL(page.url()).searchParams.get('next')).toContain('/work/needs/new?problem=')
  })
}

const STATES = {
  understood: '/practices?q=puskesms+antri+di+maluku',
  'a district that two have': '/practices?province=35&district_name=malang',
  'a district that nobody has': '/practices?district_name=xyzzy',
  nearest: '/practices?sort=nearest&near=35&q=sampah',
  'nothing found': '/practices?q=malaria&sector=perizinan&province=51',
  chosen: '/practices?compare=JIPP-35-0001&compare=JIPP-16-0001',
  compared: '/compare?id=JIPP-35-0001&id=JIPP-16-0001&id=JIPP-92-0001&id=JIPP-92-0003&from=q%3Dsampah',
}
for (const [name, path] of Object.entries(STATES)) {
  test(`accessible and no wider than a small phone: ${name}`, async ({ visitor }) => {
    const page = await visitor({ viewport: { width: 320, height: 640 } })
    await page.goto(path)
    const filters = page.getByText(/^Saring hasil/)
    if (
      (await filters.count()) > 0 &&
      !(await page.locator('.filters').evaluate((one: HTMLDetailsElement) => one.open))
    )
      await filters.click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await expectNoAxeViolations(page)
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280)
    await expectNoAxeViolations(page)
  })
}
