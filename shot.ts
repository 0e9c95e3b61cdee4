import { chromium } from 'playwright'
import { paths } from '#app/paths.ts'
import { startPractice, writeSection, BACKGROUND } from '#tests/support/publishing.ts'
import { signInAs } from '#tests/support/browser.ts'
import { fillSignIn } from '#tests/support/journey.ts'
process.env.SITE_PASSWORD = 'contoh-kata-sandi'
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const ctx = (w: number, h: number, extra = {}) => b.newContext({ baseURL: 'http://127.0.0.1:4030', locale: 'id-ID', timezoneId: 'Asia/Jakarta', viewport: { width: w, height: h }, ...extra })
const wide = await (await ctx(1280, 800)).newPage()
await signInAs(wide, 'author')
const id = await startPractice(wide, { title: 'Nomor antrean puskesmas lewat pesan singkat', brand: 'ANTRE (Antrean Tertib dari Rumah)' })
await writeSection(wide, id, 'background', { [BACKGROUND]: 'Warga pulau menunggu perahu puskesmas sejak subuh.\n\nAlinea dua tentang penyebab.\n\nAlinea tiga tentang tujuan.' })
const other = await (await ctx(360, 740, { hasTouch: true })).newPage()
await other.goto(paths.signIn()); await fillSignIn(other, 'dua-peran@contoh.invalid', 'contoh-kata-sandi'); await other.getByRole('button', { name: /Penulis/ }).click(); await other.waitForURL(paths.work())
await other.goto(paths.editPractice(id, 'background')); await other.locator('form[data-live]').waitFor()
await wide.goto(paths.editPractice(id, 'background')); await wide.locator('form[data-live]').waitFor()
await wide.screenshot({ path: '/tmp/w-editor-1280.png' })
await other.screenshot({ path: '/tmp/w-editor-360.png' })
await wide.goto(paths.workPractice(id)); await wide.screenshot({ path: '/tmp/w-tasks-1280.png', fullPage: true })
await other.goto(paths.workPractice(id)); await other.screenshot({ path: '/tmp/w-tasks-360.png', fullPage: true })
await other.goto(paths.editPractice(id, 'background')); await other.locator('form[data-live]').waitFor()
await wide.goto(paths.editPractice(id, 'background')); await wide.locator('form[data-live]').waitFor()
const t = (p: typeof wide) => p.getByLabel(BACKGROUND, { exact: true })
await t(wide).fill('Warga pulau menunggu perahu puskesmas sejak subuh.\n\nAlinea dua tentang sebab menurut kantor.\n\nAlinea tiga tentang tujuan.')
await wide.getByText(/^Tersimpan di server/).first().waitFor()
await t(other).fill('Warga pulau menunggu perahu puskesmas sejak subuh.\n\nAlinea dua tentang sebab menurut petugas lapangan.\n\nAlinea tiga tentang tujuan.')
await other.getByRole('heading', { name: /^Orang lain mengubah/ }).waitFor()
await other.evaluate(() => document.querySelector('#pilihan')?.scrollIntoView())
await other.screenshot({ path: '/tmp/w-conflict-360.png' })
await other.setViewportSize({ width: 1280, height: 900 }); await other.evaluate(() => document.querySelector('#pilihan')?.scrollIntoView())
await other.screenshot({ path: '/tmp/w-conflict-1280.png' })
await b.close()
