import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createVisitLog, type Reader, type VisitKind, type VisitLog } from '#app/domain/statistics/visit-log.server.ts'
import type { Database } from '#db/client.server.ts'
import { COUNTS } from '#db/vocabulary.ts'

const START = Date.parse('2026-11-22T03:00:00Z')
const after = (seconds: number) => new Date(START + seconds * 1000)
const READER: Reader = { address: '10.0.0.1', userAgent: 'Mozilla/5.0 (X11)' }
const ITEM = { publicId: 'JIPP-35-0001' }

type Written = Record<string, string | number | null>

/** What a log would write: the rows of its one statement. */
async function written(log: VisitLog): Promise<Written[]> {
  const rows: Written[] = []
  const take = ({ queryChunks }: { queryChunks: unknown[] }) => {
    const json = queryChunks.find((chunk) => typeof chunk === 'string' && chunk.startsWith('['))
    rows.push(...(JSON.parse(String(json)) as Written[]))
    return Promise.resolve([])
  }
  await log.flush({ execute: take } as unknown as Database)
  return rows
}

const view = (log: VisitLog, seconds = 0, more: { reader?: Reader; kind?: VisitKind; publicId?: string } = {}) =>
  log.visited({
    kind: more.kind ?? 'views',
    reader: more.reader ?? READER,
    item: more.publicId ? { publicId: more.publicId } : ITEM,
    now: after(seconds),
  })

describe('the same reader and the same practice', () => {
  test.each([
    [[0], 1],
    [[0, 0], 1],
    [[0, 29], 1],
    [[0, 30], 1],
    [[0, 30.001], 2],
    [[0, 31], 2],
    // Each click begins its own half minute.
    [[0, 20, 40, 60], 1],
    [[0, 20, 51], 2],
  ])('at %j seconds is %i views of one visitor', async (moments, views) => {
    const log = createVisitLog()
    for (const seconds of moments) view(log, seconds)
    expect(await written(log)).toMatchObject([{ views, visitors: 1, day: '2026-11-22', public_id: ITEM.publicId }])
  })

  test('are others in another browser, at another address, with another practice, or as a download', async () => {
    const log = createVisitLog()
    view(log)
    view(log, 1, { reader: { ...READER, userAgent: 'Mozilla/5.0 (Android)' } })
    view(log, 2, { reader: { ...READER, address: '10.0.0.2' } })
    view(log, 3, { publicId: 'JIPP-35-0002' })
    view(log, 4, { kind: 'downloads' })
    view(log, 5, { kind: 'downloads' })
    expect(await written(log)).toMatchObject([
      { public_id: 'JIPP-35-0001', views: 3, visitors: 3, downloads: 1 },
      { public_id: 'JIPP-35-0002', views: 1, visitors: 1, downloads: 0 },
    ])
  })

  test('without an address are not counted at all', async () => {
    const log = createVisitLog()
    view(log, 0, { reader: { ...READER, address: '' } })
    expect(await written(log)).toEqual([])
  })
})

test('a day begins at midnight in Jakarta, and its readers are nobody whom the day before knew', async () => {
  const log = createVisitLog()
  const midnight = (Date.parse('2026-11-22T17:00:00Z') - START) / 1000
  view(log, midnight - 1)
  view(log, midnight + 1)
  expect(await written(log)).toMatchObject([
    { day: '2026-11-22', views: 1, visitors: 1 },
    { day: '2026-11-23', views: 1, visitors: 1 },
  ])
})

test('the day before is forgotten also when nobody comes, and no salt is used again', async () => {
  const log = createVisitLog()
  view(log)
  log.turnDay(after(86_400))
  // A clock that is set back finds another salt, and nobody it knows.
  view(log, 40)
  expect(await written(log)).toMatchObject([{ views: 2, visitors: 2 }])
})

test('what is written names a practice and a day, and nothing of a reader', async () => {
  const log = createVisitLog()
  view(log, 0, { reader: { ...READER, organisationId: '0198c1de-0000-7000-8000-000000000001' } })
  const [row = {}] = await written(log)
  expect(Object.keys(row).sort()).toEqual(
    [
      ...COUNTS.filter((count) => count !== 'apiReads'),
      'api_reads',
      'day',
      'file_id',
      'organisation_id',
      'public_id',
    ].sort(),
  )
  expect(JSON.stringify(row)).not.toContain(READER.address)
  expect(JSON.stringify(row)).not.toContain('Mozilla')
})

test('what waits is bounded: of further practices nothing is counted', async () => {
  const log = createVisitLog({ maxWaiting: 2 })
  for (const n of [1, 2, 3]) view(log, 0, { publicId: `JIPP-35-000${n}` })
  view(log, 60, { publicId: 'JIPP-35-0001' })
  expect(await written(log)).toMatchObject([
    { public_id: 'JIPP-35-0001', views: 2 },
    { public_id: 'JIPP-35-0002', views: 1 },
  ])
})

test('who is remembered is bounded: counting goes on', async () => {
  const log = createVisitLog({ maxRemembered: 10 })
  for (let n = 0; n < 1_000; n++) view(log, 0, { reader: { ...READER, address: `10.0.${n >> 8}.${n & 255}` } })
  expect(await written(log)).toMatchObject([{ views: 1_000, visitors: 1_000 }])
})

test('the sums are those of the rule, in whatever order readers come and however often it is written', async () => {
  const visits = fc.array(
    fc.record({
      gap: fc.integer({ min: 0, max: 45 }),
      who: fc.integer({ min: 1, max: 3 }),
      what: fc.integer({ min: 1, max: 3 }),
      isAway: fc.boolean(),
      isWritten: fc.boolean(),
    }),
    { maxLength: 80 },
  )
  await fc.assert(
    fc.asyncProperty(visits, async (all) => {
      const log = createVisitLog()
      const last = new Map<string, number>()
      const expected = { views: 0, visitors: 0 }
      const sum = { views: 0, visitors: 0 }
      const collect = async () => {
        for (const { views, visitors } of await written(log)) {
          sum.views += Number(views)
          sum.visitors += Number(visitors)
        }
      }
      let seconds = 0
      for (const { gap, who, what, isAway, isWritten } of all) {
        seconds += gap
        view(log, seconds, { reader: { ...READER, address: `10.0.0.${who}` }, publicId: `JIPP-35-000${what}` })
        const key = `${who} ${what}`
        const before = last.get(key)
        if (before === undefined) expected.visitors += 1
        if (before === undefined || seconds - before > 30) expected.views += 1
        last.set(key, seconds)
        if (isAway)
          await log
            .flush({ execute: () => Promise.reject(new Error('away')) } as unknown as Database)
            .catch(() => undefined)
        if (isWritten) await collect()
      }
      await collect()
      expect(sum).toEqual(expected)
    }),
    { numRuns: 300 },
  )
})
