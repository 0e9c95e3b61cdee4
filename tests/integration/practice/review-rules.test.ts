import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addressComment } from '#app/domain/practice/address-comment.server.ts'
import { publishMinor } from '#app/domain/practice/publish-minor.server.ts'
import { publishPractice } from '#app/domain/practice/publish-practice.server.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { readReview } from '#app/domain/practice/read-review.server.ts'
import { readReviewRules } from '#app/domain/practice/read-review-texts.server.ts'
import { readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { saveReviewRules } from '#app/domain/practice/save-review-rules.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { takeBackPractice } from '#app/domain/practice/take-back-practice.server.ts'
import { verifyDocuments } from '#app/domain/practice/verify-documents.server.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { auditLog, memberships, outbox } from '#db/schema/index.ts'
import type { MinorKind } from '#db/vocabulary.ts'
import { testDatabase } from '#tests/support/database.ts'
import { castOf } from './cast.ts'
import { mailsDuring } from './mails.ts'
import { practiceStage, stageOf } from './stage.ts'

const { db, cast, stage } = await practiceStage()

describe('their own record is nobody’s to judge', () => {
  test('not by one who wrote in an earlier version and has changed sides since', async () => {
    const former = await cast.person('author', cast.organisations.regency)
    const id = await stage.draft(former)
    await stage.publish(await stage.verify(await stage.submit(id, former)))
    await db.update(memberships).set({ endsOn: '2026-01-01' }).where(eq(memberships.userId, former.userId))
    await startRevision(stage.as(cast.author), { practiceId: id })
    await stage.save(cast.author, id, 'summary', { story: { summary: { id: 'Lain.', en: null } } })
    await stage.submit(id)
    const { regency, place } = cast.organisations
    const asAdmin = await cast.wearing(former, 'agency_admin', regency)
    const version = await stage.versionOf(id)
    await expect(verifyDocuments(stage.as(asAdmin), { practiceId: id, version })).rejects.toThrow(Forbidden)
    await stage.verify(id)
    const asCurator = await cast.wearing(former, 'curator', place)
    const input = { practiceId: id, version: await stage.versionOf(id) }
    await expect(publishPractice(stage.as(asCurator), input)).rejects.toThrow(Forbidden)
    const view = await readReview(stage.as(asCurator), id, { lang: 'id' })
    expect(view).toMatchObject({ may: false, own: true })
    await stage.publish(id)
  })

  test('not by one whose writing was given up with a discarded draft', async () => {
    const id = await stage.published()
    await startRevision(stage.as(cast.coAuthor), { practiceId: id })
    await stage.save(cast.coAuthor, id, 'summary', { story: { summary: { id: 'Lain.', en: null } } })
    const { discardRevision } = await import('#app/domain/practice/discard-revision.server.ts')
    await discardRevision(stage.as(cast.coAuthor), { practiceId: id, version: await stage.versionOf(id) })
    await startRevision(stage.as(cast.author), { practiceId: id })
    await stage.verify(await stage.submit(id))
    const asCurator = await cast.wearing(cast.coAuthor, 'curator', cast.organisations.place)
    const input = { practiceId: id, version: await stage.versionOf(id) }
    await expect(publishPractice(stage.as(asCurator), input)).rejects.toThrow(Forbidden)
  })

  test('not by one who takes the hat of the hub between two clicks', async () => {
    const person = await cast.person('agency_admin', cast.organisations.regency)
    const hub = await cast.wearing(person, 'curator', cast.organisations.place)
    const id = await stage.verify(await stage.submitted(), person)
    const input = { practiceId: id, version: await stage.versionOf(id) }
    await expect(publishPractice(stage.as(hub), input)).rejects.toThrow(Forbidden)
    await stage.giveBack(id, cast.curator)
    await stage.verify(await stage.submit(id), cast.admin)
    // Another person made the first check this time: now they are an outsider.
    await stage.publish(id, hub)
  })

  test('the database itself refuses the one who sent it in', async () => {
    const id = await stage.verified()
    const { practiceRevisions } = await import('#db/schema/index.ts')
    const revision = (await stage.open(id)).id
    const change = db
      .update(practiceRevisions)
      .set({ state: 'published', publishedAt: new Date(), publishedBy: cast.author.userId })
      .where(eq(practiceRevisions.id, revision))
    await expect(change).rejects.toThrow()
  })
})

describe('what a reviewer saw is what is published', () => {
  test('a text taken back, changed and sent again is not approved unseen; what changed since is shown', async () => {
    const id = await stage.submitted()
    const seen = await readReview(stage.as(cast.admin), id, { lang: 'id' })
    const read = seen!.open.version
    await takeBackPractice(stage.as(cast.author), { practiceId: id, version: read })
    await stage.save(cast.author, id, 'background', { story: { background: { id: 'Naskah lain.', en: null } } })
    await stage.submit(id)
    const verify = (version: number, fingerprint?: string) =>
      verifyDocuments(stage.as(cast.admin), { practiceId: id, version, seen: fingerprint })
    await expect(verify(read, seen!.seen)).rejects.toThrow(Conflict)
    const version = await stage.versionOf(id)
    // The right version with the text of the other is refused as well.
    await expect(verify(version, seen!.seen)).rejects.toThrow(Conflict)
    const now = await readReview(stage.as(cast.admin), id, { lang: 'id', since: read })
    expect(now!.earlier?.content.story.background.id).toBe(seen!.after.story.background.id)
    expect(now!.after.story.background.id).toBe('Naskah lain.')
    expect(now!.submissions).toHaveLength(1)
    await verify(version, now!.seen)
  })

  test('the fingerprint of what was approved stands in the audit log', async () => {
    const id = await stage.verified()
    const view = await readReview(stage.as(cast.curator), id, { lang: 'id' })
    await publishPractice(stage.as(cast.curator), { practiceId: id, version: view!.open.version, seen: view!.seen })
    const acts = await db.select().from(auditLog).where(eq(auditLog.entityId, view!.practice.id))
    const of = (action: string) => acts.find((act) => act.action === action)?.data as { fingerprint?: string }
    expect(of('practice.publish').fingerprint).toBe(view!.seen)
    expect(of('practice.verify_documents').fingerprint).toBe(view!.seen)
  })
})

describe('minor edits', () => {
  const allow = async (minorKinds: MinorKind[]) => {
    const { rules } = await readReviewRules(stage.as(cast.manager))
    await saveReviewRules(stage.as(cast.manager), { minorKinds, version: rules?.version ?? 0 })
  }
  const revised = async (contactEmail: string | null, background?: string) => {
    const id = await stage.published()
    await startRevision(stage.as(cast.author), { practiceId: id })
    const { brand, title, tagline, unit } = await stage.contentOf(id)
    await stage.save(cast.author, id, 'identity', { brand, title, tagline, unit, contactEmail })
    if (background)
      await stage.save(cast.author, id, 'background', { story: { background: { id: background, en: null } } })
    return id
  }
  const publish = async (id: string, who = cast.author) =>
    publishMinor(stage.as(who), { practiceId: id, version: await stage.versionOf(id) })

  test('where the hub allows it the author publishes at once: logged, shown to everybody, the evidence as before', async () => {
    await allow(['contact'])
    const id = await revised('baru@contoh.invalid')
    const before = await readPractice(stage.as({ kind: 'visitor' }), id)
    expect((await readWorkPractice(stage.as(cast.author), id)).minorEdit).toBe(true)
    const mails = await mailsDuring(db, () => publish(id))
    const row = await stage.practice(id)
    expect(row).toMatchObject({ state: 'published', open: null, live: { number: 2 }, searchVersion: 3 })
    expect(await db.select().from(outbox).where(eq(outbox.entityId, row.id))).toHaveLength(2)
    // The admins and the curators, one mail each; the author knows.
    expect(new Set(mails.map(({ template }) => template))).toEqual(new Set(['practice_minor_edit']))
    expect(mails.length).toBeGreaterThanOrEqual(4)
    expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length)
    const after = await readPractice(stage.as({ kind: 'visitor' }), id)
    const evidence = (page: typeof after) => page.practice?.evidence
    expect(evidence(after)).toBe(evidence(before))
    expect(after.practice?.versions).toMatchObject([
      { number: 2, minor: true },
      { number: 1, minor: false },
    ])
    // The next version begins with this text and is reviewed like the first.
    await startRevision(stage.as(cast.author), { practiceId: id })
    await stage.publish(await stage.verify(await stage.submit(id)))
  })

  test('more than that needs a review, and nothing is published', async () => {
    await allow(['contact', 'typo'])
    const id = await revised('baru@contoh.invalid', 'Kalimat yang sama sekali lain dari yang terbit.')
    expect((await readWorkPractice(stage.as(cast.author), id)).minorEdit).toBe(false)
    await expect(publish(id)).rejects.toThrow(Invalid)
    expect(await stage.practice(id)).toMatchObject({ live: { number: 1 }, open: { state: 'draft' } })
  })

  test('nothing passes where the hub allows nothing, and none of other people', async () => {
    await allow([])
    const id = await revised('baru@contoh.invalid')
    await expect(publish(id)).rejects.toThrow(Invalid)
    await allow(['contact'])
    for (const who of [cast.admin, cast.curator, cast.national])
      await expect(publish(id, who)).rejects.toThrow(Forbidden)
    await expect(publish(id, cast.neighbourAuthor)).rejects.toThrow(NotFound)
    await publish(id)
    await expect(publish(id)).rejects.toThrow()
  })

  test('a first version is never minor, neither is one that was sent in', async () => {
    await allow(['contact', 'typo', 'links'])
    const draft = await stage.draft()
    await expect(publish(draft)).rejects.toThrow(InvalidTransition)
    const sent = await stage.submit(await revised('baru@contoh.invalid'))
    await expect(publish(sent)).rejects.toThrow(InvalidTransition)
  })

  test('two at once publish once', async () => {
    await allow(['contact'])
    const id = await revised('baru@contoh.invalid')
    const version = await stage.versionOf(id)
    const tries = [cast.author, cast.coAuthor].map((who) => publishMinor(stage.as(who), { practiceId: id, version }))
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('the manager sets the rules, the curator reads them, two managers do not overwrite each other', async () => {
    const { rules } = await readReviewRules(stage.as(cast.curator))
    const set = (who: Parameters<typeof stage.as>[0]) =>
      saveReviewRules(stage.as(who), { minorKinds: ['typo'], version: rules!.version })
    await expect(set(cast.curator)).rejects.toThrow(Forbidden)
    await expect(set(cast.national)).rejects.toThrow(Forbidden)
    const settled = await Promise.allSettled([set(cast.manager), set(cast.manager)])
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

test('one event, one mail for each person concerned', async () => {
  const { db } = await testDatabase()
  const cast = await castOf(db)
  const stage = stageOf(db, cast)
  // One person in three hats at the owner and the hub is still one person.
  await cast.wearing(cast.admin, 'author', cast.organisations.regency)
  await cast.wearing(cast.secondCurator, 'hub_manager', cast.organisations.place)
  const id = await stage.draft()
  await stage.save(cast.coAuthor, id, 'novelty', { story: { novelty: { id: 'Baru.', en: null } } })
  const count = async (happen: () => Promise<unknown>) => {
    const mails = await mailsDuring(db, happen)
    expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length)
    return mails.length
  }
  expect(await count(() => stage.submit(id))).toBe(2)
  expect(await count(() => stage.comment(id, cast.admin))).toBe(0)
  expect(await count(() => stage.giveBack(id))).toBe(2)
  const { comments } = await readWorkPractice(stage.as(cast.author), id)
  expect(await count(() => addressComment(stage.as(cast.author), { practiceId: id, commentId: comments[0]!.id }))).toBe(
    0,
  )
  await stage.submit(id)
  const { resolveComment } = await import('#app/domain/practice/resolve-comment.server.ts')
  expect(await count(() => resolveComment(stage.as(cast.admin), { practiceId: id, commentId: comments[0]!.id }))).toBe(
    0,
  )
  expect(await count(() => stage.verify(id))).toBe(2)
  // Two authors and two admins.
  expect(await count(() => stage.publish(id))).toBe(4)
})
