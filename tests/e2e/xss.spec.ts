import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { BrowserContext, Page } from 'playwright/test'
import { isStorySection, SECTIONS } from '#app/domain/practice/sections.ts'
import { paths } from '#app/paths.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { insertFile } from '#db/queries/files.server.ts'
import { practiceEvents, practiceRevisions, practices, reviewComments, revisionAuthors } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { STORY_SECTIONS } from '#db/vocabulary.ts'
import { demoWorld } from '#tests/support/demo-world.ts'
import { expect, measured, siteUrl, test } from '#tests/support/journey.ts'
import { filledIn, TEXT, XSS_PAYLOADS } from '#tests/support/xss.ts'

const IN_ONE_TEXT = 10
const BOTH = { id: TEXT, en: TEXT }

/** A text in which everything that people type is open; what is chosen from a list or is a figure stands as it must. */
function openContent(files: { photo: string; document: string }): PracticeContent {
  const { kit, results, ...chosen } = practiceContent()
  const file = {
    mediaType: 'application/pdf',
    bytes: 1_000,
    sha256: 'a'.repeat(64),
    caption: BOTH,
    alt: BOTH,
    name: TEXT,
  }
  return {
    ...chosen,
    brand: TEXT,
    title: BOTH,
    tagline: BOTH,
    unit: TEXT,
    contactEmail: TEXT,
    contactRole: TEXT,
    innovators: [{ name: TEXT, role: TEXT, consent: true }],
    subjects: { id: [TEXT], en: [TEXT] },
    story: Object.fromEntries(STORY_SECTIONS.map((section) => [section, BOTH])) as PracticeContent['story'],
    problem: BOTH,
    approach: BOTH,
    results: [
      {
        indicator: TEXT,
        unit: TEXT,
        baseline: TEXT,
        result: TEXT,
        period: TEXT,
        method: TEXT,
        women: TEXT,
        men: TEXT,
        withDisability: TEXT,
        evidence: TEXT,
      },
      ...results,
    ],
    noResultsReason: TEXT,
    kit: {
      ...kit,
      prerequisites: [TEXT],
      costs: [{ item: TEXT, per: TEXT, setUp: 1, yearly: 1, year: 2025 }],
      staff: TEXT,
      staffing: [{ role: TEXT, count: 2, skill: TEXT }],
      legalBasis: TEXT,
      regulations: [{ about: TEXT, number: TEXT, year: 2024, link: TEXT }],
      technology: TEXT,
      technologies: [{ name: TEXT }],
      timeToLaunch: TEXT,
      parts: [{ name: TEXT, kind: 'core', note: TEXT }],
      pitfalls: [TEXT],
      remedies: { [TEXT]: TEXT },
      licence: TEXT,
    },
    awards: [{ name: TEXT, year: 2024, tier: TEXT }],
    replicatedBy: [TEXT],
    sources: [TEXT],
    attachments: [
      { ...file, fileId: files.document, kind: 'document' },
      { ...file, fileId: files.photo, kind: 'photo', mediaType: 'image/jpeg' },
    ],
    remarks: TEXT,
  }
}

let world: Awaited<ReturnType<typeof demoWorld>>
test.beforeAll(async () => {
  world = await demoWorld()
})
test.afterAll(() => world.close())

let count = 0
let texts = 0
/** The next ten payloads in one text; another one stands first each time. */
function next(): string {
  texts += 1
  const from = count++
  return Array.from({ length: IN_ONE_TEXT }, (_none, at) => XSS_PAYLOADS[(from + at * 20) % XSS_PAYLOADS.length]).join(
    '\n',
  )
}

/** A published practice, with a next version in work unless there is to be none, all of whose texts are payloads. */
async function hostilePractice(state: 'submitted' | 'changes_requested' | null): Promise<string> {
  const { db, people } = world
  const { hat } = people.author
  const [own] = await db
    .select({ hubId: practices.hubId })
    .from(practices)
    .where(eq(practices.agencyId, hat?.organisationId ?? ''))
  const ids = { photo: randomUUID(), document: randomUUID() }
  const content = () => filledIn(openContent(ids), next)
  const { id, publicId } = await publishedPractice(db, {
    agencyId: hat!.organisationId,
    hubId: own?.hubId,
    content: content(),
  })
  await db
    .update(practices)
    .set({ isDemo: true, searchTerms: filledIn({ id: [TEXT], en: [TEXT] }, next) })
    .where(eq(practices.id, id))
  const sizes = [{ format: 'webp' as const, width: 480, height: 360, bytes: 9, sha256: 'b'.repeat(64) }]
  for (const kind of ['photo', 'document'] as const) {
    await insertFile(db, {
      ...{
        id: ids[kind],
        practiceId: id,
        kind,
        name: next(),
        mediaType: 'application/pdf',
        bytes: 9,
        sha256: 'a'.repeat(64),
      },
      state: 'ready',
      photo: kind === 'photo' ? { width: 480, height: 360, colour: '#888888', sizes } : null,
    })
  }
  if (state === null) return publicId
  const [revision] = await db
    .insert(practiceRevisions)
    .values({
      practiceId: id,
      number: 2,
      state,
      content: content(),
      submittedAt: new Date(),
      createdBy: people.author.userId,
      submittedBy: people.author.userId,
    })
    .returning({ id: practiceRevisions.id })
  await db.insert(revisionAuthors).values({ revisionId: revision!.id, userId: people.author.userId })
  const remark = { revisionId: revision!.id, authorId: people.admin.userId, required: true }
  await db
    .insert(reviewComments)
    .values(['background', 'general'].map((section) => ({ ...remark, section, body: next() })))
  const event = { practiceId: id, revisionId: revision!.id, actorId: people.admin.userId, reason: next() }
  await db.insert(practiceEvents).values([
    { ...event, event: 'request_changes' },
    { ...event, event: 'withdraw' },
  ])
  return publicId
}

type Found = { pages: number; executions: number; handlers: string[]; addresses: string[]; violations: number }

/** A browser in which every way to run foreign text is counted. With `bypassCSP`, the policy of the site does not help. */
async function watched(context: BrowserContext, found: Found): Promise<Page> {
  await context.exposeFunction('countExecution', () => {
    found.executions += 1
  })
  await context.addInitScript(() => {
    const told = window as unknown as { xss: () => void; countExecution: () => void }
    told.xss = () => told.countExecution()
    for (const name of ['alert', 'confirm', 'prompt'] as const) window[name] = told.xss as never
  })
  context.on('dialog', async (dialog) => {
    found.executions += 1
    await dialog.dismiss()
  })
  context.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) found.violations += 1
  })
  return context.newPage()
}

/** Opens a page, lets everything on it load, and looks for what no text may become: handlers and addresses that run. */
async function look(page: Page, path: string, found: Found): Promise<void> {
  const answer = await page.goto(path, { waitUntil: 'load' })
  expect(answer?.status(), path).toBeLessThan(500)
  found.pages += 1
  const { handlers, addresses } = await page.evaluate(() => {
    const all = [...document.querySelectorAll('*')]
    const named = (element: Element) => element.getAttributeNames()
    return {
      handlers: all
        .filter((one) => named(one).some((name) => name.startsWith('on')))
        .map((one) => one.outerHTML.slice(0, 120)),
      addresses: all.flatMap((one) =>
        ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'srcdoc']
          .map((name) => one.getAttribute(name))
          .filter(
            (value): value is string =>
              value !== null && /^\s*(?:javascript|data:text|vbscript)/i.test(value.replace(/[\t\n\r]/g, '')),
          ),
      ),
    }
  })
  found.handlers.push(...handlers)
  found.addresses.push(...addresses)
}

const told = ({ pages, executions, handlers, addresses, violations }: Found) =>
  `${pages} pages, ${executions} executions, ${handlers.length} handlers, ${addresses.length} addresses that run, ${violations} refusals by the policy`
const nothing = (): Found => ({ pages: 0, executions: 0, handlers: [], addresses: [], violations: 0 })

test('200 payloads in every text of a practice, in file names, captions and remarks: nothing runs anywhere', async ({
  browser,
  sessionOf,
}) => {
  test.setTimeout(900_000)
  expect(new Set(XSS_PAYLOADS).size).toBeGreaterThanOrEqual(200)
  const inReview = []
  const inWork = []
  for (let n = 0; n < 5; n++) {
    inReview.push(await hostilePractice('submitted'))
    inWork.push(await hostilePractice('changes_requested'))
  }
  const fields = texts / (inReview.length + inWork.length)
  measured(
    `${XSS_PAYLOADS.length} payloads, ${Math.round(fields)} texts a practice in two versions, ${texts} texts with ${IN_ONE_TEXT} payloads each`,
  )
  expect(texts * IN_ONE_TEXT).toBeGreaterThan(XSS_PAYLOADS.length * 30)

  const all = [...inReview, ...inWork]
  const publicPages = all.flatMap((id) => [
    `${paths.practice(id)}`,
    `${paths.practice(id)}?lang=en`,
    paths.practiceVersion(id, 1),
  ])
  const authorPages = inWork.flatMap((id) => [
    paths.workPractice(id),
    paths.previewPractice(id),
    paths.practiceTerms(id),
    paths.practiceStatistics(id),
    paths.editPractice(id, 'attachments'),
    ...SECTIONS.filter((section) => !isStorySection(section) || ['summary', 'background'].includes(section)).map(
      (section) => paths.editPractice(id, section),
    ),
  ])
  const adminPages = [
    paths.reviewQueue(),
    paths.work(),
    paths.statistics({ sort: 'title' }),
    ...inReview.flatMap((id) => [paths.review(id), paths.workPractice(id), paths.previewPractice(id)]),
  ]
  const compared = [paths.compare(all.slice(0, 4)), paths.compare(all.slice(4, 8))]

  const totals = []
  for (const bypassCSP of [true, false]) {
    const found = nothing()
    const options = { baseURL: siteUrl(), bypassCSP }
    const contexts = await Promise.all([
      browser.newContext(options),
      browser.newContext({ ...options, storageState: await sessionOf('author') }),
      browser.newContext({ ...options, storageState: await sessionOf('admin') }),
    ])
    const [visitor, author, admin] = await Promise.all(contexts.map((context) => watched(context, found)))
    // With the policy in force a part of the pages is enough: it must have had nothing to refuse.
    const some = <T>(list: T[]) => (bypassCSP ? list : list.filter((_one, at) => at % 4 === 0))
    await Promise.all([
      (async () => {
        for (const path of some([...publicPages, ...compared])) await look(visitor!, path, found)
      })(),
      (async () => {
        for (const path of some(authorPages)) await look(author!, path, found)
      })(),
      (async () => {
        for (const path of some(adminPages)) await look(admin!, path, found)
      })(),
    ])
    measured(`${bypassCSP ? 'without' : 'with'} the content security policy: ${told(found)}`)
    totals.push(found)
    await Promise.all(contexts.map((context) => context.close()))
  }
  for (const { executions, handlers, addresses, violations } of totals)
    expect({ executions, handlers, addresses, violations }).toEqual({
      executions: 0,
      handlers: [],
      addresses: [],
      violations: 0,
    })
})

test('200 payloads as names of uploaded files and as words of a search: told back as text', async ({
  browser,
  sessionOf,
}) => {
  test.setTimeout(600_000)
  const publicId = await hostilePractice('changes_requested')
  const found = nothing()
  const context = await browser.newContext({
    baseURL: siteUrl(),
    bypassCSP: true,
    storageState: await sessionOf('author'),
  })
  const page = await watched(context, found)
  const names = XSS_PAYLOADS.map((payload, at) => `${payload} ${at}.jpg`)
  for (let from = 0; from < names.length; from += 5) {
    await page.goto(paths.editPractice(publicId, 'attachments'))
    // Five at once, none of which is a picture: each is named in its refusal.
    const form = await page.evaluateHandle(
      (list) => {
        const data = new DataTransfer()
        for (const name of list) data.items.add(new File(['<svg/>'], name, { type: 'image/jpeg' }))
        const input = document.querySelector<HTMLInputElement>('input[type=file]')!
        input.files = data.files
        return input.form!
      },
      names.slice(from, from + 5),
    )
    const sent = page.waitForNavigation()
    await form.evaluate((element) => {
      const form = element as HTMLFormElement
      form.requestSubmit(form.querySelector<HTMLButtonElement>('button[formenctype]'))
    })
    await sent
    await expect(page.getByRole('heading', { name: '5 berkas tidak diterima' })).toBeVisible()
    found.pages += 1
    found.handlers.push(...(await page.locator('[onerror], [onload], [onfocus]').allTextContents()))
  }
  for (const payload of XSS_PAYLOADS.filter((_one, at) => at % 4 === 0))
    await look(page, paths.practices({ q: payload }), found)
  measured(`names of files and words of searches: ${told(found)}`)
  expect(found).toMatchObject({ executions: 0, handlers: [], addresses: [], violations: 0 })
  await context.close()
})

test('two practices full of payloads that are merged: nothing runs on the way, nor in the address that leads on', async ({
  browser,
  sessionOf,
}) => {
  test.setTimeout(300_000)
  const [from, into] = [await hostilePractice(null), await hostilePractice(null)]
  const found = nothing()
  const context = await browser.newContext({
    baseURL: siteUrl(),
    bypassCSP: true,
    storageState: await sessionOf('curator'),
  })
  const page = await watched(context, found)
  const pair = { with: into, keep: into }
  for (const query of [{ q: '<img src=x onerror=alert(1)>' }, { with: '"><script>' }, { with: into }, pair])
    await look(page, paths.mergePractice(from, query), found)
  const chosen = await page
    .locator('form:has([name="pick.brand"])')
    .evaluate((form: HTMLFormElement) => new URLSearchParams(new FormData(form) as never).toString())
  await look(page, `${paths.mergePractice(from)}?${chosen}&step=preview`, found)
  await page.getByRole('button', { name: 'Gabungkan sekarang' }).click()
  await expect(page.getByText('Kedua praktik sudah digabungkan')).toBeVisible()
  for (const path of [
    paths.workPractice(from),
    paths.workPractice(into),
    paths.practiceVersion(from, 1),
    paths.practice(into),
  ])
    await look(page, path, found)
  await page.goto(paths.workPractice(from))
  await look(page, (await page.getByRole('link', { name: 'Urungkan' }).getAttribute('href')) ?? '', found)
  measured(`a merge: ${told(found)}`)
  expect(found).toMatchObject({ executions: 0, handlers: [], addresses: [], violations: 0 })
  await context.close()
})
