import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { answerLikeness } from '#app/domain/practice/answer-likeness.server.ts'
import { readComparison, readPractice } from '#app/domain/practice/read-practice.server.ts'
import { undoMerge } from '#app/domain/practice/undo-merge.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { askQuestion } from '#app/domain/question/ask-question.server.ts'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import {
  adoptionCandidates,
  adoptions,
  interests,
  needMatches,
  practiceLikenesses,
  practiceQuestions,
  practices,
  searchPins,
} from '#db/schema/index.ts'
import { recordedNeed } from '#db/seed/factories/adoption.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { seedReference } from '#db/seed/reference.server.ts'
import type { AdoptionStep } from '#db/vocabulary.ts'
import { contextAs } from '#tests/support/context.ts'
import { merged } from '#tests/support/merging.ts'
import { NOW, practiceStage } from './stage.ts'

/* What names a practice, before a merge, after it, and after it was undone. */

const { db, cast, stage } = await practiceStage()
const { neighbour, regency, place } = cast.organisations
const as = (who: Actor = cast.curator) => stage.as(who)
const visitor = contextAs(db, VISITOR, NOW)
beforeAll(() => seedReference(db), 60_000)

let count = 0
async function published(agencyId = neighbour.id) {
  const content = practiceContent({ brand: `LENTERA ${count++}` })
  return publishedPractice(db, { agencyId, hubId: place.id, content })
}
const numberOf = async (id: string | null | undefined) => {
  if (!id) return null
  const [row] = await db.select({ publicId: practices.publicId }).from(practices).where(eq(practices.id, id))
  return row?.publicId
}

/** A need of the regency and an adoption of it, at a step, with or without a signed letter. */
async function adopting(practice: { id: string; publicId: string }, step: AdoptionStep, isSigned: boolean) {
  const need = await recordedNeed(db, { agencyId: regency.id, createdBy: cast.author.userId })
  const found = await stage.practice(practice.publicId)
  const [row] = await db
    .insert(adoptions)
    .values({
      ...{
        publicId: `A-2026-${randomUUID().slice(0, 8)}`,
        needId: need.id,
        agencyId: regency.id,
        leadId: cast.author.userId,
      },
      ...{ practiceId: practice.id, revisionId: found.live!.id, step },
    })
    .returning()
  if (isSigned) {
    await db.insert(interests).values({
      ...{ adoptionId: row!.id, letterNumber: '1', letterOn: '2026-01-02', message: 'Kami ingin belajar.' },
      ...{ signedBy: cast.head.userId, signedAt: NOW },
    })
  }
  return row!
}
const adoptionOf = async (id: string) => (await db.select().from(adoptions).where(eq(adoptions.id, id)))[0]!

describe('what names a merged practice', () => {
  test('for work to come names the survivor, and comes back', async () => {
    const [from, into] = [await published(), await published()]
    const pair = { from: from.publicId, into: into.publicId }
    await askQuestion(as(cast.author), { publicId: from.publicId, question: 'Berapa petugas yang diperlukan?' })
    const [question] = await db.select().from(practiceQuestions).where(eq(practiceQuestions.practiceId, from.id))
    const [both, one] = [0, 1].map(() => recordedNeed(db, { agencyId: regency.id, createdBy: cast.author.userId }))
    const addedBy = cast.author.userId
    const needOfBoth = (await both!).id
    const needOfOne = (await one!).id
    await db.insert(needMatches).values([
      { needId: needOfBoth, practiceId: from.id, addedBy, note: 'dari yang satu' },
      { needId: needOfBoth, practiceId: into.id, addedBy },
      { needId: needOfOne, practiceId: from.id, addedBy },
    ])
    const unsigned = await adopting(from, 3, false)
    const chosen = await adopting(await published(), 2, false)
    await db.insert(adoptionCandidates).values({ adoptionId: chosen.id, practiceId: from.id })
    const pin = {
      ...{
        hubId: place.id,
        kind: 'words' as const,
        target: 'lampu',
        position: 1,
        reason: 'Baik',
        expiresOn: '2027-01-01',
      },
    }
    await db.insert(searchPins).values([
      { ...pin, key: 'lampu', practiceId: from.id },
      { ...pin, key: 'terang', practiceId: from.id },
      { ...pin, key: 'terang', practiceId: into.id, position: 2 },
    ])
    const replica = await stage.published()
    await answerLikeness(as(cast.author), { practiceId: replica, other: from.publicId, answer: 'replica' })
    const gone = await published()
    await withdrawPractice(as(), { practiceId: gone.publicId, reason: 'duplicate', successor: from.publicId })

    const read = async () => ({
      question: await numberOf(
        (await db.select().from(practiceQuestions).where(eq(practiceQuestions.id, question!.id)))[0]?.practiceId,
      ),
      needOfBoth: (await db.select().from(needMatches).where(eq(needMatches.needId, needOfBoth))).length,
      needOfOne: await numberOf(
        (await db.select().from(needMatches).where(eq(needMatches.needId, needOfOne)))[0]?.practiceId,
      ),
      unsigned: await numberOf((await adoptionOf(unsigned.id)).practiceId),
      candidate: await numberOf(
        (await db.select().from(adoptionCandidates).where(eq(adoptionCandidates.adoptionId, chosen.id)))[0]?.practiceId,
      ),
      pin: await numberOf((await db.select().from(searchPins).where(eq(searchPins.key, 'lampu')))[0]?.practiceId),
      pinnedTwice: (await db.select().from(searchPins).where(eq(searchPins.practiceId, into.id))).filter(
        ({ key }) => key === 'terang',
      ).length,
      source: (await readPractice(visitor, replica)).practice?.originalId,
      answer: await numberOf(
        (
          await db
            .select()
            .from(practiceLikenesses)
            .where(eq(practiceLikenesses.practiceId, (await stage.practice(replica)).id))
        )[0]?.otherId,
      ),
      successor: (await readPractice(visitor, gone.publicId)).tombstone?.successorId,
    })
    const before = await read()
    expect(before).toEqual({
      ...{ question: pair.from, needOfBoth: 2, needOfOne: pair.from, unsigned: pair.from, candidate: pair.from },
      ...{ pin: pair.from, pinnedTwice: 1, source: pair.from, answer: pair.from, successor: pair.from },
    })
    const searched = (await stage.practice(replica)).searchVersion
    const { mergeId } = await merged(as(), pair)
    expect(await read()).toEqual({
      ...{ question: pair.into, needOfBoth: 2, needOfOne: pair.into, unsigned: pair.into, candidate: pair.into },
      ...{ pin: pair.into, pinnedTwice: 1, source: pair.into, answer: pair.into, successor: pair.into },
    })
    expect((await adoptionOf(unsigned.id)).revisionId).toBe((await stage.practice(pair.into)).live?.id)
    expect((await adoptionOf(unsigned.id)).version).toBe(unsigned.version + 1)
    expect((await stage.practice(replica)).searchVersion).toBe(searched + 1)
    expect(
      (await readComparison(visitor, [pair.from, replica, pair.into], 'id')).practices.map(({ publicId }) => publicId),
    ).toEqual([pair.into, replica])
    await undoMerge(as(), { mergeId })
    expect(await read()).toEqual(before)
    expect((await adoptionOf(unsigned.id)).revisionId).toBe((await stage.practice(pair.from)).live?.id)
  })

  test('for what is past stays, and counts for the survivor', async () => {
    const [from, into] = [await published(), await published()]
    const signed = await adopting(from, 4, true)
    const seen = async (publicId: string) => {
      const { practice } = await readPractice(visitor, publicId)
      return { listed: practice?.adoptions.map((one) => one.publicId), counted: practice?.adoptionsRecorded }
    }
    expect(await seen(into.publicId)).toEqual({ listed: [], counted: 0 })
    const { mergeId } = await merged(as(), { from: from.publicId, into: into.publicId })
    expect((await adoptionOf(signed.id)).practiceId).toBe(from.id)
    expect(await seen(into.publicId)).toEqual({ listed: [signed.publicId], counted: 1 })
    const last = await published()
    await merged(as(), { from: into.publicId, into: last.publicId })
    expect(await seen(last.publicId)).toEqual({ listed: [signed.publicId], counted: 1 })
    await undoMerge(as(), { mergeId })
    expect(await seen(last.publicId)).toEqual({ listed: [], counted: 0 })
    expect(await seen(from.publicId)).toEqual({ listed: [signed.publicId], counted: 1 })
  })

  test('an agency that adopts both keeps both adoptions', async () => {
    const [from, into] = [await published(), await published()]
    const [one, two] = [await adopting(from, 3, false), await adopting(into, 3, false)]
    await merged(as(), { from: from.publicId, into: into.publicId })
    expect((await adoptionOf(one.id)).practiceId).toBe(from.id)
    expect((await adoptionOf(two.id)).practiceId).toBe(into.id)
  })

  test('goes along a chain, and back from wherever it came to', async () => {
    const [a, b, c] = [await published(), await published(), await published()]
    const need = await recordedNeed(db, { agencyId: regency.id, createdBy: cast.author.userId })
    const other = await recordedNeed(db, { agencyId: regency.id, createdBy: cast.author.userId })
    const addedBy = cast.author.userId
    await db.insert(needMatches).values([
      { needId: need.id, practiceId: a.id, addedBy },
      { needId: other.id, practiceId: a.id, addedBy },
      { needId: other.id, practiceId: c.id, addedBy, note: 'sendiri' },
    ])
    const matches = async (needId: string) =>
      (await db.select().from(needMatches).where(eq(needMatches.needId, needId)))
        .map(({ practiceId }) => practiceId)
        .sort()
    const first = await merged(as(), { from: a.publicId, into: b.publicId })
    await merged(as(), { from: b.publicId, into: c.publicId })
    expect(await matches(need.id)).toEqual([c.id])
    expect(await matches(other.id)).toEqual([b.id, c.id].sort())
    await undoMerge(as(), { mergeId: first.mergeId })
    expect(await matches(need.id)).toEqual([a.id])
    expect(await matches(other.id)).toEqual([a.id, c.id].sort())
  })

  test('a survivor that came from the other one comes from nobody, until it is undone', async () => {
    const [source, between] = [await stage.published(), await stage.published()]
    const replica = await stage.published()
    await answerLikeness(as(cast.author), { practiceId: between, other: source, answer: 'replica' })
    await answerLikeness(as(cast.author), { practiceId: replica, other: between, answer: 'replica' })
    const origin = async (publicId: string) => (await readPractice(visitor, publicId)).practice?.originalId
    const { mergeId } = await merged(as(), { from: source, into: replica })
    expect(await origin(replica)).toBeNull()
    expect(await origin(between)).toBe(replica)
    await undoMerge(as(), { mergeId })
    expect(await origin(replica)).toBe(between)
    expect(await origin(between)).toBe(source)
  })

  test('every column that refers to a practice was thought of', async () => {
    const rows = await db.execute<{ column: string }>(`
      select c.conrelid::regclass::text || '.' || a.attname as column
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = 'practices'::regclass order by 1`)
    const moves = [
      ...['adoption_candidates.practice_id', 'adoptions.practice_id', 'adoptions.replica_practice_id'],
      ...['need_matches.practice_id', 'practice_likenesses.other_id', 'practice_questions.practice_id'],
      ...['practices.replica_of_id', 'practices.successor_id', 'search_pins.practice_id'],
    ]
    const stays = [
      ...[
        'coaching_sessions.practice_id',
        'files.practice_id',
        'import_rows.practice_id',
        'imported_records.practice_id',
      ],
      ...['life_assertions.practice_id', 'life_questions.practice_id', 'practice_contacts.practice_id'],
      ...['practice_documents.practice_id', 'practice_events.practice_id', 'practice_likenesses.practice_id'],
      ...['practice_merges.former_source_id', 'practice_merges.from_id', 'practice_merges.into_id'],
      ...['practice_revisions.practice_id', 'proposal_readings.practice_id', 'publications.practice_id'],
      ...['practice_counts.practice_id', 'practice_counts_of_months.practice_id', 'review_batch_items.practice_id'],
    ]
    expect(rows.map(({ column }) => column)).toEqual([...moves, ...stays].sort())
  })
})
