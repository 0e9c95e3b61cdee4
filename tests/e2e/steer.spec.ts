import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { expect, test, unique } from '#tests/support/journey.ts'
import { letterTo, linkIn } from '#tests/support/mail.ts'

test('the national admin opens a hub and invites its manager, who invites a mentor', async ({ as, visitor }) => {
  const national = await as('national')
  const email = `${unique('pengelola').replace(' ', '-')}@contoh.invalid`
  await national.goto(paths.work())
  await national.getByRole('link', { name: /^Undang pengelola/ }).click()
  await expect(national.getByRole('heading', { level: 1 })).toHaveText('Hub di semua provinsi')
  await national
    .getByRole('link', { name: /^Buka hub di / })
    .first()
    .click()

  const province = await national.getByLabel('Provinsi', { exact: true }).locator('option:checked').textContent()
  const name = `Hub JIPP ${province}`
  await expect(national.getByLabel('Nama hub')).toHaveValue(name)
  await national.getByLabel('Tanggal dibuka').fill('2999-01-01')
  await national.getByLabel('Surel pengelola pertama').fill(email)
  await national.locator('form').evaluateAll((forms) => {
    for (const form of forms as HTMLFormElement[]) form.noValidate = true
  })
  await national.getByRole('button', { name: 'Buka hub dan kirim undangan' }).click()
  await expect(national.getByText('Tanggal ini belum terjadi.').first()).toBeVisible()
  await expect(national.getByLabel('Surel pengelola pertama')).toHaveValue(email)
  await national.getByLabel('Tanggal dibuka').fill('2026-01-05')
  await national.getByRole('button', { name: 'Buka hub dan kirim undangan' }).click()
  await expect(national.getByText('Hub dibuka')).toBeVisible()
  await expect(national.getByRole('row').filter({ hasText: name })).toContainText('undangan menunggu')

  const manager = await visitor()
  await manager.goto(linkIn(await letterTo(email, 'Undangan JIPP')))
  await expect(manager.getByText(`Anda diundang sebagai pengelola hub di ${name}.`)).toBeVisible()
  await manager.getByLabel('Nama lengkap').fill('Pengelola Contoh')
  await manager.getByLabel('Kata sandi', { exact: true }).fill('delapan perahu kecil')
  await manager.getByRole('button', { name: 'Buat akun dan terima undangan' }).click()
  await expect(manager.getByRole('banner')).toContainText(`Pengelola Contoh · pengelola hub, ${name}`)

  await manager.getByRole('link', { name: 'Anggota' }).click()
  await expect(manager.getByRole('row').filter({ hasText: email })).toContainText('Admin terakhir')
  await manager.getByLabel('Surel yang diundang').fill(`pendamping.${email}`)
  await manager.getByRole('radio', { name: 'Pendamping' }).check()
  await manager.getByRole('button', { name: 'Kirim undangan' }).click()
  await expect(manager.getByText('Undangan dikirim')).toBeVisible()

  // The public sees the hub at once.
  const page = await visitor()
  await page.goto(paths.hubs())
  await expect(page.getByRole('link', { name })).toBeVisible()
})

test('an observer reads the trail of it, and finds nothing to change', async ({ as }) => {
  const page = await as('observer')
  await page.goto(paths.work())
  await expect(page.getByText('Sebagai pengamat, Anda membaca semuanya dan tidak mengubah apa pun.')).toBeVisible()
  await page.getByRole('link', { name: 'Jejak' }).click()
  await page.getByRole('link', { name: /^Akun \(/ }).click()
  await expect(page.getByRole('row').filter({ hasText: 'Masuk' }).first()).toBeVisible()
  await expect(page.getByRole('main').locator('form')).toHaveCount(0)
  for (const path of [paths.members(), paths.workHubs(), paths.openHub()]) {
    expect((await page.goto(path))?.status()).toBe(403)
    await expect(page.getByText('Omar Contoh').first()).toBeVisible()
  }
})

test('an observer finds no button that changes anything on the pages of the workspace', async ({ as }) => {
  const page = await as('observer')
  await page.goto(paths.work())
  const links = await page.getByRole('navigation', { name: 'Ruang kerja' }).getByRole('link').all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  expect(addresses.length).toBeGreaterThan(2)
  const seen = new Set<string>()
  for (const address of addresses) {
    await page.goto(address ?? '')
    await expectNoActs(page, address ?? '')
    const first = page.getByRole('main').locator('a[href^="/work/"]').first()
    const next = (await first.count()) > 0 ? await first.getAttribute('href') : null
    if (next && !seen.has(next) && !next.startsWith('/work/account')) {
      seen.add(next)
      expect((await page.goto(next))?.status(), next).toBe(200)
      await expectNoActs(page, next)
    }
  }
  for (const path of [paths.newPractice(), paths.coachingNew(), paths.newNeed()]) {
    expect((await page.goto(path))?.status(), path).toBe(403)
  }
})

/** Signing out is the one form that a reader has. */
async function expectNoActs(page: Page, path: string) {
  expect(await page.getByRole('main').locator('form[method=post]').count(), `forms on ${path}`).toBe(0)
}

test('the national admin sees whether the search shows what the database holds, and has it checked', async ({ as }) => {
  const national = await as('national')
  await national.goto(paths.work())
  await national.getByRole('link', { name: 'Pencarian', exact: true }).click()
  await expect(national.getByRole('heading', { level: 1 })).toHaveText('Keadaan pencarian')
  // Other journeys put practices straight into the database: a check finds and mends them, the next one finds nothing.
  await expect(async () => {
    await national.goto(paths.searchHealth())
    await national.getByRole('button', { name: 'Periksa dan perbaiki sekarang' }).click()
    await expect(national.getByText(/^Pemeriksaan (selesai|diminta)$/)).toBeVisible()
    await national.goto(paths.searchHealth())
    await expect(national.getByText('Indeks sama dengan basis data')).toBeVisible({ timeout: 2_000 })
  }).toPass({ intervals: [1_000, 3_000] })
  await expect(national.getByRole('row', { name: /^PostgreSQL/ })).toContainText('0')
  await expect(national.getByText('Tidak ada yang disisihkan')).toBeVisible()
})
