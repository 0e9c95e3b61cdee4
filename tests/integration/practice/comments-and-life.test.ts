import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addComment } from '#app/domain/practice/add-comment.server.ts'
import { addressComment } from '#app/domain/practice/address-comment.server.ts'
import { assertLife } from '#app/domain/practice/assert-life.server.ts'
import { confirmLife } from '#app/domain/practice/confirm-life.server.ts'
import { publishPractice } from '#app/domain/practice/publish-practice.server.ts'
import { readReview } from '#app/domain/practice/read-review.server.ts'
import { readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { resolveComment } from '#app/domain/practice/resolve-comment.server.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { listReviewComments } from '#db/queries/practice-reviews.server.ts'
import { outbox } from '#db/schema/index.ts'
import { practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

describe('comments', () => {
  test('a required remark blocks publication until a reviewer closes it', async () => {
    const id = await stage.verified()
    const { commentId } = await stage.comment(id, cast.curator)
    const version = await stage.versionOf(id)
    await expect(publishPractice(stage.as(cast.curator), { practiceId: id, version })).rejects.toThrow(Invalid)
    await stage.giveBack(id, cast.curator)
    await addressComment(stage.as(cast.coAuthor), { practiceId: id, commentId })
    await stage.submit(id)
    // What the hub asked for, the hub confirms: the check of documents neither closes it nor waits for it.
    await expect(resolveComment(stage.as(cast.admin), { practiceId: id, commentId })).rejects.toThrow(Forbidden)
    await stage.verify(id)
    await expect(stage.publish(id)).rejects.toThrow(Invalid)
    await resolveComment(stage.as(cast.secondCurator), { practiceId: id, commentId })
    await stage.publish(id)
  })

  test('a required remark of the check of documents blocks it until an admin of the owner closes it', async () => {
    const id = await stage.submitted()
    const { commentId } = await stage.comment(id, cast.admin)
    await expect(stage.verify(id)).rejects.toThrow(Invalid)
    const close = (who: Parameters<typeof stage.as>[0]) => resolveComment(stage.as(who), { practiceId: id, commentId })
    await expect(close(cast.curator)).rejects.toThrow(Forbidden)
    await expect(close(cast.author)).rejects.toThrow(Forbidden)
    const { comments } = (await readReview(stage.as(cast.secondAdmin), id, { lang: 'id' }))!
    expect(comments).toMatchObject([{ stage: 'documents', mayClose: true }])
    await close(cast.secondAdmin)
    await stage.verify(id)
  })

  test('an optional remark blocks nothing', async () => {
    const id = await stage.verified()
    await stage.comment(id, cast.curator, false)
    await stage.publish(id)
  })

  test('a remark made while another publishes is either seen or refused', async () => {
    for (let round = 0; round < 8; round++) {
      const id = await stage.verified()
      const version = await stage.versionOf(id)
      const revisionId = (await stage.open(id)).id
      const [published, remarked] = await Promise.allSettled([
        publishPractice(stage.as(cast.curator), { practiceId: id, version }),
        stage.comment(id, cast.secondCurator),
      ])
      expect([published.status, remarked.status].filter((status) => status === 'fulfilled')).toHaveLength(1)
      expect(await listReviewComments(db, revisionId)).toHaveLength(remarked.status === 'fulfilled' ? 1 : 0)
    }
  })

  test.each([
    ['author', Forbidden],
    ['curator', Forbidden],
    ['neighbourAdmin', NotFound],
  ] as const)('%s leaves none during the document check', async (who, error) => {
    const id = await stage.submitted()
    await expect(stage.comment(id, cast[who])).rejects.toThrow(error)
  })

  test('none on a draft, none on what is published', async () => {
    const input = { section: 'general' as const, body: 'x', required: false }
    const draft = await stage.draft()
    await expect(addComment(stage.as(cast.admin), { practiceId: draft, ...input })).rejects.toThrow(InvalidTransition)
    const live = await stage.published()
    await expect(addComment(stage.as(cast.admin), { practiceId: live, ...input })).rejects.toThrow(InvalidTransition)
  })

  test('a remark is closed once, and only where it was made', async () => {
    const id = await stage.verified()
    const other = await stage.verified()
    const { commentId } = await stage.comment(id, cast.curator)
    const close = (practiceId: string) => resolveComment(stage.as(cast.secondCurator), { practiceId, commentId })
    await expect(close(other)).rejects.toThrow(Conflict)
    await close(id)
    await expect(close(id)).rejects.toThrow(Conflict)
  })
})

describe('life status', () => {
  const say = (practiceId: string, actor = cast.author) =>
    assertLife(stage.as(actor), { practiceId, status: 'growing', note: 'Dipakai lima kecamatan.' })

  test('the owner says, the hub confirms, the site and the search follow', async () => {
    const id = await stage.published()
    const { assertionId } = await say(id)
    expect(await stage.practice(id)).toMatchObject({ lifeStatus: 'unconfirmed', assertion: { status: 'growing' } })
    await confirmLife(stage.as(cast.curator), { practiceId: id, assertionId, answer: 'confirm' })
    const row = await stage.practice(id)
    expect(row).toMatchObject({
      lifeStatus: 'growing',
      lifeConfirmedOn: '2026-11-22',
      assertion: null,
      searchVersion: 3,
    })
    expect(await db.select().from(outbox).where(eq(outbox.entityId, row.id))).toHaveLength(2)
  })

  test('the manager of the hub confirms as its curators do, and the history names what was said', async () => {
    const id = await stage.published()
    const { assertionId } = await say(id)
    expect((await readWorkPractice(stage.as(cast.manager), id)).can.confirm_life).toBe(true)
    await confirmLife(stage.as(cast.manager), { practiceId: id, assertionId, answer: 'confirm' })
    const { events } = await readWorkPractice(stage.as(cast.author), id)
    expect(events.filter(({ lifeStatus }) => lifeStatus === 'growing').map(({ event }) => event)).toEqual(
      expect.arrayContaining(['assert_life', 'confirm_life']),
    )
    expect(events.find(({ event }) => event === 'publish')?.lifeStatus).toBeNull()
  })

  test('a word that the hub does not confirm changes nothing, and the owner may speak again', async () => {
    const id = await stage.published()
    const { assertionId } = await say(id)
    await confirmLife(stage.as(cast.curator), { practiceId: id, assertionId, answer: 'reject' })
    expect(await stage.practice(id)).toMatchObject({ lifeStatus: 'unconfirmed', assertion: null, searchVersion: 2 })
    await say(id)
  })

  test('one word waits at a time; answered once', async () => {
    const id = await stage.published()
    const said = await Promise.allSettled([say(id), say(id, cast.admin)])
    expect(said.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const assertionId = (await stage.practice(id)).assertion!.id
    const answers = await Promise.allSettled(
      [cast.curator, cast.secondCurator].map((who) =>
        confirmLife(stage.as(who), { practiceId: id, assertionId, answer: 'confirm' }),
      ),
    )
    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  })

  test.each([
    ['head', Forbidden],
    ['curator', Forbidden],
    ['neighbourAuthor', NotFound],
    ['observer', NotFound],
  ] as const)('%s does not speak for the owner', async (who, error) => {
    const id = await stage.published()
    await expect(say(id, cast[who])).rejects.toThrow(error)
  })

  test('the owner does not confirm, also not in the hat of a curator', async () => {
    const id = await stage.published()
    const { assertionId } = await say(id)
    const asCurator = await cast.wearing(cast.author, 'curator', cast.organisations.place)
    for (const who of [cast.author, cast.national, asCurator]) {
      const answer = confirmLife(stage.as(who), { practiceId: id, assertionId, answer: 'confirm' })
      await expect(answer).rejects.toThrow(Forbidden)
    }
  })

  test('nothing to say of a draft', async () => {
    await expect(say(await stage.draft())).rejects.toThrow(InvalidTransition)
  })
})
