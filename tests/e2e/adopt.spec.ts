import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import {
  answerLetter,
  beginAdoption,
  type Cast,
  declareInterest,
  expectStep,
  openForm,
  passGate,
  practiceOfSource,
  send,
  tickAll,
} from '#tests/support/adopting.ts'
import { dayFromNow } from '#tests/support/days.ts'
import { demoWorld } from '#tests/support/demo-world.ts'
import { expect, test, unique } from '#tests/support/journey.ts'
import { rareWord } from '#tests/support/publishing.ts'

let world: Awaited<ReturnType<typeof demoWorld>>
test.beforeAll(async () => {
  world = await demoWorld()
})
test.afterAll(() => world.close())

const PARTIES = ['adopter', 'head', 'manager', 'mentor', 'sourceAdmin', 'sourceHead'] as const

async function castOf(as: (who: (typeof PARTIES)[number]) => Promise<Page>): Promise<Cast> {
  const pages = await Promise.all(PARTIES.map(async (who) => [who, await as(who)] as const))
  return Object.fromEntries(pages) as Cast
}

/** Opened by somebody else, a form of the adoption is either not there or only to be read. */
async function expectNoForm(page: Page, path: string) {
  const status = (await page.goto(path))?.status() ?? 0
  if (status === 200) await expect(page.getByRole('main').locator('form[method=post]')).toHaveCount(0)
  else expect([403, 404], path).toContain(status)
}

test('a practice of another province is adopted in eight steps, each opened by whom it should', async ({
  as,
  visitor,
}) => {
  test.setTimeout(240_000)
  const cast = await castOf(as)
  const { adopter, head, manager, mentor, sourceAdmin, sourceHead } = cast
  const brand = rareWord()
  const practiceId = await practiceOfSource(world, brand)
  const problem = unique('Warga di hulu sungai menempuh enam jam untuk mengurus KTP.')

  const { needId, adoptionId } = await beginAdoption(cast, practiceId, problem)
  await declareInterest(cast, adoptionId, practiceId)
  await expectNoForm(adopter, paths.adoptionPage(adoptionId, 'answer'))
  await expectNoForm(mentor, paths.adoptionPage(adoptionId, 'answer'))
  await answerLetter(sourceAdmin, adoptionId, 'Menerima', 'Dengan senang hati.')
  await expectStep(adopter, adoptionId, 4)

  await openForm(adopter, adoptionId, 'visits')
  await adopter.getByLabel('Tanggal').fill(dayFromNow(-1))
  await adopter.getByRole('radio', { name: /Di tempat$/ }).check({ force: true })
  await adopter.getByLabel('Jumlah peserta').fill('6')
  await adopter.getByLabel('Yang dipelajari').fill('Jadwal perahu mengikuti hari pasar.')
  await adopter.getByLabel('Yang tidak boleh berubah').fill('Petugas berwenang mencetak di tempat.')
  await send(adopter, 'Simpan laporan kunjungan')
  await tickAll(adopter, adoptionId)
  await expect(adopter.getByRole('button', { name: 'Buka gerbang ke langkah 5' })).toHaveCount(0)
  await passGate(mentor, adoptionId, 5)

  await openForm(adopter, adoptionId, 'agreement')
  await adopter.getByLabel('Nomor kesepakatan').fill('PKS/7/2026')
  await adopter.getByLabel('Judul').fill('Loket keliling')
  await adopter.getByLabel('Isi pokok').fill('Pendampingan enam hari, biaya masing-masing.')
  await adopter.getByLabel('Berlaku mulai').fill(dayFromNow(0))
  await send(adopter, 'Simpan naskah')
  await tickAll(adopter, adoptionId)
  await openForm(head, adoptionId, 'agreement')
  await send(head, 'Tanda tangani untuk pengadopsi')
  await openForm(sourceHead, adoptionId, 'agreement')
  await send(sourceHead, 'Tanda tangani untuk instansi asal')
  await expectStep(adopter, adoptionId, 6)

  await openForm(adopter, adoptionId, 'adaptation')
  const parts = adopter.getByRole('group', { name: 'Penjaga lampu di setiap RT' })
  await parts.getByRole('radio', { name: /Diubah$/ }).check({ force: true })
  await adopter.getByRole('button', { name: 'Simpan adaptasi' }).click()
  await expect(adopter.getByRole('alert')).toBeVisible()
  await parts.getByLabel('Menjadi apa di sini').fill('Juru mudi perahu')
  await parts.getByLabel('Alasan').fill('RT kami di atas air.')
  await send(adopter, 'Simpan adaptasi')
  await openForm(adopter, adoptionId, 'indicators')
  await adopter.getByLabel('Indikator').fill('Waktu mengurus KTP')
  await adopter.getByLabel('Satuan').fill('jam')
  await adopter.getByLabel('Keadaan awal', { exact: true }).fill('6')
  await adopter.getByLabel('Tanggal keadaan awal').fill(dayFromNow(-200))
  await adopter.getByLabel('Target', { exact: true }).fill('1')
  await adopter.getByRole('button', { name: 'Simpan indikator' }).click()
  await openForm(adopter, adoptionId, 'plan')
  await adopter.getByLabel('Judul').fill('Rencana loket keliling')
  await adopter.getByLabel('Tanggal').fill(dayFromNow(0))
  await adopter.getByLabel('Isi rencana').fill('Januari: perahu. Februari: pelatihan. Maret: mulai.')
  await adopter.getByLabel(/^Biaya yang direncanakan/).fill('180000000')
  await send(adopter, 'Simpan rencana aksi')
  await passGate(head, adoptionId, 7)

  await openForm(adopter, adoptionId, 'launch')
  await adopter.getByLabel('Hari pertama layanan').fill(dayFromNow(-100))
  await send(adopter, 'Simpan')
  await tickAll(adopter, adoptionId)
  await openForm(adopter, adoptionId, 'outcome')
  await adopter.getByRole('radio', { name: /Bulan ke-3$/ }).check({ force: true })
  await adopter.getByLabel('Hari pengukuran').fill(dayFromNow(0))
  await adopter.getByLabel(/^Waktu mengurus KTP/).fill('1.5')
  await adopter.getByLabel('Uraian').fill('Perahu datang tiap Selasa.')
  await send(adopter, 'Kirim laporan hasil')
  await passGate(manager, adoptionId, 8)

  await openForm(adopter, adoptionId, 'closing')
  await adopter.getByLabel('Sebelum dan sesudah').fill('Enam jam menjadi satu setengah jam.')
  await adopter.getByLabel('Perbedaan dengan praktik asal').fill('Perahu, bukan mobil.')
  await adopter.getByLabel('Dasar hukum').fill('Perbup 12/2026')
  await adopter.getByLabel('Anggaran tahun depan').fill('DPA 2027')
  await send(adopter, 'Simpan evaluasi')
  await openForm(sourceHead, adoptionId, 'closing')
  await send(sourceHead, 'Tanda tangani untuk instansi asal')
  await openForm(manager, adoptionId, 'closing')
  await send(manager, 'Tanda tangani untuk hub')

  await adopter.goto(paths.workAdoption(adoptionId))
  await expect(adopter.getByText('Adopsi selesai').first()).toBeVisible()
  await adopter.getByRole('link', { name: 'Lanjutkan catatan replika' }).click()
  await expect(adopter).toHaveURL(/\/work\/practices\/JIPP-97-\d{4}/)
  await adopter.goto(paths.workNeed(needId))
  await expect(adopter.getByRole('main')).toContainText('Terpenuhi')

  const reader = await visitor()
  await reader.goto(paths.certificate(adoptionId))
  await expect(reader.getByText(/SA-\d{4}-\d{4}/).first()).toBeVisible()
  await expect(reader.getByText('Pemerintah Kabupaten Contoh Hulu').first()).toBeVisible()
  await reader.goto(paths.practice(practiceId))
  const adoptions = reader.getByRole('region', { name: 'Siapa mengadopsi' })
  await expect(adoptions).toContainText('Pemerintah Kabupaten Contoh Hulu')
  await expect(adoptions).toContainText('Waktu mengurus KTP: 6 menjadi 1,5 jam')
})

test('the source declines with a reason; the team goes back and may choose another', async ({ as }) => {
  test.setTimeout(180_000)
  const cast = await castOf(as)
  const practiceId = await practiceOfSource(world, rareWord())
  const { adoptionId } = await beginAdoption(cast, practiceId, unique('Sampah sungai tidak terangkut.'))
  await declareInterest(cast, adoptionId, practiceId)
  await openForm(cast.sourceAdmin, adoptionId, 'answer')
  await cast.sourceAdmin.getByRole('radio', { name: /Menolak$/ }).check({ force: true })
  await cast.sourceAdmin.getByRole('button', { name: 'Kirim jawaban' }).click()
  await expect(cast.sourceAdmin.getByRole('alert')).toContainText('Isian ini belum diisi')
  const reason = unique('Petugas kami sedang sedikit.')
  await answerLetter(cast.sourceAdmin, adoptionId, 'Menolak', reason)
  await cast.adopter.goto(paths.workAdoption(adoptionId))
  await expect(cast.adopter.getByText('Instansi asal tidak dapat menerima')).toBeVisible()
  await expect(cast.adopter.getByText(reason).first()).toBeVisible()
  await openForm(cast.adopter, adoptionId, 'back')
  await cast.adopter.getByLabel('Alasan kembali').fill('Memilih praktik lain.')
  await send(cast.adopter, 'Kembali satu langkah')
  await expectStep(cast.adopter, adoptionId, 2)
})

test('an adoption pauses with a date, goes on, and stops with a reason; then nothing moves', async ({ as }) => {
  test.setTimeout(180_000)
  const cast = await castOf(as)
  const { adopter, head } = cast
  const practiceId = await practiceOfSource(world, rareWord())
  const { adoptionId } = await beginAdoption(cast, practiceId, unique('Air bersih di pulau kecil.'))
  await openForm(adopter, adoptionId, 'pause')
  await adopter.getByLabel('Ditinjau kembali pada').fill(dayFromNow(30))
  await adopter.getByLabel('Alasan jeda').fill('Menunggu APBD perubahan.')
  await send(adopter, 'Jeda adopsi')
  await expect(adopter.getByText('Adopsi ini dijeda')).toBeVisible()
  await adopter.getByRole('button', { name: 'Lanjutkan adopsi' }).click()
  await expect(adopter.getByText('Adopsi ini dijeda')).toHaveCount(0)

  await adopter.goto(paths.workAdoption(adoptionId))
  await adopter.getByText('Hentikan adopsi', { exact: true }).click()
  await adopter.getByLabel('Alasan', { exact: true }).selectOption({ label: 'Anggaran' })
  await adopter.getByLabel('Apa yang terjadi').fill('Anggaran dialihkan.')
  await adopter.getByLabel('Ketik HENTIKAN').fill('ya')
  await adopter.getByRole('button', { name: 'Ya, hentikan' }).click()
  await expect(adopter.getByText('Ketik HENTIKAN untuk memastikan.').first()).toBeVisible()
  await expect(adopter.getByLabel('Apa yang terjadi')).toHaveValue('Anggaran dialihkan.')
  await adopter.getByLabel('Ketik HENTIKAN').fill('hentikan')
  await adopter.getByRole('button', { name: 'Ya, hentikan' }).click()
  await expect(adopter.getByText('Adopsi ini dihentikan')).toBeVisible()
  await head.goto(paths.workAdoption(adoptionId))
  await expect(head.getByRole('main').locator('form[method=post]')).toHaveCount(0)
})

test('a stale page and a stranger move nothing', async ({ as }) => {
  test.setTimeout(180_000)
  const cast = await castOf(as)
  const { adopter, head } = cast
  const practiceId = await practiceOfSource(world, rareWord())
  const { adoptionId, needId } = await beginAdoption(cast, practiceId, unique('Antre di pelabuhan.'))
  for (const who of ['sourceAdmin', 'author'] as const) {
    const stranger = await as(who)
    await expectNoForm(stranger, paths.adoptionPage(adoptionId, 'candidates'))
    await expectNoForm(stranger, paths.editNeed(needId))
  }
  expect([403, 404]).toContain((await cast.sourceHead.goto(paths.workAdoption(adoptionId)))?.status())

  await openForm(adopter, adoptionId, 'pause')
  await openForm(head, adoptionId, 'pause')
  for (const page of [adopter, head]) await page.getByLabel('Ditinjau kembali pada').fill(dayFromNow(20))
  await adopter.getByLabel('Alasan jeda').fill('Menunggu anggaran.')
  await send(adopter, 'Jeda adopsi')
  const late = unique('Menunggu kapal.')
  await head.getByLabel('Alasan jeda').fill(late)
  await head.getByRole('button', { name: 'Jeda adopsi' }).click()
  await expect(head.getByRole('alert')).toBeVisible()
  await expect(
    head
      .getByText(late)
      .or(head.locator('textarea', { hasText: late }))
      .first(),
  ).toBeVisible()
  await adopter.goto(paths.workAdoption(adoptionId))
  await expect(adopter.getByText(late)).toHaveCount(0)
})
