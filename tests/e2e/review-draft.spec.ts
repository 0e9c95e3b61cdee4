import { paths } from '#app/paths.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { expect, test, unique } from '#tests/support/journey.ts'
import { startPractice, submitPractice, writeRequired } from '#tests/support/publishing.ts'

for (const [device, options] of [
  ['a desktop', {}],
  ['a phone without JavaScript', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }],
] as const) {
  test(`a remark or leaving the page loses nothing that the reviewer typed, on ${device}`, async ({ as }) => {
    test.setTimeout(120_000)
    const [author, admin] = [await as('author'), await as('admin', options)]
    const publicId = await startPractice(author, { title: unique('Pesan tetap ada'), brand: unique('PESAN') })
    await writeRequired(author, publicId)
    await submitPractice(author, publicId)

    await admin.goto(paths.review(publicId))
    const typed = unique('Mohon lengkapi angka tahun 2024.')
    await admin.getByLabel('Pesan untuk penulis').fill(typed)
    await admin.getByRole('group', { name: 'Daftar periksa' }).getByRole('checkbox').first().check()
    const section = admin.locator('#b-background')
    await section.getByText('Beri catatan pada bagian ini').click()
    await section.getByLabel('Catatan untuk penulis').fill('Sejak pukul berapa?')
    await section.getByRole('button', { name: 'Tambahkan catatan' }).click()
    await expect(admin.getByText('Catatan sudah ditambahkan')).toBeVisible()
    await expect(section.getByText('Sejak pukul berapa?')).toBeVisible()
    await expect(section.getByLabel('Catatan untuk penulis')).toHaveValue('')
    await expect(admin.getByLabel('Pesan untuk penulis')).toHaveValue(typed)
    await expect(admin.getByRole('checkbox', { checked: true })).toHaveCount(1)

    // A general remark is a suggestion unless the reviewer says otherwise. Enter in a field sends nothing.
    const general = admin.locator('#umum')
    await general.getByText('Beri catatan umum').click()
    await expect(general.getByRole('radio', { name: /^Saran/ })).toBeChecked()
    await general.getByLabel('Catatan untuk penulis').fill('Bagus.')
    await section.getByText('Beri catatan pada bagian ini').click()
    await section.getByLabel('Kutipan yang dimaksud').press('Enter')
    await expect(admin.getByText('Yang Anda tulis sudah disimpan, belum dikirim')).toBeVisible()
    await admin.goto(paths.reviewQueue())
    await admin.goto(paths.review(publicId))
    await expect(admin.getByLabel('Pesan untuk penulis')).toHaveValue(typed)
    await expect(general.getByLabel('Catatan untuk penulis')).toHaveValue('Bagus.')
    if (device === 'a desktop') await expectNoAxeViolations(admin)
    await admin.getByRole('radio', { name: 'Minta perubahan' }).check()
    await admin.getByRole('button', { name: 'Kirim keputusan' }).click()
    await expect(admin.getByText('Permintaan perubahan sudah dikirim')).toBeVisible()
    await author.goto(paths.workPractice(publicId))
    await expect(author.getByText(typed).first()).toBeVisible()
  })
}
