import { paths } from '#app/paths.ts'
import { expect, test, unique } from '#tests/support/journey.ts'
import {
  publishPractice,
  startPractice,
  submitPractice,
  verifyDocuments,
  writeRequired,
} from '#tests/support/publishing.ts'

const draft = () => ({ title: unique('Kader mengantar obat ke rumah lansia'), brand: unique('ANTAR OBAT') })

test('what is wrong with a text is said while it is typed, with a link to the field and a score', async ({ as }) => {
  const author = await as('author')
  const publicId = await startPractice(author, draft())
  await author.goto(paths.editPractice(publicId, 'novelty'))
  const help = author.getByRole('complementary', { name: 'Bantuan menulis' })
  const score = async () => Number((await help.getByText(/^\d+ dari 100$/).textContent())?.split(' ')[0])
  const before = await score()
  await expect(help.getByText('Bagian ini belum ditulis.')).toBeVisible()

  const field = author.locator('[name="text.id"]')
  await field.fill(`Warga datang ke MPP. ${'Petugas dan kader mencatat '.repeat(9)}semuanya.`)
  await expect(help.getByText(/^Singkatan MPP belum dijelaskan/)).toBeVisible()
  await expect(help.getByText(/^Kalimat 37 kata: “Petugas dan kader/)).toBeVisible()
  await expect(help.getByText('Bagian ini belum ditulis.')).toHaveCount(0)

  await help.getByText(/^Singkatan MPP/).click()
  await expect(field).toBeFocused()
  await field.fill(`Warga datang ke Mal Pelayanan Publik (MPP). ${'Petugas mencatat. '.repeat(30)}`)
  await expect(help.getByText('Tidak ada saran untuk bagian ini.')).toBeVisible()
  expect(await score()).toBeGreaterThan(before)
})

test('the same without script, and every rule that blocks is named where the text is sent', async ({ as }) => {
  const author = await as('author', { javaScriptEnabled: false })
  const { brand } = draft()
  const publicId = await startPractice(author, { brand, title: brand })
  await writeRequired(author, publicId)
  await author.goto(paths.workPractice(publicId))
  await expect(author.getByText('Judul hanya mengulang nama praktik.', { exact: false }).first()).toBeVisible()
  await expect(author.getByRole('button', { name: 'Kirim untuk diperiksa' })).toHaveCount(0)

  await author.getByRole('link', { name: /^Judul hanya mengulang/ }).click()
  await author.locator('[name="title.id"]').fill('Kader mengantar obat ke rumah lansia')
  await author.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await author.goto(paths.workPractice(publicId))
  await expect(author.getByRole('button', { name: 'Kirim untuk diperiksa' })).toBeVisible()
})

test('the adoption kit is filled in as rows without script, and read, compared and fetched as data', async ({
  as,
  visitor,
}) => {
  test.setTimeout(120_000)
  const author = await as('author', { javaScriptEnabled: false })
  const publicId = await startPractice(author, draft())
  await writeRequired(author, publicId)
  await author.goto(paths.editPractice(publicId, 'kit'))
  const cell = (name: string) => author.locator(`[name="${name}"]`)
  await cell('prerequisites[0].text').fill('Kader yang aktif')
  await cell('prerequisites[0].kind').selectOption('community')
  await cell('launchMin').fill('2')
  await cell('launchMax').fill('4')
  await cell('licenceKind').selectOption('attribution')
  await author.locator('button[value="row:staffing"]').click()
  await author.waitForURL(/row=staffing/)
  await cell('staffing[0].role').fill('Kader')
  await cell('staffing[0].count').fill('12')
  await cell('staffing[0].time').selectOption('part')
  await author.locator('button[value="row:regulations"]').click()
  await author.waitForURL(/row=regulations/)
  await cell('regulations[0].kind').selectOption('head_decree')
  await cell('regulations[0].number').fill('7')
  await cell('regulations[0].year').fill('2024')
  await cell('regulations[0].about').fill('kader pengantar obat')
  await author.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await author.waitForURL(/saved=kit$/)
  await expect(cell('staffing[0].role')).toHaveValue('Kader')

  await submitPractice(author, publicId)
  await verifyDocuments(await as('admin'), publicId)
  await publishPractice(await as('curator'), publicId)

  const reader = await visitor({ javaScriptEnabled: false })
  await reader.goto(paths.practice(publicId))
  const kit = reader.getByRole('region', { name: 'Perangkat adopsi' })
  for (const words of [
    '2–4 bulan',
    'Kader, 12 orang, paruh waktu',
    'Keputusan kepala daerah Nomor 7 Tahun 2024 tentang kader pengantar obat',
    'Bebas dipakai dengan menyebut sumber (CC BY)',
    'Kader yang aktif (Masyarakat)',
  ]) {
    await expect(kit).toContainText(words)
  }
  await reader.goto(paths.compare([publicId, 'JIPP-35-0001']))
  await expect(reader.getByRole('row', { name: /^Petugas/ })).toContainText('Kader, 12 orang, paruh waktu')

  const answer = await (await reader.request.get(paths.apiPractice(publicId))).json()
  expect(answer.adoption_kit).toMatchObject({
    launch_months: { min: 2, max: 4 },
    licence_kind: 'attribution',
    prerequisites: ['Kader yang aktif'],
    prerequisite_kinds: ['community'],
    staffing: [{ role: 'Kader', count: 12, time: 'part', skill: null }],
    regulations: [{ kind: 'head_decree', number: '7', year: 2024, about: 'kader pengantar obat', link: null }],
  })
})

test('with script, marking a translation as checked saves what was typed first', async ({ as }) => {
  const author = await as('author')
  const publicId = await startPractice(author, draft())
  await author.goto(paths.editPractice(publicId, 'summary'))
  await author.locator('[name="text.id"]').fill('Kader mengantar obat ke rumah.')
  await author.getByText('Bahasa Inggris').first().click()
  await author.locator('[name="text.en"]').fill('Volunteers bring medicine to the home.')
  await author.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await author.waitForURL(/saved=summary/)
  await author.getByText('Sudah ditulis, belum diperiksa').click()
  await author.locator('[name="text.en"]').fill('Volunteers bring medicine to your home.')
  await author.getByRole('button', { name: 'Tandai sudah diperiksa' }).click()
  await expect(author.getByText(/^Sudah diperiksa \d/)).toBeVisible()
  await expect(author.locator('[name="text.en"]')).toHaveValue('Volunteers bring medicine to your home.')
})
