import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { answerLikeness } from '#app/domain/practice/answer-likeness.server.ts'
import { findLikelySame, isVeryLikely, readLikelySame } from '#app/domain/practice/likely-same.server.ts'
import { mergeQueryOf } from '#app/domain/practice/merge.schema.ts'
import { mergeableAmong, readMerge } from '#app/domain/practice/read-merge.server.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { VISITOR } from '#app/domain/shared/context.ts'
import { Forbidden, Invalid, NotFound } from '#app/domain/shared/errors.ts'
import { auditLog, practices } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { rebuildDocuments } from '#search/rebuild.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { NOW, practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

async function published(titleId: string) {
  const { publicId } = await publishedPractice(db, {
    agencyId: cast.organisations.neighbour.id,
    hubId: cast.organisations.place.id,
    content: practiceContent({ brand: 'LAMPU', title: { id: titleId, en: null } }),
  })
  await rebuildDocuments(db)
  return publicId
}
const as = (who = cast.author) => stage.as(who)

test('while a title is typed, published practices that resemble it are found, and own drafts', async () => {
  const other = await published('Lampu jalan desa bertenaga surya')
  const draft = await stage.draft()
  const title = practiceContent().title.id!
  const found = await findLikelySame(as(), { title: 'Penerangan lampu jalan desa tenaga surya' }, 'id')
  expect(found.published.map(({ publicId }) => publicId)).toContain(other)
  expect(isVeryLikely({ title: 'Lampu jalan bertenaga surya di desa', brand: 'X' }, found)).toBe(true)
  expect(isVeryLikely({ title: 'Bank sampah sekolah', brand: 'X' }, found)).toBe(false)
  expect((await findLikelySame(as(), { title }, 'id')).own.map(({ publicId }) => publicId)).toContain(draft)
  expect(
    (await findLikelySame(as(), { title, except: draft }, 'id')).own.map(({ publicId }) => publicId),
  ).not.toContain(draft)
  // Drafts of others are nobody's business.
  expect((await findLikelySame(as(cast.neighbourAuthor), { title }, 'id')).own).toEqual([])
  expect(await findLikelySame(as(), { title: 'Lampu' }, 'id')).toEqual({ published: [], own: [] })
})

test('whoever answers for both is led to merging them, nobody else', async () => {
  const practiceId = await stage.published()
  const twin = await published('Lampu jalan yang dirawat warga')
  const elsewhere = await publishedPractice(db, {
    agencyId: cast.organisations.remote.id,
    content: practiceContent({ title: { id: 'Lampu jalan yang dirawat warga', en: null } }),
  })
  await rebuildDocuments(db)
  const offered = async (who: Parameters<typeof as>[0]) => {
    const ctx = as(who)
    const found = (await readLikelySame(ctx, practiceId, 'id')).published
    const ids = await mergeableAmong(ctx, practiceId, [...found, elsewhere])
    const { candidates } = (await readMerge(ctx, practiceId, mergeQueryOf(new URLSearchParams()), 'id').catch(() => ({
      candidates: [],
    }))) as { candidates: { publicId: string }[] }
    return { ids, begun: candidates.map(({ publicId }) => publicId) }
  }
  const curator = await offered(cast.curator)
  expect(curator.ids).toContain(twin)
  expect(curator.begun).toContain(twin)
  expect([...curator.ids, ...curator.begun]).not.toContain(elsewhere.publicId)
  expect((await offered(cast.national)).ids).toContain(elsewhere.publicId)
  expect(await offered(cast.author)).toEqual({ ids: [], begun: [] })
})

test('what is said to be different is not shown again', async () => {
  const draft = await stage.draft()
  const title = practiceContent().title.id!
  const other = await published(title)
  const shown = async () => (await readLikelySame(as(), draft, 'id')).published.map(({ publicId }) => publicId)
  expect(await shown()).toContain(other)
  await answerLikeness(as(), { practiceId: draft, other, answer: 'different' })
  expect(await shown()).not.toContain(other)
})

test('a replica names its source to everybody, until its owner takes the link off', async () => {
  const source = await published('Perahu sekolah antarpulau')
  const replica = await stage.published()
  const sourceOf = async () => (await readPractice(contextAs(db, VISITOR, NOW), replica)).practice?.originalId
  const before = (await stage.practice(replica)).searchVersion
  await answerLikeness(as(), { practiceId: replica, other: source, answer: 'replica' })
  expect(await sourceOf()).toBe(source)
  expect((await stage.practice(replica)).searchVersion).toBeGreaterThan(before)
  await answerLikeness(as(), { practiceId: replica, other: source, answer: 'replica' })
  await answerLikeness(as(), { practiceId: replica, other: source, answer: 'different' })
  expect(await sourceOf()).toBeNull()
  const { id } = await stage.practice(replica)
  const acts = await db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.entityId, id), eq(auditLog.action, 'practice.answer_likeness')))
  expect(acts).toHaveLength(3)
})

test('only its authors answer, and only about what is published and does not come from it', async () => {
  const [first, second, gone] = [await stage.published(), await stage.published(), await stage.published()]
  await withdrawPractice(stage.as(cast.curator), { practiceId: gone, reason: 'inaccurate' })
  const answer = (practiceId: string, other: string, who = cast.author) =>
    answerLikeness(as(who), { practiceId, other, answer: 'replica' })
  await expect(answer(first, second, cast.neighbourAuthor)).rejects.toThrow(NotFound)
  await expect(answer(first, second, cast.admin)).rejects.toThrow(Forbidden)
  await expect(answer(first, first)).rejects.toThrow(Invalid)
  await expect(answer(first, gone)).rejects.toThrow(Invalid)
  await expect(answer(first, 'JIPP-11-9999')).rejects.toThrow(Invalid)
  await expect(answer(first, await stage.draft())).rejects.toThrow(Invalid)
  await answer(first, second)
  await expect(answer(second, first)).rejects.toThrow(Invalid)
  const [row] = await db.select().from(practices).where(eq(practices.publicId, second))
  expect(row?.replicaOfId).toBeNull()
})
