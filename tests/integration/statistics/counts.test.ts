import { beforeEach, describe, expect, test, vi } from 'vitest'
import { rollUpCounts } from '#app/domain/statistics/roll-up.server.ts'
import { createVisitLog, type VisitKind } from '#app/domain/statistics/visit-log.server.ts'
import { startCountWriter } from '#app/workers/count-writer.server.ts'
import { createDb } from '#db/client.server.ts'
import { insertFile } from '#db/queries/files.server.ts'
import { practiceCounts, practiceCountsOfMonths, publicContent } from '#db/schema/index.ts'
import { publishedPractice } from '#db/seed/factories/practice.ts'
import { practiceStage } from '../practice/stage.ts'

const { db, cast, stage } = await practiceStage()
const NOW = new Date('2026-11-22T03:00:00Z')
const { regency, unit, neighbour, place, otherPlace } = cast.organisations
const owned = { agencyId: regency.id, hubId: place.id }
const [first, second] = [await publishedPractice(db, owned), await publishedPractice(db, owned)]
const ofUnit = await publishedPractice(db, { agencyId: unit.id, hubId: place.id })
const FILE = '0198c1de-0000-7000-8000-00000000000f'

beforeEach(async () => {
  await db.delete(practiceCounts)
  await db.delete(practiceCountsOfMonths)
})

let reader = 0
/** A reader that has not been here before, unless it is named. */
const visit = (
  item: { publicId: string } | { fileId: string },
  more: Partial<{ kind: VisitKind; now: Date; organisationId: string; address: string }> = {},
) => {
  const { kind = 'views', now = NOW, organisationId, address = `10.1.0.${++reader}` } = more
  return { kind, item, now, reader: { address, userAgent: 'Mozilla/5.0', organisationId } }
}
const rows = () => db.select().from(practiceCounts)
const NOTHING = { views: 0, visitors: 0, downloads: 0, citations: 0, comparisons: 0, apiReads: 0 }
const away = createDb('postgres://nobody:no@127.0.0.1:9/none')

describe('what is written', () => {
  test('adds to what is there, by practice and day, and nothing twice', async () => {
    const log = createVisitLog()
    log.visited(visit(first))
    log.visited(visit(first, { kind: 'citations' }))
    await log.flush(db)
    await log.flush(db)
    log.visited(visit(first))
    log.visited(visit(second, { kind: 'apiReads' }))
    log.visited(visit(first, { now: new Date('2026-11-22T17:00:00Z') }))
    await log.flush(db)
    expect(await rows()).toEqual(
      expect.arrayContaining([
        { ...NOTHING, practiceId: first.id, day: '2026-11-22', views: 2, visitors: 2, citations: 1 },
        { ...NOTHING, practiceId: second.id, day: '2026-11-22', apiReads: 1 },
        { ...NOTHING, practiceId: first.id, day: '2026-11-23', views: 1, visitors: 1 },
      ]),
    )
    expect(await rows()).toHaveLength(3)
  })

  test('is nothing of what is no practice, was never published, or is a photo', async () => {
    const log = createVisitLog()
    const draft = await stage.draft()
    for (const publicId of ['JIPP-11-9999', draft]) log.visited(visit({ publicId }))
    log.visited(visit({ fileId: '0198c1de-0000-7000-8000-00000000000e' }))
    await log.flush(db)
    expect(await rows()).toEqual([])
  })

  test('a document counts for its practice', async () => {
    const file = { id: FILE, practiceId: first.id, kind: 'document' as const, name: 'a.pdf', sha256: 'a'.repeat(64) }
    await insertFile(db, { ...file, mediaType: 'application/pdf', bytes: 9, state: 'ready' })
    const log = createVisitLog()
    log.visited(visit({ fileId: FILE }, { kind: 'downloads' }))
    log.visited(visit(first, { kind: 'downloads' }))
    await log.flush(db)
    expect(await rows()).toEqual([{ ...NOTHING, practiceId: first.id, day: '2026-11-22', downloads: 2 }])
  })

  test('is not what the owner, its government or its hub read signed in; others count', async () => {
    const log = createVisitLog()
    for (const { id } of [regency, place]) log.visited(visit(first, { organisationId: id }))
    for (const { id } of [regency, unit, place]) log.visited(visit(ofUnit, { organisationId: id }))
    await log.flush(db)
    expect(await rows()).toEqual([])
    for (const { id } of [unit, neighbour, otherPlace]) log.visited(visit(first, { organisationId: id }))
    await log.flush(db)
    expect(await rows()).toMatchObject([{ practiceId: first.id, views: 3, visitors: 3 }])
  })

  test('drops no kept page', async () => {
    const before = await db.select().from(publicContent)
    const log = createVisitLog()
    log.visited(visit(first))
    await log.flush(db)
    await rollUpCounts(db, new Date('2030-01-01'))
    expect(await db.select().from(publicContent)).toEqual(before)
  })
})

test('processes that write the same practices at the same time add up and do not block each other', async () => {
  const practices = [first, second, ofUnit]
  const logs = Array.from({ length: 8 }, () => createVisitLog())
  const rounds = Array.from({ length: 10 }, (_none, round) => round)
  for (const round of rounds) {
    for (const [n, log] of logs.entries()) {
      const order = n % 2 ? practices : practices.toReversed()
      for (const item of order) log.visited(visit(item, { address: `10.2.${round}.${n}` }))
    }
    await Promise.all(logs.map((log) => log.flush(db)))
  }
  expect((await rows()).map(({ views, visitors }) => ({ views, visitors }))).toEqual(
    practices.map(() => ({ views: 80, visitors: 80 })),
  )
})

describe('the writer', () => {
  test('waits while the database is away, says so, and writes when it is back', async () => {
    const log = createVisitLog()
    const warn = vi.fn()
    log.visited(visit(first))
    await startCountWriter({ db: away.db, log: { warn }, of: 'visits', counts: log }).stop()
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls[0]?.[1]).toBe('counts of visits wait: the database does not take them')
    log.visited(visit(first))
    const writer = startCountWriter({ db, log: { warn }, of: 'visits', counts: log })
    // What is held is written at the end.
    await writer.stop()
    expect(await rows()).toMatchObject([{ views: 2, visitors: 2 }])
    expect(warn).toHaveBeenCalledTimes(1)
  })

  test('writes by itself every five seconds, and complains of an absence once', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const warn = vi.fn()
    const flush = vi.fn(() => Promise.reject(new Error('away')))
    const turnDay = vi.fn()
    const writer = startCountWriter({ db, log: { warn }, of: 'visits', counts: { flush, turnDay } })
    await vi.advanceTimersByTimeAsync(15_000)
    vi.useRealTimers()
    expect(flush).toHaveBeenCalledTimes(3)
    expect(turnDay).toHaveBeenCalledTimes(3)
    await writer.stop()
    expect(warn).toHaveBeenCalledTimes(1)
  })
})

describe('old counts', () => {
  const day = (date: string, practiceId = first.id) => ({
    ...NOTHING,
    practiceId,
    day: date,
    views: 3,
    visitors: 2,
    apiReads: 1,
  })

  test('are put together by month after 24 whole months; a second time changes nothing', async () => {
    await db
      .insert(practiceCounts)
      .values([
        ...[day('2024-10-01'), day('2024-10-31'), day('2024-10-31', second.id), day('2024-09-30')],
        ...[day('2024-11-01'), day('2026-11-22')],
      ])
    for (let n = 0; n < 2; n++) await rollUpCounts(db, NOW)
    const months = await db.select().from(practiceCountsOfMonths)
    expect(months).toHaveLength(3)
    expect(months).toEqual(
      expect.arrayContaining([
        { ...day('2024-10-01'), views: 6, visitors: 4, apiReads: 2 },
        day('2024-10-01', second.id),
        day('2024-09-01'),
      ]),
    )
    expect((await rows()).map((row) => row.day).sort()).toEqual(['2024-11-01', '2026-11-22'])
  })

  test('that come late are added, and two processes at once move each day once', async () => {
    await db.insert(practiceCountsOfMonths).values(day('2024-10-01'))
    await db
      .insert(practiceCounts)
      .values(Array.from({ length: 28 }, (_none, n) => day(`2024-10-${String(n + 1).padStart(2, '0')}`)))
    await Promise.all([1, 2, 3].map(() => rollUpCounts(db, NOW)))
    expect(await db.select().from(practiceCountsOfMonths)).toMatchObject([{ views: 29 * 3, visitors: 29 * 2 }])
    expect(await rows()).toEqual([])
  })
})
