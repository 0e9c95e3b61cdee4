import { readFile } from 'node:fs/promises'
import { paths } from '#app/paths.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { expectNoAxeViolations } from '#tests/support/browser.ts'
import { demoWorld } from '#tests/support/demo-world.ts'
import { expect, test, unique } from '#tests/support/journey.ts'

/** The browser of the tests says that nobody sits before it, and such are not counted. */
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
const WRITTEN = { timeout: 20_000, intervals: [1_000] }

test('visitors read a practice, twice and from memory; the curator sees the number and takes it along', async ({
  as,
  visitor,
}) => {
  test.setTimeout(120_000)
  const world = await demoWorld()
  const { db, people } = world
  const { publicId, title } = await practiceOfDemo()
  await world.close()

  const curator = await as('curator')
  const address = paths.practiceStatistics(publicId)
  await curator.goto(address)
  await expect(curator.getByRole('heading', { name: /^Belum ada kunjungan sejak \d+ \w+ \d{4}$/ })).toBeVisible()

  const [one, two] = [await visitor({ userAgent }), await visitor({ userAgent })]
  const page = paths.practice(publicId)
  for (const reader of [one, one, two]) {
    await reader.goto(page)
    await expect(reader.getByRole('heading', { level: 1 })).toContainText(title)
    // No cookie, and no word of it in public.
    expect(await reader.context().cookies()).toEqual([])
    await expect(reader.getByText('Statistik')).toHaveCount(0)
  }
  await one.goto(paths.compare([publicId, 'JIPP-16-0001']))
  expect((await two.request.get(paths.practicePdf(publicId), { headers: { 'User-Agent': userAgent } })).status()).toBe(
    200,
  )
  // Neither the author's own reading nor a robot counts.
  await (await as('author')).goto(page)
  await (await visitor({ userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' })).goto(page)

  const figure = (name: string) =>
    curator.locator('dl > div', { has: curator.getByText(name, { exact: true }) }).locator('dd')
  await expect(async () => {
    await curator.reload()
    await expect(figure('Kunjungan')).toHaveText('2', { timeout: 1_000 })
    await expect(figure('Pengunjung')).toHaveText('2', { timeout: 1_000 })
    await expect(figure('Perbandingan')).toHaveText('1', { timeout: 1_000 })
    await expect(figure('Unduhan')).toHaveText('1', { timeout: 1_000 })
  }).toPass(WRITTEN)
  await expect(curator.getByRole('img', { name: /^Grafik batang kunjungan per hari, .* seluruhnya 2, / })).toBeVisible()
  await expect(curator.getByRole('table').getByRole('row')).toHaveCount(2)
  await expectNoAxeViolations(curator)

  const fileOf = async () => {
    const waiting = curator.waitForEvent('download')
    await curator.getByRole('link', { name: 'Unduh CSV' }).click()
    const download = await waiting
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  const ofPractice = await fileOf()
  expect(ofPractice.name).toMatch(new RegExp(`^statistik-${publicId}-30d-\\d{4}-\\d\\d-\\d\\d\\.csv$`))
  expect(ofPractice.text.trimEnd().split('\r\n').at(-1)).toMatch(/^\d{4}-\d\d-\d\d,2,2,1,0,1,0$/)

  await curator.goto(paths.work())
  await curator.getByRole('link', { name: 'Statistik', exact: true }).click()
  await expect(curator.getByRole('table').getByRole('link', { name: title })).toBeVisible()
  await curator.getByRole('link', { name: 'Urutkan menurut Unduhan' }).click()
  await expect(curator.getByRole('columnheader', { name: 'Unduhan' })).toHaveAttribute('aria-sort', 'descending')
  await expectNoAxeViolations(curator)
  const ofHub = await fileOf()
  expect(ofHub.text).toMatch(new RegExp(`\\r\\n${publicId},${title},.*,2,2,1,0,1,0,0,0,0,0,0\\r\\n`))

  await curator.getByText('12 bulan', { exact: true }).click()
  await curator.getByRole('button', { name: 'Tampilkan' }).click()
  await expect(curator.getByRole('img', { name: /^Grafik batang kunjungan per bulan, / })).toBeVisible()

  async function practiceOfDemo() {
    const agencyId = people.author.hat?.organisationId ?? ''
    const hubId = people.curator.hat?.organisationId ?? ''
    const name = unique('Perahu baca')
    const content = practiceContent({ title: { id: name, en: null } })
    const { publicId: id } = await publishedPractice(db, { agencyId, hubId, content })
    return { publicId: id, title: name }
  }
})
