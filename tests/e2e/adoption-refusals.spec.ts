import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import {
  answerLetter,
  beginAdoption,
  type Cast,
  declareInterest,
  expectStep,
  openForm,
  practiceOfSource,
  send,
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

test('the source declines with a reason; the team goes back and may choose another', async ({ as }) => {
  test.setTimeout(180_000)
  const cast = await castOf(as)
  const practiceId = await practiceOfSource(world, rareWord())
  const { adoptionId } = await beginAdoption(cast, practiceId, unique('Sampah sungai tidak terangkut.'))
  await declareInterest(cast, adoptionId, practiceId)
  for (const page of [cast.adopter, cast.head, cast.mentor]) {
    await expectNoForm(page, paths.adoptionPage(adoptionId, 'answer'))
  }
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
