import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { paths } from '#app/paths.ts'
import { lifeAssertions, memberships, organisations, practices, users } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { demoWorld } from '#tests/support/demo-world.ts'
import { expect, test, unique } from '#tests/support/journey.ts'
import { letterTo, linkIn } from '#tests/support/mail.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, javaScriptEnabled: false }

type World = Awaited<ReturnType<typeof demoWorld>>

/** A published practice of the demo district whose last word is more than half a year old. */
async function oldPractice({ db, people }: World, contactEmail: string) {
  const title = unique('Lampu jalan')
  const [hub] = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.slug, 'hub-contoh'), eq(organisations.kind, 'hub')))
  const agencyId = people.author.hat?.organisationId ?? ''
  const content = practiceContent({ brand: title, title: { id: title, en: null }, contactEmail })
  const { id, publicId } = await publishedPractice(db, { agencyId, hubId: hub!.id, content })
  const old = { isDemo: true, lifeStatus: 'steady', lifeConfirmedOn: '2026-01-15', lifeConfirmedBy: null } as const
  await db.update(practices).set(old).where(eq(practices.id, id))
  return { id, publicId, title }
}

const mailbox = () => `unit-${randomUUID().slice(0, 8)}@contoh.invalid`

test('is it still running: the hub asks, the owner answers with two taps on a phone, another person confirms', async ({
  as,
  visitor,
}) => {
  test.setTimeout(120_000)
  const world = await demoWorld()
  const contact = mailbox()
  const { id, publicId, title } = await oldPractice(world, contact)

  const manager = await as('manager', { javaScriptEnabled: false })
  await manager.goto(paths.workLife({ view: 'aging' }))
  await manager.getByRole('button', { name: 'Lihat surel pengingat sebelum dikirim' }).click()
  await expect(manager.getByRole('alert')).toContainText('Pilih paling sedikit satu praktik.')
  await expect(manager.locator('form p.err')).toHaveText('Pilih paling sedikit satu praktik.')
  await manager.getByLabel(`Pilih ${title}`).check()
  await manager.getByRole('button', { name: 'Lihat surel pengingat sebelum dikirim' }).click()
  await expect(manager.getByRole('row', { name: title }).first()).toContainText(contact)
  await manager.getByText(contact).first().click()
  await expect(manager.getByText(`Masih berjalan? ${title}`)).toBeVisible()
  await manager.getByRole('button', { name: 'Kirim 1 pengingat' }).click()
  await expect(manager.getByText('Pengingat untuk 1 praktik sudah dipesan')).toBeVisible()

  const letter = await letterTo(contact, `Masih berjalan? ${title}`)
  const owner = await visitor(PHONE)
  await owner.goto(linkIn(letter))
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Apakah praktik ini masih berjalan?')
  await expect(owner.getByRole('button', { name: 'Masih berjalan lancar' })).toBeInViewport()
  await owner.getByRole('button', { name: 'Sudah berhenti' }).tap()
  await expect(owner.getByRole('button', { name: 'Kirim: sudah berhenti' })).toBeVisible()
  await owner.getByRole('link', { name: 'Pilih jawaban lain' }).tap()
  await owner.getByRole('button', { name: 'Masih berjalan dan berkembang' }).tap()
  await owner.getByRole('button', { name: 'Ya, kirim jawaban ini' }).tap()
  await expect(owner.getByRole('heading', { level: 1 })).toHaveText('Sudah dijawab, terima kasih')

  const colleague = await visitor({ ...PHONE, javaScriptEnabled: true })
  await colleague.goto(linkIn(letter))
  await expectNoAxeViolations(colleague)
  await expect(colleague.getByText('Masih berjalan dan berkembang')).toBeVisible()
  await expect(colleague.getByRole('button', { name: 'Masih berjalan lancar' })).toHaveCount(0)

  const reader = await visitor()
  await reader.goto(paths.practice(publicId))
  await expect(reader.getByRole('main').getByText('Berkembang', { exact: true })).toHaveCount(0)
  const told = await letterTo('kurator@contoh.invalid', `Pastikan keadaan: ${title}`)
  expect(told.text).toContain('masih berjalan dan berkembang')
  await manager.goto(paths.workLife({ view: 'aging' }))
  await manager.getByRole('link', { name: new RegExp(`periksa dan konfirmasi.*${title}`) }).click()
  await expect(manager.getByText('dijawab lewat tautan surel')).toBeVisible()
  await manager.getByRole('button', { name: 'Konfirmasi keadaan ini' }).click()
  await expect(manager.getByText('Keadaan sudah dikonfirmasi dan tampil di situs')).toBeVisible()
  await reader.reload()
  await expect(reader.getByRole('main').getByText('Berkembang', { exact: true }).first()).toBeVisible()
  expect(await world.db.select().from(lifeAssertions).where(eq(lifeAssertions.practiceId, id))).toHaveLength(1)
  await world.close()
})

test('the same by WhatsApp: the curator prepares the link, and stopping says why', async ({ as, visitor }) => {
  test.setTimeout(120_000)
  const world = await demoWorld()
  const { publicId, title } = await oldPractice(world, mailbox())
  const curator = await as('curator', { javaScriptEnabled: false })
  await curator.goto(paths.workLife({ view: 'aging' }))
  await curator.getByLabel(`Pilih ${title}`).check()
  await curator.getByRole('button', { name: 'Siapkan tautan WhatsApp' }).click()
  const link = curator.getByRole('link', { name: new RegExp(`Kirim lewat WhatsApp.*${title}`) })
  const address = new URL((await link.getAttribute('href')) ?? '')
  expect(address.origin + address.pathname).toBe('https://wa.me/')
  const message = address.searchParams.get('text') ?? ''
  expect(message).toContain(title)
  const { pathname, search } = new URL(message.match(/https?:\/\/\S+\/alive\?token=\S+/)?.[0] ?? '')

  const owner = await visitor({ ...PHONE, javaScriptEnabled: true })
  await owner.goto(pathname + search)
  await expectNoAxeViolations(owner)
  await owner.getByRole('button', { name: 'Sudah berhenti' }).tap()
  await expect(owner.getByRole('button', { name: 'Kirim: sudah berhenti' })).toBeVisible()
  await expectNoAxeViolations(owner)
  await owner.getByRole('button', { name: 'Kirim: sudah berhenti' }).tap()
  await expect(owner.getByRole('alert')).toContainText('Pilih mengapa praktik ini berhenti.')
  await owner.getByLabel('Anggaran tidak tersedia').check()
  await owner.getByRole('button', { name: 'Kirim: sudah berhenti' }).tap()
  await expect(owner.getByText('Sudah berhenti')).toBeVisible()
  await expect(owner.getByText('anggaran tidak tersedia')).toBeVisible()

  await curator.goto(paths.workPractice(publicId))
  await expect(curator.getByText('Tautan WhatsApp ini Anda siapkan sendiri')).toBeVisible()
  await expect(curator.getByRole('button', { name: 'Konfirmasi keadaan ini' })).toHaveCount(0)
  await world.close()
})

test('a question: an official asks, the owner answers, the answer goes into the next version', async ({
  as,
  visitor,
}) => {
  test.setTimeout(120_000)
  const world = await demoWorld()
  const { publicId, title } = await oldPractice(world, mailbox())
  const reader = await visitor(PHONE)
  await reader.goto(paths.practice(publicId))
  await reader.getByRole('link', { name: 'Ajukan pertanyaan' }).tap()
  await expect(reader.getByRole('link', { name: 'Masuk untuk bertanya' })).toBeVisible()

  const question = unique('Berapa petugas yang diperlukan untuk memulai')
  const official = await as('sourceAdmin', { javaScriptEnabled: false })
  await official.goto(paths.practiceQuestions(publicId))
  await official.getByLabel('Pertanyaan Anda', { exact: true }).fill('Hubungi saya di 0812 3456 7890')
  await official.getByRole('button', { name: 'Kirim pertanyaan' }).click()
  await expect(official.getByRole('alert')).toContainText('Hapus nomor telepon')
  await official.getByLabel('Pertanyaan Anda', { exact: true }).fill(question)
  await official.getByRole('button', { name: 'Kirim pertanyaan' }).click()
  await expect(official.getByText('Pertanyaan sudah dikirim kepada pemilik praktik')).toBeVisible()

  const author = await as('author')
  await letterTo('penulis@contoh.invalid', `Pertanyaan tentang ${title}`)
  await author.goto(paths.workQuestions())
  await author.getByRole('link', { name: question }).click()
  await author.getByRole('textbox', { name: 'Jawaban' }).fill('Dua petugas cukup untuk satu kecamatan.')
  await author.getByRole('button', { name: 'Kirim jawaban' }).click()
  await expect(author.getByText('Jawaban sudah tampil di halaman praktik')).toBeVisible()
  await letterTo('sumber@contoh.invalid', `Jawaban tentang ${title}`)
  await reader.goto(paths.practice(publicId))
  await expect(reader.getByText('Dua petugas cukup untuk satu kecamatan.')).toBeVisible()

  await author.getByLabel('Bagian', { exact: true }).selectOption('resources')
  await author.getByRole('button', { name: 'Masukkan jawaban ini' }).click()
  await expect(author.getByText('Jawaban sudah masuk ke draf')).toBeVisible()
  await author.getByRole('link', { name: 'Buka bagian itu' }).click()
  const text = author.locator('textarea[name="text.id"]')
  await expect(text).toHaveValue(/^Dua petugas cukup untuk satu kecamatan\. \(Dari tanya jawab dengan .+\)$/)
  await world.close()
})

test('hand-over: somebody left, the admin gives the contact of the practice to a mailbox', async ({ as, visitor }) => {
  test.setTimeout(120_000)
  const world = await demoWorld()
  const { db, people } = world
  const name = unique('Pegawai Contoh')
  const email = mailbox()
  const [person] = await db.insert(users).values({ name, email, isDemo: true }).returning({ id: users.id })
  const { publicId, title } = await oldPractice(world, email)
  const organisationId = people.author.hat?.organisationId ?? ''
  const period = { startsOn: '2025-01-01', endsOn: '2026-10-01' }
  await db.insert(memberships).values({ userId: person!.id, organisationId, role: 'author', ...period })

  const admin = await as('admin', { javaScriptEnabled: false })
  await admin.goto(paths.work())
  await admin
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText(`Serah terima dari ${name}`)
  const unit = mailbox()
  await admin.getByLabel('Kotak surel unit sebagai kontak').fill(unit)
  await admin.getByRole('button', { name: 'Lihat hasilnya dahulu' }).click()
  await expect(admin.getByRole('row', { name: title })).toContainText(`Kotak surel ${unit}`)
  await admin.getByRole('button', { name: 'Serahkan 1 hal' }).click()
  await expect(admin.getByText('Serah terima sudah dilakukan')).toBeVisible()
  await expect(admin.getByText('Orang ini tidak memegang apa-apa')).toBeVisible()
  const reader = await visitor()
  await reader.goto(paths.practice(publicId))
  await expect(reader.getByRole('link', { name: unit })).toBeVisible()
  await world.close()
})
