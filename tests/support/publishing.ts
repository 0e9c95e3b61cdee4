import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { expect } from './journey.ts'

/** A word that no other text has: letters only, so that both search engines take it as one word. */
export const rareWord = () =>
  `zx${Array.from({ length: 10 }, () => String.fromCharCode(97 + Math.floor(Math.random() * 26))).join('')}`

export type Draft = { title: string; brand: string }

const publicIdIn = (page: Page) => page.url().match(/JIPP-[0-9A-Z]{2}-\d{4}/)?.[0] ?? ''

/** The author starts a practice; answers its number. */
export async function startPractice(author: Page, { title, brand }: Draft): Promise<string> {
  await author.goto(paths.newPractice())
  await author.getByLabel('Judul biasa').fill(title)
  await author.getByLabel('Nama praktik').fill(brand)
  await author.getByLabel('Urusan').selectOption({ label: 'Kesehatan' })
  await author.getByRole('button', { name: 'Mulai menulis' }).click()
  // What is much alike (texts of earlier runs are) is shown once before it is begun.
  const confirm = author.getByRole('button', { name: 'Tidak ada yang sama, mulai menulis' })
  await Promise.race([author.waitForURL(/\/edit\/identity/), confirm.waitFor()]).catch(() => undefined)
  if (await confirm.isVisible()) await confirm.click()
  await author.waitForURL(/\/edit\/identity/)
  return publicIdIn(author)
}

/** Fills in fields of one section and saves it with its button. */
export async function writeSection(author: Page, publicId: string, section: string, fields: Record<string, string>) {
  await author.goto(paths.editPractice(publicId, section))
  for (const [label, value] of Object.entries(fields))
    await author.getByLabel(label, { exact: true }).first().fill(value)
  await author.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await author.waitForURL(/saved=/)
}

export const BACKGROUND = 'Masalah apa yang dihadapi, siapa yang terdampak, dan apa yang ingin dicapai?'
export const IMPLEMENTATION = 'Bagaimana praktik ini dijalankan, langkah demi langkah?'

/** All that a practice needs before it can be sent. */
export async function writeRequired(author: Page, publicId: string) {
  await writeSection(author, publicId, 'identity', { 'Ringkasan satu kalimat': 'Warga menunggu lebih singkat.' })
  await writeSection(author, publicId, 'background', { [BACKGROUND]: 'Warga menunggu sejak subuh di puskesmas.' })
  await writeSection(author, publicId, 'implementation', { [IMPLEMENTATION]: 'Nomor antrean dikirim lewat SMS.' })
  await writeSection(author, publicId, 'results', {
    Indikator: 'Waktu tunggu',
    Awal: '180 (2024)',
    Akhir: '40 (2025)',
    Satuan: 'menit',
  })
}

export async function submitPractice(author: Page, publicId: string) {
  await author.goto(paths.workPractice(publicId))
  await author.getByRole('button', { name: 'Kirim untuk diperiksa' }).click()
  await expect(author.getByText('Praktik sudah dikirim untuk diperiksa')).toBeVisible()
}

/** The reviewer ticks the whole list and decides. */
export async function decide(reviewer: Page, publicId: string, decision: string | RegExp, message?: string) {
  await reviewer.goto(paths.review(publicId))
  for (const check of await reviewer.getByRole('group', { name: 'Daftar periksa' }).getByRole('checkbox').all()) {
    await check.check()
  }
  await reviewer.getByRole('radio', { name: decision }).check()
  if (message) await reviewer.getByLabel('Pesan untuk penulis').fill(message)
  await reviewer.getByRole('button', { name: 'Kirim keputusan' }).click()
}

export const APPROVE_DOCUMENTS = /^Dokumen benar/
export const PUBLISH = /^Terbitkan versi/

export async function verifyDocuments(admin: Page, publicId: string) {
  await decide(admin, publicId, APPROVE_DOCUMENTS)
  await expect(admin.getByText('Dokumen sudah diperiksa.')).toBeVisible()
}

export async function publishPractice(curator: Page, publicId: string) {
  await decide(curator, publicId, PUBLISH)
  await expect(curator.getByText('Praktik sudah terbit')).toBeVisible()
}

/** From nothing to a practice on the site; answers its number. */
export async function publishNew(people: { author: Page; admin: Page; curator: Page }, draft: Draft): Promise<string> {
  const publicId = await startPractice(people.author, draft)
  await writeRequired(people.author, publicId)
  await submitPractice(people.author, publicId)
  await verifyDocuments(people.admin, publicId)
  await publishPractice(people.curator, publicId)
  return publicId
}
