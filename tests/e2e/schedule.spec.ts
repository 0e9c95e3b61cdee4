import { DEMO_ACCOUNTS, demoEmail } from '#app/domain/people/demo-accounts.ts'
import { dateIn, timeIn } from '#app/domain/shared/dates.ts'
import { paths } from '#app/paths.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { expect, measured, test } from '#tests/support/journey.ts'
import { letterTo } from '#tests/support/mail.ts'
import {
  decide,
  rareWord,
  startPractice,
  submitPractice,
  verifyDocuments,
  writeRequired,
} from '#tests/support/publishing.ts'

const SCHEDULE = /^Jadwalkan terbit/
const MINUTE = 60_000
/** The zone of the demo district. */
const ZONE = 'WIT'

test('a curator schedules a publication, takes it back, schedules it again; it is on the site at its minute', async ({
  as,
  visitor,
}) => {
  test.setTimeout(240_000)
  const [author, admin, curator, reader] = [await as('author'), await as('admin'), await as('curator'), await visitor()]
  const word = rareWord()
  const title = `Layanan terjadwal ${word}`
  const publicId = await startPractice(author, { title, brand: word })
  await writeRequired(author, publicId)
  await submitPractice(author, publicId)
  await verifyDocuments(admin, publicId)

  const schedule = async (publishAt: Date) => {
    await curator.goto(paths.review(publicId))
    await curator.getByLabel('Tanggal terbit').fill(dateIn(ZONE, publishAt))
    await curator.getByLabel('Jam terbit').fill(timeIn(ZONE, publishAt))
    await checkAll()
    await curator.getByRole('radio', { name: SCHEDULE }).check()
    await curator.getByRole('button', { name: 'Kirim keputusan' }).click()
  }
  const checkAll = async () => {
    const list = curator.getByRole('group', { name: 'Daftar periksa' })
    for (const check of await list.getByRole('checkbox').all()) await check.check()
  }

  // A moment is needed, and one that is to come.
  await decide(curator, publicId, SCHEDULE)
  await expect(curator.getByText('Pilih tanggal terbit.').first()).toBeVisible()
  await schedule(new Date(Date.now() - 10 * MINUTE))
  await expect(curator.getByText('Waktu ini sudah lewat.').first()).toBeVisible()

  await schedule(new Date(Date.now() + 60 * MINUTE))
  await expect(curator.getByText('Praktik dijadwalkan terbit.')).toBeVisible()
  await expect(
    curator.getByRole('region', { name: 'Terjadwal terbit' }).getByRole('link', { name: title }),
  ).toBeVisible()
  await author.goto(paths.workPractice(publicId))
  await expect(author.getByText(/Disetujui, terbit sendiri pada .* WIT/)).toBeVisible()
  await expectNoAxeViolations(author)
  await letterTo(demoEmail(DEMO_ACCOUNTS.author.mailbox), `Terjadwal terbit: ${title}`)

  await curator.goto(paths.review(publicId))
  await expectNoAxeViolations(curator)
  await curator.getByText('Batalkan jadwal', { exact: true }).click()
  await curator.getByRole('button', { name: 'Ya, batalkan jadwal' }).click()
  await expect(curator.getByText('Jadwal terbit dibatalkan.')).toBeVisible()
  await letterTo(demoEmail(DEMO_ACCOUNTS.author.mailbox), `Jadwal terbit dibatalkan: ${title}`)

  // The next full minute that leaves time to choose it.
  const due = new Date(Math.ceil((Date.now() + 20_000) / MINUTE) * MINUTE)
  await schedule(due)
  await expect(curator.getByText('Praktik dijadwalkan terbit.')).toBeVisible()
  let status = 0
  let seenAt = 0
  while (status !== 200 && Date.now() < due.getTime() + 15_000) {
    status = (await reader.request.get(paths.practice(publicId))).status()
    seenAt = Date.now()
    if (status === 200) expect(seenAt, 'on the site before its time').toBeGreaterThanOrEqual(due.getTime())
    await reader.waitForTimeout(50)
  }
  expect(status).toBe(200)
  measured(`scheduled practice on the site ${seenAt - due.getTime()} ms after its time`)
  await expect(async () => {
    const answer = await reader.request.get(paths.apiPractices({ q: word }))
    expect((await answer.json()).total).toBe(1)
  }).toPass({ intervals: [50], timeout: 10_000 })
  measured(`and in the search ${Date.now() - due.getTime()} ms after its time`)
  await letterTo(demoEmail(DEMO_ACCOUNTS.author.mailbox), `Terbit: ${title}`)
})
