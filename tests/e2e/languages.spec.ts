import type { Page } from 'playwright/test'
import { paths } from '#app/paths.ts'
import { expect, measured, test, unique } from '#tests/support/journey.ts'
import { publishNew, publishPractice, submitPractice, verifyDocuments } from '#tests/support/publishing.ts'

/** Small words that only one of the two languages has: a run of text with several of them is in that language. */
const WORDS = {
  id: 'yang dan untuk dengan tidak dari pada oleh warga dalam adalah akan sudah belum setiap mereka ini itu atau bagi ke',
  en: 'the and of for with from that are was were by this which they their has have an to be not',
}

/** Runs of text whose language is not the one that their elements say. */
function wrongRuns(page: Page): Promise<{ runs: number; wrong: string[] }> {
  return page.evaluate((words) => {
    const sets = { id: new Set(words.id.split(' ')), en: new Set(words.en.split(' ')) }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const wrong: string[] = []
    let runs = 0
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent || parent.closest('script,style,code,pre')) continue
      const said = parent.closest('[lang]')?.getAttribute('lang') ?? ''
      for (const text of (node.textContent ?? '').split(' · ')) {
        const found = text.match(/\p{L}+/gu) ?? []
        const of = (lang: 'id' | 'en') => found.filter((word) => sets[lang].has(word.toLowerCase())).length
        const [id, en] = [of('id'), of('en')]
        if (id + en === 0) continue
        // The name of an agency abroad is a name in every language.
        const others = found.filter((word) => !sets.id.has(word) && !sets.en.has(word))
        if (others.filter((word) => !/^\p{Lu}/u.test(word)).length * 4 < others.length + 1) continue
        runs += 1
        const is = id >= 2 && en === 0 ? 'id' : en >= 2 && id === 0 ? 'en' : said
        if (is !== said) wrong.push(`${said}: ${text.trim().slice(0, 120)}`)
      }
    }
    return { runs, wrong }
  }, WORDS)
}

const CATALOGUE = ['JIPP-35-0001', 'JIPP-16-0001', 'JIPP-99-0001', 'JIPP-31-0001', 'JIPP-73-0001']
/** Of the demo data: every field of the template is filled in. */
const TYPED = 'JIPP-97-0004'
const PAGES = [
  ...[...CATALOGUE, TYPED].map((id) => `/practices/${id}`),
  `/compare?id=${TYPED}&id=${CATALOGUE[0]}&id=${CATALOGUE[2]}`,
  '/practices?q=antrean+puskesmas',
]

for (const lang of ['id', 'en'] as const) {
  test(`each run of text says its language: ${lang}`, async ({ visitor }) => {
    const page = await visitor({ javaScriptEnabled: true })
    let total = 0
    for (const path of PAGES) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)
      const { runs, wrong } = await wrongRuns(page)
      expect(wrong, path).toEqual([])
      expect(runs, path).toBeGreaterThan(5)
      total += runs
    }
    measured(`${lang}: ${total} runs of text on ${PAGES.length} pages, none in another language than it says`)
  })
}

test('an English reader is told what is in Indonesian only, and that nobody has checked the rest', async ({
  visitor,
}) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto(`/practices/${TYPED}?lang=en`)
  await expect(page.getByText('English texts on this page have not been checked.')).toBeVisible()
  const background = page.getByRole('region', { name: 'Background and goal' })
  await expect(background.getByText('Indonesian only')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Implementation' }).getByText('Indonesian only')).toHaveCount(0)
})

test('a translation that fell behind is said to be so, first to its authors and then to its readers', async ({
  as,
  visitor,
}) => {
  test.setTimeout(120_000)
  const [author, admin, curator] = [
    await as('author', { javaScriptEnabled: false }),
    await as('admin', { javaScriptEnabled: false }),
    await as('curator', { javaScriptEnabled: false }),
  ]
  const title = unique('Kader mengantar obat ke rumah lansia')
  const publicId = await publishNew({ author, admin, curator }, { title, brand: unique('ANTAR OBAT') })
  await author.goto(paths.workPractice(publicId))
  await author.getByRole('button', { name: 'Tulis versi baru' }).click()

  const write = async (id: string, en: string) => {
    await author.goto(paths.editPractice(publicId, 'summary'))
    await author.locator('[name="text.id"]').fill(id)
    await author.getByText('Bahasa Inggris').first().click()
    await author.locator('[name="text.en"]').fill(en)
    await author.getByRole('button', { name: 'Simpan', exact: true }).last().click()
    await author.waitForURL(/saved=/)
  }
  await write('Kader mengantar obat ke rumah.', 'Volunteers bring medicine to the home.')
  await author.getByText('Sudah ditulis, belum diperiksa').click()
  await author.getByRole('button', { name: 'Tandai sudah diperiksa' }).click()
  await expect(author.getByText(/^Sudah diperiksa \d/)).toBeVisible()

  await author.locator('[name="text.id"]').fill('Kader dan perawat mengantar obat ke rumah.')
  await author.getByRole('button', { name: 'Simpan', exact: true }).last().click()
  await expect(author.getByText(/^Ketinggalan: teks Indonesia berubah/)).toBeVisible()
  await author.goto(paths.workPractices({ without: 'translation' }))
  await expect(author.getByRole('link', { name: title })).toBeVisible()

  await submitPractice(author, publicId)
  await verifyDocuments(admin, publicId)
  await publishPractice(curator, publicId)
  const reader = await visitor({ javaScriptEnabled: false })
  await reader.goto(`${paths.practice(publicId)}?lang=en`)
  await expect(reader.getByText(/The English is behind the Indonesian text of \d/)).toBeVisible()
  await reader.goto(`${paths.practice(publicId)}?lang=id`)
  await expect(reader.getByText(/ketinggalan/)).toHaveCount(0)
})
