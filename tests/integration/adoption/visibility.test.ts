import { beforeAll, describe, expect, test } from 'vitest'
import { factsOf, partyOf, visibilityFor } from '#app/domain/adoption/adoption.policy.ts'
import { answerInterest } from '#app/domain/adoption/answer-interest.server.ts'
import { matchNeed } from '#app/domain/adoption/match-need.server.ts'
import { listMyAdoptions, readAdoption } from '#app/domain/adoption/read-adoption.server.ts'
import { stopAdoption } from '#app/domain/adoption/stop-adoption.server.ts'
import { verifyInterest } from '#app/domain/adoption/verify-interest.server.ts'
import { adoptionWorkItems, needWorkItems } from '#app/domain/adoption/work-items.server.ts'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { NotFound } from '#app/domain/shared/errors.ts'
import { findAdoption } from '#db/queries/adoptions.server.ts'
import { recordedNeed } from '#db/seed/factories/adoption.ts'
import { started, walker } from './walk.ts'
import { adoptionWorld, type World } from './world.ts'

let world: World
let adoptionId: string
beforeAll(async () => {
  world = await adoptionWorld()
  adoptionId = (await started(world)).adoptionId
})

/** Readers beside the three parties: the ministry and its observers. */
const reads = (actor: Actor) => actor.kind === 'user' && actor.hat?.organisationKind === 'national'

/** Policy, SQL and pages say the same, for everybody, in every step. */
describe.each([1, 2, 3, 4, 8])('in step %i', (step) => {
  test('an adoption exists for its parties and for readers only', async () => {
    const file = await walker(world, adoptionId).walkTo(step)
    const actors: [string, Actor][] = [...Object.entries(world.actors), ['visitor', VISITOR]]
    for (const [name, actor] of actors) {
      const party = partyOf(actor, factsOf(file))
      const expected = reads(actor) || (party !== null && (party !== 'source' || step >= 3))
      const row = await findAdoption(world.db, adoptionId, visibilityFor(actor))
      expect(row !== undefined, `${name} by query`).toBe(expected)
      const list = await listMyAdoptions(world.ctx(actor), { state: null, page: 1 })
      expect(
        list.rows.some(({ publicId }) => publicId === adoptionId),
        `${name} in the list`,
      ).toBe(expected)
      expect(list.all, `${name} counted`).toBe(expected ? 1 : 0)
      const page = readAdoption(world.ctx(actor), adoptionId)
      if (expected) await expect(page, name).resolves.toBeTruthy()
      else await expect(page, name).rejects.toBeInstanceOf(NotFound)
    }
  })
})

describe('what waits', () => {
  type Name = keyof World['actors']
  const kinds = async (name: Name) => (await adoptionWorkItems(world.ctx(world.actors[name]))).map(({ kind }) => kind)
  const turns = async () => {
    const names = Object.keys(world.actors) as Name[]
    const entries = await Promise.all(names.map(async (name) => [name, await kinds(name)] as const))
    return Object.fromEntries(entries.filter(([, list]) => list.length > 0))
  }

  test('goes from hand to hand', async () => {
    await stopAdoption(world.ctx(world.actors.lead), {
      ...(await walker(world, adoptionId).target()),
      reason: 'other',
      note: 'Selesai diuji',
    })
    const one = await started(world)
    const { curator, sourceAdmin } = world.actors
    expect(await turns()).toEqual({ lead: ['adoption_continue'], admin: ['adoption_gate'], head: ['adoption_gate'] })
    await one.walkTo(3)
    expect(await turns()).toEqual({ lead: ['adoption_continue'] })
    await one.letter()
    expect(await turns()).toEqual({ curator: ['interest_verify'], manager: ['interest_verify'] })
    await verifyInterest(world.ctx(curator), { ...(await one.target()), verdict: 'valid', note: null })
    expect(await turns()).toEqual({ sourceAdmin: ['interest_answer'], sourceHead: ['interest_answer'] })
    await answerInterest(world.ctx(sourceAdmin), { ...(await one.target()), answer: 'accept', note: null })
    expect(await turns()).toEqual({ lead: ['adoption_continue'] })
    await one.walkTo(5)
    await one.agreement()
    expect(await turns()).toEqual({
      lead: ['adoption_continue'],
      head: ['agreement_sign'],
      sourceHead: ['agreement_sign'],
    })
    await one.walkTo(7)
    const later = new Date('2027-03-20T03:00:00Z')
    await one.works[7]!()
    const [due] = await adoptionWorkItems(world.ctx(world.actors.lead, later))
    expect(due?.kind).toBe('adoption_continue')
    const [report] = await adoptionWorkItems(world.ctx(world.actors.lead, new Date('2027-06-01T03:00:00Z')))
    expect(report).toMatchObject({ kind: 'outcome_report', due: '2027-05-16', urgent: true })
  })

  test('needs wait for the hub until something is found, then for the agency', async () => {
    const need = await recordedNeed(world.db, { agencyId: world.hulu.id, createdBy: world.actors.lead.userId })
    const items = async (name: Name) =>
      (await needWorkItems(world.ctx(world.actors[name]))).map(({ kind, href }) => [kind, href])
    const href = `/work/needs/${need.publicId}`
    expect(await items('curator')).toContainEqual(['need_match', href])
    expect(await items('lead')).toEqual([])
    const practiceId = world.practice.publicId
    await matchNeed(world.ctx(world.actors.curator), need.publicId, { version: 1, practiceId, note: null })
    expect(await items('curator')).toEqual([])
    expect(await items('lead')).toEqual([['need_choose', href]])
    expect(await items('mentor')).toEqual([])
  })
})
