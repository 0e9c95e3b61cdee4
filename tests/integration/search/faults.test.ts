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
  { name: 'the double of Meilisearch', target: double, database: databases[0], operations: 2_000 },
  { name: 'Meilisearch', target: meilisearch, database: databases[1], operations: 500 },
])('with $name', ({ target, database, operations }) => {
  test.skipIf(!target)(
    'after random operations with faults nothing is missing, stale, ghost or over-exposed',
    async () => {
      const { db, url } = database
      const [agency] = await db.select({ id: agencies.organisationId }).from(agencies).limit(1)
      const report = await faultRun({
        db,
        databaseUrl: url,
        agencyId: agency!.id,
        target: target!,
        operations,
        seed: 20_261_122,
      })
      expect(report.published).toBeGreaterThan(10)
      expect(report.kills).toBeGreaterThan(0)
      expect(report.engines.map(({ engine }) => engine)).toEqual(['postgres', 'meilisearch'])
      for (const { drift } of report.engines) expect(drift).toEqual(SOUND)
    },
    120_000,
  )
})
