import type { Page } from 'playwright/test'
import { DEMO_ACCOUNTS, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { demoPassword, expect, fillSignIn, measured, test, unique } from '#tests/support/journey.ts'
import { letterTo } from '#tests/support/mail.ts'
import {
  APPROVE_DOCUMENTS,
  BACKGROUND,
  decide,
  IMPLEMENTATION,
  PUBLISH,
  publishNew,
  publishPractice,
  rareWord,
  startPractice,
  submitPractice,
  verifyDocuments,
  writeRequired,
  writeSection,
} from '#tests/support/publishing.ts'

const words = (n: number) => Array.from({ length: n }, (_, index) => `kata${index}`).join(' ')
const saved = (page: Page) => page.getByText(/^Tersimpan di server pukul/).first()

/** How long until the API knows so many practices by this word, in milliseconds: a figure, `bench -- publish` holds it. */
async function untilFound(page: Page, word: string, total: number): Promise<number> {
  const started = performance.now()
  await expect(async () => {
    const answer = await page.request.get(paths.apiPractices({ q: word }))
    expect((await answer.json()).total).toBe(total)
  }).toPass({ intervals: [50], timeout: 10_000 })
  return performance.now() - started
}

test('from the first line to the site: written, checked twice, changed on request, found at once', async ({
  as,
  visitor,
}) => {
  test.setTimeout(120_000)
  const [author, admin, curator, reader] = [await as('author'), await as('admin'), await as('curator'), await visitor()]
  const word = rareWord()
  const title = `Antrean puskesmas lewat pesan singkat ${word}`
  const publicId = await startPractice(author, { title, brand: `${word} (Antre dari Rumah)` })
  expect(publicId).toMatch(/^JIPP-97-\d{4}$/)

  // What is missing is listed; it can be sent once nothing is.
  await author.goto(paths.workPractice(publicId))
  await expect(author.getByRole('link', { name: /hal perlu dilengkapi sebelum dikirim/ })).toBeVisible()
  await expect(author.getByRole('button', { name: 'Kirim untuk diperiksa' })).toHaveCount(0)
  await writeRequired(author, publicId)

  // A word too many: counted while typing, never blocked, and named before sending.
  await author.goto(paths.editPractice(publicId, 'background'))
  await author.getByLabel(BACKGROUND, { exact: true }).fill(words(301))
  await expect(author.getByText('lebih 1 kata')).toBeVisible()
  await expect(saved(author)).toBeVisible()
  await author.goto(paths.workPractice(publicId))
  await expect(author.getByText('Bagian ini paling banyak 300 kata.').first()).toBeVisible()
  await writeSection(author, publicId, 'background', { [BACKGROUND]: `Warga menunggu sejak subuh. ${word}` })
  await submitPractice(author, publicId)
  expect((await author.goto(paths.editPractice(publicId, 'background')))?.status()).toBeGreaterThanOrEqual(400)

  // The agency asks for a change; a message is needed for that.
  await admin.goto(paths.reviewQueue())
  await expect(admin.getByRole('link', { name: title })).toBeVisible()
  await decide(admin, publicId, 'Minta perubahan')
  await expect(admin.getByText('Tulis apa yang perlu diubah.').first()).toBeVisible()
  const wish = unique('Sebutkan nama puskesmasnya.')
  await decide(admin, publicId, 'Minta perubahan', wish)
  await expect(admin.getByText('Permintaan perubahan sudah dikirim')).toBeVisible()
  await author.goto(paths.workPractice(publicId))
  await expect(author.getByText(wish).first()).toBeVisible()
  await writeSection(author, publicId, 'implementation', {
    [IMPLEMENTATION]: 'Puskesmas Contoh mengirim nomor antrean.',
  })
  await submitPractice(author, publicId)
  await verifyDocuments(admin, publicId)

  // The curator leaves a required remark: publishing waits for it.
  await curator.goto(paths.reviewQueue())
  await curator.getByRole('link', { name: title }).click()
  const section = curator.getByRole('region', { name: 'Pelaksanaan' })
  await section.getByText('Beri catatan pada bagian ini').click()
  await section.getByLabel('Catatan untuk penulis').fill('Tulis jam kirimnya.')
  await section.getByRole('button', { name: 'Tambahkan catatan' }).click()
  await expect(curator.getByText('Catatan sudah ditambahkan')).toBeVisible()
  await decide(curator, publicId, PUBLISH)
  await expect(curator.getByText('Masih ada catatan wajib yang belum selesai.').first()).toBeVisible()
  await curator.goto(paths.review(publicId))
  await curator.getByRole('button', { name: 'Tutup catatan ini' }).click()
  await expect(curator.getByText('Catatan sudah ditutup')).toBeVisible()
  expect((await reader.goto(paths.practice(publicId)))?.status()).toBe(404)

  await publishPractice(curator, publicId)
  const ms = await untilFound(reader, word, 1)
  measured(`published practice in the search after ${Math.round(ms)} ms`)
  expect((await reader.goto(paths.practice(publicId)))?.status()).toBe(200)
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(reader.getByText('Puskesmas Contoh mengirim nomor antrean.')).toBeVisible()
  await reader.goto(paths.practices({ q: word }))
  await expect(reader.getByRole('link', { name: title })).toBeVisible()
  await letterTo(demoEmail(DEMO_ACCOUNTS.author.mailbox), title)
})

test('a second version is written while the first stays; then the practice is withdrawn and leaves a tombstone', async ({
  as,
  visitor,
}) => {
  test.setTimeout(120_000)
  const people = { author: await as('author'), admin: await as('admin'), curator: await as('curator') }
  const { author, admin, curator } = people
  const reader = await visitor()
  const [word, later] = [rareWord(), rareWord()]
  const title = `Posyandu keliling ${word}`
  const publicId = await publishNew(people, { title, brand: word })

  await author.goto(paths.workPractice(publicId))
  await author.getByRole('button', { name: 'Tulis versi baru' }).click()
  await author.waitForURL(/\/work\/practices\//)
  const changed = `Posyandu keliling dengan perahu ${word} ${later}`
  await writeSection(author, publicId, 'identity', { 'Judul biasa': changed })
  await submitPractice(author, publicId)
  await verifyDocuments(admin, publicId)
  await reader.goto(paths.practice(publicId))
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title)
  await untilFound(reader, later, 0)

  await curator.goto(paths.review(publicId))
  await expect(curator.getByText('Versi 2 (dikirim) dibandingkan dengan versi 1 (terbit)')).toBeVisible()
  await expect(curator.locator('ins:visible').filter({ hasText: later })).toBeVisible()
  await publishPractice(curator, publicId)
  await untilFound(reader, later, 1)
  await reader.goto(paths.practice(publicId))
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(changed)
  await reader.goto(paths.practiceVersion(publicId, 1))
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(reader.getByText('Anda membaca versi 1. Versi terbaru adalah versi 2.')).toBeVisible()

  await curator.goto(paths.workPractice(publicId))
  await curator.getByRole('link', { name: 'Tarik dari situs' }).click()
  await curator.getByRole('radio', { name: 'Praktik berhenti' }).check()
  await curator.getByLabel('Keterangan untuk pemilik').fill('Kapal rusak.')
  await curator.getByLabel('Nomor praktik pengganti').fill('JIPP-16-0001')
  await curator.getByRole('button', { name: 'Tarik praktik ini' }).click()
  await expect(curator.getByText('Praktik sudah ditarik dari situs')).toBeVisible()
  const ms = await untilFound(reader, word, 0)
  measured(`withdrawn practice out of the search after ${Math.round(ms)} ms`)

  for (const path of [paths.practice(publicId), paths.practiceVersion(publicId, 1)]) {
    expect((await reader.goto(path))?.status(), path).toBe(410)
  }
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/^Praktik ini ditarik pada/)
  await expect(reader.getByText('Praktik berhenti')).toBeVisible()
  await expect(reader.getByRole('main')).not.toContainText('Kapal rusak')
  // It is named among the facts, so that whoever followed a link knows what is gone; nothing else of it is left.
  await expect(reader.locator('dl.facts')).toContainText('Posyandu')
  await expect(reader.getByRole('main').locator('p').filter({ hasText: 'Posyandu' })).toHaveCount(0)
  await expectNoAxeViolations(reader)
  await reader.getByRole('link', { name: 'English' }).click()
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText(/^This practice was withdrawn on/)
  await reader.locator(`dl.facts a[href="${paths.practice('JIPP-16-0001')}"]`).click()
  await expect(reader).toHaveURL(/JIPP-16-0001/)
  expect((await reader.request.get(paths.apiPractice(publicId))).status()).toBe(410)
})

test('nobody approves what they wrote, in no hat', async ({ as, visitor }) => {
  test.setTimeout(120_000)
  const [author, admin, both] = [await as('author'), await as('admin'), await visitor()]
  await signInWithHat(both, /Penulis/)
  const publicId = await startPractice(both, { title: unique('Ditulis sendiri'), brand: unique('Sendiri') })
  await writeRequired(both, publicId)
  await submitPractice(both, publicId)
  expect([403, 404]).toContain((await author.goto(paths.review(publicId)))?.status())
  await verifyDocuments(admin, publicId)

  await both.goto(paths.switchHat())
  await both.getByRole('button', { name: /^Pakai peran ini.*Kurator/ }).click()
  await both.goto(paths.review(publicId))
  await expect(both.getByText('Anda pernah ikut menulis praktik ini')).toBeVisible()
  await expect(both.getByRole('button', { name: 'Kirim keputusan' })).toHaveCount(0)
  const forged = await both.request.post(paths.review(publicId), {
    headers: { Origin: new URL(both.url()).origin },
    form: { intent: 'decide_substance', version: '1', decision: 'approve', checks: 'no_duplicate' },
  })
  expect([403, 409, 422]).toContain(forged.status())
})

test('two windows of a reviewer: one decision, and the second is told', async ({ as }) => {
  test.setTimeout(120_000)
  const [author, admin, curator, second] = [
    await as('author'),
    await as('admin'),
    await as('curator'),
    await as('curator'),
  ]
  const publicId = await startPractice(author, { title: unique('Diputuskan sekali'), brand: unique('Sekali') })
  await writeRequired(author, publicId)
  await submitPractice(author, publicId)
  await verifyDocuments(admin, publicId)
  for (const page of [curator, second]) {
    await page.goto(paths.review(publicId))
    for (const check of await page.getByRole('group', { name: 'Daftar periksa' }).getByRole('checkbox').all()) {
      await check.check()
    }
  }
  await second.getByRole('radio', { name: 'Minta perubahan' }).check()
  const message = unique('Mohon diperbaiki dahulu.')
  await second.getByLabel('Pesan untuk penulis').fill(message)
  await curator.getByRole('radio', { name: PUBLISH }).check()
  await curator.getByRole('button', { name: 'Kirim keputusan' }).click()
  await expect(curator.getByText('Praktik sudah terbit')).toBeVisible()
  await second.getByRole('button', { name: 'Kirim keputusan' }).click()
  await expect(second.getByRole('banner')).toContainText('Bayu Contoh')
  await expect(second.getByRole('main')).toContainText(
    /Langkah ini sudah tidak bisa dilakukan|Orang lain mengubah catatan ini|Catatan ini baru saja berubah/,
  )
  expect((await second.goto(paths.practice(publicId)))?.status()).toBe(200)
})

test('the agency admin cannot publish, the curator cannot check documents', async ({ as }) => {
  const [author, admin, curator] = [await as('author'), await as('admin'), await as('curator')]
  const publicId = await startPractice(author, { title: unique('Bagian masing-masing'), brand: unique('Bagian') })
  await writeRequired(author, publicId)
  await submitPractice(author, publicId)
  const status = (await curator.goto(paths.review(publicId)))?.status()
  if (status === 200) await expect(curator.getByRole('radio', { name: APPROVE_DOCUMENTS })).toHaveCount(0)
  else expect([403, 404]).toContain(status)
  await verifyDocuments(admin, publicId)
  await admin.goto(paths.review(publicId))
  await expect(admin.getByRole('radio', { name: PUBLISH })).toHaveCount(0)
  for (const who of ['sourceAdmin', 'mentor', 'adopter'] as const) {
    expect([403, 404], who).toContain((await (await as(who)).goto(paths.review(publicId)))?.status())
  }
})

async function signInWithHat(page: Page, hat: RegExp) {
  await page.goto(paths.signIn())
  await fillSignIn(page, demoEmail(DEMO_ACCOUNTS.twoHats.mailbox), demoPassword())
  await page.getByRole('button', { name: hat }).click()
  await page.waitForURL(paths.work())
}
