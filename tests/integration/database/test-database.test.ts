import { expect, test } from 'vitest'
import { testDatabase } from '#tests/support/database.ts'

const first = await testDatabase()
const second = await testDatabase()

test('every test database is migrated and is its own', async () => {
  await first.sql`create table scribble (id int)`
  const [own] =
    await first.sql`select to_regclass('scribble') is not null as there, to_regclass('practices') as practices`
  const [other] = await second.sql`select to_regclass('scribble') is not null as there`
  expect(own).toEqual({ there: true, practices: 'practices' })
  expect(other).toEqual({ there: false })
})
