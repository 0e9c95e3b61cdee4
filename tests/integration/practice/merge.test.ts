import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { fingerprintOf } from '#app/domain/practice/fingerprint.server.ts'
import { readMerges, readUndoMerge } from '#app/domain/practice/merge-notes.server.ts'
import { mergePractices } from '#app/domain/practice/merge-practices.server.ts'
import { readMerge } from '#app/domain/practice/read-merge.server.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { undoMerge } from '#app/domain/practice/undo-merge.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { auditLog, outbox, practiceMerges, practiceRevisions, users } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { contextAs } from '#tests/support/context.ts'
import { merged, mergeInput } from '#tests/support/merging.ts'
import { mailsDuring } from './mails.ts'
import { NOW, practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()
const { neighbour, regency, place, otherPlace, remote } = cast.organisations
const DAY = 86_400_000
const as = (who: Actor = cast.curator, days = 0) => stage.as(who, new Date(NOW.getTime() + days * DAY))
const authorAsCurator = await cast.wearing(cast.author, 'curator', place)
const visitor = contextAs(db, VISITOR, NOW)

/** A practice of the neighbour under the same hub, as one of the starting catalogue. */
async function catalogued(content = {}, where: { agencyId?: string; hubId?: string | null } = {}) {
  const { publicId } = await publishedPractice(db, {
    ...{ agencyId: neighbour.id, hubId: place.id, ...where },
    content: practiceContent({ brand: 'LENTERA', contactEmail: 'lentera@contoh.invalid', ...content }),
  })
  return publicId
}
const live = async (publicId: string) => (await readPractice(visitor, publicId)).practice
const versionsOf = async (publicId: string) => {
  const { id } = await stage.practice(publicId)
  return db
    .select()
    .from(practiceRevisions)
    .where(eq(practiceRevisions.practiceId, id))
    .orderBy(asc(practiceRevisions.number))
}
const actsOn = async (publicId: string) => {
  const { id } = await stage.practice(publicId)
  const rows = await db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(asc(auditLog.id))
  return rows.map(({ action }) => action)
}
const announcedOf = async (publicId: string) => {
  const { id } = await stage.practice(publicId)
  return (await db.select().from(outbox).where(eq(outbox.entityId, id))).map(({ version }) => version)
}
const pairOf = async () => ({ from: await stage.published(), into: await catalogued({ sdgs: [4, 11] }) })

describe('a merge', () => {
  test('gives the survivor the chosen words in a new version, and withdraws the other one', async () => {
    const pair = await pairOf()
    const done = await merged(as(), pair, { brand: 'other' })
    expect(done).toMatchObject({ publicId: pair.into, number: 2 })
    const survivor = await live(pair.into)
    expect(survivor).toMatchObject({ version: 2, state: 'published', mergedInto: null })
    expect(survivor?.content).toMatchObject({
      brand: 'PELITA CONTOH',
      contactEmail: 'lentera@contoh.invalid',
      sdgs: [4, 11],
    })
    expect((await readPractice(visitor, pair.from)).tombstone).toMatchObject({
      ...{ reason: 'duplicate', successorId: pair.into, mergedInto: pair.into },
    })
    expect(await stage.practice(pair.from)).toMatchObject({ state: 'withdrawn', withdrawalReason: 'duplicate' })
    const { fromRevisionId, formerRevisionId, ...row } = (
      await db.select().from(practiceMerges).where(eq(practiceMerges.id, done.mergeId))
    )[0]!
    expect(row).toMatchObject({
      mergedBy: cast.curator.userId,
      mergedAt: NOW,
      undoneAt: null,
      picks: { brand: 'other' },
    })
    expect(row.undoUntil).toEqual(new Date(NOW.getTime() + 30 * DAY))
    expect(fromRevisionId).toBe((await versionsOf(pair.from)).at(-1)!.id)
    expect(formerRevisionId).toBe((await versionsOf(pair.into))[0]!.id)
  })

  test('is told to the history and the search of both', async () => {
    const pair = await pairOf()
    await merged(as(), pair)
    expect((await actsOn(pair.from)).at(-1)).toBe('practice.merge')
    expect((await actsOn(pair.into)).at(-1)).toBe('practice.take_in')
    for (const publicId of [pair.from, pair.into]) {
      expect((await announcedOf(publicId)).at(-1)).toBe((await stage.practice(publicId)).searchVersion)
      const { merges } = await readWorkPractice(as(), publicId)
      expect(merges).toEqual([expect.objectContaining({ ...pair, canUndo: true, isOver: false })])
    }
  })

  test('is no check: what nobody checked counts as unchecked, and those who wrote either judge neither', async () => {
    const pair = await pairOf()
    await merged(as(), pair)
    const [, revision] = await versionsOf(pair.into)
    expect(revision).toMatchObject({ state: 'published', publishedBy: null, createdBy: null, submittedBy: null })
    expect((await stage.practice(pair.into)).writerIds).toContain(cast.author.userId)
    expect((await stage.practice(pair.into)).writerIds).not.toContain(cast.curator.userId)
    const checked = { from: await stage.published(), into: await stage.published() }
    await merged(as(), checked)
    expect((await versionsOf(checked.into)).at(-1)).toMatchObject({ publishedBy: cast.curator.userId })
  })

  test('sends one letter to everybody concerned, none to whoever did it', async () => {
    const pair = await pairOf()
    const letters = await mailsDuring(db, () => merged(as(), pair))
    expect(new Set(letters.map(({ template }) => template))).toEqual(new Set(['practice_merged']))
    const receivers = letters.map(({ to }) => to)
    expect(new Set(receivers).size).toBe(receivers.length)
    const expected = await Promise.all(
      [cast.author, cast.admin, cast.neighbourAuthor, cast.neighbourAdmin, cast.secondCurator, cast.manager].map(
        mailOf,
      ),
    )
    expect(receivers).toEqual(expect.arrayContaining(expected))
    expect(receivers).not.toContain(await mailOf(cast.curator))
    expect(letters[0]?.params).toMatchObject({ publicId: pair.into, otherId: pair.from })
  })

  test('leaves old versions readable, without names that the survivor does not give', async () => {
    const innovators = [
      { name: 'Ani Contoh', consent: true },
      { name: 'Budi Contoh', consent: true },
    ]
    const pair = { from: await catalogued({ innovators }), into: await catalogued({ brand: 'LAIN' }) }
    await merged(as(), pair, { innovators: 'survivor' })
    const old = (await readPractice(visitor, pair.from, 1)).practice
    expect(old).toMatchObject({ version: 1, mergedInto: pair.into, publicId: pair.from })
    expect(old?.content.innovators).toEqual([])
    await expect(readPractice(visitor, pair.from, 7)).rejects.toThrow(NotFound)
    await withdrawPractice(as(), { practiceId: pair.into, reason: 'legal' })
    expect((await readPractice(visitor, pair.from, 1)).tombstone).toMatchObject({ mergedInto: undefined })
  })

  test('of one that was merged into already leads straight to the last', async () => {
    const [a, b, c] = [await catalogued(), await catalogued({ brand: 'DUA' }), await catalogued({ brand: 'TIGA' })]
    const first = await merged(as(), { from: a, into: b })
    await merged(as(), { from: b, into: c })
    expect((await readPractice(visitor, a)).tombstone).toMatchObject({ mergedInto: c, successorId: c })
    expect((await readPractice(visitor, b)).tombstone?.mergedInto).toBe(c)
    await expect(merged(as(), { from: c, into: a })).rejects.toThrow(Invalid)
    // The first merge can still be undone: what is merged on stays so.
    expect(await undoMerge(as(), { mergeId: first.mergeId })).toMatchObject({ isRestored: false })
    expect((await live(a))?.content.brand).toBe('LENTERA')
    expect((await readPractice(visitor, b)).tombstone?.mergedInto).toBe(c)
    await merged(as(), { from: c, into: a })
    expect((await readPractice(visitor, b)).tombstone?.mergedInto).toBe(a)
  })
})

describe('who may merge', () => {
  const other = (hubId: string | null) =>
    catalogued({ brand: 'LUAR' }, { agencyId: hubId ? regency.id : remote.id, hubId })

  test('curators and managers of the hub that answers for both, and the national office', async () => {
    for (const who of [cast.curator, cast.secondCurator, cast.manager, cast.national]) {
      const pair = await pairOf()
      expect((await merged(as(who), pair)).publicId).toBe(pair.into)
    }
    const national = { from: await other(otherPlace.id), into: await other(null) }
    await expect(merged(as(), national)).rejects.toThrow(NotFound)
    await expect(merged(as(), { from: await catalogued(), into: national.into })).rejects.toThrow(Invalid)
    await expect(merged(as(cast.otherCurator), { from: national.from, into: await catalogued() })).rejects.toThrow(
      Invalid,
    )
    await merged(as(cast.national), national)
  })

  test('nobody else', async () => {
    const pair = await pairOf()
    const input = await mergeInput(as(), pair)
    for (const who of [cast.author, cast.admin, cast.head])
      await expect(mergePractices(as(who), input)).rejects.toThrow(Forbidden)
    for (const who of [cast.otherCurator, cast.neighbourAuthor, VISITOR])
      await expect(mergePractices(as(who), input)).rejects.toThrow(NotFound)
  })

  test('nobody whose own record either is, in no hat', async () => {
    const pair = await pairOf()
    const hats = [
      authorAsCurator,
      await cast.wearing(cast.author, 'hub_manager', place),
      await cast.wearing(cast.author, 'national_admin', cast.organisations.office),
    ]
    for (const who of hats) {
      await expect(mergePractices(as(who), await mergeInput(as(), pair))).rejects.toThrow(Forbidden)
      const turned = await mergeInput(as(), { from: pair.into, into: pair.from })
      await expect(mergePractices(as(who), turned)).rejects.toThrow(Invalid)
    }
  })
})

describe('a merge is refused', () => {
  test('while a text of either is being written, reviewed or scheduled: nothing is lost', async () => {
    const pair = await pairOf()
    const input = await mergeInput(as(), pair)
    await startRevision(as(cast.author), { practiceId: pair.from })
    await stage.save(cast.author, pair.from, 'identity', { tagline: { id: 'Sementara itu.', en: null } })
    await expect(mergePractices(as(), input)).rejects.toMatchObject({
      fieldErrors: { '': [`mergeOpenText|${pair.from}`] },
    })
    await expect(merged(as(), { from: pair.into, into: pair.from })).rejects.toThrow(Invalid)
    const view = await readMerge(
      as(),
      pair.into,
      { q: '', with: pair.from, keep: null, seen: null, step: null, picks: {} },
      'id',
    )
    expect(view).toMatchObject({ step: 'search', problem: `mergeOpenText|${pair.from}` })
    await stage.verify(await stage.submit(pair.from))
    await expect(mergePractices(as(), input)).rejects.toThrow(Invalid)
    await stage.publish(pair.from)
    // Another text than the one that was compared.
    await expect(mergePractices(as(), input)).rejects.toThrow(Conflict)
    expect((await live(pair.into))?.version).toBe(1)
  })

  test('with itself, with nothing, with what is not on the site', async () => {
    const one = await stage.published()
    const gone = await catalogued()
    await withdrawPractice(as(), { practiceId: gone, reason: 'inaccurate' })
    for (const into of [one, 'JIPP-11-9999', 'nonsense', gone, await stage.draft()])
      await expect(merged(as(), { from: one, into })).rejects.toThrow(Invalid)
    await expect(merged(as(), { from: gone, into: one })).rejects.toThrow(InvalidTransition)
  })

  test('without a choice for every part that differs, or with one that the part does not offer', async () => {
    const pair = await pairOf()
    const input = await mergeInput(as(), pair)
    const { brand: _brand, ...rest } = input.pick
    const missing = { fieldErrors: { 'pick.brand': ['required'] } }
    await expect(mergePractices(as(), { ...input, pick: rest })).rejects.toMatchObject(missing)
    await expect(mergePractices(as(), { ...input, pick: { ...rest, brand: 'both' } })).rejects.toMatchObject(missing)
    await expect(mergePractices(as(), { ...input, keep: 'JIPP-11-9999' })).rejects.toMatchObject({
      fieldErrors: { keep: ['mergeSurvivor'] },
    })
    await expect(mergePractices(as(), { ...input, seen: 'x' })).rejects.toThrow(Conflict)
  })
})

describe('undoing a merge', () => {
  test('puts both back as they were', async () => {
    const pair = await pairOf()
    const before = await Promise.all([pair.from, pair.into].map(live))
    const { mergeId } = await merged(as(), pair, { brand: 'other' })
    expect(await readUndoMerge(as(cast.manager), mergeId)).toMatchObject({ isPossibleNow: true, isUnchanged: true })
    const letters = await mailsDuring(db, () => undoMerge(as(cast.manager, 29), { mergeId }))
    expect(new Set(letters.map(({ template }) => template))).toEqual(new Set(['practice_merge_undone']))
    const after = await Promise.all([pair.from, pair.into].map(live))
    expect(after.map((one) => fingerprintOf(one!.content))).toEqual(before.map((one) => fingerprintOf(one!.content)))
    expect(after.map((one) => one!.version)).toEqual([1, 3])
    expect(after.map((one) => one!.evidence)).toEqual(before.map((one) => one!.evidence))
    expect(await stage.practice(pair.from)).toMatchObject({ withdrawnAt: null, withdrawalReason: null })
    expect((await actsOn(pair.from)).at(-1)).toBe('practice.undo_merge')
    expect((await actsOn(pair.into)).at(-1)).toBe('practice.give_back')
    for (const publicId of [pair.from, pair.into])
      expect((await announcedOf(publicId)).at(-1)).toBe((await stage.practice(publicId)).searchVersion)
    const [note] = await readMerges(as(), await stage.practice(pair.into))
    expect(note).toMatchObject({ canUndo: false, isOver: false, isRestored: true, undoneBy: cast.manager.name })
    await merged(as(), pair)
  })

  test.each(['published', 'being written'])('leaves the survivor alone once another text of it is %s', async (how) => {
    const pair = { from: await catalogued(), into: await stage.published() }
    const { mergeId } = await merged(as(), pair)
    await startRevision(as(cast.author), { practiceId: pair.into })
    if (how === 'published') {
      await stage.save(cast.author, pair.into, 'identity', { tagline: { id: 'Ditulis sesudahnya.', en: null } })
      await stage.publish(await stage.verify(await stage.submit(pair.into)))
    }
    const text = (await live(pair.into))!.content
    expect(await readUndoMerge(as(), mergeId)).toMatchObject({ isUnchanged: false })
    const letters = await mailsDuring(db, async () =>
      expect(await undoMerge(as(), { mergeId })).toMatchObject({ isRestored: false }),
    )
    expect(letters[0]?.params.restored).toBe('')
    expect((await live(pair.into))!.content).toEqual(text)
    expect((await live(pair.from))!.content.brand).toBe('LENTERA')
    expect((await readMerges(as(), await stage.practice(pair.from)))[0]).toMatchObject({ isRestored: false })
  })

  test('is over after 30 days, and says so', async () => {
    const pair = await pairOf()
    const { mergeId } = await merged(as(), pair)
    await expect(undoMerge(as(cast.curator, 30.01), { mergeId })).rejects.toMatchObject({
      fieldErrors: { '': ['mergeUndoOver'] },
    })
    expect(await readUndoMerge(as(cast.curator, 31), mergeId)).toMatchObject({ isPossibleNow: false, undoneAt: null })
    const [note] = await readMerges(as(cast.curator, 31), await stage.practice(pair.from))
    expect(note).toMatchObject({ canUndo: false, isOver: true })
    expect((await live(pair.into))?.version).toBe(2)
    await undoMerge(as(cast.curator, 30), { mergeId })
    await expect(undoMerge(as(cast.curator, 30), { mergeId })).rejects.toThrow(Conflict)
  })

  test('is for those who may merge both', async () => {
    const { mergeId } = await merged(as(), await pairOf())
    for (const who of [cast.author, cast.neighbourAuthor, cast.otherCurator, VISITOR])
      await expect(undoMerge(as(who), { mergeId })).rejects.toThrow(NotFound)
    await expect(undoMerge(as(authorAsCurator), { mergeId })).rejects.toThrow(Forbidden)
    await expect(undoMerge(as(), { mergeId: 'nonsense' })).rejects.toThrow(NotFound)
    await undoMerge(as(cast.national), { mergeId })
  })
})

describe('several at once', () => {
  const settle = async (acts: (() => Promise<unknown>)[]) => {
    const results = await Promise.allSettled(acts.map((act) => act()))
    for (const result of results)
      if (result.status === 'rejected')
        expect(
          [Conflict, Invalid, InvalidTransition].some((kind) => result.reason instanceof kind),
          String(result.reason),
        ).toBe(true)
    return results.filter(({ status }) => status === 'fulfilled').length
  }
  const standing = async (ids: readonly string[]) => {
    const practices = await Promise.all(ids.map(stage.practice))
    const rows = await db.select().from(practiceMerges)
    return rows.filter(({ fromId, undoneAt }) => !undoneAt && practices.some(({ id }) => id === fromId))
  }

  test('the same pair, or each into the other: one wins, the others are told', async () => {
    for (let round = 0; round < 6; round++) {
      const { from, into } = await pairOf()
      const [there, back] = [await mergeInput(as(), { from, into }), await mergeInput(as(), { from: into, into: from })]
      const acts = [
        () => mergePractices(as(), there),
        () => mergePractices(as(cast.secondCurator), back),
        () => mergePractices(as(cast.manager), there),
        () => mergePractices(as(cast.national), back),
      ]
      expect(await settle(acts.sort(() => Math.random() - 0.5))).toBe(1)
      const [row, ...more] = await standing([from, into])
      expect(more).toEqual([])
      const states = await Promise.all([from, into].map(async (id) => (await stage.practice(id)).state))
      expect(states.sort()).toEqual(['published', 'withdrawn'])
      expect(row).toBeDefined()
    }
  })

  test('a ring of three never closes', async () => {
    for (let round = 0; round < 4; round++) {
      const ids = [await catalogued(), await catalogued({ brand: 'DUA' }), await catalogued({ brand: 'TIGA' })]
      const inputs = await Promise.all(
        ids.map((from, index) => mergeInput(as(), { from, into: ids[(index + 1) % 3]! })),
      )
      expect(await settle(inputs.map((input) => () => mergePractices(as(), input)))).toBe(1)
      const visible = await Promise.all(ids.map(async (id) => (await stage.practice(id)).state))
      expect(visible.filter((state) => state === 'published')).toHaveLength(2)
    }
  })

  test('a merge and a new version of either: the one or the other', async () => {
    for (let round = 0; round < 6; round++) {
      const pair = { from: await stage.published(), into: await stage.published() }
      const input = await mergeInput(as(), pair)
      const begun = round % 2 === 0 ? pair.from : pair.into
      await settle([() => mergePractices(as(), input), () => startRevision(as(cast.author), { practiceId: begun })])
      const [merge] = await standing([pair.from])
      const practice = await stage.practice(begun)
      if (merge && practice.open) {
        // Begun after the merge: it grows out of the merged text.
        expect(begun).toBe(pair.into)
        expect(fingerprintOf(await stage.contentOf(begun))).toBe(fingerprintOf((await live(begun))!.content))
      } else expect(Boolean(merge)).toBe(practice.open === null)
    }
  })

  test('a merge and a withdrawal, an undo and an undo: one effect', async () => {
    for (let round = 0; round < 4; round++) {
      const pair = await pairOf()
      const input = await mergeInput(as(), pair)
      const target = round % 2 === 0 ? pair.from : pair.into
      await settle([
        () => mergePractices(as(), input),
        () => withdrawPractice(as(cast.secondCurator), { practiceId: target, reason: 'inaccurate' }),
      ])
      const [merge] = await standing([pair.from])
      const { withdrawalReason } = await stage.practice(pair.from)
      expect(withdrawalReason === 'duplicate').toBe(merge !== undefined)
    }
    const { mergeId } = await merged(as(), await pairOf())
    expect(
      await settle([cast.curator, cast.manager, cast.national].map((who) => () => undoMerge(as(who), { mergeId }))),
    ).toBe(1)
  })
})

async function mailOf(actor: { userId: string }) {
  const [row] = await db.select({ email: users.email }).from(users).where(eq(users.id, actor.userId))
  return row!.email
}
