import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { confirmSession } from '#app/domain/coaching/confirm-session.server.ts'
import { correctSession } from '#app/domain/coaching/correct-session.server.ts'
import { disputeSession } from '#app/domain/coaching/dispute-session.server.ts'
import { lockSession } from '#app/domain/coaching/lock-session.server.ts'
import { planSession } from '#app/domain/coaching/plan-session.server.ts'
import { readSession } from '#app/domain/coaching/read-session.server.ts'
import { recordSession } from '#app/domain/coaching/record-session.server.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { listItemsOfSession } from '#db/queries/action-items.server.ts'
import { actionItems, coachingSessions } from '#db/schema/index.ts'
import { assignedDistrict, coachingSession } from '#db/seed/factories/coaching.ts'
import { coachingWorld, logFor, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await coachingWorld()
})

const fields = (error: unknown) => (error instanceof Invalid ? error.fieldErrors : error)
const held = (changes: Partial<Parameters<typeof coachingSession>[1]> = {}) =>
  coachingSession(w.db, {
    hubId: w.hub.id,
    mentorId: w.actors.mentor.userId,
    regionCode: '97.01',
    agencyId: w.hulu.id,
    ...changes,
  })
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
    const session = await held()
    await expect(planSession(w.ctx(w.actors.mentor), { ...planFor(), id: session.id, version: 1 })).rejects.toThrow(
      InvalidTransition,
    )
  })
})

describe('the answer of the coached side', () => {
  test.each(['admin', 'head', 'lead'] as const)('%s confirms; the mentor is told; twice is once', async (who) => {
    const session = await held()
    const input = { id: session.id, version: 1 }
    const answers = await Promise.all([
      confirmSession(w.ctx(w.actors[who]), input),
      confirmSession(w.ctx(w.actors[who]), input),
    ])
    for (const answer of answers)
      expect(answer).toMatchObject({ state: 'confirmed', confirmedBy: w.actors[who].userId, version: 2 })
    expect((await confirmSession(w.ctx(w.actors[who]), input)).version).toBe(2)
    expect(await w.auditOf(session.id)).toEqual(['session.confirm'])
    expect(await w.mailTo(w.actors.mentor, 'coaching_confirmed')).not.toEqual([])
  })

  test.each([
    ['author', Forbidden],
    ['manager', Forbidden],
    ['mentor', Forbidden],
    ['otherAdmin', NotFound],
    ['otherManager', NotFound],
    ['curator', NotFound],
    ['nationalAdmin', NotFound],
    ['visitor', NotFound],
  ] as const)('%s may not answer a session of the pair', async (who, error) => {
    const session = await held()
    const input = { id: session.id, version: 1 }
    await expect(confirmSession(w.ctx(w.actors[who]), input)).rejects.toThrow(error)
    await expect(disputeSession(w.ctx(w.actors[who]), { ...input, note: 'x' })).rejects.toThrow(error)
  })

  test('the mentor does not answer the own log through a second membership', async () => {
    const session = await held()
    const secondHat = await w.wear(w.actors.mentor.userId, w.hulu, 'agency_admin')
    await expect(confirmSession(w.ctx(secondHat), { id: session.id, version: 1 })).rejects.toThrow(Forbidden)
    await expect(disputeSession(w.ctx(secondHat), { id: session.id, version: 1, note: 'x' })).rejects.toThrow(Forbidden)
  })

  test('what was corrected after it was read is not confirmed unread', async () => {
    const session = await held()
    await correctSession(w.ctx(w.actors.mentor), logFor(w.hulu.id, { id: session.id, version: 1, men: 5, items: [] }))
    await expect(confirmSession(w.ctx(w.actors.admin), { id: session.id, version: 1 })).rejects.toThrow(Conflict)
    expect((await confirmSession(w.ctx(w.actors.admin), { id: session.id, version: 2 })).state).toBe('confirmed')
  })

  test('of a confirmation and a correction at once exactly one happens', async () => {
    const session = await held()
    const results = await Promise.allSettled([
      confirmSession(w.ctx(w.actors.admin), { id: session.id, version: 1 }),
      correctSession(w.ctx(w.actors.mentor), logFor(w.hulu.id, { id: session.id, version: 1, men: 6 })),
    ])
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const failed = results.find((one) => one.status === 'rejected')
    expect(failed?.reason).toSatisfy((error) => error instanceof Conflict || error instanceof InvalidTransition)
  })

  test('a dispute is answered by a correction, which waits again; the reason stays in the history', async () => {
    const session = await held()
    const note = 'Peserta 14 orang, bukan 11.'
    const disputed = await disputeSession(w.ctx(w.actors.lead), { id: session.id, version: 1, note })
    expect(disputed).toMatchObject({ state: 'disputed', disputeNote: note })
    await expect(disputeSession(w.ctx(w.actors.admin), { id: session.id, version: 2, note: 'y' })).rejects.toThrow(
      InvalidTransition,
    )
    const corrected = await correctSession(
      w.ctx(w.actors.mentor),
      logFor(w.hulu.id, { id: session.id, version: 2, women: 9, men: 5 }),
    )
    expect(corrected).toMatchObject({ state: 'held', women: 9, disputeNote: null, disputedBy: null, version: 3 })
    expect(await w.mailTo(w.actors.lead, 'coaching_corrected')).not.toEqual([])
    const page = await readSession(w.ctx(w.actors.admin), session.id)
    expect(page.history.map((row) => [row.action, row.reason])).toEqual([
      ['session.correct', null],
      ['session.dispute', note],
    ])
    expect(page.can).toMatchObject({ confirm: true, dispute: true, correct: false })
  })
})

describe('correcting', () => {
  test('the second sending of a correction is answered, a stale one is a conflict', async () => {
    const session = await held()
    const form = logFor(w.hulu.id, { id: session.id, version: 1, men: 6 })
    const first = await correctSession(w.ctx(w.actors.mentor), form)
    expect((await correctSession(w.ctx(w.actors.mentor), form)).version).toBe(first.version)
    await expect(correctSession(w.ctx(w.actors.mentor), { ...form, men: 7 })).rejects.toThrow(Conflict)
    expect(await w.auditOf(session.id)).toEqual(['session.correct'])
  })

  test('open items are changed, added and taken back; started ones stay', async () => {
    const stored = await recordSession(
      w.ctx(w.actors.mentor),
      logFor(w.hulu.id, {
        items: ['Satu', 'Dua', 'Tiga'].map((what) => ({ what, who: 'Bappeda', dueOn: '2026-12-06' })),
      }),
    )
    const [one, two, three] = await listItemsOfSession(w.db, stored.id)
    await w.db.update(actionItems).set({ state: 'in_progress', version: 2 }).where(eq(actionItems.id, three!.id))
    const corrected = logFor(w.hulu.id, {
      id: stored.id,
      version: 1,
      items: [
        { id: one!.id, version: 1, what: 'Satu, diperjelas', who: 'Bappeda', dueOn: '2026-12-06' },
        { id: undefined, version: undefined, what: 'Empat', who: 'Dinkes', dueOn: '2026-12-07' },
      ],
    })
    await correctSession(w.ctx(w.actors.mentor), corrected)
    const items = await listItemsOfSession(w.db, stored.id)
    expect(items.map((item) => [item.what, item.state])).toEqual([
      ['Satu, diperjelas', 'open'],
      ['Tiga', 'in_progress'],
      ['Empat', 'open'],
    ])
    expect(items.some((item) => item.id === two!.id)).toBe(false)
  })

  test('an item that was started while the correction was written is a conflict, and nothing is stored', async () => {
    const stored = await recordSession(w.ctx(w.actors.mentor), logFor(w.hulu.id))
    const [item] = await listItemsOfSession(w.db, stored.id)
    await w.db.update(actionItems).set({ state: 'in_progress', version: 2 }).where(eq(actionItems.id, item!.id))
    const form = logFor(w.hulu.id, {
      id: stored.id,
      version: 1,
      women: 9,
      items: [{ id: item!.id, version: 1, what: 'Lain', who: 'Bappeda', dueOn: '2026-12-06' }],
    })
    await expect(correctSession(w.ctx(w.actors.mentor), form)).rejects.toThrow(Conflict)
    const [row] = await w.db.select().from(coachingSessions).where(eq(coachingSessions.id, stored.id))
    expect(row).toMatchObject({ women: 7, version: 1 })
  })

  test('more than ten items in all are refused', async () => {
    const stored = await recordSession(w.ctx(w.actors.mentor), logFor(w.hulu.id))
    await w.db.update(actionItems).set({ state: 'in_progress' }).where(eq(actionItems.sessionId, stored.id))
    const items = Array.from({ length: 10 }, (_, n) => ({ what: `Butir ${n}`, who: 'Bappeda', dueOn: '2026-12-06' }))
    const form = logFor(w.hulu.id, { id: stored.id, version: 1, items })
    expect(await correctSession(w.ctx(w.actors.mentor), form).catch(fields)).toEqual({ items: ['tooManyItems|10'] })
  })

  test('nobody but its mentor corrects, and a confirmed log is not corrected', async () => {
    const session = await held()
    const form = logFor(w.hulu.id, { id: session.id, version: 1 })
    await expect(correctSession(w.ctx(w.actors.admin), form)).rejects.toThrow(Forbidden)
    await expect(correctSession(w.ctx(w.actors.manager), form)).rejects.toThrow(Forbidden)
    await confirmSession(w.ctx(w.actors.admin), { id: session.id, version: 1 })
    await expect(correctSession(w.ctx(w.actors.mentor), { ...form, version: 2 })).rejects.toThrow(InvalidTransition)
    await expect(disputeSession(w.ctx(w.actors.admin), { id: session.id, version: 2, note: 'x' })).rejects.toThrow(
      InvalidTransition,
    )
  })
})

describe('locking', () => {
  test('the hub manager locks what is confirmed; nothing changes afterwards', async () => {
    const session = await held()
    await expect(lockSession(w.ctx(w.actors.manager), { id: session.id, version: 1 })).rejects.toThrow(
      InvalidTransition,
    )
    await confirmSession(w.ctx(w.actors.admin), { id: session.id, version: 1 })
    await expect(lockSession(w.ctx(w.actors.mentor), { id: session.id, version: 2 })).rejects.toThrow(Forbidden)
    await expect(lockSession(w.ctx(w.actors.otherManager), { id: session.id, version: 2 })).rejects.toThrow(NotFound)
    const locked = await lockSession(w.ctx(w.actors.manager), { id: session.id, version: 2 })
    expect(locked).toMatchObject({ state: 'locked', version: 3 })
    await expect(confirmSession(w.ctx(w.actors.head), { id: session.id, version: 3 })).rejects.toThrow(
      InvalidTransition,
    )
  })

  test('an unknown session is not found', async () => {
    await expect(confirmSession(w.ctx(w.actors.admin), { id: randomUUID(), version: 1 })).rejects.toThrow(NotFound)
  })
})
