import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { createPractice } from '#app/domain/practice/create-practice.server.ts'
import { discardRevision } from '#app/domain/practice/discard-revision.server.ts'
import { publishPractice } from '#app/domain/practice/publish-practice.server.ts'
import { requestChanges } from '#app/domain/practice/request-changes.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { submitPractice } from '#app/domain/practice/submit-practice.server.ts'
import { takeBackPractice } from '#app/domain/practice/take-back-practice.server.ts'
import { verifyDocuments } from '#app/domain/practice/verify-documents.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { auditLog, outbox, practiceEvents, practiceRevisions, practices } from '#db/schema/index.ts'
import { forgetLetters, orderedLetters } from '#tests/support/letters.ts'
import { NOW, practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

const eventsOf = async (practiceId: string) => {
  const rows = await db
    .select()
    .from(practiceEvents)
    .where(eq(practiceEvents.practiceId, practiceId))
    .orderBy(practiceEvents.at)
  return rows.map((row) => row.event)
}
const outboxOf = (practiceId: string) => db.select().from(outbox).where(eq(outbox.entityId, practiceId))

describe('create', () => {
  test('a practice gets the next number of its province and the hub of its place', async () => {
    const first = await createPractice(stage.as(cast.author), {
      key: randomUUID(),
      brand: 'SATU',
      titleId: 'Satu',
      sector: 'sosial',
    })
    const second = await createPractice(stage.as(cast.author), {
      key: randomUUID(),
      brand: 'DUA',
      titleId: 'Dua',
      sector: 'sosial',
    })
    expect(first.publicId).toMatch(/^JIPP-11-\d{4}$/)
    expect(Number(second.publicId.slice(-4))).toBe(Number(first.publicId.slice(-4)) + 1)
    const row = await stage.practice(first.publicId)
    expect(row).toMatchObject({ state: 'unpublished', hubId: cast.organisations.place.id, live: null })
    expect(row.open).toMatchObject({ state: 'draft', number: 1, authorIds: [cast.author.userId], titleId: 'Satu' })
    expect(await eventsOf(row.id)).toEqual(['create'])
    expect(await outboxOf(row.id)).toEqual([])
  })

  test('places without hub and abroad', async () => {
    const remote = await createPractice(stage.as(cast.remoteAuthor), {
      key: randomUUID(),
      brand: 'A',
      titleId: 'A',
      sector: 'sosial',
    })
    expect(await stage.practice(remote.publicId)).toMatchObject({ hubId: null })
    const abroad = await createPractice(stage.as(cast.abroadAuthor), {
      key: randomUUID(),
      brand: 'A',
      titleId: 'A',
      sector: 'sosial',
    })
    expect(abroad.publicId).toMatch(/^JIPP-99-/)
  })

  test('the same form sent twice, at once or later, begins one practice', async () => {
    const input = { key: randomUUID(), brand: 'SEKALI', titleId: 'Sekali', sector: 'sosial' as const }
    const made = await Promise.all([1, 2, 3].map(() => createPractice(stage.as(cast.author), input)))
    const again = await createPractice(stage.as(cast.coAuthor), input)
    expect(new Set([...made, again].map((one) => one.publicId)).size).toBe(1)
    await expect(createPractice(stage.as(cast.neighbourAuthor), input)).rejects.toThrow(Conflict)
  })

  test('forty at once get forty numbers', async () => {
    const made = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        createPractice(stage.as(cast.neighbourAuthor), {
          key: randomUUID(),
          brand: `P${n}`,
          titleId: 'P',
          sector: 'sosial',
        }),
      ),
    )
    expect(new Set(made.map((one) => one.publicId)).size).toBe(40)
  })

  test.each(['admin', 'curator', 'national', 'mentor', 'observer'] as const)('%s begins none', async (who) => {
    const input = { key: randomUUID(), brand: 'X', titleId: 'X', sector: 'sosial' as const }
    await expect(createPractice(stage.as(cast[who]), input)).rejects.toThrow(Forbidden)
  })
})

test('from the first word to the site, a second version, and a tombstone', async () => {
  const id = await stage.published()
  const live = await stage.practice(id)
  expect(live).toMatchObject({ state: 'published', open: null, live: { number: 1 }, searchVersion: 2 })
  expect(await outboxOf(live.id)).toMatchObject([{ topic: 'practice', version: 2 }])
  expect(await eventsOf(live.id)).toEqual(['create', 'submit', 'verify_documents', 'publish'])

  await startRevision(stage.as(cast.coAuthor), { practiceId: id })
  await stage.save(cast.coAuthor, id, 'background', { story: { background: { id: 'Kalimat yang lain.', en: null } } })
  const writing = await stage.practice(id)
  expect(writing).toMatchObject({ state: 'published', live: { id: live.live!.id, number: 1 }, open: { number: 2 } })
  const [kept] = await db.select().from(practiceRevisions).where(eq(practiceRevisions.id, live.live!.id))
  expect(kept!.content.story.background.id).toContain('sepertiga lampu jalan')

  await stage.publish(await stage.verify(await stage.submit(id, cast.coAuthor)))
  expect(await stage.practice(id)).toMatchObject({ live: { number: 2 }, open: null, searchVersion: 3 })
  const [first] = await db.select({ at: practices.firstPublishedAt }).from(practices).where(eq(practices.publicId, id))
  expect(first!.at).toEqual(NOW)

  const successor = await stage.published()
  await withdrawPractice(stage.as(cast.curator), {
    practiceId: id,
    reason: 'duplicate',
    note: 'Lihat yang baru.',
    successor,
  })
  const gone = await stage.practice(id)
  expect(gone).toMatchObject({ state: 'withdrawn', withdrawalReason: 'duplicate', withdrawalNote: 'Lihat yang baru.' })
  expect((await outboxOf(live.id)).map((row) => row.version)).toEqual([2, 3, 4])
})

test('every move is in the audit log with its actor and hat', async () => {
  const id = await stage.published()
  const { id: key } = await stage.practice(id)
  const rows = await db.select().from(auditLog).where(eq(auditLog.entityId, key)).orderBy(auditLog.id)
  const moves = rows.filter((row) => row.action !== 'practice.save_section')
  expect(moves.map(({ action, actedAs, actorId }) => [action, actedAs, actorId])).toEqual([
    ['practice.create', 'author', cast.author.userId],
    ['practice.submit', 'author', cast.author.userId],
    ['practice.verify_documents', 'agency_admin', cast.admin.userId],
    ['practice.publish', 'curator', cast.curator.userId],
  ])
})

test('those concerned get one mail each, the one who acts gets none', async () => {
  await forgetLetters(db)
  const mailed = async () => {
    const letters = await orderedLetters(db)
    await forgetLetters(db)
    return letters.map(({ template }) => template).sort()
  }
  const id = await stage.submitted()
  expect(await mailed()).toEqual(['practice_submitted', 'practice_submitted'])
  await stage.verify(id)
  expect(await mailed()).toEqual(['practice_documents_verified', 'practice_documents_verified'])
  await stage.publish(id)
  expect(await mailed()).toEqual(['practice_published', 'practice_published', 'practice_published'])
})

describe('submit', () => {
  test('a draft with gaps stays a draft', async () => {
    const { publicId } = await createPractice(stage.as(cast.author), {
      key: randomUUID(),
      brand: 'X',
      titleId: 'X',
      sector: 'sosial',
    })
    const version = await stage.versionOf(publicId)
    await expect(submitPractice(stage.as(cast.author), { practiceId: publicId, version })).rejects.toThrow(Invalid)
    expect(await stage.open(publicId)).toMatchObject({ state: 'draft', version, submittedAt: null })
  })

  test('a text over its cap is not sent', async () => {
    const id = await stage.draft()
    await stage.save(cast.author, id, 'summary', { story: { summary: { id: 'kata '.repeat(201), en: null } } })
    await expect(stage.submit(id)).rejects.toThrow(Invalid)
    await stage.save(cast.author, id, 'summary', { story: { summary: { id: 'kata '.repeat(200), en: null } } })
    await stage.submit(id)
  })

  test('a stale form sends nothing', async () => {
    const id = await stage.draft()
    const version = await stage.versionOf(id)
    await stage.save(cast.coAuthor, id, 'summary', { story: { summary: { id: 'Lain.', en: null } } })
    await expect(submitPractice(stage.as(cast.author), { practiceId: id, version })).rejects.toThrow(Conflict)
  })

  test('a practice begun before its place had a hub comes to that hub', async () => {
    const id = await stage.draft()
    await db.update(practices).set({ hubId: null }).where(eq(practices.publicId, id))
    await stage.submit(id)
    expect(await stage.practice(id)).toMatchObject({ hubId: cast.organisations.place.id })
  })

  test('the author takes it back and can write again; another author who wrote nothing cannot', async () => {
    const id = await stage.submitted()
    const version = await stage.versionOf(id)
    await expect(takeBackPractice(stage.as(cast.coAuthor), { practiceId: id, version })).rejects.toThrow(Forbidden)
    await takeBackPractice(stage.as(cast.author), { practiceId: id, version })
    expect(await stage.open(id)).toMatchObject({ state: 'draft', submittedBy: null, submittedAt: null })
    await stage.save(cast.author, id, 'summary', { story: { summary: { id: 'Lagi.', en: null } } })
  })
})

describe('who may do what', () => {
  test.each([
    ['neighbourAdmin', NotFound],
    ['neighbourAuthor', NotFound],
    ['otherCurator', NotFound],
    ['mentor', NotFound],
    ['observer', NotFound],
    ['author', Forbidden],
    ['coAuthor', Forbidden],
    ['head', Forbidden],
    ['curator', Forbidden],
    ['manager', Forbidden],
    ['national', Forbidden],
  ] as const)('%s does not verify documents', async (who, error) => {
    const id = await stage.submitted()
    const version = await stage.versionOf(id)
    await expect(verifyDocuments(stage.as(cast[who]), { practiceId: id, version })).rejects.toThrow(error)
  })

  test.each([
    ['author', Forbidden],
    ['admin', Forbidden],
    ['manager', Forbidden],
    ['national', Forbidden],
    ['otherCurator', NotFound],
    ['neighbourAdmin', NotFound],
  ] as const)('%s does not publish', async (who, error) => {
    const id = await stage.verified()
    const version = await stage.versionOf(id)
    await expect(publishPractice(stage.as(cast[who]), { practiceId: id, version })).rejects.toThrow(error)
  })

  test('a draft is unknown to the hub and the national office until it is sent in', async () => {
    const id = await stage.draft()
    for (const who of [cast.curator, cast.national, cast.neighbourAuthor]) {
      await expect(publishPractice(stage.as(who), { practiceId: id, version: 1 })).rejects.toThrow(NotFound)
    }
  })

  test('the national admin publishes where no hub covers the place', async () => {
    const id = await stage.draft(cast.remoteAuthor)
    await stage.verify(await stage.submit(id, cast.remoteAuthor), cast.remoteAdmin)
    const version = await stage.versionOf(id)
    await expect(publishPractice(stage.as(cast.curator), { practiceId: id, version })).rejects.toThrow(NotFound)
    await stage.publish(id, cast.national)
    expect(await stage.practice(id)).toMatchObject({ state: 'published' })
  })

  test('the admin of the parent agency checks the documents of its unit, not the other way round', async () => {
    const id = await stage.draft(cast.unitAuthor)
    await stage.verify(await stage.submit(id, cast.unitAuthor), cast.admin)
    expect(await stage.open(id)).toMatchObject({ state: 'document_verified' })
    const parents = await stage.draft(cast.author)
    await expect(stage.save(cast.unitAuthor, parents, 'summary', { story: {} })).rejects.toThrow(NotFound)
  })
})

describe('nobody judges what they wrote or sent in, in whatever hat', () => {
  test('the author as agency admin and as curator', async () => {
    const id = await stage.draft()
    await stage.save(cast.coAuthor, id, 'novelty', { story: { novelty: { id: 'Baru.', en: null } } })
    await stage.submit(id)
    const { regency, place } = cast.organisations
    for (const writer of [cast.author, cast.coAuthor]) {
      const asAdmin = await cast.wearing(writer, 'agency_admin', regency)
      const version = await stage.versionOf(id)
      await expect(verifyDocuments(stage.as(asAdmin), { practiceId: id, version })).rejects.toThrow(Forbidden)
      await expect(requestChanges(stage.as(asAdmin), { practiceId: id, version, message: 'x' })).rejects.toThrow(
        Forbidden,
      )
    }
    await stage.verify(id)
    const version = await stage.versionOf(id)
    for (const writer of [cast.author, cast.coAuthor]) {
      const asCurator = await cast.wearing(writer, 'curator', place)
      await expect(publishPractice(stage.as(asCurator), { practiceId: id, version })).rejects.toThrow(Forbidden)
      await expect(stage.comment(id, asCurator)).rejects.toThrow(Forbidden)
    }
  })

  test('whoever checked the documents does not publish', async () => {
    const id = await stage.verified()
    const asCurator = await cast.wearing(cast.admin, 'curator', cast.organisations.place)
    const version = await stage.versionOf(id)
    await expect(publishPractice(stage.as(asCurator), { practiceId: id, version })).rejects.toThrow(Forbidden)
  })
})

describe('wrong moment', () => {
  test('moves that the table does not allow', async () => {
    const draft = await stage.draft()
    const sent = await stage.submitted()
    const live = await stage.published()
    const version = 99
    await expect(verifyDocuments(stage.as(cast.admin), { practiceId: draft, version })).rejects.toThrow(
      InvalidTransition,
    )
    await expect(publishPractice(stage.as(cast.curator), { practiceId: sent, version })).rejects.toThrow(
      InvalidTransition,
    )
    await expect(submitPractice(stage.as(cast.author), { practiceId: sent, version })).rejects.toThrow(
      InvalidTransition,
    )
    await expect(discardRevision(stage.as(cast.author), { practiceId: sent, version })).rejects.toThrow(
      InvalidTransition,
    )
    await expect(submitPractice(stage.as(cast.author), { practiceId: live, version })).rejects.toThrow(
      InvalidTransition,
    )
    await expect(startRevision(stage.as(cast.author), { practiceId: draft })).rejects.toThrow(InvalidTransition)
    await expect(withdrawPractice(stage.as(cast.curator), { practiceId: sent, reason: 'other' })).rejects.toThrow(
      InvalidTransition,
    )
  })

  test('nothing moves on a practice that was taken back', async () => {
    const id = await stage.published()
    await startRevision(stage.as(cast.author), { practiceId: id })
    await withdrawPractice(stage.as(cast.national), { practiceId: id, reason: 'legal' })
    await expect(stage.save(cast.author, id, 'summary', { story: {} })).rejects.toThrow(InvalidTransition)
    await expect(stage.submit(id)).rejects.toThrow(InvalidTransition)
    await expect(startRevision(stage.as(cast.author), { practiceId: id })).rejects.toThrow(InvalidTransition)
    await expect(withdrawPractice(stage.as(cast.curator), { practiceId: id, reason: 'other' })).rejects.toThrow(
      InvalidTransition,
    )
  })

  test('a successor must be another published practice', async () => {
    const id = await stage.published()
    const draft = await stage.draft()
    for (const successor of [id, draft, 'JIPP-11-9999']) {
      const input = { practiceId: id, reason: 'duplicate' as const, successor }
      await expect(withdrawPractice(stage.as(cast.curator), input)).rejects.toThrow(Invalid)
    }
  })
})

describe('two at once', () => {
  const outcome = (results: PromiseSettledResult<unknown>[]) => ({
    done: results.filter((r) => r.status === 'fulfilled').length,
    errors: results.flatMap((r) => (r.status === 'rejected' ? [r.reason.constructor.name] : [])),
  })

  test('two curators publish: one text is published once', async () => {
    const id = await stage.verified()
    const version = await stage.versionOf(id)
    const tries = [cast.curator, cast.secondCurator, cast.curator, cast.secondCurator].map((who) =>
      publishPractice(stage.as(who), { practiceId: id, version }),
    )
    const { done, errors } = outcome(await Promise.allSettled(tries))
    expect(done).toBe(1)
    for (const name of errors) expect(['Conflict', 'InvalidTransition']).toContain(name)
    const { id: key } = await stage.practice(id)
    expect(await outboxOf(key)).toHaveLength(1)
    expect((await eventsOf(key)).filter((event) => event === 'publish')).toHaveLength(1)
  })

  test('one publishes, one asks for changes: one wins', async () => {
    const id = await stage.verified()
    const version = await stage.versionOf(id)
    const results = await Promise.allSettled([
      publishPractice(stage.as(cast.curator), { practiceId: id, version }),
      requestChanges(stage.as(cast.secondCurator), { practiceId: id, version, message: 'Tunggu.' }),
    ])
    expect(outcome(results).done).toBe(1)
  })

  test('one takes the practice back, another moves its text on: nothing moves after it', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await stage.published()
      await startRevision(stage.as(cast.author), { practiceId: id })
      const version = await stage.versionOf(id)
      await Promise.allSettled([
        submitPractice(stage.as(cast.author), { practiceId: id, version }),
        withdrawPractice(stage.as(cast.curator), { practiceId: id, reason: 'other' }),
      ])
      const { id: key } = await stage.practice(id)
      const acts = await db.select().from(auditLog).where(eq(auditLog.entityId, key)).orderBy(auditLog.id)
      expect(acts.at(-1)?.action).toBe('practice.withdraw')
    }
  })

  test('two authors begin a revision: there is one', async () => {
    const id = await stage.published()
    const tries = [cast.author, cast.coAuthor].map((who) => startRevision(stage.as(who), { practiceId: id }))
    expect(outcome(await Promise.allSettled(tries)).done).toBe(1)
    expect(await stage.open(id)).toMatchObject({ number: 2, state: 'draft' })
  })

  test('a text that changed since the curator read it is not published', async () => {
    const id = await stage.verified()
    const read = await stage.versionOf(id)
    await stage.giveBack(id, cast.secondCurator)
    await stage.save(cast.author, id, 'summary', { story: { summary: { id: 'Disisipkan.', en: null } } })
    await stage.verify(await stage.submit(id))
    await expect(publishPractice(stage.as(cast.curator), { practiceId: id, version: read })).rejects.toThrow(Conflict)
  })
})

test('a published revision is frozen, whoever tries', async () => {
  const id = await stage.published()
  const { live } = await stage.practice(id)
  const change = db
    .update(practiceRevisions)
    .set({ content: sql`content || '{"brand":"LAIN"}'::jsonb` })
    .where(eq(practiceRevisions.id, live!.id))
  await expect(change).rejects.toThrow()
  await expect(db.delete(practiceRevisions).where(eq(practiceRevisions.id, live!.id))).rejects.toThrow()
})

test('a discarded first draft leaves the lists but keeps its number and history', async () => {
  const id = await stage.draft()
  await discardRevision(stage.as(cast.author), { practiceId: id, version: await stage.versionOf(id) })
  const row = await stage.practice(id)
  expect(row).toMatchObject({ state: 'unpublished', open: null })
  expect(await eventsOf(row.id)).toContain('discard')
})
