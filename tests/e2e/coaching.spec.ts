import type { Page } from 'playwright/test'
import { daysBetween, today } from '#app/domain/shared/dates.ts'
import { paths } from '#app/paths.ts'
import { dayFromNow } from '#tests/support/days.ts'
import { expect, measured, test, unique } from '#tests/support/journey.ts'
import { letterTo } from '#tests/support/mail.ts'

const PHONE = { viewport: { width: 360, height: 740 } }
const DISTRICT = 'Kabupaten Contoh Hulu'
const SESSION = /\/work\/coaching\/[0-9a-f-]{36}/

type Log = {
  findings: string
  daysAgo?: number
  advice?: string
  item?: { what: string; dueIn: number }
  lesson?: boolean
}

/** Fills in the log as a mentor on a telephone would; answers how many times a finger was needed. */
async function fillLog(page: Page, { findings, daysAgo = 1, advice, item, lesson }: Log): Promise<number> {
  let touches = 0
  const fill = async (label: string, value: string) => {
    await page.getByLabel(label, { exact: true }).fill(value)
    touches++
  }
  // The style sheet puts a tick before the chosen one.
  const tap = async (name: string) => {
    await page.getByRole('radio', { name: new RegExp(`^(✓ )?${name}$`) }).check({ force: true })
    touches++
  }
  await page.getByLabel('Daerah dan adopsi').selectOption({ label: `Pemerintah ${DISTRICT}` })
  await fill('Tanggal', dayFromNow(-daysAgo))
  await page.getByLabel(/^Mulai/).fill('09:00')
  await tap('1½ jam')
  await fill('Perempuan', '7')
  await fill('Laki-laki', '4')
  await page.getByLabel('Yang ditemukan').fill(findings)
  touches += 3
  if (advice) {
    await page.getByLabel('Yang disarankan').fill(advice)
    touches++
  }
  if (item) {
    await fill('Apa', item.what)
    await fill('Siapa', 'Bagian Organisasi')
    await fill('Batas waktu', dayFromNow(item.dueIn))
  }
  if (lesson) {
    await page.getByText('Topik, hambatan, keterbukaan').click()
    await tap('Pelajaran untuk umum')
    touches++
  }
  return touches
}

const save = (page: Page) => page.getByRole('button', { name: 'Simpan catatan' }).click()

/** The mentor logs a session; answers its address. */
async function logSession(mentor: Page, log: Log): Promise<string> {
  await mentor.goto(paths.coachingNew())
  await fillLog(mentor, log)
  await save(mentor)
  await expect(mentor.getByText('Catatan sesi tersimpan')).toBeVisible()
  return new URL(mentor.url()).pathname
}

test('the manager assigns a mentor for a period, once, and takes it back', async ({ as }) => {
  const page = await as('manager')
  const day = dayFromNow(400 + Math.floor(Math.random() * 100_000))
  const assign = async () => {
    await page.goto(paths.assignments())
    const panel = page.getByRole('region', { name: 'Tugaskan pendamping' })
    await panel.getByLabel('Pendamping', { exact: true }).selectOption({ index: 1 })
    await panel.getByLabel('Daerah').selectOption({ label: 'Kabupaten Contoh Muara' })
    await panel.getByLabel('Mulai').fill(day)
    await panel.getByLabel(/^Hari terakhir/).fill(day)
    await panel.getByRole('button', { name: 'Tugaskan' }).click()
  }
  await assign()
  await expect(page.getByText('Penugasan tersimpan. Pendamping diberi tahu.')).toBeVisible()
  await letterTo('pendamping@contoh.invalid', 'Kabupaten Contoh Muara')
  await assign()
  await expect(page.getByText('sudah ditugaskan di daerah itu pada sebagian masa').first()).toBeVisible()
  await expect(page.getByLabel('Mulai')).toHaveValue(day)

  await page.goto(paths.assignments())
  const row = page.getByRole('row').filter({ hasText: 'Kabupaten Contoh Muara' })
  const before = await row.getByRole('button', { name: 'Batalkan penugasan' }).count()
  const year = day.slice(0, 4)
  await row
    .getByRole('listitem')
    .filter({ hasText: year })
    .getByRole('button', { name: 'Batalkan penugasan' })
    .first()
    .click()
  await expect(page.getByText('Penugasan dibatalkan.')).toBeVisible()
  await expect(row.getByRole('button', { name: 'Batalkan penugasan' })).toHaveCount(before - 1)
})

test('a mentor logs a session on a telephone within two minutes', async ({ as }) => {
  const page = await as('mentor', PHONE)
  const findings = unique('Loket ramai sejak pukul enam, dua petugas sakit.')
  await page.goto(paths.work())
  const started = Date.now()
  await page.goto(paths.coaching())
  await page.getByRole('main').getByRole('link', { name: 'Catat sesi' }).click()
  const touches = 2 + (await fillLog(page, { findings, item: { what: unique('Susun jadwal piket'), dueIn: 14 } })) + 1
  await save(page)
  await expect(page.getByText('Catatan sesi tersimpan')).toBeVisible()
  await expect(page.getByText(/Tanda terima S-[2-9A-Z]{4}-[2-9A-Z]{4}/).first()).toBeVisible()
  await expect(page.getByText(findings)).toBeVisible()
  measured(`coaching log at 360 px: ${touches} touches, ${Date.now() - started} ms by script`)
  expect(touches).toBeLessThan(20)
})

test('what is missing is said next to the field, and nothing typed is lost', async ({ as }) => {
  const page = await as('mentor', PHONE)
  await page.goto(paths.coachingNew())
  await page.getByLabel('Tanggal', { exact: true }).fill(dayFromNow(-1))
  await page.getByLabel(/^Mulai/).fill('09:00')
  await page.getByLabel('Yang ditemukan').fill('Nomor warga 3201011204560001 tercatat dua kali.')
  await page.getByLabel('Apa', { exact: true }).fill('Bersihkan data')
  await save(page)
  const summary = page.getByRole('alert')
  await expect(summary).toContainText('Jumlah peserta belum diisi')
  await expect(summary).toContainText('Lama sesi belum diisi')
  await expect(summary).toContainText('16 angka seperti NIK')
  await summary.getByRole('link', { name: /16 angka/ }).click()
  await expect(page.getByLabel('Yang ditemukan')).toBeFocused()
  await expect(page.getByLabel('Yang ditemukan')).toHaveValue('Nomor warga 3201011204560001 tercatat dua kali.')
  await page.getByRole('button', { name: 'Tambah tindak lanjut' }).click()
  await expect(page.getByLabel('Apa', { exact: true })).toHaveCount(2)
  await expect(page.getByLabel('Apa', { exact: true }).first()).toHaveValue('Bersihkan data')
  await expect(page.getByLabel('Yang ditemukan')).toHaveValue('Nomor warga 3201011204560001 tercatat dua kali.')
})

test('sent twice it is stored once; changed in between it is refused with the text kept', async ({ as }) => {
  const page = await as('mentor')
  const findings = unique('Antrean turun.')
  const idField = page.locator('input[name=id]')
  await page.goto(paths.coachingNew())
  const id = await idField.inputValue()
  await fillLog(page, { findings })
  await page.getByRole('button', { name: 'Simpan catatan' }).dblclick()
  await expect(page.getByText('Catatan sesi tersimpan')).toBeVisible()
  await page.waitForLoadState()
  const stored = page.url()

  /** The same form again, as a browser shows it that kept the page. */
  const sendAgain = async (log: Log) => {
    await page.goto(paths.coachingNew())
    await fillLog(page, log)
    await idField.evaluate((field: HTMLInputElement, value) => {
      field.value = value
    }, id)
    await save(page)
  }
  await sendAgain({ findings })
  await expect(page).toHaveURL(stored)
  const changed = `${findings} Diubah sesudah tersimpan.`
  await sendAgain({ findings: changed })
  await expect(page.getByText('tetapi isinya berbeda dengan yang Anda kirim sekarang').first()).toBeVisible()
  await expect(page.getByLabel('Yang ditemukan')).toHaveValue(changed)
  await page.goto(stored)
  await expect(page.getByText(findings, { exact: true })).toBeVisible()
})

test('the district disputes, the mentor corrects, the district confirms, nobody changes it after', async ({ as }) => {
  const mentor = await as('mentor')
  const district = await as('admin')
  const findings = unique('Sembilan loket dibuka.')
  const address = await logSession(mentor, { findings })

  await district.goto(address)
  await district.getByText('Sanggah catatan').click()
  const complaint = unique('Loket yang dibuka enam, bukan sembilan.')
  await district.getByLabel('Apa yang tidak sesuai?').fill(complaint)
  await district.getByRole('button', { name: 'Kirim sanggahan' }).click()
  await expect(district.getByText('Sanggahan terkirim')).toBeVisible()

  await mentor.goto(address)
  await expect(mentor.getByText(complaint, { exact: true })).toBeVisible()
  await mentor.getByRole('link', { name: 'Perbaiki catatan' }).click()
  await expect(mentor.getByText(complaint, { exact: true })).toBeVisible()
  await expect(mentor.getByLabel('Yang ditemukan')).toHaveValue(findings)
  const corrected = unique('Enam loket dibuka.')
  await mentor.getByLabel('Yang ditemukan').fill(corrected)
  await mentor.getByRole('button', { name: 'Simpan perbaikan' }).click()
  await expect(mentor.getByText('Perbaikan tersimpan')).toBeVisible()

  await district.goto(address)
  await expect(district.getByText(corrected)).toBeVisible()
  await district.getByRole('button', { name: 'Konfirmasi catatan' }).click()
  await expect(district.getByText('Catatan dikonfirmasi').first()).toBeVisible()

  await mentor.goto(address)
  await expect(mentor.getByRole('link', { name: 'Perbaiki catatan' })).toHaveCount(0)
  expect((await mentor.goto(`${address}/edit`))?.status()).toBeGreaterThanOrEqual(400)
})

test('two answers to one log: the second is told, and what was typed stays', async ({ as }) => {
  const address = await logSession(await as('mentor'), { findings: unique('Data diperiksa.') })
  const [one, other] = [await as('admin'), await as('adopter')]
  await one.goto(address)
  await other.goto(address)
  await one.getByRole('button', { name: 'Konfirmasi catatan' }).click()
  await expect(one.getByText('Catatan dikonfirmasi').first()).toBeVisible()
  await other.getByText('Sanggah catatan').click()
  const complaint = unique('Angkanya keliru.')
  await other.getByLabel('Apa yang tidak sesuai?').fill(complaint)
  await other.getByRole('button', { name: 'Kirim sanggahan' }).click()
  await expect(other.getByRole('alert')).toBeVisible()
  await expect(other.getByText(complaint).or(other.getByLabel('Apa yang tidak sesuai?'))).toBeVisible()
  await other.goto(address)
  await expect(other.getByText(complaint)).toHaveCount(0)
})

test('an action goes from overdue to done to checked, and not by one person alone', async ({ as }) => {
  const mentor = await as('mentor')
  const district = await as('head')
  const what = unique('Kirim rincian biaya')
  const address = await logSession(mentor, {
    findings: unique('Biaya belum dirinci.'),
    daysAgo: 20,
    item: { what, dueIn: -10 },
  })
  await mentor.goto(paths.actions({ show: 'overdue' }))
  const item = (page: Page) => page.getByRole('main').locator('ul.lines > li').filter({ hasText: what })
  // The day that was typed is one of Eastern Indonesia; offices count by the calendar of Jakarta.
  const late = daysBetween(dayFromNow(-10), today(new Date()))
  await expect(item(mentor)).toContainText(`lewat ${late} hari`)
  await expect(item(mentor)).toContainText('Lewat batas')

  await district.goto(address)
  await item(district).getByRole('button', { name: 'Mulai kerjakan' }).click()
  await expect(district.getByText('Tindak lanjut mulai dikerjakan')).toBeVisible()
  await item(district).getByText('Tandai selesai').click()
  await item(district).getByLabel('Apa yang sudah dikerjakan?').fill('Rincian dikirim, surat 045/12.')
  await item(district).getByRole('button', { name: 'Simpan sebagai selesai' }).click()
  await expect(district.getByText('Tindak lanjut ditandai selesai')).toBeVisible()
  await expect(item(district).getByRole('button', { name: 'Terima hasilnya' })).toHaveCount(0)

  await mentor.goto(address)
  await expect(item(mentor)).toContainText('surat 045/12')
  await item(mentor).getByRole('button', { name: 'Terima hasilnya' }).click()
  await expect(mentor.getByText('Tindak lanjut diperiksa dan diterima')).toBeVisible()
  await expect(item(mentor)).not.toContainText('Lewat batas')
})

test('the public reads a confirmed lesson without names, and nothing else', async ({ as, visitor }) => {
  const mentor = await as('mentor')
  const open = unique('Umumkan nomor antrean lewat pengeras suara masjid.')
  const closed = unique('Bicarakan dulu dengan pimpinan.')
  const shared = await logSession(mentor, { findings: unique('Warga menunggu.'), advice: open, lesson: true })
  const kept = await logSession(mentor, { findings: unique('Pimpinan ragu.'), advice: closed })
  const reader = await visitor()
  await reader.goto(paths.lessons())
  await expect(reader.getByText(open)).toHaveCount(0)

  const district = await as('adopter')
  for (const address of [shared, kept]) {
    await district.goto(address)
    await district.getByRole('button', { name: 'Konfirmasi catatan' }).click()
    await expect(district.getByText('Catatan dikonfirmasi').first()).toBeVisible()
  }
  await reader.goto(paths.lessons())
  await expect(reader.getByText(open)).toBeVisible()
  await expect(reader.getByText(closed)).toHaveCount(0)
  await expect(reader.getByRole('main')).not.toContainText('Wulan')
  await reader.goto(shared)
  await expect(reader).toHaveURL(paths.signIn(shared))
})

test('those it does not concern do not see a session between mentor and district', async ({ as }) => {
  const address = await logSession(await as('mentor'), { findings: unique('Hanya antara kita.') })
  expect(address).toMatch(SESSION)
  for (const who of ['curator', 'sourceAdmin', 'national', 'observer'] as const) {
    expect((await (await as(who)).goto(address))?.status(), who).toBe(404)
  }
})

test('a correction from a stale page is refused, and keeps the text', async ({ as }) => {
  const [one, other] = [await as('mentor'), await as('mentor')]
  const address = await logSession(one, { findings: unique('Awal.') })
  await one.goto(`${address}/edit`)
  await other.goto(`${address}/edit`)
  await one.getByLabel('Yang ditemukan').fill(unique('Dari tab pertama.'))
  await one.getByRole('button', { name: 'Simpan perbaikan' }).click()
  await expect(one.getByText('Perbaikan tersimpan')).toBeVisible()
  const late = unique('Dari tab kedua.')
  await other.getByLabel('Yang ditemukan').fill(late)
  await other.getByRole('button', { name: 'Simpan perbaikan' }).click()
  await expect(other.getByText('Orang lain mengubah catatan ini sesudah Anda membukanya.').first()).toBeVisible()
  await expect(other.getByLabel('Yang ditemukan')).toHaveValue(late)
})
