import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { agencies, outbox, practiceDocuments, practices } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { createSearch } from '#search/create.server.ts'
import { renewDocuments } from '#search/documents.server.ts'
import { practiceQuery } from '#search/engine.ts'
import { MemoryFollower } from '#search/memory/follow.server.ts'
import { ensureIndexed, rebuildDocuments } from '#search/rebuild.server.ts'
import { testDatabase } from '#tests/support/database.ts'

/*
 * The memory of a process follows the documents of the database: whatever wrote them, in whatever process, at whatever
 * moment, and also when the database is put back to an older state.
 */

const { db } = await testDatabase()
const search = createSearch({ db })
let agencyId = ''

beforeAll(async () => {
  const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
  agencyId = agency!.id
  for (const brand of ['LENTERA SATU', 'LENTERA DUA', 'LENTERA TIGA']) await publish(brand)
  await ensureIndexed(db, search)
})

const publish = (brand: string) => publishedPractice(db, { agencyId, content: practiceContent({ brand }) })
const renew = (...ids: string[]) => db.transaction((tx) => renewDocuments(tx, ids))
const brandsOf = async (q: string, of = search) =>
  (await of.practices(practiceQuery({ q, limit: 50 }))).hits.map(({ brand }) => brand).sort()

describe('the memory', () => {
  test('shows a document as soon as it is committed, in every process', async () => {
    const other = createSearch({ db })
    expect(await brandsOf('lentera', other)).toHaveLength(3)
    const { id } = await publish('LENTERA EMPAT')
    await renew(id)
    for (const process of [search, other]) expect(await brandsOf('lentera', process)).toContain('LENTERA EMPAT')
  })

  test('shows nothing of a transaction that is not committed, and all of it afterwards', async () => {
    const { id } = await publish('SULUH BARU')
    await db.transaction(async (tx) => {
      await renewDocuments(tx, [id])
      expect(await brandsOf('suluh')).toEqual([])
    })
    expect(await brandsOf('suluh')).toEqual(['SULUH BARU'])
  })

  test('forgets what was taken away, and words that only that one had', async () => {
    const { id } = await publish('OBOR XILOFON')
    await renew(id)
    expect(await brandsOf('xilofon')).toEqual(['OBOR XILOFON'])
    expect(await search.suggest('xilo', 'id')).toHaveLength(1)
    await db.delete(practiceDocuments).where(eq(practiceDocuments.practiceId, id))
    expect(await brandsOf('xilofon')).toEqual([])
    expect(await search.suggest('xilo', 'id')).toEqual([])
  })

  test('hides a practice whose withdrawal no worker has followed yet: hits, counts, suggestions, similar', async () => {
    const { id } = await publish('PELITA YODIUM')
    await renew(id)
    const before = await search.practices(practiceQuery())
    await db.transaction(async (tx) => {
      await tx.update(practices).set({ state: 'unpublished' }).where(eq(practices.id, id))
      await tx.insert(outbox).values({ topic: 'practice', entityId: id, version: 2 })
    })
    const after = await search.practices(practiceQuery())
    expect(after.total).toBe(before.total - 1)
    expect(after.facets.sector[0]!.count).toBe(before.facets.sector[0]!.count - 1)
    expect(await brandsOf('yodium')).toEqual([])
    expect(await search.suggest('yodi', 'id')).toEqual([])
    expect(await search.matching({ q: 'yodium' }, [id])).toEqual([])
    const [twin] = (await search.practices(practiceQuery({ q: 'lentera satu' }))).hits
    expect((await search.similar(twin!.practiceId, 'id', 20)).map(({ practiceId }) => practiceId)).not.toContain(id)
  })

  test('is read anew when the documents were emptied or put back to an older state', async () => {
    const count = async () => (await search.practices(practiceQuery())).total
    await db.execute(sql`truncate practice_documents`)
    expect(await count()).toBe(0)
    await rebuildDocuments(db)
    const full = await count()
    expect(full).toBeGreaterThan(4)
    // A backup that is older than what this process has read.
    await db.execute(sql`update search_generation set generation = 1`)
    await db.execute(sql`alter table practice_documents disable trigger user`)
    await db.execute(sql`update practice_documents set generation = 1`)
    await db.execute(
      sql`delete from practice_documents where practice_id in (select practice_id from practice_documents limit 1)`,
    )
    await db.execute(sql`alter table practice_documents enable trigger user`)
    expect(await count()).toBe(full - 1)
    await ensureIndexed(db, search)
    expect(await count()).toBe(full)
  })

  test('answers many at once from one look at the database', async () => {
    let looks = 0
    const counted = new Proxy(db, {
      get(target, name, receiver) {
        if (name === 'execute') looks++
        return Reflect.get(target, name, receiver)
      },
    })
    const follower = new MemoryFollower(counted)
    const all = await Promise.all(Array.from({ length: 50 }, () => follower.fresh()))
    expect(new Set(all.map(({ memory }) => memory)).size).toBe(1)
    expect(looks).toBeLessThanOrEqual(3)
  })
})
