import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { confirmSession } from '#app/domain/coaching/confirm-session.server.ts'
import { planSession } from '#app/domain/coaching/plan-session.server.ts'
import { recordSession } from '#app/domain/coaching/record-session.server.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { listItemsOfSession } from '#db/queries/action-items.server.ts'
import { coachingSessions } from '#db/schema/index.ts'
import { assignedDistrict } from '#db/seed/factories/coaching.ts'
import { coachingWorld, heldSession, logFor, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await coachingWorld()
})

const fields = (error: unknown) => (error instanceof Invalid ? error.fieldErrors : error)
const planFor = (changes: Record<string, unknown> = {}) => {
  const {
    id,
    version,
    agencyId,
    adoptionId,
    mode,
    channel,
    time,
    durationMinutes,
    travelMinutes,
    unit,
    purpose,
    topics,
  } = logFor(w.hulu.id)
  return {
    ...{
      id,
      version,
      agencyId,
      adoptionId,
      mode,
      channel,
      time,
      durationMinutes,
      travelMinutes,
      unit,
      purpose,
      topics,
    },
    date: '2026-11-26',
    ...changes,
  }
}

describe('recording', () => {
  test('stores the session with its items, a receipt, an audit row and mail to those who answer for the agency', async () => {
    const stored = await recordSession(w.ctx(w.actors.mentor), logFor(w.hulu.id))
    expect(stored).toMatchObject({ state: 'held', regionCode: '97.01', isDemo: true, version: 1, women: 7 })
    expect(stored.receipt).toMatch(/^S-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
    // 09.00 in the district (WIT, UTC+9).
    expect(stored.startsAt.toISOString()).toBe('2026-11-20T00:00:00.000Z')
    expect(await listItemsOfSession(w.db, stored.id)).toMatchObject([{ what: 'Uji SMS', state: 'open', position: 1 }])
    expect(await w.auditOf(stored.id)).toEqual(['session.record'])
    for (const reader of [w.actors.admin, w.actors.head, w.actors.lead])
      expect(await w.mailTo(reader, 'coaching_held')).toHaveLength(1)
    expect(await w.mailTo(w.actors.author, 'coaching_held')).toEqual([])
    expect(await w.mailTo(w.actors.otherAdmin, 'coaching_held')).toEqual([])
  })

  test('the same form sent twice, also at the same time, is stored once and answers the same receipt', async () => {
    const form = logFor(w.hulu.id)
    const ctx = w.ctx(w.actors.mentor)
    const answers = await Promise.all([recordSession(ctx, form), recordSession(ctx, form), recordSession(ctx, form)])
    expect(new Set(answers.map((one) => one.receipt)).size).toBe(1)
    expect((await recordSession(ctx, form)).receipt).toBe(answers[0].receipt)
    expect(await w.auditOf(form.id)).toEqual(['session.record'])
    expect(await listItemsOfSession(w.db, form.id)).toHaveLength(1)
  })

  test('a form that was changed after it had been stored is refused with the receipt, and changes nothing', async () => {
    const form = logFor(w.hulu.id)
    const stored = await recordSession(w.ctx(w.actors.mentor), form)
    const again = recordSession(w.ctx(w.actors.mentor), { ...form, women: 8 })
    expect(await again.catch(fields)).toEqual({ '': [`storedDifferently|${stored.receipt}`] })
    const [row] = await w.db.select().from(coachingSessions).where(eq(coachingSessions.id, form.id))
    expect(row?.women).toBe(7)
  })

  test('an id that belongs to somebody else is a conflict', async () => {
    const form = logFor(w.hulu.id)
    await recordSession(w.ctx(w.actors.mentor), form)
    await assignedDistrict(w.db, {
      hubId: w.hub.id,
      mentorId: w.actors.secondMentor.userId,
      regionCode: '97.01',
      createdBy: w.actors.manager.userId,
      startsOn: '2026-11-01',
      endsOn: '2026-11-22',
    })
    await expect(recordSession(w.ctx(w.actors.secondMentor), form)).rejects.toThrow(Conflict)
  })

  test.each([
    'manager',
    'curator',
    'hubObserver',
    'nationalAdmin',
    'admin',
    'head',
    'lead',
    'author',
    'visitor',
  ] as const)('%s records no session', async (who) => {
    await expect(recordSession(w.ctx(w.actors[who]), logFor(w.hulu.id))).rejects.toThrow(Forbidden)
  })

  test('only for a district that is assigned by the own hub on the day of the session', async () => {
    const ctx = w.ctx(w.actors.mentor)
    expect(await recordSession(ctx, logFor(w.muara.id)).catch(fields)).toEqual({ partner: ['choice'] })
    const early = recordSession(ctx, logFor(w.hulu.id, { date: '2025-12-31' }))
    expect(await early.catch(fields)).toEqual({ date: ['notAssignedThen'] })
    const foreign = recordSession(w.ctx(w.actors.otherHubMentor), logFor(w.hulu.id))
    expect(await foreign.catch(fields)).toEqual({ partner: ['choice'] })
  })

  test('not before it began, by the clock of the district', async () => {
    const ctx = w.ctx(w.actors.mentor)
    const tomorrow = recordSession(ctx, logFor(w.hulu.id, { date: '2026-11-23' }))
    expect(await tomorrow.catch(fields)).toEqual({ date: ['dateInFuture'] })
    // It is 12.00 WIT now, 10.00 in Jakarta.
    const soon = recordSession(ctx, logFor(w.hulu.id, { date: '2026-11-22', time: '12:01' }))
    expect(await soon.catch(fields)).toEqual({ time: ['timeInFuture'] })
    const now = await recordSession(ctx, logFor(w.hulu.id, { date: '2026-11-22', time: '11:30' }))
    expect(now.state).toBe('held')
  })

  test('a unit of the district government may be coached; its parent answers for it', async () => {
    const unit = await w.unitOf(w.hulu, 'Dinas Kesehatan Contoh Hulu')
    const stored = await recordSession(w.ctx(w.actors.mentor), logFor(unit.id))
    expect(stored.regionCode).toBe('97.01')
    const confirmed = await confirmSession(w.ctx(w.actors.admin), { id: stored.id, version: 1 })
    expect(confirmed.state).toBe('confirmed')
  })
})

describe('planning', () => {
  test('a plan becomes a log, keeps its receipt, and stores the log once', async () => {
    const ctx = w.ctx(w.actors.mentor)
    const plan = planFor({ date: '2026-11-22', time: '08:00' })
    const planned = await planSession(ctx, plan)
    expect(planned).toMatchObject({ state: 'planned', version: 1, women: 0, findings: null })
    expect(await w.mailTo(w.actors.admin, 'coaching_planned')).toHaveLength(1)
    const log = logFor(w.hulu.id, { id: plan.id, version: 1, date: '2026-11-22', time: '08:30' })
    const answers = await Promise.all([recordSession(ctx, log), recordSession(ctx, log)])
    expect(answers.map((one) => [one.state, one.version, one.receipt])).toEqual([
      ['held', 2, planned.receipt],
      ['held', 2, planned.receipt],
    ])
    expect(await w.auditOf(plan.id)).toEqual(['session.plan', 'session.record'])
    expect(await listItemsOfSession(w.db, plan.id)).toHaveLength(1)
  })

  test('a plan lies ahead and may be moved; of two who move it, the second is told', async () => {
    const ctx = w.ctx(w.actors.mentor)
    expect(await planSession(ctx, planFor({ date: '2026-11-21' })).catch(fields)).toEqual({ date: ['dateInPast'] })
    const plan = planFor()
    await planSession(ctx, plan)
    expect((await planSession(ctx, plan)).version).toBe(1)
    const moved = await planSession(ctx, { ...plan, version: 1, date: '2026-11-27' })
    expect(moved.version).toBe(2)
    expect((await planSession(ctx, { ...plan, version: 1, date: '2026-11-27' })).version).toBe(2)
    await expect(planSession(ctx, { ...plan, version: 1, date: '2026-11-28' })).rejects.toThrow(Conflict)
    const stale = recordSession(w.ctx(w.actors.mentor, new Date('2026-11-28T05:00:00Z')), {
      ...logFor(w.hulu.id, { id: plan.id, version: 1, date: '2026-11-27' }),
    })
    await expect(stale).rejects.toThrow(Conflict)
  })

  test('only its mentor moves a plan, and a held session is no plan any more', async () => {
    const plan = planFor()
    await planSession(w.ctx(w.actors.mentor), plan)
    await expect(planSession(w.ctx(w.actors.secondMentor), { ...plan, version: 1 })).rejects.toThrow(NotFound)
    await expect(planSession(w.ctx(w.actors.manager), { ...plan, version: 1 })).rejects.toThrow(Forbidden)
    const session = await heldSession(w)
    await expect(planSession(w.ctx(w.actors.mentor), { ...planFor(), id: session.id, version: 1 })).rejects.toThrow(
      InvalidTransition,
    )
  })
})
