import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { checkTranslation } from '#app/domain/practice/check-translation.server.ts'
import { listOwnPractices, readSection } from '#app/domain/practice/read-work.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { practiceWorkItems } from '#app/domain/practice/work-items.server.ts'
import { Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { auditLog } from '#db/schema/index.ts'
import { practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

const summary = (id: string, en: string | null) => ({ story: { summary: { id, en } } })
const stateOf = async (practiceId: string) =>
  (await readSection(stage.as(cast.author), practiceId, 'summary')).translations.text
const behind = async () => {
  const page = await listOwnPractices(stage.as(cast.author), { page: 1, without: 'translation' })
  return { ids: page.practices.map(({ publicId }) => publicId), total: page.total }
}

test('a translation is written, checked, falls behind, is listed as work, and is brought level by saying it still holds', async () => {
  const id = await stage.draft()
  await stage.save(cast.author, id, 'summary', summary('Warga menjaga lampu.', null))
  expect(await stateOf(id)).toEqual({ state: 'missing' })
  await stage.save(cast.author, id, 'summary', summary('Warga menjaga lampu.', 'Residents keep the lamps.'))
  expect(await stateOf(id)).toEqual({ state: 'draft', on: '2026-11-22' })

  await checkTranslation(stage.as(cast.coAuthor), { practiceId: id, field: 'summary' })
  expect(await stateOf(id)).toEqual({ state: 'checked', on: '2026-11-22', checkedOn: '2026-11-22' })
  expect((await behind()).ids).not.toContain(id)

  await stage.save(cast.author, id, 'summary', summary('Warga dan dinas menjaga lampu.', 'Residents keep the lamps.'))
  expect(await stateOf(id)).toMatchObject({ state: 'behind', behindSince: '2026-11-22' })
  const { ids, total } = await behind()
  expect(ids).toContain(id)
  expect(total).toBe(ids.length)
  const items = await practiceWorkItems(stage.as(cast.author))
  expect(items.filter(({ kind }) => kind === 'practice_translation').map(({ href }) => href)).toContain(
    `/work/practices/${id}`,
  )

  await checkTranslation(stage.as(cast.author), { practiceId: id, field: 'summary' })
  expect((await stateOf(id))?.state).toBe('checked')
  expect((await behind()).ids).not.toContain(id)
})

test('a check is written into the audit once, and only what is there can be checked', async () => {
  const id = await stage.draft()
  const { id: practiceKey } = await stage.practice(id)
  const author = stage.as(cast.author)
  await expect(checkTranslation(author, { practiceId: id, field: 'summary' })).rejects.toThrow(Invalid)
  await checkTranslation(author, { practiceId: id, field: 'title' })
  await checkTranslation(author, { practiceId: id, field: 'title' })
  const acts = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.entityId, practiceKey), eq(auditLog.action, 'practice.check_translation')))
  expect(acts).toHaveLength(1)
  expect(acts[0]?.data).toMatchObject({ field: 'title' })
})

test('people outside the agency and texts that were sent in are refused', async () => {
  const id = await stage.draft()
  const field = 'title' as const
  await expect(checkTranslation(stage.as(cast.neighbourAuthor), { practiceId: id, field })).rejects.toThrow(NotFound)
  await stage.submit(id)
  await expect(checkTranslation(stage.as(cast.author), { practiceId: id, field })).rejects.toThrow(InvalidTransition)
})

describe('the next version', () => {
  test('keeps what was checked', async () => {
    const id = await stage.draft()
    await checkTranslation(stage.as(cast.author), { practiceId: id, field: 'title' })
    await stage.publish(await stage.verify(await stage.submit(id)))
    await startRevision(stage.as(cast.author), { practiceId: id })
    const { translations } = await readSection(stage.as(cast.author), id, 'identity')
    expect(translations.title?.state).toBe('checked')
  })
})
