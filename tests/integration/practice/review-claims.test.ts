import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { claimReview, returnToPool } from '#app/domain/practice/claim-review.server.ts'
import { escalateReviews } from '#app/domain/practice/escalate-reviews.server.ts'
import { publishPractice } from '#app/domain/practice/publish-practice.server.ts'
import { listReviewQueue } from '#app/domain/practice/read-queue.server.ts'
import { reassignReview } from '#app/domain/practice/reassign-review.server.ts'
import { requestChanges } from '#app/domain/practice/request-changes.server.ts'
import { queueFilterSchema } from '#app/domain/practice/review.schema.ts'
import { verifyDocuments } from '#app/domain/practice/verify-documents.server.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { auditLog, memberships } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { castOf } from './cast.ts'
import { mailsDuring } from './mails.ts'
import { NOW, practiceStage, stageOf } from './stage.ts'

const { db, cast, stage } = await practiceStage()

const days = (n: number) => new Date(NOW.getTime() + n * 86_400_000)
const holderOf = async (id: string) => (await stage.practice(id)).claim?.reviewerId ?? null

describe('taking a text', () => {
  test('of five at once one has it, the others are told who', async () => {
    const id = await stage.verified()
    const people = [cast.curator, cast.secondCurator]
    const tries = [...people, ...people, ...people].map((who) => claimReview(stage.as(who), { practiceId: id }))
    const settled = await Promise.allSettled(tries)
    const holder = await holderOf(id)
    const won = settled.filter(({ status }) => status === 'fulfilled')
    // The winner may ask again: that changes nothing.
    expect(won).toHaveLength(3)
    for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict)
    expect(people.map(({ userId }) => userId)).toContain(holder)
    const acts = await db
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, 'practice.claim_review'), eq(auditLog.entityId, (await stage.practice(id)).id)))
    expect(acts).toHaveLength(1)
  })

  test('who has it decides: nobody else does, until it is returned', async () => {
    const id = await stage.verified()
    await claimReview(stage.as(cast.curator), { practiceId: id })
    const version = await stage.versionOf(id)
    const other = stage.as(cast.secondCurator)
    await expect(publishPractice(other, { practiceId: id, version })).rejects.toThrow(Conflict)
    await expect(requestChanges(other, { practiceId: id, version, message: 'x' })).rejects.toThrow(Conflict)
    expect(await stage.open(id)).toMatchObject({ state: 'document_verified', version })
    await expect(returnToPool(other, { practiceId: id, from: cast.curator.userId })).rejects.toThrow(Forbidden)
    await returnToPool(stage.as(cast.curator), { practiceId: id, from: cast.curator.userId })
    await publishPractice(other, { practiceId: id, version })
  })

  test('past its date a colleague takes it over; before, they cannot', async () => {
    const id = await stage.submitted()
    await claimReview(stage.as(cast.admin), { practiceId: id })
    const second = (n: number) => stage.as(cast.secondAdmin, days(n))
    await expect(claimReview(second(3), { practiceId: id })).rejects.toThrow(Conflict)
    const { tookOverFrom } = await claimReview(second(8), { practiceId: id })
    expect(tookOverFrom).toBe(cast.admin.name)
    await verifyDocuments(second(8), { practiceId: id, version: await stage.versionOf(id) })
  })

  test('what somebody has who may no longer review is free', async () => {
    const id = await stage.verified()
    const leaving = await cast.person('curator', cast.organisations.place)
    await claimReview(stage.as(leaving), { practiceId: id })
    await db.update(memberships).set({ endsOn: '2026-11-01' }).where(eq(memberships.userId, leaving.userId))
    const queue = await listReviewQueue(stage.as(cast.curator), queueFilterSchema.parse({ show: 'free' }))
    expect(queue.texts.find(({ publicId }) => publicId === id)).toMatchObject({ taken: null })
    await claimReview(stage.as(cast.curator), { practiceId: id })
    expect(await holderOf(id)).toBe(cast.curator.userId)
  })

  test('it returns to the same reviewer when it comes back corrected, and only they get the mail', async () => {
    const id = await stage.submitted()
    await claimReview(stage.as(cast.admin), { practiceId: id })
    await stage.giveBack(id, cast.admin)
    const mails = await mailsDuring(db, () => stage.submit(id))
    expect(await holderOf(id)).toBe(cast.admin.userId)
    expect(mails.map(({ template }) => template)).toEqual(['practice_submitted'])
  })

  test.each([
    ['author', Forbidden],
    ['manager', Forbidden],
    ['curator', Forbidden],
    ['neighbourAdmin', NotFound],
    ['observer', NotFound],
  ] as const)('%s takes no document check', async (who, error) => {
    const id = await stage.submitted()
    await expect(claimReview(stage.as(cast[who]), { practiceId: id })).rejects.toThrow(error)
  })

  test('nothing to take on a draft or what is published', async () => {
    await expect(claimReview(stage.as(cast.admin), { practiceId: await stage.draft() })).rejects.toThrow(
      InvalidTransition,
    )
    await expect(claimReview(stage.as(cast.curator), { practiceId: await stage.published() })).rejects.toThrow(
      InvalidTransition,
    )
  })
})

describe('handing it on', () => {
  const handTo = (practiceId: string, to: { userId: string }, from: string | null, by = cast.manager) =>
    reassignReview(stage.as(by), { practiceId, reviewerId: to.userId, from })

  test('the hub manager hands it to a curator, who alone is told', async () => {
    const id = await stage.verified()
    const mails = await mailsDuring(db, () => handTo(id, cast.secondCurator, null))
    expect(mails).toMatchObject([{ template: 'review_assigned' }])
    expect(await holderOf(id)).toBe(cast.secondCurator.userId)
    await expect(handTo(id, cast.curator, null)).rejects.toThrow(Conflict)
    await handTo(id, cast.curator, cast.secondCurator.userId)
    await returnToPool(stage.as(cast.manager), { practiceId: id, from: cast.curator.userId })
    expect(await holderOf(id)).toBeNull()
  })

  test('not to a writer, not to the one who checked the documents, not to a stranger', async () => {
    const id = await stage.verified()
    const { place } = cast.organisations
    const writer = await cast.wearing(cast.author, 'curator', place)
    const firstCheck = await cast.wearing(cast.admin, 'curator', place)
    for (const to of [writer, firstCheck, cast.otherCurator, cast.mentor])
      await expect(handTo(id, to, null)).rejects.toThrow(Invalid)
  })

  test.each(['curator', 'mentor', 'observer', 'otherCurator', 'author'] as const)(
    '%s hands nothing on',
    async (who) => {
      const id = await stage.verified()
      await expect(handTo(id, cast.secondCurator, null, cast[who])).rejects.toThrow()
      expect(await holderOf(id)).toBeNull()
    },
  )
})

describe('the queue', () => {
  const queue = (who: Parameters<typeof stage.as>[0], filter: Record<string, string> = {}, now = NOW) =>
    listReviewQueue(stage.as(who, now), queueFilterSchema.parse(filter))

  test('mine, not taken, overdue; sorted by due date', async () => {
    const mine = await stage.verified()
    const free = await stage.verified()
    await claimReview(stage.as(cast.secondCurator), { practiceId: mine })
    const ids = async (show: string, now = NOW) =>
      (await queue(cast.secondCurator, { show }, now)).texts.map(({ publicId }) => publicId)
    // Whoever has won a race above may hold that text too.
    expect(await ids('mine')).toContain(mine)
    expect(await ids('mine')).not.toContain(free)
    expect(await ids('free')).toContain(free)
    expect(await ids('free')).not.toContain(mine)
    expect(await ids('overdue')).toEqual([])
    expect(await ids('overdue', days(20))).toEqual(expect.arrayContaining([mine, free]))
    const { texts, counts, total } = await queue(cast.curator)
    expect(counts.all).toBe(total)
    const due = texts.map((row) => row.due?.due ?? '')
    expect(due).toEqual([...due].sort())
  })

  test('a filter that makes no sense shows everything', async () => {
    const { filter } = await queue(cast.curator, { show: 'x', sort: '; drop', page: '-3' })
    expect(filter).toEqual({ show: 'all', sort: 'due', stage: null, page: 1 })
  })

  test('the hub manager sees both checks and decides on none', async () => {
    const id = await stage.submitted()
    const { texts } = await queue(cast.manager, { stage: 'documents' })
    const row = texts.find(({ publicId }) => publicId === id)
    expect(row?.can).toMatchObject({ verify_documents: false, request_changes: false, reassign: false })
    expect((await queue(cast.manager)).texts[0]?.can).toMatchObject({ publish: false, reassign: true })
    expect((await queue(cast.curator, { stage: 'documents' })).stage).toBe('substance')
  })
})

test('the manager is told once of what waits too long, in one mail, and not of what was decided', async () => {
  const { db } = await testDatabase()
  const cast = await castOf(db)
  const stage = stageOf(db, cast)
  const [late, decided] = [await stage.verified(), await stage.verified()]
  await stage.submitted()
  const system = (n: number) => stage.as({ kind: 'system', name: 'worker' }, days(n))
  expect(await escalateReviews(system(10))).toEqual({ texts: 1, mails: 1 })
  await stage.publish(decided)
  const mails = await mailsDuring(db, () => escalateReviews(system(21)))
  expect(mails).toMatchObject([{ template: 'review_late', params: { count: '1' } }])
  expect(mails[0]?.params?.list).toContain(late)
  expect(await escalateReviews(system(22))).toEqual({ texts: 0, mails: 0 })
})
