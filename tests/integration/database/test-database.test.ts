import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'

const first = await testDatabase()
const second = await testDatabase()

test('every test database is migrated, holds the regions and is its own', async () => {
  await first.sql`create table scribble (id int)`
  const there = (sql: typeof first.sql) => sql`select to_regclass('scribble') is not null as there`
  expect([...(await there(first.sql))]).toEqual([{ there: true }])
  expect([...(await there(second.sql))]).toEqual([{ there: false }])
  const [regions] = await second.sql`select count(*)::int as count from regions where not is_demo`
  expect(regions).toEqual({ count: 552 })
})
