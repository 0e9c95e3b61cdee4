import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { assignTerms } from '#app/domain/practice/assign-terms.server.ts'
import { readTerms, termsBase } from '#app/domain/practice/read-terms.server.ts'
import { readSubjectSuggestions } from '#app/domain/practice/suggest-terms.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { Conflict, Forbidden, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { findSearchTerms } from '#db/queries/practice-terms.server.ts'
import { auditLog, outbox, searchDemand } from '#db/schema/index.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { practiceQuery } from '#search/engine.ts'
import { followOutbox } from '#search/follow.server.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import type { Cast } from './cast.ts'
import { NOW, practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

const UNASSIGNED = termsBase(null)
const TERMS = { id: ['penerangan padam', 'PJU'], en: ['dark streets'] }
const assign = (practiceId: string, who: Cast['author'] = cast.curator, terms = TERMS, base = UNASSIGNED) =>
  assignTerms(stage.as(who), { practiceId, base, terms })
const termsOf = async (practiceId: string) => findSearchTerms(db, (await stage.practice(practiceId)).id)
const auditOf = (entityId: string) =>
  db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.entityId, entityId), eq(auditLog.action, 'practice.assign_terms')))

describe('who assigns search terms', () => {
  test.each(['author', 'coAuthor', 'admin', 'curator', 'manager', 'national'] as const)('%s', async (who) => {
    const id = await stage.published()
    await assign(id, cast[who])
    expect(await termsOf(id)).toEqual(TERMS)
  })

  test.each([
    ['head', Forbidden],
    ['otherCurator', NotFound],
    ['neighbourAuthor', NotFound],
    ['unitAuthor', NotFound],
    ['mentor', NotFound],
    ['observer', NotFound],
  ] as const)('%s does not', async (who, error) => {
    const id = await stage.published()
    await expect(assign(id, cast[who])).rejects.toThrow(error)
    await expect(readTerms(stage.as(cast[who]), id)).rejects.toThrow(error)
    expect(await termsOf(id)).toBeNull()
  })

  test('hubs from the time a text was sent in, nobody once it was withdrawn', async () => {
    const draft = await stage.draft()
    await expect(assign(draft)).rejects.toThrow(NotFound)
    await assign(draft, cast.author)
    const submitted = await stage.submitted()
    await assign(submitted)
    const gone = await stage.published()
    await withdrawPractice(stage.as(cast.curator), { practiceId: gone, reason: 'owner_request' })
    for (const who of [cast.author, cast.curator, cast.national]) {
      await expect(assign(gone, who)).rejects.toThrow(InvalidTransition)
    }
  })
})

describe('assigning', () => {
  test('is found by its new term at once, and not by one that was taken away', async () => {
    const id = await stage.published()
    const ctx = stage.as(cast.curator)
    const find = async (q: string) => {
      await followOutbox(db, false)
      const { hits } = await ctx.search.practices(practiceQuery({ q, limit: 100 }))
      return hits.map(({ publicId }) => publicId)
    }
    expect(await find('gelapgulita')).not.toContain(id)
    await assignTerms(ctx, { practiceId: id, base: UNASSIGNED, terms: { id: ['gelapgulita'], en: [] } })
    expect(await find('gelapgulita')).toContain(id)
    const base = termsBase(await termsOf(id))
    await assignTerms(ctx, { practiceId: id, base, terms: { id: ['suluh'], en: [] } })
    expect(await find('gelapgulita')).not.toContain(id)
    expect(await find('suluh')).toContain(id)
  })

  test('leaves an entry in the audit with both lists, and a change for the index', async () => {
    const publicId = await stage.published()
    const before = await stage.practice(publicId)
    await assign(publicId)
    const after = await stage.practice(publicId)
    expect(after.searchVersion).toBe(before.searchVersion + 1)
    expect(await auditOf(after.id)).toMatchObject([
      { actorId: cast.curator.userId, actedAs: 'curator', at: NOW, data: { publicId, from: null, to: TERMS } },
    ])
    const rows = await db.select().from(outbox).where(eq(outbox.entityId, after.id))
    expect(rows.map(({ topic, version }) => [topic, version])).toContainEqual(['practice', after.searchVersion])
  })

  test('of what is not published tells the index nothing', async () => {
    const publicId = await stage.submitted()
    await assign(publicId)
    const { id } = await stage.practice(publicId)
    expect(await db.select().from(outbox).where(eq(outbox.entityId, id))).toEqual([])
    await stage.publish(await stage.verify(publicId))
    await followOutbox(db, false)
    const { hits } = await stage.as(cast.curator).search.practices(practiceQuery({ q: 'PJU padam', limit: 100 }))
    expect(hits.map((hit) => hit.publicId)).toContain(publicId)
  })

  test('the same terms twice are one change', async () => {
    const id = await stage.published()
    await assign(id)
    await assign(id)
    expect(await auditOf((await stage.practice(id)).id)).toHaveLength(1)
  })

  test('over what somebody else has assigned meanwhile is refused', async () => {
    const id = await stage.published()
    await assign(id)
    const other = { id: ['lampu mati'], en: [] }
    await expect(assign(id, cast.author, other)).rejects.toThrow(Conflict)
    expect(await termsOf(id)).toEqual(TERMS)
    await assign(id, cast.author, other, termsBase(TERMS))
    expect(await termsOf(id)).toEqual(other)
  })

  test('two at the same moment: one is told', async () => {
    const id = await stage.published()
    const lists = Array.from({ length: 6 }, (_, n) => ({ id: [`kata ${n}`], en: [] }))
    const results = await Promise.allSettled(lists.map((terms) => assign(id, cast.curator, terms)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Conflict)
    expect(await auditOf((await stage.practice(id)).id)).toHaveLength(1)
  })
})

describe('suggestions', () => {
  const title = { id: 'Perahu baca singgah di pulau kecil', en: 'Reading boats call at small islands' }
  const tagline = { id: 'Perpustakaan apung membawa buku kepada anak pulau.', en: null }

  beforeAll(async () => {
    const subjects = { id: ['perahu baca', 'literasi pulau'], en: ['island literacy', 'reading boats'] }
    const content = practiceContent({ brand: 'BIDUK', title, tagline, subjects })
    await publishedPractice(db, { agencyId: cast.organisations.neighbour.id, content, now: NOW })
  })

  test('come from the words that were searched, the vocabulary, and similar practices', async () => {
    const { publicId } = await publishedPractice(db, {
      agencyId: cast.organisations.regency.id,
      hubId: cast.organisations.place.id,
      content: practiceContent({ brand: 'SAMPAN', title, tagline, subjects: { id: ['perahu baca'], en: [] } }),
      now: NOW,
    })
    await ensureIndexed(db, stage.as(cast.curator).search)
    const count = { language: 'id' as const, searches: 3, withoutHit: 2, opened: 0 }
    await db.insert(searchDemand).values([
      { ...count, day: '2026-11-20', province: '11', words: 'perahu buku' },
      { ...count, day: '2026-11-21', province: null, words: 'perahu buku' },
      { ...count, day: '2026-11-21', province: null, words: 'perahu langka' },
      { ...count, day: '2026-06-01', province: null, words: 'perahu kuno', searches: 50 },
    ])
    const { suggestions, terms, base } = await readTerms(stage.as(cast.curator), publicId)
    expect({ terms, base }).toEqual({ terms: { id: [], en: [] }, base: UNASSIGNED })
    expect(suggestions?.id.searched).toEqual([{ term: 'perahu buku', count: 6 }])
    expect(suggestions?.id.similar).toContainEqual({ term: 'literasi pulau', count: 1 })
    expect(suggestions?.en.similar).toContainEqual({ term: 'island literacy', count: 1 })
    expect(suggestions?.id.similar.map(({ term }) => term)).not.toContain('perahu baca')
    expect(suggestions?.id.glossary.length).toBeGreaterThan(0)
  })

  test('are there for a text that nobody has published yet', async () => {
    const draft = await stage.draft()
    await stage.save(cast.author, draft, 'identity', { brand: 'PINISI', title, tagline })
    const { suggestions } = await readTerms(stage.as(cast.author), draft)
    expect(suggestions?.id.similar.map(({ term }) => term)).toContain('literasi pulau')
  })

  test('for the subject terms of a draft: both languages, none that it has, for its writers only', async () => {
    const draft = await stage.draft()
    await stage.save(cast.author, draft, 'identity', { brand: 'KORA', title, tagline })
    const read = (who: Cast['author']) => readSubjectSuggestions(stage.as(who), draft)
    const before = await read(cast.author)
    expect(before?.id).toContain('perahu baca')
    expect(before?.en).toContain('island literacy')
    await stage.save(cast.author, draft, 'classification', { subjects: { id: ['perahu baca'], en: [] } })
    expect((await read(cast.author))?.id).not.toContain('perahu baca')
    await expect(read(cast.admin)).rejects.toThrow(Forbidden)
    expect(await readSubjectSuggestions(stage.as(cast.author), await stage.published())).toBeNull()
  })
})
