import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { provinceOf } from '#app/domain/search-demand/province-of.server.ts'
import { readDemand } from '#app/domain/search-demand/read-demand.server.ts'
import { createSearchLog, purgeDemand } from '#app/domain/search-demand/search-log.server.ts'
import { VISITOR } from '#app/domain/shared/context.ts'
import { addDays } from '#app/domain/shared/dates.ts'
import { Forbidden } from '#app/domain/shared/errors.ts'
import type { Database } from '#db/client.server.ts'
import { searchDemand } from '#db/schema/index.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { type Cast, castOf } from '../practice/cast.ts'

const { db } = await testDatabase()
const NOW = new Date('2026-11-22T03:00:00Z')
const TODAY = '2026-11-22'
let cast: Cast
beforeAll(async () => {
  cast = await castOf(db)
})
beforeEach(() => db.delete(searchDemand))

const asker = (n: number) => ({ address: `10.0.0.${n}`, userAgent: 'Mozilla/5.0' })
const search = (n: number, q = 'antrean puskesmas', more = {}) => ({
  asker: asker(n),
  q,
  now: NOW,
  language: 'id' as const,
  province: null,
  isWithoutHit: false,
  ...more,
})
const rows = () => db.select().from(searchDemand).orderBy(searchDemand.words)
const count = (words: string, more: Partial<typeof searchDemand.$inferInsert> = {}) => ({
  day: TODAY,
  province: null,
  language: 'id' as const,
  words,
  searches: 5,
  withoutHit: 0,
  opened: 0,
  ...more,
})
const report = (filters: { days?: 30 | 90; province?: string | null } = {}, actor = cast.curator) =>
  readDemand(contextAs(db, actor, NOW), { days: 30, province: null, ...filters })

describe('counting', () => {
  test('counts nobody twice on a day, in whatever order they come', async () => {
    const log = createSearchLog()
    for (const n of [1, 1, 2, 1]) log.searched(search(n))
    log.searched(search(1, 'Puskesmas: antrean'))
    log.opened({ asker: asker(1), q: 'antrean puskesmas', now: NOW })
    log.opened({ asker: asker(1), q: 'antrean puskesmas', now: NOW })
    log.opened({ asker: asker(3), q: 'antrean puskesmas', now: NOW })
    await log.flush(db)
    expect(await rows()).toEqual([
      count('antrean puskesmas', { searches: 2, opened: 1 }),
      count('puskesmas antrean', { searches: 1 }),
    ])
  })

  test('adds to what is there, and writes nothing twice', async () => {
    const log = createSearchLog()
    log.searched(search(1, 'stunting', { isWithoutHit: true }))
    await log.flush(db)
    await log.flush(db)
    log.opened({ asker: asker(1), q: 'stunting', now: NOW })
    log.searched(search(2, 'stunting'))
    await log.flush(db)
    expect(await rows()).toEqual([count('stunting', { searches: 2, withoutHit: 1, opened: 1 })])
  })

  test('knows nobody of the day before', async () => {
    const log = createSearchLog()
    const tomorrow = new Date(NOW.getTime() + 86_400_000)
    log.searched(search(1))
    log.searched(search(1, undefined, { now: tomorrow }))
    log.opened({ asker: asker(1), q: 'antrean puskesmas', now: tomorrow })
    await log.flush(db)
    expect((await rows()).map(({ day, searches, opened }) => ({ day, searches, opened }))).toEqual(
      expect.arrayContaining([
        { day: TODAY, searches: 1, opened: 0 },
        { day: '2026-11-23', searches: 1, opened: 1 },
      ]),
    )
  })

  test('stores no person: what may belong to one is not counted, and the table has no column for one', async () => {
    const log = createSearchLog()
    for (const q of ['KTP 3571012345678901', 'rani@dinas.go.id', '0812 3456 7890', 'dan untuk'])
      log.searched(search(1, q))
    await log.flush(db)
    expect(await rows()).toEqual([])
    expect(Object.keys(searchDemand).filter((key) => /user|person|address|session|agent|asker/i.test(key))).toEqual([])
  })

  test('waits while the database is away, and then counts', async () => {
    const log = createSearchLog()
    log.searched(search(1))
    const away = { insert: () => ({ values: () => ({ onConflictDoUpdate: () => Promise.reject(new Error('away')) }) }) }
    await expect(log.flush(away as unknown as Database)).rejects.toThrow('away')
    log.searched(search(2))
    await log.flush(db)
    expect(await rows()).toEqual([count('antrean puskesmas', { searches: 2 })])
  })

  test('knows the province of people who are signed in, and of a hub with a single one', async () => {
    const of = (actor: Parameters<typeof contextAs>[1]) => provinceOf(contextAs(db, actor))
    expect(await of(cast.unitAuthor)).toBe('11')
    expect(await of(cast.curator)).toBe('11')
    expect(await of(cast.abroadAuthor)).toBeNull()
    expect(await of(cast.national)).toBeNull()
    expect(await of(VISITOR)).toBeNull()
    const log = createSearchLog()
    log.searched(search(1, 'air bersih', { province: of(cast.author) }))
    log.searched(search(2, 'air bersih', { province: Promise.reject(new Error('away')) }))
    await new Promise((resolve) => setTimeout(resolve, 50))
    await log.flush(db)
    expect((await rows()).map(({ province }) => province).sort()).toEqual(['11', null].sort())
  })
})

describe('the report', () => {
  test('shows only what was searched five times, those without a hit first', async () => {
    await db
      .insert(searchDemand)
      .values([
        count('terlalu jarang', { searches: 4 }),
        count('dua hari', { searches: 3, withoutHit: 1, opened: 1 }),
        count('dua hari', { day: addDays(TODAY, -10), searches: 2, withoutHit: 1 }),
        count('tidak dibuka', { searches: 9, opened: 1 }),
        count('dibuka', { searches: 20, opened: 20 }),
        count('lama', { day: addDays(TODAY, -30) }),
      ])
    expect((await report()).rows).toEqual([
      { words: 'dua hari', searches: 5, withoutHit: 2, withoutOpening: 4 },
      { words: 'tidak dibuka', searches: 9, withoutHit: 0, withoutOpening: 8 },
      { words: 'dibuka', searches: 20, withoutHit: 0, withoutOpening: 0 },
    ])
    expect((await report({ days: 90 })).rows.map(({ words }) => words)).toContain('lama')
  })

  test('of a province shows only what five searches there were for', async () => {
    await db
      .insert(searchDemand)
      .values([
        count('di mana-mana', { searches: 4, province: '11' }),
        count('di mana-mana', { searches: 8 }),
        count('di sini', { searches: 6, province: '11' }),
      ])
    expect((await report({ province: '11' })).rows.map(({ words }) => words)).toEqual(['di sini'])
    expect((await report()).rows.map(({ words }) => words)).toEqual(['di mana-mana', 'di sini'])
  })

  test('is for hubs, the national office and those who record needs', async () => {
    for (const actor of [cast.author, cast.head, cast.mentor])
      await expect(report({}, actor)).rejects.toBeInstanceOf(Forbidden)
    expect((await report({}, cast.admin)).can).toEqual({ recordNeed: true, pin: false })
    expect((await report({}, cast.manager)).can).toEqual({ recordNeed: false, pin: true })
    expect((await report({}, cast.observer)).can).toEqual({ recordNeed: false, pin: false })
  })
})

test('rare words are forgotten after a week, all words after ninety days', async () => {
  await db
    .insert(searchDemand)
    .values([
      count('jarang dan lama', { day: addDays(TODAY, -8), searches: 4 }),
      count('jarang dan baru', { day: addDays(TODAY, -7), searches: 1 }),
      count('sering', { day: addDays(TODAY, -60), searches: 4 }),
      count('sering', { day: addDays(TODAY, -8), searches: 1 }),
      count('dulu', { day: addDays(TODAY, -91), searches: 100 }),
      count('dulu', { day: addDays(TODAY, -90), searches: 100 }),
    ])
  await purgeDemand(db, NOW)
  expect((await rows()).map(({ words, day }) => `${words} ${day}`).sort()).toEqual(
    [
      `dulu ${addDays(TODAY, -90)}`,
      `jarang dan baru ${addDays(TODAY, -7)}`,
      `sering ${addDays(TODAY, -60)}`,
      `sering ${addDays(TODAY, -8)}`,
    ].sort(),
  )
})
