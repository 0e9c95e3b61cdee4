import type { Page } from 'playwright/test'
import { expect, measured, test } from '#tests/support/journey.ts'

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
      const text = node.textContent ?? ''
      const parent = node.parentElement
      if (!parent || parent.closest('script,style,code,pre')) continue
      const found = text.toLowerCase().match(/\p{L}+/gu) ?? []
      const count = {
        id: found.filter((word) => sets.id.has(word)).length,
        en: found.filter((word) => sets.en.has(word)).length,
      }
      if (count.id + count.en === 0) continue
      runs += 1
      const said = parent.closest('[lang]')?.getAttribute('lang') ?? ''
      const is = count.id >= 2 && count.en === 0 ? 'id' : count.en >= 2 && count.id === 0 ? 'en' : said
      if (is !== said) wrong.push(`${said}: ${text.trim().slice(0, 120)}`)
    }
    return { runs, wrong }
  }, WORDS)
}

const CATALOGUE = ['JIPP-35-0001', 'JIPP-16-0001', 'JIPP-99-0001', 'JIPP-31-0001', 'JIPP-73-0001']
const PAGES = [
  ...CATALOGUE.map((id) => `/practices/${id}`),
  '/practices/JIPP-97-0001',
  '/practices/JIPP-97-0002',
  '/practices/JIPP-97-0003',
  `/compare?id=${CATALOGUE[0]}&id=JIPP-97-0002&id=JIPP-97-0001`,
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

test('an English reader is told what is in Indonesian only', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/practices/JIPP-97-0001?lang=en')
  await expect(page.getByText('Indonesian only').first()).toBeVisible()
})
