import { paths } from '#app/paths.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { demoWorld } from '#tests/support/demo-world.ts'
import { expect, test, unique } from '#tests/support/journey.ts'
import { twins } from '#tests/support/twins.ts'

let world: Awaited<ReturnType<typeof demoWorld>>
test.beforeAll(async () => {
  world = await demoWorld()
})
test.afterAll(() => world.close())

for (const [device, options] of [
  ['a laptop', {}],
  ['a phone without JavaScript', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }],
] as const) {
  test(`a curator merges two records of one practice and undoes it, on ${device}`, async ({ as, visitor }) => {
    test.setTimeout(120_000)
    // The checker of accessibility is a script.
    const isScripted = !('javaScriptEnabled' in options)
    const name = unique('uji')
    const { from, into } = await twins(world, name)
    const [curator, reader] = [await as('curator', options), await visitor(options)]

    // From the record at hand to its twin.
    await curator.goto(paths.workPractice(from))
    await curator.getByRole('link', { name: 'Gabungkan dengan praktik lain' }).click()
    await curator.getByLabel('Nomor atau judul praktik').fill('tidak ada praktik seperti ini')
    await curator.getByRole('main').getByRole('button', { name: 'Cari' }).click()
    await expect(curator.getByText('Tidak ada yang cocok')).toBeVisible()
    await curator.getByLabel('Nomor atau judul praktik').fill(`dirawat warga ${name}`)
    await curator.getByRole('main').getByRole('button', { name: 'Cari' }).click()
    await expect(curator.getByText(`Lampu jalan yang dirawat warga ${name}`)).toBeVisible()
    await curator.getByRole('link', { name: `Pilih ${into}` }).click()

    // The other one goes on.
    await curator.getByRole('radio', { name: `Lampu jalan yang dirawat warga ${name}` }).check()
    await curator.getByRole('button', { name: 'Lanjut memilih isi' }).click()

    // What is proposed: the survivor's name, the longer summary, both lists; one choice is changed.
    const part = (label: string) => curator.getByRole('group', { name: label, exact: true })
    await expect(part('Ringkasan').getByRole('radio').first()).toBeChecked()
    await expect(part('Tautan sumber').getByLabel('Pakai keduanya, yang kembar satu kali')).toBeChecked()
    const [own, others] = [into, from].map((id) => part('Nama praktik').getByLabel(`Pakai isi ${id}`))
    await expect(own!).toBeChecked()
    await others!.check()
    if (isScripted) await expectNoAxeViolations(curator)
    await curator.getByRole('button', { name: 'Lihat hasilnya' }).click()
    await expect(curator.getByText(`${into} mendapat versi baru`)).toBeVisible()
    if (isScripted) await expectNoAxeViolations(curator)
    await curator.getByRole('link', { name: 'Ubah pilihan' }).click()
    await expect(others!).toBeChecked()
    await curator.getByRole('button', { name: 'Lihat hasilnya' }).click()
    await curator.getByRole('button', { name: 'Gabungkan sekarang' }).click()
    await expect(curator.getByText('Kedua praktik sudah digabungkan')).toBeVisible()
    await expect(curator).toHaveURL(new RegExp(`/work/practices/${into}`))

    // The old address leads on, an old version stays.
    await reader.goto(paths.practice(from))
    await expect(reader).toHaveURL(new RegExp(`/practices/${into}$`))
    await expect(reader.getByText(`KEMBAR ${name}`).first()).toBeVisible()
    await reader.goto(paths.practiceVersion(from, 1))
    await expect(reader.getByText(`Praktik ${from} digabungkan ke praktik ${into}.`)).toBeVisible()

    // Both records say so, and lead to the way back.
    await curator.goto(paths.workPractice(from))
    await expect(curator.getByText('Alamatnya mengantar ke sana.')).toBeVisible()
    await curator.getByRole('link', { name: 'Urungkan' }).click()
    await expect(curator.getByText(`${into} kembali ke isinya sebelum digabungkan`)).toBeVisible()
    if (isScripted) await expectNoAxeViolations(curator)
    await curator.getByRole('button', { name: 'Urungkan penggabungan' }).click()
    await expect(curator.getByText('Penggabungan sudah diurungkan').first()).toBeVisible()
    await reader.goto(paths.practice(from))
    await expect(reader).toHaveURL(new RegExp(`/practices/${from}$`))
    await reader.goto(paths.practice(into))
    await expect(reader.getByText(`LENTERA ${name}`).first()).toBeVisible()
  })
}

test('two curators at once: the second is told, in their language', async ({ as }) => {
  const { from, into } = await twins(world, unique('serempak'))
  const [one, two] = [await as('curator'), await as('manager')]
  for (const page of [one, two]) {
    await page.goto(paths.mergePractice(from, { with: into, keep: into }))
    await page.getByRole('button', { name: 'Lihat hasilnya' }).click()
  }
  await one.getByRole('button', { name: 'Gabungkan sekarang' }).click()
  await expect(one.getByText('Kedua praktik sudah digabungkan')).toBeVisible()
  await two.getByRole('button', { name: 'Gabungkan sekarang' }).click()
  await expect(two.getByText(/Langkah ini sudah tidak bisa dilakukan/).first()).toBeVisible()
})
