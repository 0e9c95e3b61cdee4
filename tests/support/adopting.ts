import type { Page } from 'playwright/test'
import { type AdoptionPage, paths } from '#app/paths.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { dayFromNow } from './days.ts'
import type { demoWorld } from './demo-world.ts'
import { expect } from './journey.ts'

type World = Awaited<ReturnType<typeof demoWorld>>

/** A practice of the source agency that nobody has adopted yet; answers its number. */
export async function practiceOfSource({ db, people }: World, brand: string): Promise<string> {
  const agencyId = people.sourceHead.hat?.organisationId
  if (!agencyId) throw new Error('the head of the source agency has no hat')
  const title = { id: `Loket keliling di sungai: ${brand}`, en: null }
  const { publicId } = await publishedPractice(db, {
    agencyId,
    scope: '16',
    content: practiceContent({ brand, title }),
  })
  return publicId
}

/** Everybody who takes part in an adoption, each in a browser of their own. */
export type Cast = Record<'adopter' | 'head' | 'manager' | 'mentor' | 'sourceAdmin' | 'sourceHead', Page>

const idIn = (page: Page, pattern: RegExp) => page.url().match(pattern)?.[0] ?? ''

/** From the page of a practice to a recorded need; answers its number. */
export async function recordNeed(adopter: Page, practiceId: string, problem: string): Promise<string> {
  await adopter.goto(paths.practice(practiceId))
  await adopter.getByRole('link', { name: 'Mulai mengadopsi' }).click()
  await adopter.getByLabel('Masalah dalam satu kalimat').fill(problem)
  await adopter.getByLabel('Siapa yang terdampak').fill('1.200 keluarga di tepi sungai')
  await adopter.getByLabel('Keadaan awal').fill('rata-rata 6 jam perjalanan (September 2026)')
  await adopter.getByLabel('Sasaran perencanaan yang dilayani').fill('RPJMD 2025–2029, sasaran 3')
  await adopter.getByRole('button', { name: 'Simpan kebutuhan' }).click()
  await expect(adopter.getByText('Kebutuhan tercatat')).toBeVisible()
  return idIn(adopter, /[^/]+(?=\?done=recorded)/)
}

/** The team begins to adopt; answers the number of the adoption. */
export async function startAdoption(adopter: Page, needId: string): Promise<string> {
  await adopter.goto(paths.workNeed(needId))
  await adopter.getByRole('button', { name: 'Mulai adopsi' }).click()
  await adopter.waitForURL(/\/work\/adoptions\/[^/?]+/)
  return idIn(adopter, /(?<=\/work\/adoptions\/)[^/?]+/)
}

export async function openForm(page: Page, adoptionId: string, form: AdoptionPage) {
  await page.goto(paths.adoptionPage(adoptionId, form))
}

/** Sends a form of the adoption with its button and waits until the process page says that it is stored. */
export async function send(page: Page, act: string) {
  await page.getByRole('main').getByRole('button', { name: act, exact: true }).click()
  await page.waitForURL(/\/work\/adoptions\/[^/]+\?done=/)
}

async function passGate(page: Page, adoptionId: string, to: number) {
  await page.goto(paths.workAdoption(adoptionId))
  await page.getByRole('button', { name: `Buka gerbang ke langkah ${to}` }).click()
  await expectStep(page, adoptionId, to)
}

export async function expectStep(page: Page, adoptionId: string, step: number) {
  await page.goto(paths.workAdoption(adoptionId))
  await expect(page.getByRole('heading', { name: new RegExp(`^Langkah ${step}: `) }).first()).toBeVisible()
}

async function tickAll(page: Page, adoptionId: string) {
  await openForm(page, adoptionId, 'checklist')
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check()
  await send(page, 'Simpan daftar periksa')
}

/** Step 2: another practice is compared, one is chosen. */
async function compareAndChoose(adopter: Page, adoptionId: string, chosen: string, other: string) {
  await openForm(adopter, adoptionId, 'candidates')
  await adopter.getByLabel('Nomor praktik').fill(other)
  await adopter.getByRole('button', { name: 'Tambahkan ke perbandingan' }).click()
  await openForm(adopter, adoptionId, 'candidates')
  await adopter.locator(`input[type=radio][value="${chosen}"]`).check()
  await adopter.getByLabel('Alasan memilih').fill('Biayanya terjangkau dan sungainya serupa.')
  await send(adopter, 'Pilih praktik ini')
}

/** Step 3, first half: written by the team, signed by the head. */
async function writeAndSignLetter({ adopter, head }: Cast, adoptionId: string) {
  await openForm(adopter, adoptionId, 'letter')
  await adopter.getByLabel('Nomor surat').fill('045/12/2026')
  await adopter.getByLabel('Tanggal surat').fill(dayFromNow(-1))
  await adopter.getByRole('textbox', { name: 'Isi surat' }).fill('Kami ingin belajar dari loket keliling Anda.')
  await send(adopter, 'Simpan surat')
  await openForm(head, adoptionId, 'letter')
  await send(head, 'Tanda tangani surat minat')
}

async function verifyLetter(manager: Page, adoptionId: string) {
  await openForm(manager, adoptionId, 'verification')
  await manager.getByRole('radio', { name: 'Sah, teruskan ke instansi asal' }).check({ force: true })
  await send(manager, 'Simpan hasil pemeriksaan')
}

export async function answerLetter(source: Page, adoptionId: string, answer: 'Menerima' | 'Menolak', note: string) {
  await openForm(source, adoptionId, 'answer')
  await source.getByRole('radio', { name: new RegExp(`${answer}$`) }).check({ force: true })
  await source.getByLabel('Catatan atau alasan').fill(note)
  await send(source, 'Kirim jawaban')
}

/** From a new need to step 2, with its gate opened by the head. */
export async function beginAdoption(cast: Cast, practiceId: string, problem: string) {
  const needId = await recordNeed(cast.adopter, practiceId, problem)
  const adoptionId = await startAdoption(cast.adopter, needId)
  await passGate(cast.head, adoptionId, 2)
  return { needId, adoptionId }
}

/** Steps 2 and 3 up to the letter that lies at the source agency. */
export async function declareInterest(cast: Cast, adoptionId: string, practiceId: string) {
  await compareAndChoose(cast.adopter, adoptionId, practiceId, 'JIPP-35-0001')
  await tickAll(cast.adopter, adoptionId)
  await passGate(cast.adopter, adoptionId, 3)
  await writeAndSignLetter(cast, adoptionId)
  await verifyLetter(cast.manager, adoptionId)
}
