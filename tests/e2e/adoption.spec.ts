import type { Page } from 'playwright/test'
import { type AdoptionPage, paths } from '#app/paths.ts'
import { dayFromNow } from '#tests/support/days.ts'
import { expect, test, unique } from '#tests/support/journey.ts'

/** Adopted by nobody in the demo, and its agency has accounts. */
const BRAND = 'KAPSUL CINTA'
const TITLE = 'Suami dan keluarga ikut kelas ibu hamil'
const OTHER_BRAND = 'Kemitraan Bidan dan Dukun'
const DISTRICT = 'Pemerintah Kabupaten Contoh Hulu'
const ADOPTION = /\/work\/adoptions\/(A-\d{4}-\d{4})/

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const press = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).click()
const fill = (page: Page, label: string | RegExp, value: string) =>
  page.getByLabel(label, { exact: typeof label === 'string' }).fill(value)
/** The style sheet puts a tick before the chosen one. */
const pick = (page: Page, name: string) =>
  page.getByRole('radio', { name: new RegExp(`^(✓ )?${name}`) }).check({ force: true })
const open = (page: Page, id: string, form?: AdoptionPage) =>
  page.goto(form ? paths.adoptionPage(id, form) : paths.workAdoption(id))
const said = (page: Page, what: string | RegExp) => expect(page.locator('.band--ok')).toContainText(what)

/** The public number of a practice, found as a reader would find it. */
async function numberOf(page: Page, brand: string): Promise<string> {
  await page.goto(paths.practices({ q: brand }))
  const href = await page.locator('.hit').filter({ hasText: brand }).getByRole('link').first().getAttribute('href')
  return href?.split('/').at(-1) ?? ''
}

/** Records a need and adds practices to it; answers its address. */
async function recordNeed(lead: Page, problem: string, numbers: string[]): Promise<string> {
  await lead.goto(paths.newNeed({ problem }))
  await fill(lead, /^Siapa yang terdampak/, '180 ibu setahun')
  await fill(lead, /^Sasaran perencanaan/, 'RPJMD 2025–2029, sasaran 2.1')
  await press(lead, 'Simpan kebutuhan')
  await said(lead, 'Kebutuhan tercatat')
  for (const number of numbers) {
    await lead.getByText('Tambahkan menurut nomor').click()
    await fill(lead, 'Nomor praktik', number)
    await press(lead, /^Tambahkan$/)
    await said(lead, 'Praktik ditambahkan')
  }
  return new URL(lead.url()).pathname
}

async function startAdoption(lead: Page): Promise<string> {
  await press(lead, 'Mulai adopsi')
  await lead.waitForURL(ADOPTION)
  return ADOPTION.exec(lead.url())?.[1] ?? ''
}

async function tickAll(lead: Page, id: string) {
  await open(lead, id, 'checklist')
  for (const box of await lead.getByRole('checkbox').all()) await box.check()
  await press(lead, 'Simpan daftar periksa')
}

async function openGate(keeper: Page, id: string, to: number) {
  await open(keeper, id)
  await press(keeper, `Buka gerbang ke langkah ${to}`)
  await said(keeper, 'Gerbang dibuka')
}

async function stop(page: Page, id: string) {
  await open(page, id)
  await page.getByText('Hentikan adopsi', { exact: true }).click()
  await page.getByLabel('Alasan').selectOption({ label: 'Anggaran' })
  await fill(page, 'Apa yang terjadi', 'Anggaran dialihkan ke penanganan banjir.')
  await fill(page, 'Ketik HENTIKAN', 'HENTIKAN')
  await press(page, 'Ya, hentikan')
}

/** What an earlier run on the same data left half done stands in the way of a new adoption. */
async function clear(lead: Page) {
  await lead.goto(paths.workAdoptions({ state: 'active' }))
  const links = lead.getByRole('row').filter({ hasText: TITLE }).getByRole('rowheader').getByRole('link')
  const ids = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''))
  for (const id of ids) await stop(lead, id)
}

test('a district adopts a practice of another province, from need to certificate', async ({ as, visitor }) => {
  const [lead, head, curator, mentor, manager] = await Promise.all([
    as('adopter'),
    as('head'),
    as('curator'),
    as('mentor'),
    as('manager'),
  ])
  const [sourceAdmin, sourceHead, reader] = await Promise.all([as('sourceAdmin'), as('sourceHead'), visitor()])
  await clear(lead)
  const number = await numberOf(reader, BRAND)
  const other = await numberOf(reader, OTHER_BRAND)
  const problem = unique('Ibu bersalin di rumah karena keluarga tidak mengizinkan')

  // 1: the need, two practices compared, an incomplete sheet keeps the gate closed.
  const need = await recordNeed(lead, problem, [number, other])
  await reader.goto(paths.needs())
  await expect(reader.getByRole('link', { name: problem })).toBeVisible()
  await press(lead, 'Bandingkan yang dipilih')
  await expect(lead).toHaveURL(new RegExp(`/compare\\?id=${number}&id=${other}`))
  await lead.goto(need)
  const id = await startAdoption(lead)
  await open(head, id)
  await expect(head.getByText('1 dari 5 syarat kurang')).toBeVisible()
  await expect(head.getByRole('button', { name: /^Buka gerbang/ })).toBeHidden()
  await lead.getByRole('link', { name: 'Lengkapi lembar kebutuhan' }).click()
  await fill(lead, /^Keadaan awal/, '19 dari 60 ibu bersalin di puskesmas (semester lalu)')
  await press(lead, 'Simpan kebutuhan')
  await openGate(head, id, 2)

  // 2: choose with a reason.
  await open(lead, id, 'candidates')
  await pick(lead, TITLE)
  await fill(lead, /^Alasan memilih/, 'Masalahnya sama dan tidak memerlukan bangunan baru.')
  await press(lead, 'Pilih praktik ini')
  await said(lead, 'Praktik dipilih')
  await tickAll(lead, id)
  await openGate(lead, id, 3)

  // 3: letter, signature, check, answer.
  await open(lead, id, 'letter')
  await fill(lead, 'Nomor surat', '440/118/DINKES')
  await fill(lead, 'Tanggal surat', dayFromNow(-1))
  await fill(lead, /^Isi surat/, 'Kami ingin belajar dari kelas ibu hamil bersama keluarga.')
  await press(lead, 'Simpan surat')
  await expect(sourceAdmin.goto(paths.workAdoption(id)).then((answer) => answer?.status())).resolves.toBe(200)
  await open(head, id, 'letter')
  await press(head, 'Tanda tangani surat minat')
  await said(head, 'Surat minat ditandatangani')
  await curator.goto(paths.work())
  await curator
    .getByRole('link', { name: /^Periksa pernyataan minat/ })
    .first()
    .click()
  await open(curator, id, 'verification')
  await pick(curator, 'Sah')
  await press(curator, 'Simpan hasil pemeriksaan')
  await open(sourceAdmin, id, 'answer')
  await pick(sourceAdmin, 'Menerima')
  await press(sourceAdmin, 'Kirim jawaban')
  await said(sourceAdmin, 'Instansi asal menerima')
  await reader.goto(paths.practice(number))
  await expect(reader.getByRole('row').filter({ hasText: DISTRICT }).first()).toContainText('Langkah 4 dari 8')

  // 4: what was learnt; the mentor opens the gate.
  await open(lead, id, 'visits')
  await fill(lead, 'Tanggal', dayFromNow(-1))
  await pick(lead, 'Daring')
  await fill(lead, 'Jumlah peserta', '9')
  await fill(lead, /^Yang dipelajari/, 'Suami diundang kepala desa, bukan bidan.')
  await fill(lead, /^Yang tidak boleh berubah/, 'Suami atau keluarga hadir.')
  await press(lead, 'Simpan laporan kunjungan')
  await tickAll(lead, id)
  await openGate(mentor, id, 5)

  // 5: the agreement; the second signature opens the gate.
  await open(lead, id, 'agreement')
  await fill(lead, 'Nomor kesepakatan', 'PKS/07/DINKES')
  await fill(lead, 'Judul', 'Kesepakatan adopsi kelas ibu hamil')
  await fill(lead, /^Isi pokok/, 'Instansi asal membimbing lima hari secara daring.')
  await fill(lead, 'Berlaku mulai', dayFromNow(-1))
  await press(lead, 'Simpan naskah')
  await tickAll(lead, id)
  await open(head, id, 'agreement')
  await press(head, 'Tanda tangani untuk pengadopsi')
  await open(sourceHead, id, 'agreement')
  await press(sourceHead, 'Tanda tangani untuk instansi asal')
  await expect(sourceHead.getByRole('heading', { name: /^Langkah 6/ })).toBeVisible()

  // 6: the adaptation of each part, an indicator, the plan.
  await open(lead, id, 'adaptation')
  const part = lead.getByRole('group', { name: 'Bagian 1' })
  await part.getByLabel('Bagian', { exact: true }).fill('Kelas tiap tiga bulan')
  await part.getByRole('radio', { name: /Diubah/ }).check({ force: true })
  await press(lead, 'Simpan adaptasi')
  await expect(lead.getByRole('alert')).toContainText('2 isian')
  await expect(part.getByLabel('Bagian', { exact: true })).toHaveValue('Kelas tiap tiga bulan')
  await part.getByLabel(/^Menjadi apa/).fill('tiap dua bulan')
  await part.getByLabel(/^Alasan/).fill('Musim tanam membuat jeda terlalu panjang.')
  await press(lead, 'Simpan adaptasi')
  await said(lead, 'Adaptasi diputuskan')
  await open(lead, id, 'indicators')
  await fill(lead, 'Indikator', 'Persalinan di puskesmas')
  await fill(lead, 'Satuan', 'per 60 ibu')
  await fill(lead, 'Keadaan awal', '19')
  await fill(lead, 'Tanggal keadaan awal', dayFromNow(-60))
  await fill(lead, 'Target', '54')
  await press(lead, 'Simpan indikator')
  await open(lead, id, 'plan')
  await fill(lead, 'Judul', 'Rencana aksi')
  await fill(lead, 'Tanggal', dayFromNow(-1))
  await fill(lead, /^Isi rencana/, 'Bulan 1: kader dilatih. Bulan 2: kelas pertama.')
  await fill(lead, /^Biaya yang direncanakan/, '42000000')
  await press(lead, 'Simpan rencana aksi')
  await openGate(head, id, 7)

  // 7: service starts, the outcome is reported, the hub accepts.
  await open(lead, id, 'launch')
  await fill(lead, 'Hari pertama layanan', dayFromNow(-1))
  await press(lead, 'Simpan')
  await open(lead, id, 'outcome')
  await fill(lead, 'Hari pengukuran', dayFromNow(-1))
  await fill(lead, /^Persalinan di puskesmas/, '41')
  await fill(lead, /^Uraian/, 'Empat kelas berjalan.')
  await press(lead, 'Kirim laporan hasil')
  await tickAll(lead, id)
  await openGate(manager, id, 8)

  // 8: evaluation, two signatures, certificate.
  await open(lead, id, 'closing')
  await fill(lead, 'Sebelum dan sesudah', 'Dari 19 menjadi 41 dari 60 ibu.')
  await fill(lead, 'Perbedaan dengan praktik asal', 'Kelas tiap dua bulan.')
  await fill(lead, 'Dasar hukum', 'Peraturan Bupati Nomor 3')
  await fill(lead, 'Anggaran tahun depan', 'RKPD, Rp40 juta')
  await press(lead, 'Simpan evaluasi')
  await open(sourceHead, id, 'closing')
  await press(sourceHead, 'Tanda tangani untuk instansi asal')
  await open(manager, id, 'closing')
  await press(manager, 'Tanda tangani untuk hub')
  await said(manager, 'Nomor sertifikat')

  await reader.goto(paths.certificate(id))
  await expect(reader.getByText(/SA-\d{4}-\d{4}/).first()).toBeVisible()
  await expect(reader.getByRole('row', { name: /Persalinan di puskesmas/ })).toContainText('41')
  await reader.goto(paths.practice(number))
  const row = reader.getByRole('row').filter({ hasText: DISTRICT }).first()
  await expect(row).toContainText('Selesai')
  await lead.goto(need)
  await expect(lead.getByText('Terpenuhi').first()).toBeVisible()
  await open(lead, id)
  await lead.getByRole('link', { name: 'Lanjutkan catatan replika' }).click()
  await expect(lead).toHaveURL(/\/work\/practices\/JIPP-97-/)
})

test('two people at the gate, a pause and a stop', async ({ as }) => {
  const [lead, head, admin] = await Promise.all([as('adopter'), as('head'), as('admin')])
  await lead.goto(paths.newNeed({ problem: unique('Antrean panjang di kantor camat') }))
  await fill(lead, /^Siapa yang terdampak/, '90 warga sehari')
  await fill(lead, /^Keadaan awal/, '3 jam (bulan lalu)')
  await fill(lead, /^Sasaran perencanaan/, 'RKPD')
  await press(lead, 'Simpan kebutuhan')
  const id = await startAdoption(lead)

  await open(head, id)
  await open(admin, id)
  await fill(admin, /^Catatan \(/, 'Lembar kebutuhan sudah saya baca.')
  await press(head, 'Buka gerbang ke langkah 2')
  await said(head, 'Gerbang dibuka')
  await press(admin, 'Buka gerbang ke langkah 2')
  await expect(admin.getByRole('alert')).toContainText('Orang lain mengubah catatan ini')
  await expect(admin.getByText('Lembar kebutuhan sudah saya baca.')).toBeVisible()

  await open(lead, id, 'pause')
  await fill(lead, 'Ditinjau kembali pada', dayFromNow(-1))
  await fill(lead, 'Alasan jeda', 'Menunggu APBD perubahan.')
  await press(lead, 'Jeda adopsi')
  await expect(lead.getByRole('alert')).toContainText('sudah lewat')
  await expect(lead.getByLabel('Alasan jeda')).toHaveValue('Menunggu APBD perubahan.')
  await fill(lead, 'Ditinjau kembali pada', dayFromNow(30))
  await press(lead, 'Jeda adopsi')
  await expect(lead.locator('.band--warn')).toContainText('Menunggu APBD perubahan.')
  await press(lead, 'Lanjutkan adopsi')
  await said(lead, 'Adopsi dilanjutkan')

  await lead.getByText('Hentikan adopsi', { exact: true }).click()
  await lead.getByLabel('Alasan').selectOption({ label: 'Anggaran' })
  await fill(lead, 'Apa yang terjadi', 'Anggaran dialihkan.')
  await fill(lead, 'Ketik HENTIKAN', 'berhenti')
  await press(lead, 'Ya, hentikan')
  await expect(lead.getByLabel('Apa yang terjadi')).toHaveValue('Anggaran dialihkan.')
  await fill(lead, 'Ketik HENTIKAN', 'hentikan')
  await press(lead, 'Ya, hentikan')
  await expect(lead.getByText('Adopsi ini dihentikan')).toBeVisible()
  await expect(lead.getByRole('button', { name: /^Buka gerbang/ })).toBeHidden()
})
