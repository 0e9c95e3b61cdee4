import { beforeAll, describe, expect, test } from 'vitest'
import { finishAction } from '#app/domain/coaching/finish-action.server.ts'
import { listActions } from '#app/domain/coaching/read-session.server.ts'
import { startAction } from '#app/domain/coaching/start-action.server.ts'
import { verifyAction } from '#app/domain/coaching/verify-action.server.ts'
import { coachingWorkItems } from '#app/domain/coaching/work-items.server.ts'
import { Conflict, Forbidden, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { actionItem, assignedDistrict, coachingSession } from '#db/seed/factories/coaching.ts'
import { coachingWorld, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await coachingWorld()
})

async function item(dueOn = '2026-12-06', what?: string) {
  const session = await coachingSession(w.db, {
    hubId: w.hub.id,
    mentorId: w.actors.mentor.userId,
    regionCode: '97.01',
    agencyId: w.hulu.id,
  })
  return actionItem(w.db, session.id, dueOn, what)
}
const input = (of: { id: string }, version: number) => ({ itemId: of.id, version })
const note = 'SK ditandatangani 20 November.'

test('from agreed to verified, each side in its turn, each told of the other', async () => {
  const agreed = await item()
  const started = await startAction(w.ctx(w.actors.lead), input(agreed, 1))
  expect(started).toMatchObject({ state: 'in_progress', version: 2 })
  const done = await finishAction(w.ctx(w.actors.lead), { ...input(agreed, 2), note })
  expect(done).toMatchObject({ state: 'done', doneNote: note, doneBy: w.actors.lead.userId })
  expect(await w.mailTo(w.actors.mentor, 'coaching_action_done')).toHaveLength(1)
  const verified = await verifyAction(w.ctx(w.actors.mentor), input(agreed, 3))
  expect(verified).toMatchObject({ state: 'verified', verifiedBy: w.actors.mentor.userId })
  expect(await w.mailTo(w.actors.lead, 'coaching_action_verified')).toHaveLength(1)
  expect(await w.auditOf(agreed.id)).toEqual(['action.start', 'action.finish', 'action.verify'])
})

test('sent twice at once is done once', async () => {
  const agreed = await item()
  const ctx = w.ctx(w.actors.admin)
  const answers = await Promise.all([1, 2, 3].map(() => finishAction(ctx, { ...input(agreed, 1), note })))
  expect(answers.map((one) => one.version)).toEqual([2, 2, 2])
  expect(await w.auditOf(agreed.id)).toEqual(['action.finish'])
})

test('two people at once: one effect, the other is told', async () => {
  const agreed = await item()
  const results = await Promise.allSettled([
    finishAction(w.ctx(w.actors.admin), { ...input(agreed, 1), note: 'a' }),
    finishAction(w.ctx(w.actors.lead), { ...input(agreed, 1), note: 'b' }),
  ])
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(startAction(w.ctx(w.actors.admin), input(agreed, 1))).rejects.toThrow(InvalidTransition)
  const stale = await item()
  await startAction(w.ctx(w.actors.admin), input(stale, 1))
  await expect(finishAction(w.ctx(w.actors.lead), { ...input(stale, 1), note })).rejects.toThrow(Conflict)
})

describe('nobody verifies what they marked as done', () => {
  test('neither the mentor', async () => {
    const agreed = await item()
    await finishAction(w.ctx(w.actors.mentor), { ...input(agreed, 1), note })
    await expect(verifyAction(w.ctx(w.actors.mentor), input(agreed, 2))).rejects.toThrow(Forbidden)
  })

  test('nor through a second membership', async () => {
    const agreed = await item()
    const agencyHat = await w.wear(w.actors.mentor.userId, w.hulu, 'adopter_lead')
    await finishAction(w.ctx(agencyHat), { ...input(agreed, 1), note })
    await expect(verifyAction(w.ctx(w.actors.mentor), input(agreed, 2))).rejects.toThrow(Forbidden)
    await expect(verifyAction(w.ctx(agencyHat), input(agreed, 2))).rejects.toThrow(Forbidden)
  })

  test('but another mentor of the district does', async () => {
    const agreed = await item()
    await finishAction(w.ctx(w.actors.mentor), { ...input(agreed, 1), note })
    await expect(verifyAction(w.ctx(w.actors.secondMentor), input(agreed, 2))).rejects.toThrow(NotFound)
    await assignedDistrict(w.db, {
      hubId: w.hub.id,
      mentorId: w.actors.secondMentor.userId,
      regionCode: '97.01',
      createdBy: w.actors.manager.userId,
    })
    expect((await verifyAction(w.ctx(w.actors.secondMentor), input(agreed, 2))).state).toBe('verified')
  })
})

test.each([
  ['author', Forbidden],
  ['manager', Forbidden],
  ['otherAdmin', NotFound],
  ['curator', NotFound],
  ['nationalObserver', NotFound],
  ['visitor', NotFound],
] as const)('%s moves no action item', async (who, error) => {
  const agreed = await item()
  await expect(startAction(w.ctx(w.actors[who]), input(agreed, 1))).rejects.toThrow(error)
  await expect(finishAction(w.ctx(w.actors[who]), { ...input(agreed, 1), note })).rejects.toThrow(error)
  await expect(verifyAction(w.ctx(w.actors[who]), input(agreed, 1))).rejects.toThrow(error)
})

test('what is not done is not verified; the coached side does not verify', async () => {
  const agreed = await item()
  await expect(verifyAction(w.ctx(w.actors.mentor), input(agreed, 1))).rejects.toThrow(InvalidTransition)
  await finishAction(w.ctx(w.actors.admin), { ...input(agreed, 1), note })
  await expect(verifyAction(w.ctx(w.actors.head), input(agreed, 2))).rejects.toThrow(Forbidden)
})

test('the list leads with what is overdue and counts it', async () => {
  const before = await listActions(w.ctx(w.actors.head), { show: 'unfinished', page: 1 })
  await item('2026-11-10', 'Lewat dua belas hari')
  await item('2026-11-22', 'Hari ini masih tepat waktu')
  const page = await listActions(w.ctx(w.actors.head), { show: 'unfinished', page: 1 })
  expect(page.items[0]).toMatchObject({ what: 'Lewat dua belas hari', overdue: 12 })
  expect(page.items[1]).toMatchObject({ what: 'Hari ini masih tepat waktu', overdue: 0 })
  expect(page.counts.overdue).toBe(before.counts.overdue + 1)
  const late = await listActions(w.ctx(w.actors.head), { show: 'overdue', page: 1 })
  expect(late.items.map((one) => one.what)).toEqual(['Lewat dua belas hari'])
  expect((await listActions(w.ctx(w.actors.otherAdmin), { show: 'all', page: 1 })).total).toBe(0)
})

test('the work list asks each side for what is theirs', async () => {
  const kinds = async (who: keyof World['actors']) => [
    ...new Set((await coachingWorkItems(w.ctx(w.actors[who]))).map((one) => one.kind)),
  ]
  expect((await kinds('admin')).sort()).toEqual(['action_do', 'session_confirm'])
  expect(await kinds('author')).toEqual([])
  expect(await kinds('otherAdmin')).toEqual([])
  expect(await kinds('manager')).toEqual([])
  const agreed = await item()
  await finishAction(w.ctx(w.actors.admin), { ...input(agreed, 1), note })
  expect(await kinds('mentor')).toEqual(['action_verify'])
})
