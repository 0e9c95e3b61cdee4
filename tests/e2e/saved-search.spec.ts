import { eq, like } from 'drizzle-orm'
import { DEMO_ACCOUNTS, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { paths } from '#app/paths.ts'
import { onceKeys, practices, publications, savedSearches, searchDigests } from '#db/schema/index.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { demoWorld } from '#tests/support/demo-world.ts'
import { expect, test, unique } from '#tests/support/journey.ts'
import { letterTo, linkIn } from '#tests/support/mail.ts'
import { publishNew, rareWord } from '#tests/support/publishing.ts'

const DAY = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY)

test('a search is saved, a practice is published, one mail tells of it, and one click stops the mail', async ({
  as,
  visitor,
}) => {
  test.setTimeout(180_000)
  const world = await demoWorld()
  const { db } = world
  const { userId } = world.people.mentor
  // One mail a person and day: an earlier run today has used it up.
  await db.delete(searchDigests).where(eq(searchDigests.userId, userId))
  await db.delete(onceKeys).where(like(onceKeys.key, `search_digest:${userId}:%`))
  await db.delete(savedSearches).where(eq(savedSearches.userId, userId))

  const word = rareWord()
  const name = unique('Perahu')
  const mentor = await as('mentor', { javaScriptEnabled: false })
  await mentor.goto(paths.practices({ q: word }))
  await mentor.getByText('Simpan pencarian').first().click()
  await mentor.getByLabel('Nama pencarian').fill(name)
  await mentor.getByText('Harian', { exact: true }).click()
  await mentor.getByRole('button', { name: 'Simpan pencarian' }).click()
  await expect(mentor.getByText('Pencarian sudah disimpan')).toBeVisible()

  const title = `Perahu posyandu ${word}`
  const people = { author: await as('author'), admin: await as('admin'), curator: await as('curator') }
  const publicId = await publishNew(people, { title, brand: word })
  // As if it had all happened two days ago: mail goes out at seven in the morning.
  await db
    .update(savedSearches)
    .set({ createdAt: ago(3), alertSince: ago(3), seenAt: ago(3) })
    .where(eq(savedSearches.userId, userId))
  const [practice] = await db.select({ id: practices.id }).from(practices).where(eq(practices.publicId, publicId))
  await db
    .update(publications)
    .set({ publishedAt: ago(2), matchedAt: null })
    .where(eq(publications.practiceId, practice!.id))

  await expect
    .poll(async () => (await db.select().from(searchDigests).where(eq(searchDigests.userId, userId))).length, {
      timeout: 90_000,
      intervals: [500],
    })
    .toBe(1)
  const letter = await letterTo(demoEmail(DEMO_ACCOUNTS.mentor.mailbox), 'praktik terbit untuk pencarian Anda')
  expect(letter.text).toContain(name)
  expect(letter.text).toContain(title)
  await mentor.goto(paths.savedSearches())
  const row = mentor.getByRole('row', { name })
  await expect(row.getByText('1 baru')).toBeVisible()
  await expect(row.getByRole('link', { name: title })).toBeVisible()
  await row.getByRole('link', { name, exact: true }).click()
  await expect(mentor.getByText(`Tersimpan sebagai “${name}”.`)).toBeVisible()
  await mentor.goto(paths.savedSearches())
  await expect(row.getByText('Belum ada')).toBeVisible()

  const reader = await visitor({ javaScriptEnabled: false })
  await reader.goto(linkIn(letter))
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Berhenti menerima kabar')
  await mentor.reload()
  await expect(row.getByText('kabar harian')).toBeVisible()
  await reader.getByRole('button', { name: 'Hentikan kabar lewat surel' }).click()
  await expect(reader.getByText('Kabar lewat surel sudah dihentikan')).toBeVisible()
  await mentor.reload()
  await expect(row.getByText('tanpa kabar')).toBeVisible()
  expect(
    await db
      .select()
      .from(onceKeys)
      .where(like(onceKeys.key, `search_digest:${userId}:%`)),
  ).toHaveLength(1)
  await world.close()

  const page = await visitor()
  await page.goto(linkIn(letter))
  await expectNoAxeViolations(page)
})
