import type { Page } from 'playwright/test'
import { DEMO_ACCOUNTS, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { demoPassword, expect, fillSignIn, measured, test, unique } from '#tests/support/journey.ts'
import {
  BACKGROUND,
  publishNew,
  publishPractice,
  startPractice,
  submitPractice,
  verifyDocuments,
  writeRequired,
  writeSection,
} from '#tests/support/publishing.ts'

const PHONE = { width: 360, height: 740 }

/** A second curator of the same hub: the person with two hats, in the hat of the hub. */
async function asSecondCurator(page: Page) {
  await fillSignIn(page, demoEmail(DEMO_ACCOUNTS.twoHats.mailbox), demoPassword())
  await page.getByRole('button', { name: /Kurator, Hub Contoh/ }).click()
  await page.waitForURL(paths.work())
}

async function tick(page: Page) {
  for (const box of await page.getByRole('group', { name: 'Daftar periksa' }).getByRole('checkbox').all())
    await box.check()
}

const send = (page: Page) => page.getByRole('button', { name: 'Kirim keputusan' }).click()

async function sent(author: Page, title: string) {
  const publicId = await startPractice(author, { title, brand: unique('TINJAU') })
  await writeRequired(author, publicId)
  await submitPractice(author, publicId)
  return publicId
}

test('two curators decide at once: one wins, the other is told who and when, and keeps what they wrote', async ({
  as,
  visitor,
}) => {
  test.setTimeout(120_000)
  const [author, admin, first, second] = [await as('author'), await as('admin'), await as('curator'), await visitor()]
  await asSecondCurator(second)
  const publicId = await sent(author, unique('Dua peninjau sekaligus'))
  await verifyDocuments(admin, publicId)
  await Promise.all([first, second].map((page) => page.goto(paths.review(publicId))))
  await tick(first)
  await first.getByRole('radio', { name: /^Terbitkan versi/ }).check()
  await second.getByRole('radio', { name: 'Minta perubahan' }).check()
  const typed = unique('Tolong jelaskan asal angka 40 menit.')
  await second.getByLabel('Pesan untuk penulis').fill(typed)
  await send(first)
  await expect(first.getByText('Praktik sudah terbit')).toBeVisible()
  await send(second)
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Naskah ini tidak menunggu tinjauan')
  await expect(second.getByRole('main')).toContainText(
    /Bayu Contoh sudah menerbitkannya, \d+ \S+ \d{4}, \d\d\.\d\d WI[BT]A?/,
  )
  await expect(second.getByText(typed)).toBeVisible()
  await expectNoAxeViolations(second)
})

test('one takes a text: the other sees who has it and decides nothing; the manager hands it on', async ({
  as,
  visitor,
}) => {
  test.setTimeout(120_000)
  const [author, admin, first, second] = [await as('author'), await as('admin'), await as('curator'), await visitor()]
  await asSecondCurator(second)
  const title = unique('Diambil lebih dahulu')
  const publicId = await sent(author, title)
  await verifyDocuments(admin, publicId)
  // The page of the second is open before the first takes it.
  await second.goto(paths.review(publicId))
  await tick(second)
  await second.getByRole('radio', { name: /^Terbitkan versi/ }).check()
  const typed = unique('Selamat, naskah yang baik.')
  await second.getByLabel('Pesan untuk penulis').fill(typed)
  await first.goto(paths.reviewQueue({ sort: 'newest' }))
  await expectNoAxeViolations(first)
  await first.getByRole('row').filter({ hasText: title }).getByRole('button', { name: 'Saya ambil' }).click()
  await expect(first.getByText('Anda memegang tinjauan ini')).toBeVisible()
  await send(second)
  await expect(second.getByRole('heading', { name: 'Bayu Contoh memegang tinjauan ini' })).toBeVisible()
  await expect(second.getByText(typed)).toBeVisible()
  await expect(second.getByRole('button', { name: 'Kirim keputusan' })).toHaveCount(0)

  const manager = await as('manager', { viewport: PHONE })
  await manager.goto(paths.review(publicId))
  await manager.getByText('Serahkan kepada peninjau lain').click()
  await manager.getByLabel('Peninjau', { exact: true }).selectOption({ label: 'Tini Contoh' })
  await manager.getByRole('button', { name: 'Serahkan tinjauan' }).click()
  await expect(manager.getByText('Tinjauan sudah diserahkan')).toBeVisible()
  await second.goto(paths.review(publicId))
  await publishPractice(second, publicId)
})

test('a text that changed meanwhile is not approved: what changed is one link away', async ({ as }) => {
  test.setTimeout(120_000)
  const [author, admin] = [await as('author'), await as('admin', { viewport: PHONE })]
  const publicId = await sent(author, unique('Berubah di tengah tinjauan'))
  await admin.goto(paths.review(publicId))
  await tick(admin)
  await admin.getByRole('radio', { name: /^Dokumen benar/ }).check()
  await admin.getByLabel('Pesan untuk penulis').fill('Lengkap.')

  await author.goto(paths.workPractice(publicId))
  await author.getByRole('button', { name: 'Tarik kembali' }).click()
  const words = unique('Warga menunggu sampai sore.')
  await writeSection(author, publicId, 'background', { [BACKGROUND]: words })
  await submitPractice(author, publicId)

  await send(admin)
  await expect(admin.getByRole('heading', { name: 'Naskah berubah sejak Anda membukanya' })).toBeVisible()
  await expect(admin.getByText('Rani Contoh mengirim naskah ini').first()).toBeVisible()
  await expect(admin.getByLabel('Pesan untuk penulis')).toHaveValue('Lengkap.')
  await expectNoAxeViolations(admin)
  await admin.getByRole('link', { name: 'Lihat apa yang berubah' }).click()
  await expect(admin.getByText('1 bagian berubah')).toBeVisible()
  await expect(admin.locator('ins:visible').first()).toContainText('sore')
  await tick(admin)
  await admin.getByRole('radio', { name: /^Dokumen benar/ }).check()
  await send(admin)
  await expect(admin.getByText('Dokumen sudah diperiksa.')).toBeVisible()
})

test('remarks on a phone: asked at a field, answered beside it, corrected, confirmed', async ({ as }) => {
  test.setTimeout(150_000)
  const [author, admin] = [await as('author', { viewport: PHONE }), await as('admin', { viewport: PHONE })]
  const publicId = await sent(author, unique('Catatan per bagian'))
  await admin.goto(paths.review(publicId))
  const section = admin.locator('#b-background')
  await section.getByText('Beri catatan pada bagian ini').click()
  await section.getByLabel('Kutipan yang dimaksud').fill('sejak subuh')
  await section.getByLabel('Catatan untuk penulis').fill('Sejak pukul berapa?')
  await section.getByRole('button', { name: 'Tambahkan catatan' }).click()
  await expect(admin.getByText('Catatan sudah ditambahkan')).toBeVisible()
  await admin.getByRole('radio', { name: 'Minta perubahan' }).check()
  await admin.getByLabel('Mulai dengan templat').selectOption({ label: 'Bagian perlu dilengkapi' })
  await send(admin)
  await expect(admin.getByText('Permintaan perubahan sudah dikirim')).toBeVisible()

  await author.goto(paths.workPractice(publicId))
  await expect(author.getByText(/hampir siap\. Mohon lengkapi bagian berikut.+Latar belakang/).first()).toBeVisible()
  await author.goto(paths.editPractice(publicId, 'background'))
  await expect(author.getByText('Sejak pukul berapa?')).toBeVisible()
  await author.getByText('Balas catatan ini').click()
  await author.getByLabel('Balasan').fill('Pukul empat, menurut survei.')
  await author.getByRole('button', { name: 'Kirim balasan' }).click()
  await expect(author.getByText('Pukul empat, menurut survei.')).toBeVisible()
  await author.getByRole('button', { name: 'Sudah kami perbaiki' }).click()
  await submitPractice(author, publicId)

  await admin.goto(paths.review(publicId))
  await expect(admin.getByText('Pukul empat, menurut survei.')).toBeVisible()
  await expectNoAxeViolations(admin)
  await admin.getByRole('button', { name: 'Perbaikan sudah tepat, tutup catatan' }).click()
  await expect(admin.getByText('Catatan sudah ditutup')).toBeVisible()
  await verifyDocuments(admin, publicId)
})

test('several at once: seen in advance, decided, undone', async ({ as }) => {
  test.setTimeout(150_000)
  const [author, admin] = [await as('author'), await as('admin', { viewport: PHONE })]
  const titles = [unique('Bersama satu'), unique('Bersama dua')]
  const ids: string[] = []
  for (const title of titles) ids.push(await sent(author, title))
  await admin.goto(paths.reviewQueue({ sort: 'newest' }))
  for (const title of titles) await admin.getByLabel(`Pilih ${title}`).check()
  await admin.getByRole('button', { name: 'Minta perubahan …' }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Minta perubahan pada 2 praktik')
  await expectNoAxeViolations(admin)
  await admin.getByRole('button', { name: 'Minta perubahan pada 2 praktik' }).click()
  await expect(admin.getByRole('link', { name: /Tulis apa yang perlu diubah/ })).toBeVisible()
  await admin.getByLabel('Templat').selectOption({ label: 'Angka tanpa tahun atau sumber' })
  const begun = performance.now()
  await admin.getByRole('button', { name: 'Minta perubahan pada 2 praktik' }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Perubahan diminta pada 2 praktik')
  measured(`two texts decided in ${Math.round(performance.now() - begun)} ms`)
  await expectNoAxeViolations(admin)
  await admin.getByRole('button', { name: 'Urungkan semuanya' }).click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('2 praktik kembali menunggu')
  for (const id of ids) await verifyDocuments(admin, id)
})

test('a hub keeps templates and lets contacts change without a review; the history says so', async ({
  as,
  visitor,
}) => {
  test.setTimeout(180_000)
  const people = { author: await as('author'), admin: await as('admin'), curator: await as('curator') }
  const manager = await as('manager')
  await manager.goto(paths.reviewTemplates())
  await manager.getByText('Tulis templat baru').click()
  const name = unique('Salam')
  await manager.getByLabel('Nama templat').last().fill(name)
  await manager.getByLabel('Isi dalam bahasa Indonesia').last().fill('Salam, {instanssi}.')
  await manager.getByLabel('Isi dalam bahasa Inggris').last().fill('Greetings, {instansi}.')
  await manager.getByRole('button', { name: 'Simpan templat' }).last().click()
  await expect(manager.getByText('Ada kata dalam kurung kurawal yang tidak dikenal.').first()).toBeVisible()
  await manager.getByLabel('Isi dalam bahasa Indonesia').last().fill('Salam, {instansi}.')
  await manager.getByRole('button', { name: 'Simpan templat' }).last().click()
  await expect(manager.getByText('Templat sudah disimpan')).toBeVisible()
  await expectNoAxeViolations(manager)

  await manager.goto(paths.reviewRules())
  await manager.getByLabel(/^Kontak/).check()
  await manager.getByRole('button', { name: 'Simpan aturan' }).click()
  await expect(manager.getByText('Aturan hub sudah disimpan')).toBeVisible()

  const publicId = await publishNew(people, { title: unique('Perubahan kecil'), brand: unique('KECIL') })
  const { author } = people
  await author.goto(paths.workPractice(publicId))
  await author.getByRole('button', { name: 'Tulis versi baru' }).click()
  await author.waitForURL(/\/edit\//)
  await author.goto(paths.editPractice(publicId, 'identity'))
  await author.getByLabel(/^Surel kontak unit/).fill('puskesmas@contoh.invalid')
  await author.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await author.waitForURL(/saved=/)
  await author.goto(paths.workPractice(publicId))
  await author.getByRole('button', { name: 'Terbitkan sebagai perubahan kecil' }).click()
  await expect(author.getByText('Perubahan kecil sudah terbit')).toBeVisible()
  const reader = await visitor({ viewport: PHONE })
  await reader.goto(paths.practice(publicId))
  await expect(reader.getByText('perubahan kecil tanpa tinjauan hub')).toBeVisible()
})
