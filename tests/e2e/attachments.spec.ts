import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright/test'
import sharp from 'sharp'
import { paths } from '#app/paths.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { expect, measured, test, unique } from '#tests/support/journey.ts'
import { pdfOf } from '#tests/support/pdf.ts'
import {
  publishPractice,
  rareWord,
  startPractice,
  submitPractice,
  verifyDocuments,
  writeRequired,
} from '#tests/support/publishing.ts'

/** A photo as a phone takes it: 12 million pixels with detail, lying on its side, with the place it was taken at. */
async function phonePhoto(): Promise<Buffer> {
  const [width, height] = [1000, 750]
  const pixels = Buffer.from(Array.from({ length: width * height * 3 }, (_none, at) => (at % 251) + randomInt(4)))
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(4000, 3000)
    .withExif({ IFD0: { Make: 'Ponsel Contoh' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '3/1 59/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 85 })
    .toBuffer()
}

type Sent = { name: string; buffer: Buffer }

async function upload(author: Page, publicId: string, ...files: Sent[]) {
  await author.goto(paths.editPractice(publicId, 'attachments'))
  // From the disk: big contents would take long on their way to the browser.
  const folder = mkdtempSync(path.join(tmpdir(), 'jipp-upload-'))
  for (const { name, buffer } of files) writeFileSync(path.join(folder, name), buffer)
  await author.getByLabel('Pilih berkas').setInputFiles(files.map(({ name }) => path.join(folder, name)))
  const answered = author.waitForResponse((response) => response.request().method() === 'POST')
  await author.getByRole('button', { name: 'Unggah' }).click()
  await answered
  await author.waitForLoadState()
  rmSync(folder, { recursive: true })
}

/** Waits until nothing of the list is being prepared any more. */
async function untilReady(author: Page) {
  await expect(async () => {
    await author.reload()
    expect(await author.getByText('sedang diolah').count()).toBe(0)
  }).toPass({ timeout: 90_000 })
}

test('photos and documents: sent without script, described, checked, published, withdrawn from nobody but visitors', async ({
  as,
  visitor,
}) => {
  test.setTimeout(300_000)
  const author = await as('author', { javaScriptEnabled: false })
  const [admin, curator, reader] = [await as('admin'), await as('curator'), await visitor()]
  const writer = await as('author')
  const publicId = await startPractice(writer, { title: `Bank sampah ${rareWord()}`, brand: unique('Timbang') })
  await writeRequired(writer, publicId)

  const photo = await phonePhoto()
  const started = performance.now()
  await upload(author, publicId, { name: 'Posyandu Melati.JPG', buffer: photo })
  measured(
    `a photo of ${(photo.length / 1e6).toFixed(1)} MB and 12 million pixels: answered after ${Math.round(performance.now() - started)} ms`,
  )
  await expect(author.getByText('Satu berkas diterima')).toBeVisible()
  await untilReady(author)
  measured(`its six sizes were there after ${Math.round(performance.now() - started)} ms at most`)
  await upload(author, publicId, {
    name: 'Panduan kader.pdf',
    buffer: pdfOf({ words: publicId }),
  })
  await expectNoAxeViolations(writer)

  // Both block the submission until they are described.
  await author.goto(paths.workPractice(publicId))
  await expect(author.getByText('Berkas 1 belum diberi keterangan.')).toBeVisible()
  await expect(author.getByText('Foto pada berkas 1 belum dijelaskan')).toBeVisible()
  await author.goto(paths.editPractice(publicId, 'attachments'))
  const items = author.locator('ol.files > li')
  await items.nth(0).getByLabel('Keterangan', { exact: true }).first().fill('Kader menimbang sampah')
  await items.nth(0).getByLabel('Yang terlihat pada foto').first().fill('Dua orang di depan timbangan gantung')
  await items.nth(1).getByLabel('Keterangan', { exact: true }).first().fill('Panduan bagi kader')
  await author.getByRole('button', { name: 'Naikkan berkas 2' }).click()
  await expect(author.getByText('Urutan berubah')).toBeVisible()
  await expect(items.nth(0).getByLabel('Keterangan', { exact: true }).first()).toHaveValue('Panduan bagi kader')

  const photoAddress = (await items.nth(1).locator('img').getAttribute('src')) ?? ''
  const documentAddress = (await items.nth(0).getByRole('link').first().getAttribute('href')) ?? ''
  expect((await author.request.get(photoAddress)).headers()['cache-control']).toBe('private, no-store')
  expect((await reader.request.get(photoAddress)).status()).toBe(404)
  expect((await reader.request.get(documentAddress)).status()).toBe(404)

  await submitPractice(writer, publicId)
  await admin.goto(paths.review(publicId))
  await expect(admin.getByText('Kader menimbang sampah').first()).toBeVisible()
  await verifyDocuments(admin, publicId)
  await publishPractice(curator, publicId)

  // The page of the practice: shown, described, at rest while it loads.
  await reader.goto(paths.practice(publicId))
  const image = reader.getByRole('img', { name: 'Dua orang di depan timbangan gantung' })
  const [width, height] = [await image.getAttribute('width'), await image.getAttribute('height')]
  expect([width, height]).toEqual(['3000', '4000'])
  await image.scrollIntoViewIfNeeded()
  await expect(async () => {
    expect(await image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0)
  }).toPass()
  const shown = await image.evaluate((img: HTMLImageElement) => img.currentSrc)
  expect(shown).toMatch(/\.avif$/)
  await expect(reader.getByText('Kader menimbang sampah')).toBeVisible()
  await expect(reader.getByText(/Panduan bagi kader \(PDF, \d+ KB\)/)).toBeVisible()
  await expectNoAxeViolations(reader)

  const served = await reader.request.get(shown)
  const bytes = await served.body()
  measured(`the photo as it is served: ${(bytes.length / 1000).toFixed(0)} KB`)
  const { exif, xmp, icc } = await sharp(bytes).metadata()
  expect([exif, xmp, icc]).toEqual([undefined, undefined, undefined])
  expect(served.headers()).toMatchObject({
    'content-type': 'image/avif',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
  })
  const document = await reader.request.get(documentAddress)
  expect((await document.body()).equals(pdfOf({ words: publicId }))).toBe(true)
  expect(document.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="Panduan kader.pdf"; filename*=UTF-8''Panduan%20kader.pdf`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
  })
  const etag = document.headers().etag ?? ''
  const again = await reader.request.get(documentAddress, { headers: { 'If-None-Match': etag } })
  expect(again.status()).toBe(304)
  for (const name of [
    'Posyandu Melati.jpg',
    '4000.webp',
    '480.jpg',
    'x.pdf',
    '960.webp.data',
    `${'a'.repeat(300)}.webp`,
  ]) {
    const answer = await reader.request.get(photoAddress.replace(/[^/]+$/, encodeURIComponent(name)))
    expect([name, answer.status()]).toEqual([name, 404])
  }

  // Withdrawn: gone for everybody at once.
  await curator.goto(paths.withdrawPractice(publicId))
  await curator.getByRole('radio').first().check()
  await curator.getByRole('button', { name: 'Tarik praktik ini' }).click()
  for (const page of [reader, author]) {
    expect((await page.request.get(photoAddress)).status()).toBe(410)
    expect((await page.request.get(documentAddress)).status()).toBe(410)
  }
})

test('several files at once: each is taken or refused for itself, with its name and what to do', async ({ as }) => {
  const author = await as('author')
  const publicId = await startPractice(author, { title: `Berkas campur ${rareWord()}`, brand: unique('Campur') })
  await upload(
    author,
    publicId,
    { name: 'Surat.pdf', buffer: pdfOf({ words: `baik ${publicId}` }) },
    { name: 'foto.jpg', buffer: Buffer.from('<svg xmlns="x"><script>alert(1)</script></svg>') },
    { name: 'besar.pdf', buffer: Buffer.alloc(20_000_100, 0x20) },
    { name: 'kosong.docx', buffer: Buffer.alloc(0) },
  )
  await expect(author.getByText('Satu berkas diterima')).toBeVisible()
  await expect(author.getByRole('heading', { name: '3 berkas tidak diterima' })).toBeVisible()
  await expect(author.getByText('foto.jpg: Gambar SVG tidak diterima')).toBeVisible()
  await expect(author.getByText('besar.pdf: Berkas ini lebih besar dari 20 MB.')).toBeVisible()
  await expect(author.getByText('kosong.docx: Berkas ini kosong.')).toBeVisible()
  await expect(author.locator('ol.files > li')).toHaveCount(1)
  await expectNoAxeViolations(author)
})

const captionOf = (page: Page) =>
  page.locator('ol.files > li').first().getByLabel('Keterangan', { exact: true }).first()

test('captions are never lost without script: uploading, a refused file and going on save them', async ({ as }) => {
  const author = await as('author', { javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  const publicId = await startPractice(author, { title: `Keterangan ${rareWord()}`, brand: unique('Takarir') })
  await upload(author, publicId, { name: 'Surat.pdf', buffer: pdfOf({ words: publicId }) })
  const send = author.getByRole('button', { name: 'Unggah' })

  await captionOf(author).fill('Ditulis sebelum berkas ditolak')
  await author
    .getByLabel('Pilih berkas')
    .setInputFiles({ name: 'foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg xmlns="x"/>') })
  await send.click()
  await expect(author.getByRole('heading', { name: 'Satu berkas tidak diterima' })).toBeVisible()
  await expect(captionOf(author)).toHaveValue('Ditulis sebelum berkas ditolak')

  await captionOf(author).fill('Ditulis sebelum unggahan lain')
  const other = pdfOf({ words: `lain ${publicId}` })
  await author
    .getByLabel('Pilih berkas')
    .setInputFiles({ name: 'Lain.pdf', mimeType: 'application/pdf', buffer: other })
  await send.click()
  await expect(author.getByText('Satu berkas diterima')).toBeVisible()
  await expect(captionOf(author)).toHaveValue('Ditulis sebelum unggahan lain')

  await captionOf(author).fill('Ditulis sebelum ke halaman kirim')
  await author.getByRole('button', { name: 'Ke halaman kirim' }).click()
  await author.waitForURL(`**${paths.workPractice(publicId)}`)
  await author.goto(paths.editPractice(publicId, 'attachments'))
  await expect(captionOf(author)).toHaveValue('Ditulis sebelum ke halaman kirim')
})

test('captions save themselves while one writes, and what cannot be saved is said', async ({ as }) => {
  const author = await as('author')
  const publicId = await startPractice(author, { title: `Takarir ${rareWord()}`, brand: unique('Sendiri') })
  await upload(author, publicId, { name: 'Surat.pdf', buffer: pdfOf({ words: publicId }) })
  await captionOf(author).fill('Disimpan sendiri')
  await expect(author.getByRole('status').filter({ hasText: 'Keterangan tersimpan' })).toBeVisible()
  await expectNoAxeViolations(author)

  // Left before the pause is over.
  await captionOf(author).fill('Ditulis lalu ditinggalkan')
  await author.getByRole('navigation', { name: 'Bagian naskah' }).getByRole('link').first().click()
  await author.waitForURL(/edit\/identity/)
  await expect(async () => {
    await author.goto(paths.editPractice(publicId, 'attachments'))
    expect(await captionOf(author).inputValue()).toBe('Ditulis lalu ditinggalkan')
  }).toPass()

  await author.route('**/edit/attachments*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await captionOf(author).fill('Tanpa sambungan')
  await expect(author.getByRole('status').filter({ hasText: 'Belum tersimpan.' })).toBeVisible()
  const asked = author.waitForEvent('dialog')
  const leaving = author.goto(paths.work()).catch(() => undefined)
  await (await asked).dismiss()
  await leaving
  await expect(captionOf(author)).toHaveValue('Tanpa sambungan')
})
