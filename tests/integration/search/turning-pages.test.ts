import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import {
  nextPage,
  readSearch,
  type SearchState,
  searchParams,
  toPracticeQuery,
} from '#app/domain/practice/practice-query.ts'
import { insertOutbox } from '#db/queries/system.server.ts'
import { practices } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { createSearch } from '#search/create.server.ts'
import { SORTS } from '#search/engine.ts'
import { followOutbox } from '#search/follow.server.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { type Cast, castOf } from '../practice/cast.ts'
import { withCatalogue } from './catalogue.ts'

/* Somebody leafs through a list while others publish and withdraw: nothing is shown twice, nothing is skipped. */

const { db } = await testDatabase()
await withCatalogue(db)
const search = createSearch({ db })
let cast: Cast
beforeAll(async () => {
  await ensureIndexed(db, search)
  cast = await castOf(db)
})

async function publish(words: string) {
  const content = practiceContent({ brand: words.toUpperCase(), title: { id: `${words} ${words}`, en: null } })
  const { id, publicId } = await publishedPractice(db, { agencyId: cast.organisations.regency.id, content })
  await insertOutbox(db, { topic: 'practice', entityId: id, version: 1 })
  return publicId
}

async function withdraw(publicId: string) {
  const [row] = await db
    .update(practices)
    .set({ state: 'withdrawn', withdrawnAt: new Date(), withdrawalReason: 'legal' })
    .where(eq(practices.publicId, publicId))
    .returning({ id: practices.id })
  await insertOutbox(db, { topic: 'practice', entityId: row!.id, version: 9 })
}

const follow = async () => {
  while ((await followOutbox(db, false)) > 0);
}

/** Leafs from the first page to the last as the links of the pages lead; something happens before each further page. */
async function leaf(address: string, between: (shown: readonly string[]) => Promise<void>) {
  let state: SearchState = { ...readSearch(new URLSearchParams(address)).state, limit: 15 }
  const shown: string[] = []
  for (;;) {
    const { hits, more, total } = await search.practices(toPracticeQuery(state, 'id'))
    shown.push(...hits.map(({ publicId }) => publicId))
    if (!more) return { shown, total }
    await between(shown)
    await follow()
    // Through the address, as a reader goes.
    state = { ...readSearch(searchParams(nextPage(state, hits))).state, limit: 15 }
  }
}

const idsOf = async (address: string) => {
  const { shown } = await leaf(address, async () => {})
  return new Set(shown)
}

test.each(SORTS)('sorted by %s, while others publish and withdraw between the pages', async (sort) => {
  const address = `q=kesehatan+ibu&sort=${sort}&near=35`
  const before = await idsOf(address)
  expect(before.size).toBeGreaterThan(60)
  const gone = new Set<string>()
  const come = new Set<string>()
  const { shown } = await leaf(address, async (seen) => {
    for (let no = 0; no < 3; no++) come.add(await publish('kesehatan ibu'))
    // One of those that were seen, the very last of them too, and one that is still to come.
    const open = [...before].filter((id) => !gone.has(id) && !seen.includes(id))
    for (const id of [seen[2], seen.at(-1), open.at(-1)]) {
      if (id && !gone.has(id) && !come.has(id)) {
        gone.add(id)
        await withdraw(id)
      }
    }
  })
  expect(shown).toHaveLength(new Set(shown).size)
  const missed = [...before].filter((id) => !shown.includes(id) && !gone.has(id))
  expect(missed).toEqual([])
})

test('the whole catalogue, further than is remembered', async () => {
  const before = await idsOf('sort=newest')
  expect(before.size).toBeGreaterThan(300)
  let turn = 0
  const { shown } = await leaf('sort=newest', async (seen) => {
    turn += 1
    if (turn % 4 === 0) await publish('paling baru')
    if (turn % 5 === 0) await withdraw(seen[turn]!)
  })
  expect(shown).toHaveLength(new Set(shown).size)
  expect([...before].filter((id) => !shown.includes(id))).toEqual([])
})

test('totals stay those of the whole, on every page', async () => {
  const state = { ...readSearch(new URLSearchParams('q=kesehatan')).state, limit: 15 }
  const first = await search.practices(toPracticeQuery(state, 'id'))
  const second = await search.practices(toPracticeQuery(nextPage(state, first.hits), 'id'))
  expect(second.total).toBe(first.total)
  expect(second.facets).toEqual(first.facets)
})

test('a page by its number is where it always was', async () => {
  const pages = await Promise.all(
    [1, 2].map((page) => search.practices(toPracticeQuery({ ...readSearch(new URLSearchParams()).state, page }, 'id'))),
  )
  const turned = await search.practices(
    toPracticeQuery(nextPage(readSearch(new URLSearchParams()).state, pages[0]!.hits), 'id'),
  )
  expect(turned.hits.map(({ publicId }) => publicId)).toEqual(pages[1]!.hits.map(({ publicId }) => publicId))
})
