import type { Page } from 'playwright/test'
import { DEMO_ACCOUNTS, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'
import { demoPassword, expect, fillSignIn, test, unique } from '#tests/support/journey.ts'
import { letterTo, linkIn } from '#tests/support/mail.ts'

const newAddress = () => `${unique('orang').replace(' ', '-')}@contoh.invalid`

/** The agency admin invites an address; answers the link of the letter. */
async function invite(admin: Page, email: string, role: string): Promise<string> {
  await admin.goto(paths.members())
  await admin.getByLabel('Surel yang diundang').fill(email)
  await admin.getByRole('radio', { name: role, exact: true }).check()
  await admin.getByRole('button', { name: 'Kirim undangan' }).click()
  await expect(admin.getByText('Undangan dikirim')).toBeVisible()
  return linkIn(await letterTo(email, 'Undangan JIPP'))
}

async function accept(page: Page, link: string, name: string, password: string) {
  await page.goto(link)
  await page.getByLabel('Nama lengkap').fill(name)
  await page.getByLabel('Kata sandi', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Buat akun dan terima undangan' }).click()
}

test('an invitation becomes an account, once; the hat is shown; the admin ends it', async ({ as, visitor }) => {
  const admin = await as('admin')
  const email = newAddress()
  const link = await invite(admin, email, 'Penulis')

  const page = await visitor()
  await page.goto(link)
  await expect(page.getByText('Anda diundang sebagai penulis di Pemerintah Kabupaten Contoh Hulu.')).toBeVisible()
  await expect(page.getByText('Anton Contoh')).toBeVisible()
  await accept(page, link, 'Budi Contoh', 'password12')
  await expect(page.getByText('Kata sandi ini terlalu sering dipakai orang. Pilih yang lain.').first()).toBeVisible()
  await expect(page.getByLabel('Nama lengkap')).toHaveValue('Budi Contoh')
  await accept(page, link, 'Budi Contoh', 'empat kata yang panjang')
  await expect(page).toHaveURL(paths.work('joined'))
  await expect(page.getByText('Undangan diterima')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Budi Contoh · penulis, Pemerintah Kabupaten Contoh Hulu')

  const late = await visitor()
  expect((await late.goto(link))?.status()).toBe(410)
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('Undangan ini sudah diterima')
  expect((await late.goto(`${link}x`))?.status()).toBe(404)

  await admin.goto(paths.members())
  const row = admin.getByRole('row').filter({ hasText: email })
  await row.getByText('Akhiri keanggotaan').first().click()
  await row.getByRole('button', { name: 'Ya, akhiri keanggotaan' }).click()
  await expect(admin.getByText('Keanggotaan diakhiri')).toBeVisible()
  await page.goto(paths.work())
  await expect(page.getByText('Belum ada peran').first()).toBeVisible()
})

test('an invitation taken back opens nothing', async ({ as, visitor }) => {
  const admin = await as('admin')
  const email = newAddress()
  const link = await invite(admin, email, 'Pelaksana adopsi')
  await admin.getByRole('button', { name: `Tarik undangan untuk ${email}` }).click()
  await expect(admin.getByText('Undangan ditarik')).toBeVisible()
  const page = await visitor()
  expect((await page.goto(link))?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Undangan ini sudah ditarik')
})

test('a forgotten password: letter, new one, old sessions end; every browser can be signed out', async ({
  as,
  visitor,
}) => {
  const email = newAddress()
  const link = await invite(await as('admin'), email, 'Penulis')
  const office = await visitor()
  await accept(office, link, 'Rina Contoh', 'kuda besi makan angin')

  const phone = await visitor()
  await phone.goto(paths.signIn())
  await phone.getByRole('link', { name: 'Lupa kata sandi' }).click()
  await phone.getByLabel('Surel dinas').fill(email)
  await phone.getByRole('button', { name: 'Kirim tautan' }).click()
  await expect(phone.getByText('Permintaan diterima')).toBeVisible()
  const reset = linkIn(await letterTo(email, 'kata sandi baru'))
  await phone.goto(reset)
  await phone.getByLabel('Kata sandi baru').fill('sapi biru minum hujan')
  await phone.getByRole('button', { name: 'Simpan kata sandi' }).click()
  await expect(phone.getByText('Kata sandi baru tersimpan')).toBeVisible()
  await letterTo(email, 'Kata sandi JIPP Anda diganti')

  await office.goto(paths.account())
  await expect(office).toHaveURL(paths.signIn(paths.account()))
  expect((await office.goto(reset))?.status()).toBe(410)
  await expect(office.getByRole('heading', { level: 1 })).toHaveText('Tautan ini tidak berlaku lagi')

  await fillSignIn(phone, email, 'kuda besi makan angin')
  await expect(phone.getByText('Belum bisa masuk')).toBeVisible()
  await fillSignIn(phone, email, 'sapi biru minum hujan')
  await expect(phone).toHaveURL(paths.work())
  await office.goto(paths.signIn(paths.account()))
  await fillSignIn(office, email, 'sapi biru minum hujan')
  await expect(office).toHaveURL(paths.account())

  await office.getByRole('button', { name: 'Keluar dari semua peramban' }).click()
  await expect(office.getByText('Anda sudah keluar')).toBeVisible()
  await phone.goto(paths.work())
  await expect(phone).toHaveURL(paths.signIn(paths.work()))
})

test('a wrong password says the same for an account and for nobody', async ({ visitor }) => {
  const page = await visitor()
  const answers: string[] = []
  for (const email of [demoEmail(DEMO_ACCOUNTS.observer.mailbox), newAddress()]) {
    await page.goto(paths.signIn())
    await fillSignIn(page, email, 'bukan kata sandinya')
    await expect(page.getByText('Belum bisa masuk')).toBeVisible()
    await expect(page.getByLabel('Surel dinas')).toHaveValue(email)
    await expect(page.getByLabel('Kata sandi', { exact: true })).toHaveValue('')
    answers.push((await page.getByRole('main').textContent()) ?? '')
  }
  expect(answers[1]).toBe(answers[0])
  for (const email of [demoEmail(DEMO_ACCOUNTS.observer.mailbox), newAddress()]) {
    await page.goto(paths.forgotPassword())
    await page.getByLabel('Surel dinas').fill(email)
    await page.getByRole('button', { name: 'Kirim tautan' }).click()
    await expect(page.getByText('Bila alamat itu punya akun, surel berisi tautan sampai')).toBeVisible()
  }
})

test('ten wrong passwords make the account wait, and say for how long', async ({ visitor }) => {
  const page = await visitor()
  const email = newAddress()
  await page.goto(paths.signIn())
  for (let attempt = 0; attempt < 10; attempt++) {
    await fillSignIn(page, email, `salah ${attempt}`)
    await expect(page.getByText('Surel atau kata sandi tidak cocok.')).toBeVisible()
  }
  await fillSignIn(page, email, 'salah lagi')
  await expect(page.getByText(/Terlalu banyak percobaan. Coba lagi dalam \d+ menit./)).toBeVisible()
  await expect(page.getByLabel('Surel dinas')).toHaveValue(email)
})

test('a person with two hats chooses one, and changes it later', async ({ visitor }) => {
  const page = await visitor()
  await page.goto(paths.signIn('/work/account'))
  await fillSignIn(page, demoEmail(DEMO_ACCOUNTS.twoHats.mailbox), demoPassword())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pilih peran')
  await page.getByRole('button', { name: /^Pakai peran ini.*Kurator, Hub Contoh/ }).click()
  await expect(page).toHaveURL('/work/account')
  await expect(page.getByRole('banner')).toContainText('Tini Contoh · kurator, Hub Contoh')
  await page.getByRole('link', { name: 'Ganti peran' }).click()
  await page.getByRole('button', { name: /^Pakai peran ini.*Penulis/ }).click()
  await page.goto(paths.work())
  await expect(page.getByRole('banner')).toContainText('Tini Contoh · penulis, Pemerintah Kabupaten Contoh Hulu')
})

test('the last admin cannot leave, and nobody is invited to a role that is not theirs to give', async ({ as }) => {
  const page = await as('sourceAdmin')
  await page.goto(paths.members())
  await expect(page.getByRole('row').filter({ hasText: 'Sumi Contoh' })).toContainText('Admin terakhir')
  await expect(page.getByRole('radio', { name: 'Admin nasional' })).toHaveCount(0)
  await page.getByLabel('Surel yang diundang').fill(newAddress())
  await page
    .getByRole('radio')
    .first()
    .evaluate((radio: HTMLInputElement) => {
      radio.value = 'national_admin'
      radio.checked = true
    })
  await page.getByRole('button', { name: 'Kirim undangan' }).click()
  await expect(page.getByText('Undangan dikirim')).toHaveCount(0)
})
