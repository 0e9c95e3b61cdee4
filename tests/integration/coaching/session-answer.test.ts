import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { confirmSession } from '#app/domain/coaching/confirm-session.server.ts'
import { correctSession } from '#app/domain/coaching/correct-session.server.ts'
import { disputeSession } from '#app/domain/coaching/dispute-session.server.ts'
import { lockSession } from '#app/domain/coaching/lock-session.server.ts'
import { readSession } from '#app/domain/coaching/read-session.server.ts'
import { recordSession } from '#app/domain/coaching/record-session.server.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { listItemsOfSession } from '#db/queries/action-items.server.ts'
import { actionItems, coachingSessions } from '#db/schema/index.ts'
import { coachingWorld, type HeldSession, heldSession, logFor, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await coachingWorld()
})

const fields = (error: unknown) => (error instanceof Invalid ? error.fieldErrors : error)
const held = (changes: Partial<HeldSession> = {}) => heldSession(w, changes)

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
