import { paths } from '#app/paths.ts'
import { expect, test, unique } from '#tests/support/journey.ts'
import { startPractice, submitPractice, verifyDocuments, writeRequired } from '#tests/support/publishing.ts'

test('what the hub required: led to it, asked about it, tickable after a take-back, closed by the hub alone', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const author = await as('author', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  const [writer, admin, curator] = [await as('author'), await as('admin'), await as('curator')]
  const publicId = await startPractice(writer, { title: unique('Catatan hub'), brand: unique('SISI') })
  await writeRequired(writer, publicId)
  await submitPractice(author, publicId)
  await verifyDocuments(admin, publicId)
  await curator.goto(paths.review(publicId))
  const section = curator.locator('#b-results')
  await section.getByText('Beri catatan pada bagian ini').click()
  await section.getByLabel('Catatan untuk penulis').fill('Tahun berapa?')
  await section.getByRole('button', { name: 'Tambahkan catatan' }).click()
  await curator.getByRole('radio', { name: 'Minta perubahan' }).check()
  await curator.getByLabel('Pesan untuk penulis').fill('Mohon tahun angka.')
  await curator.getByRole('button', { name: 'Kirim keputusan' }).click()

  await author.goto(paths.workPractice(publicId))
  await expect(author.getByRole('link', { name: 'Perbaiki sesuai catatan: Angka hasil' })).toBeVisible()
  await author.getByRole('button', { name: 'Kirim untuk diperiksa' }).click()
  await expect(author.getByText('1 catatan wajib belum ditandai sudah diperbaiki')).toBeVisible()
  await author.getByRole('button', { name: 'Kirim juga' }).click()
  await expect(author.getByText('Praktik sudah dikirim untuk diperiksa')).toBeVisible()

  await admin.goto(paths.review(publicId))
  await expect(admin.getByText('Tahun berapa?')).toBeVisible()
  await expect(admin.getByRole('button', { name: 'Tutup catatan ini' })).toHaveCount(0)
  await author.getByRole('button', { name: 'Tarik kembali' }).click()
  await author.goto(paths.editPractice(publicId, 'results'))
  await author.getByRole('button', { name: 'Sudah kami perbaiki' }).click()
  await expect(author.getByText('sudah ditandai diperbaiki')).toBeVisible()
  await submitPractice(author, publicId)
  await verifyDocuments(admin, publicId)
  await curator.goto(paths.review(publicId))
  await curator.getByRole('button', { name: 'Perbaikan sudah tepat, tutup catatan' }).click()
  await expect(curator.getByText('Catatan sudah ditutup')).toBeVisible()
})
