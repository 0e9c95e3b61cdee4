import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { readAdoption, readCertificate } from '#app/domain/adoption/read-adoption.server.ts'
import { VISITOR } from '#app/domain/shared/context.ts'
import { findAdoption, listAdoptionsOfPractice } from '#db/queries/adoptions.server.ts'
import { needs, practiceRevisions, practices } from '#db/schema/index.ts'
import { started, walker } from './walk.ts'
import { adoptionWorld, type World } from './world.ts'

let world: World
let adoptionId: string
let needId: string

/** One adoption from need to certificate, each test one step further; the order matters. */
describe('a whole adoption', () => {
  beforeAll(async () => {
    world = await adoptionWorld()
    const begun = await started(world)
    adoptionId = begun.adoptionId
    needId = begun.need.id
  })
  const walk = () => walker(world, adoptionId)

  test('starting takes the need up', async () => {
    const [need] = await world.db.select().from(needs).where(eq(needs.id, needId))
    expect(need).toMatchObject({ state: 'taken_up' })
    expect((await walk().read()).adoption).toMatchObject({
      step: 1,
      state: 'active',
      hubId: world.hub.id,
      isDemo: true,
    })
  })

  test('steps 1 and 2 are nobody else’s business', async () => {
    await walk().walkTo(3)
    const { adoption, candidates } = await walk().read()
    expect(adoption).toMatchObject({ step: 3, practiceId: world.practice.id })
    expect(adoption.revisionId).not.toBeNull()
    expect(candidates).toHaveLength(2)
    expect(await listAdoptionsOfPractice(world.db, world.practice.id)).toEqual([])
    expect(await world.mailTo(world.actors.sourceAdmin)).toEqual([])
  })

  test('the signed letter makes it public, counts for the search, and reaches hub and source in turn', async () => {
    const before = (await world.outboxOf(world.practice.id)).length
    await walk().walkTo(4)
    const [line] = await listAdoptionsOfPractice(world.db, world.practice.id)
    expect(line).toMatchObject({ agency: world.hulu.name, provinceCode: '97', step: 4, state: 'active', outcome: [] })
    expect((await world.outboxOf(world.practice.id)).length).toBe(before + 2)
    expect(await world.mailTo(world.actors.curator)).not.toEqual([])
    expect(await world.mailTo(world.actors.sourceAdmin)).not.toEqual([])
  })

  test('the second signature opens the gate of step 5 by itself', async () => {
    const { adoption, agreement, documents } = await walk().walkTo(6)
    expect(adoption.step).toBe(6)
    expect(agreement).toMatchObject({
      adopterSignedBy: world.actors.head.userId,
      sourceSignedBy: world.actors.sourceHead.userId,
      sourceSignedOnPaper: false,
    })
    expect(documents.map(({ kind }) => kind).sort()).toEqual(['agreement', 'interest_letter', 'visit_report'])
  })

  test('the kind of a part is the source’s word', async () => {
    const { adaptations, adoption } = await walk().walkTo(7)
    expect(adaptations.find(({ part }) => part === 'Penjaga lampu di setiap RT')?.kind).toBe('core')
    expect(adoption.plannedCost).toBe(42_000_000)
  })

  test('there is no certificate before the end', async () => {
    await walk().walkTo(8)
    await expect(readCertificate(world.ctx(VISITOR), adoptionId)).rejects.toThrow('certificate')
  })

  test('both signatures complete it: certificate, need met, draft of the replica', async () => {
    const { adoption } = await walk().walkTo(9)
    expect(adoption).toMatchObject({ state: 'completed', certificateNumber: 'SA-2026-0001' })
    expect(adoption.endedAt).not.toBeNull()
    const [need] = await world.db.select().from(needs).where(eq(needs.id, needId))
    expect(need?.state).toBe('met')
    const [replica] = await world.db.select().from(practices).where(eq(practices.id, adoption.replicaPracticeId!))
    expect(replica).toMatchObject({
      agencyId: world.hulu.id,
      replicaOfId: world.practice.id,
      state: 'unpublished',
      publicId: expect.stringMatching(/^JIPP-97-/),
    })
    const [draft] = await world.db.select().from(practiceRevisions).where(eq(practiceRevisions.practiceId, replica!.id))
    expect(draft).toMatchObject({ state: 'draft', createdBy: world.actors.lead.userId })
    expect(draft?.content).toMatchObject({
      sector: 'pekerjaan-umum-perumahan',
      results: [{ indicator: 'Lampu jalan yang menyala', baseline: '61', result: '80' }],
      kit: { parts: [{ name: 'Penjaga lampu di setiap RT' }, { name: 'Laporan lewat kentongan' }] },
    })
  })

  test('everybody may see the certificate and the outcome', async () => {
    const certificate = await readCertificate(world.ctx(VISITOR), adoptionId)
    expect(certificate).toMatchObject({
      certificateNumber: 'SA-2026-0001',
      practicePublicId: world.practice.publicId,
      outcome: [{ baseline: 61, target: 90, value: 80, month: 3 }],
      replica: null,
    })
    const [line] = await listAdoptionsOfPractice(world.db, world.practice.id)
    expect(line).toMatchObject({ state: 'completed', step: 8, outcome: [{ value: 80 }] })
  })

  test('every move left its trace', async () => {
    const actions = await world.auditOf(adoptionId)
    for (const action of ['start', 'choose', 'sign_letter', 'accept_interest', 'sign_source', 'complete']) {
      expect(actions).toContain(`adoption.${action}`)
    }
    const { events, steps } = await walk().read()
    expect(events.filter(({ event }) => event === 'pass_gate')).toHaveLength(5)
    expect(steps).toHaveLength(8)
    expect(steps.every(({ passedAt, passedBy }) => passedAt && passedBy)).toBe(true)
  })

  test('a completed adoption offers nothing to do', async () => {
    for (const actor of Object.values(world.actors)) {
      const visible = await findAdoption(world.db, adoptionId, { kind: 'all' })
      expect(visible).toBeDefined()
      const view = await readAdoption(world.ctx(actor), adoptionId).catch(() => null)
      if (view) expect(Object.values(view.can).some(Boolean)).toBe(false)
    }
  })
})
