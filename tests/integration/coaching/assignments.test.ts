import { beforeAll, expect, test } from 'vitest'
import { assignMentor } from '#app/domain/coaching/assign-mentor.server.ts'
import { endAssignment } from '#app/domain/coaching/end-assignment.server.ts'
import { readAssignments, readDesk } from '#app/domain/coaching/read-desk.server.ts'
import { recordSession } from '#app/domain/coaching/record-session.server.ts'
import { Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { actionItem, coachingSession } from '#db/seed/factories/coaching.ts'
import { coachingWorld, logFor, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await coachingWorld()
})

const fields = (error: unknown) => (error instanceof Invalid ? error.fieldErrors : error)
const muara = (changes: Record<string, unknown> = {}) => ({
  mentorId: w.actors.mentor.userId,
  regionCode: '97.02',
  startsOn: '2026-11-01',
  ...changes,
})

test('the manager assigns a mentor, who is told and may then log', async () => {
  const ctx = w.ctx(w.actors.mentor)
  expect(await recordSession(ctx, logFor(w.muara.id)).catch(fields)).toEqual({ partner: ['choice'] })
  const assignment = await assignMentor(w.ctx(w.actors.manager), muara({ lastDay: '2026-11-30' }))
  expect(assignment).toMatchObject({ hubId: w.hub.id, startsOn: '2026-11-01', endsOn: '2026-12-01' })
  expect(await w.auditOf(assignment.id)).toEqual(['assignment.assign'])
  expect(await w.mailTo(w.actors.mentor, 'coaching_assigned')).toHaveLength(1)
  expect((await recordSession(ctx, logFor(w.muara.id))).regionCode).toBe('97.02')
})

test('periods that overlap are a message at the field, also when two managers are quick', async () => {
  const again = assignMentor(w.ctx(w.actors.manager), muara({ startsOn: '2026-11-30' }))
  expect(await again.catch(fields)).toEqual({ regionCode: ['assignedAlready'] })
  const next = muara({ regionCode: '97.03' })
  const results = await Promise.allSettled([
    assignMentor(w.ctx(w.actors.manager), next),
    assignMentor(w.ctx(w.actors.manager), next),
  ])
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const other = await assignMentor(w.ctx(w.actors.manager), { ...next, mentorId: w.actors.secondMentor.userId })
  expect(other.regionCode).toBe('97.03')
})

test.each([
  [{ regionCode: '35.10' }, { regionCode: ['outsideTerritory'] }],
  [{ regionCode: '97' }, { regionCode: ['outsideTerritory'] }],
  [{ regionCode: 'x' }, { regionCode: ['outsideTerritory'] }],
  [{ lastDay: '2026-10-31' }, { lastDay: ['endBeforeStart'] }],
])('refuses %o', async (changes, expected) => {
  expect(await assignMentor(w.ctx(w.actors.manager), muara(changes)).catch(fields)).toEqual(expected)
})

test('only mentors of the own hub are assigned', async () => {
  for (const who of ['curator', 'otherHubMentor', 'admin'] as const) {
    const wrong = assignMentor(w.ctx(w.actors.manager), muara({ mentorId: w.actors[who].userId }))
    expect(await wrong.catch(fields)).toEqual({ mentorId: ['notMentorHere'] })
  }
})

test.each(['mentor', 'curator', 'hubObserver', 'nationalAdmin', 'admin', 'visitor'] as const)(
  '%s neither assigns nor ends nor reads assignments',
  async (who) => {
    const ctx = w.ctx(w.actors[who])
    await expect(assignMentor(ctx, muara())).rejects.toThrow(Forbidden)
    await expect(endAssignment(ctx, { assignmentId: w.assignment.id, lastDay: '2026-11-30' })).rejects.toThrow(
      Forbidden,
    )
    await expect(readAssignments(ctx)).rejects.toThrow(Forbidden)
  },
)

test('ending keeps every log inside an assignment', async () => {
  const manager = w.ctx(w.actors.manager)
  const end = (lastDay: string) => endAssignment(manager, { assignmentId: w.assignment.id, lastDay })
  await coachingSession(w.db, {
    hubId: w.hub.id,
    mentorId: w.actors.mentor.userId,
    regionCode: '97.01',
    agencyId: w.hulu.id,
  })
  expect(await end('2026-11-18').catch(fields)).toEqual({ lastDay: ['sessionsAfter'] })
  expect(await end('2025-12-31').catch(fields)).toEqual({ lastDay: ['endBeforeStart'] })
  const other = endAssignment(w.ctx(w.actors.otherManager), { assignmentId: w.assignment.id, lastDay: '2026-11-30' })
  await expect(other).rejects.toThrow(NotFound)
  expect((await end('2026-11-19')).endsOn).toBe('2026-11-20')
  expect(await end('2026-11-25').catch(fields)).toEqual({ lastDay: ['endsEarlier'] })
  expect(await w.auditOf(w.assignment.id)).toEqual(['assignment.end'])
  expect(await w.mailTo(w.actors.mentor, 'coaching_assignment_ended')).toHaveLength(1)
  const late = recordSession(w.ctx(w.actors.mentor), logFor(w.hulu.id))
  expect(await late.catch(fields)).toEqual({ date: ['notAssignedThen'] })
  const inTime = await recordSession(w.ctx(w.actors.mentor), logFor(w.hulu.id, { date: '2026-11-18' }))
  expect(inTime.state).toBe('held')
})

test('only what has not begun is called off', async () => {
  const manager = w.ctx(w.actors.manager)
  const running = await assignMentor(manager, muara({ mentorId: w.actors.secondMentor.userId }))
  await expect(endAssignment(manager, { assignmentId: running.id })).rejects.toThrow(InvalidTransition)
  const future = await assignMentor(manager, {
    mentorId: w.actors.secondMentor.userId,
    regionCode: '97.71',
    startsOn: '2027-01-01',
  })
  expect((await endAssignment(manager, { assignmentId: future.id })).endsOn).toBe('2027-01-01')
  // An empty period blocks nobody.
  const anew = await assignMentor(manager, {
    mentorId: w.actors.secondMentor.userId,
    regionCode: '97.71',
    startsOn: '2026-12-01',
  })
  expect(anew.startsOn).toBe('2026-12-01')
})

test('coverage: every district of the hub, on plan, soon or late', async () => {
  await coachingSession(w.db, {
    hubId: w.hub.id,
    mentorId: w.actors.mentor.userId,
    regionCode: '97.71',
    agencyId: w.pesisir.id,
    startsAt: new Date('2026-10-01T02:00:00Z'),
  })
  const page = await readAssignments(w.ctx(w.actors.manager))
  expect(page.districts.map((one) => [one.code, one.days, one.contact])).toEqual([
    ['97.01', 3, 'plan'],
    ['97.02', 2, 'plan'],
    ['97.03', null, 'late'],
    ['97.71', 52, 'soon'],
  ])
  expect(page.contacts).toEqual({ plan: 2, soon: 1, late: 1 })
  expect(page.mentors.find((one) => one.id === w.actors.mentor.userId)?.districts).toBe(3)
  const other = await readAssignments(w.ctx(w.actors.otherManager))
  expect(other.districts.every((one) => !one.code.startsWith('97'))).toBe(true)
})

test('the desk leads with the district that nobody visited for longest', async () => {
  const session = await coachingSession(w.db, {
    hubId: w.hub.id,
    mentorId: w.actors.mentor.userId,
    regionCode: '97.71',
    agencyId: w.pesisir.id,
    state: 'planned',
    findings: null,
    startsAt: new Date('2026-11-26T02:00:00Z'),
  })
  const old = await coachingSession(w.db, {
    hubId: w.hub.id,
    mentorId: w.actors.mentor.userId,
    regionCode: '97.02',
    agencyId: w.muara.id,
  })
  await actionItem(w.db, old.id, '2026-11-12')
  const desk = await readDesk(w.ctx(w.actors.mentor))
  expect(desk.districts.map((one) => [one.code, one.days, one.contact])).toEqual([
    ['97.03', null, 'late'],
    ['97.71', 52, 'soon'],
    ['97.02', 2, 'plan'],
  ])
  expect(desk.districts[1]?.visit?.id).toBe(session.id)
  expect(desk.districts[2]).toMatchObject({ overdue: 1, unfinished: 2 })
  expect(desk.reminders).toMatchObject([{ overdue: 10, regionName: 'Kabupaten Contoh Muara' }])
  expect(desk.visits.map((one) => one.id)).toEqual([session.id])
  expect(desk.load).toMatchObject({ districts: 3, overdue: 1 })
  await expect(readDesk(w.ctx(w.actors.manager))).rejects.toThrow(Forbidden)
})
