import { beforeAll, expect, test } from 'vitest'
import { daysOverdue } from '#app/domain/coaching/coaching.ts'
import { readLessons } from '#app/domain/coaching/read-lessons.server.ts'
import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { actionItems, coachingSessions } from '#db/schema/index.ts'
import { SESSION_STATES } from '#db/vocabulary.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { loadDemo } from '../../../scripts/demo/load-demo.ts'

const { db } = await testDatabase()
const base = contextAs(db, { kind: 'system', name: 'test' })
const everything = async () => ({
  sessions: await db.select().from(coachingSessions).orderBy(coachingSessions.id),
  items: await db.select().from(actionItems).orderBy(actionItems.id),
})

beforeAll(async () => {
  await loadCatalogue(base)
  await loadDemo(base, 'kata-sandi-contoh')
})

test('the demo hub has sessions in every state, one overdue action, and sessions of an adoption', async () => {
  const { sessions, items } = await everything()
  expect(new Set(sessions.map((session) => session.state))).toEqual(new Set(SESSION_STATES))
  expect(sessions.every((session) => session.isDemo)).toBe(true)
  const today = base.now.toISOString().slice(0, 10)
  expect(items.filter((item) => daysOverdue(item, today) > 0)).toHaveLength(1)
  const ofAdoption = sessions.filter((session) => session.adoptionId)
  expect(ofAdoption.length).toBeGreaterThan(1)
  expect(ofAdoption.every((session) => session.practiceId && session.step)).toBe(true)
})

test('it adds no public lesson, and running it again changes nothing', async () => {
  const page = await readLessons({ db }, 1)
  expect([page.total, page.examples.length]).toEqual([0, 1])
  const before = await everything()
  await loadDemo(base, 'kata-sandi-contoh')
  expect(await everything()).toEqual(before)
})
