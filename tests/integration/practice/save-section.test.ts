import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { saveSection } from '#app/domain/practice/save-section.server.ts'
import { Conflict, Forbidden, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { auditLog } from '#db/schema/index.ts'
import { practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

const summary = (id: string) => ({ story: { summary: { id, en: null } } })
const savesOf = async (entityId: string) =>
  (
    await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.entityId, entityId), eq(auditLog.action, 'practice.save_section')))
  ).length

test('a save changes its section only, and everybody who saves becomes an author', async () => {
  const id = await stage.draft()
  const before = await stage.contentOf(id)
  const base = await stage.baseOf(id, 'summary')
  const input = { practiceId: id, section: 'summary' as const, base, patch: summary('Isi baru.') }
  const saved = await saveSection(stage.as(cast.coAuthor), input)
  expect(saved).toMatchObject({ base: await stage.baseOf(id, 'summary'), version: await stage.versionOf(id) })
  expect(await stage.contentOf(id)).toEqual({
    ...before,
    story: { ...before.story, summary: { id: 'Isi baru.', en: null } },
  })
  expect(new Set((await stage.open(id)).authorIds)).toEqual(new Set([cast.author.userId, cast.coAuthor.userId]))
})

test('two people in two sections do not disturb each other', async () => {
  const id = await stage.draft()
  const [summaryBase, noveltyBase] = [await stage.baseOf(id, 'summary'), await stage.baseOf(id, 'novelty')]
  await Promise.all([
    saveSection(stage.as(cast.author), { practiceId: id, section: 'summary', base: summaryBase, patch: summary('A') }),
    saveSection(stage.as(cast.coAuthor), {
      practiceId: id,
      section: 'novelty',
      base: noveltyBase,
      patch: { story: { novelty: { id: 'B', en: null } } },
    }),
  ])
  expect((await stage.contentOf(id)).story).toMatchObject({ summary: { id: 'A' }, novelty: { id: 'B' } })
})

test('two people in one section: the second is told, nothing is overwritten', async () => {
  const id = await stage.draft()
  const base = await stage.baseOf(id, 'summary')
  const results = await Promise.allSettled(
    [cast.author, cast.coAuthor].map((who, n) =>
      saveSection(stage.as(who), { practiceId: id, section: 'summary', base, patch: summary(`Teks ${n}`) }),
    ),
  )
  const lost = results.findIndex((one) => one.status === 'rejected')
  expect(lost).toBeGreaterThanOrEqual(0)
  expect(results[lost]).toMatchObject({ reason: expect.any(Conflict) })
  expect((await stage.contentOf(id)).story.summary.id).toBe(`Teks ${1 - lost}`)
})

test('the same text sent twice is one change', async () => {
  const id = await stage.draft()
  const { id: key } = await stage.practice(id)
  const base = await stage.baseOf(id, 'summary')
  const input = { practiceId: id, section: 'summary' as const, base, patch: summary('Sekali saja.') }
  const before = await savesOf(key)
  const [first, second] = await Promise.all([1, 2].map(() => saveSection(stage.as(cast.author), input)))
  expect(second!.version).toBe(first!.version)
  expect(await savesOf(key)).toBe(before + 1)
})

describe('who and when', () => {
  test.each([
    ['neighbourAuthor', NotFound],
    ['curator', NotFound],
    ['national', NotFound],
    ['observer', NotFound],
    ['admin', Forbidden],
    ['head', Forbidden],
  ] as const)('%s does not write', async (who, error) => {
    const id = await stage.draft()
    await expect(stage.save(cast[who], id, 'summary', summary('x'))).rejects.toThrow(error)
  })

  test('nobody writes while it is reviewed; after a request for changes they do', async () => {
    const id = await stage.submitted()
    await expect(stage.save(cast.author, id, 'summary', summary('x'))).rejects.toThrow(InvalidTransition)
    await stage.verify(id)
    await expect(stage.save(cast.author, id, 'summary', summary('x'))).rejects.toThrow(InvalidTransition)
    await stage.giveBack(id, cast.curator)
    await stage.save(cast.author, id, 'summary', summary('x'))
  })
})

test('a submission and a save at once: what was sent is what was saved before, or the save is refused', async () => {
  for (let round = 0; round < 10; round++) {
    const id = await stage.draft()
    const [base, version] = [await stage.baseOf(id, 'summary'), await stage.versionOf(id)]
    const { submitPractice } = await import('#app/domain/practice/submit-practice.server.ts')
    const [sent, saved] = await Promise.allSettled([
      submitPractice(stage.as(cast.author), { practiceId: id, version }),
      saveSection(stage.as(cast.coAuthor), { practiceId: id, section: 'summary', base, patch: summary('Serentak.') }),
    ])
    expect([sent.status, saved.status].filter((status) => status === 'fulfilled')).toHaveLength(1)
    const text = (await stage.contentOf(id)).story.summary.id
    expect(text).toBe(saved.status === 'fulfilled' ? 'Serentak.' : null)
  }
})
