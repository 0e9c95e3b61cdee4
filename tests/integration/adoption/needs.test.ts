import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { closeNeed } from '#app/domain/adoption/close-need.server.ts'
import { matchNeed, unmatchNeed } from '#app/domain/adoption/match-need.server.ts'
import { listMyNeeds, readNeed, readNeedBoard, readPublicNeed } from '#app/domain/adoption/read-need.server.ts'
import { editNeed, recordNeed } from '#app/domain/adoption/record-need.server.ts'
import { startAdoption } from '#app/domain/adoption/start-adoption.server.ts'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { agencies, needs, organisations, practices } from '#db/schema/index.ts'
import { recordedNeed } from '#db/seed/factories/adoption.ts'
import { rebuildDocuments } from '#search/rebuild.server.ts'
import { adoptionWorld } from './world.ts'

const world = await adoptionWorld()
const { actors, ctx, db } = world

const sheet = {
  problem: 'Lampu jalan di tepi sungai padam sampai berbulan-bulan',
  affectedGroup: null,
  baseline: null,
  planReference: null,
  laporTopic: null,
  laporCount: null,
}
const stateOf = async (publicId: string) => {
  const [row] = await db.select().from(needs).where(eq(needs.publicId, publicId))
  return row!
}
const match = { practiceId: world.practice.publicId, note: null }

describe('recording', () => {
  test('gives numbers by region, in order, and marks demo places', async () => {
    const first = await recordNeed(ctx(actors.lead), sheet)
    const second = await recordNeed(ctx(actors.admin), sheet)
    expect([first, second]).toEqual(['K-9701-0001', 'K-9701-0002'])
    expect(await stateOf(first)).toMatchObject({ state: 'open', isDemo: true, agencyId: world.hulu.id, version: 1 })
    expect(await world.auditOf(first)).toEqual(['need.record'])
  })

  test('two at the same moment get two numbers', async () => {
    const both = await Promise.all([recordNeed(ctx(actors.lead), sheet), recordNeed(ctx(actors.lead), sheet)])
    expect(new Set(both).size).toBe(2)
  })

  test('keeps a practice that was found already', async () => {
    const id = await recordNeed(ctx(actors.lead), { ...sheet, practiceId: world.practice.publicId })
    expect(await stateOf(id)).toMatchObject({ state: 'matched' })
    const wrong = recordNeed(ctx(actors.lead), { ...sheet, practiceId: 'JIPP-97-9999' })
    await expect(wrong).rejects.toMatchObject({ fieldErrors: { practiceId: ['unknownPractice'] } })
  })

  test.each(['head', 'author', 'curator', 'mentor', 'national', 'observer'] as const)(
    'is not for the %s',
    async (name) => {
      await expect(recordNeed(ctx(actors[name]), sheet)).rejects.toBeInstanceOf(Forbidden)
    },
  )

  test('is not for visitors, nor for an agency without a place', async () => {
    await expect(recordNeed(ctx(VISITOR), sheet)).rejects.toBeInstanceOf(Forbidden)
    const [ministry] = await db
      .insert(organisations)
      .values({ kind: 'agency', name: 'Kementerian Uji', slug: 'kementerian-uji' })
      .returning()
    await db.insert(agencies).values({ organisationId: ministry!.id, type: 'ministry', regionCode: null })
    const nowhere = await world.as('agency_admin', ministry!)
    await expect(recordNeed(ctx(nowhere), sheet)).rejects.toBeInstanceOf(Invalid)
  })
})

describe('the life of a need', () => {
  test('open, matched by the hub, taken up, closed only without an adoption', async () => {
    const need = await recordedNeed(db, { agencyId: world.hulu.id, createdBy: actors.lead.userId })
    await matchNeed(ctx(actors.curator), need.publicId, { ...match, version: 1, note: 'Murah' })
    expect(await stateOf(need.publicId)).toMatchObject({ state: 'matched', version: 2 })
    expect((await world.mailTo(actors.lead)).at(-1)).toMatchObject({ template: 'need_matched' })
    await unmatchNeed(ctx(actors.manager), need.publicId, { practiceId: match.practiceId, version: 2 })
    await matchNeed(ctx(actors.lead), need.publicId, { ...match, version: 3 })
    await startAdoption(ctx(actors.lead), need.publicId, { version: 4 })
    expect(await stateOf(need.publicId)).toMatchObject({ state: 'taken_up', version: 5 })
    await expect(startAdoption(ctx(actors.admin), need.publicId, { version: 5 })).rejects.toBeInstanceOf(
      InvalidTransition,
    )
    const close = closeNeed(ctx(actors.lead), need.publicId, { version: 5, reason: 'x' })
    await expect(close).rejects.toBeInstanceOf(InvalidTransition)
  })

  test('closing is final and hides its reason from the public', async () => {
    const need = await recordedNeed(db, { agencyId: world.hulu.id, createdBy: actors.lead.userId })
    await closeNeed(ctx(actors.admin), need.publicId, { version: 1, reason: 'Sudah teratasi sendiri' })
    expect(await stateOf(need.publicId)).toMatchObject({ state: 'closed', closedReason: 'Sudah teratasi sendiri' })
    expect(JSON.stringify(await readPublicNeed(ctx(VISITOR), need.publicId))).not.toContain('teratasi')
    await expect(editNeed(ctx(actors.lead), need.publicId, { ...sheet, version: 2 })).rejects.toBeInstanceOf(
      InvalidTransition,
    )
    await expect(matchNeed(ctx(actors.curator), need.publicId, { ...match, version: 2 })).rejects.toBeInstanceOf(
      InvalidTransition,
    )
  })

  test('a page that is older than the last change is refused', async () => {
    const need = await recordedNeed(db, { agencyId: world.hulu.id, createdBy: actors.lead.userId })
    await editNeed(ctx(actors.lead), need.publicId, { ...sheet, version: 1 })
    await expect(editNeed(ctx(actors.admin), need.publicId, { ...sheet, version: 1 })).rejects.toBeInstanceOf(Conflict)
  })

  const strangers: [string, Actor][] = [
    ['the neighbour', actors.neighbour],
    ['another hub', actors.otherManager],
    ['the source', actors.sourceAdmin],
    ['a visitor', VISITOR],
  ]
  test.each(strangers)('it does not exist for %s in the workspace', async (_name, actor) => {
    await expect(readNeed(ctx(actor), 'K-9701-0001', 'id')).rejects.toBeInstanceOf(NotFound)
    const close = closeNeed(ctx(actor), 'K-9701-0001', { version: 1, reason: 'x' })
    await expect(close).rejects.toBeInstanceOf(NotFound)
  })
})

describe('reading', () => {
  test('the board shows what waits, oldest first, with what was found; withdrawn practices disappear', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, n))
    const by = { agencyId: world.muara.id, createdBy: actors.lead.userId }
    const young = await recordedNeed(db, { ...by, createdAt: day(9), problem: 'Yang muda' })
    const old = await recordedNeed(db, { ...by, createdAt: day(2), problem: 'Yang tua' })
    await matchNeed(ctx(actors.curator), old.publicId, {
      version: 1,
      practiceId: world.alternative.publicId,
      note: null,
    })
    const board = await readNeedBoard(ctx(VISITOR), { province: '97', page: 1 })
    const ids = board.needs.map(({ publicId }) => publicId)
    expect(ids.indexOf(old.publicId)).toBeLessThan(ids.indexOf(young.publicId))
    expect(board.needs.find(({ publicId }) => publicId === old.publicId)?.found).toHaveLength(1)
    expect(board.needs.every(({ state }) => ['open', 'matched'].includes(state))).toBe(true)
    expect(board.total).toBe(board.needs.length)
    expect((await readNeedBoard(ctx(VISITOR), { province: '11', page: 1 })).needs).toEqual([])
    const withdrawn = { state: 'withdrawn', withdrawnAt: new Date(), withdrawalReason: 'other' } as const
    await db.update(practices).set(withdrawn).where(eq(practices.id, world.alternative.id))
    const after = await readPublicNeed(ctx(VISITOR), old.publicId)
    expect(after.matches).toEqual([])
    await db
      .update(practices)
      .set({ state: 'published', withdrawnAt: null, withdrawalReason: null })
      .where(eq(practices.id, world.alternative.id))
  })

  test('an agency sees its own, a hub those of its provinces, the ministry all, others none', async () => {
    const seen = async (actor: Actor) => (await listMyNeeds(ctx(actor), { state: null, page: 1 })).all
    const all = (await db.select().from(needs)).length
    const own = (await db.select().from(needs).where(eq(needs.agencyId, world.hulu.id))).length
    expect(await seen(actors.lead)).toBe(own)
    expect(await seen(actors.author)).toBe(own)
    expect(await seen(actors.curator)).toBe(all)
    expect(await seen(actors.observer)).toBe(all)
    expect(await seen(actors.otherManager)).toBe(0)
    expect(await seen(VISITOR)).toBe(0)
  })

  test('the search suggests living practices of others for the words of the problem', async () => {
    await rebuildDocuments(db)
    const need = await recordedNeed(db, {
      agencyId: world.hulu.id,
      createdBy: actors.lead.userId,
      problem: sheet.problem,
    })
    const suggested = async () =>
      (await readNeed(ctx(actors.lead), need.publicId, 'id')).suggestions.map(({ publicId }) => publicId)
    expect((await suggested()).toSorted()).toEqual([world.practice.publicId, world.alternative.publicId].toSorted())
    await matchNeed(ctx(actors.lead), need.publicId, { ...match, version: 1 })
    expect(await suggested()).toEqual([world.alternative.publicId])
    expect((await readNeed(ctx(actors.head), need.publicId, 'id')).suggestions).toEqual([])
  })

  test('other districts with a similar problem are named', async () => {
    const by = { createdBy: actors.lead.userId, problem: 'Lampu jalan di tepi pantai padam berbulan-bulan' }
    const theirs = await recordedNeed(db, { ...by, agencyId: world.muara.id })
    const own = await recordedNeed(db, { ...by, agencyId: world.hulu.id })
    const { similar } = await readPublicNeed(ctx(VISITOR), own.publicId)
    expect(similar[0]?.publicId).toBe(theirs.publicId)
    expect(similar.every(({ agency }) => agency === world.muara.name)).toBe(true)
  })
})
