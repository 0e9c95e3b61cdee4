import { afterAll, describe, expect, test } from 'vitest'
import { agencies } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { faultRun } from '#tests/support/fault-run.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch-double.ts'

const databases = [await testDatabase(), await testDatabase()] as const
const meilisearch = await testMeilisearch()
const double = await startMeilisearchDouble()
afterAll(() => double.close())

const SOUND = { missing: [], stale: [], ghost: [], exposed: [] }

describe.each([
  { name: 'the double of Meilisearch', target: double, database: databases[0], operations: 1_200 },
  { name: 'Meilisearch', target: meilisearch, database: databases[1], operations: 300 },
])('with $name', ({ target, database, operations }) => {
  async function runs(strict: boolean) {
    const { db, url } = database
    const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
    const report = await faultRun({
      db,
      databaseUrl: url,
      agencyId: agency!.id,
      target: target!,
      operations,
      seed: 20_261_122,
      strict,
    })
    expect(report.published).toBeGreaterThan(10)
    // A kill is a matter of chance and of time: the longer run always has some.
    if (operations > 1_000) expect(report.kills).toBeGreaterThan(0)
    expect(report.engines.map(({ engine }) => engine)).toEqual(['postgres', 'meilisearch'])
    for (const { drift, onTheirWay } of report.engines)
      expect({ drift, onTheirWay }).toEqual({ drift: SOUND, onTheirWay: 0 })
  }

  test.skipIf(!target)(
    'no change is lost on its way through faults, without any comparison that mends',
    () => runs(true),
    120_000,
  )

  test.skipIf(!target)(
    'after random operations with faults nothing is missing, stale, ghost or over-exposed',
    () => runs(false),
    120_000,
  )
})
