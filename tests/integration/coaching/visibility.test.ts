import { beforeAll, describe, expect, test } from 'vitest'
import { isVisible, visibilityFor } from '#app/domain/coaching/coaching.policy.ts'
import { readLessons } from '#app/domain/coaching/read-lessons.server.ts'
import { listSessions, readSession } from '#app/domain/coaching/read-session.server.ts'
import { NotFound } from '#app/domain/shared/errors.ts'
import type { SessionRecord } from '#db/queries/coaching.server.ts'
import { assignedDistrict, coachingSession } from '#db/seed/factories/coaching.ts'
import { SESSION_VISIBILITIES, type SessionVisibility } from '#db/vocabulary.ts'
import { coachingWorld, NOW, type World } from './world.ts'

let w: World
let sessions: Record<SessionVisibility, SessionRecord>
let elsewhere: SessionRecord
let assigned: string[]

beforeAll(async () => {
  w = await coachingWorld()
  const of = { hubId: w.hub.id, mentorId: w.actors.mentor.userId, regionCode: '97.01', agencyId: w.hulu.id }
  const make = (visibility: SessionVisibility) => coachingSession(w.db, { ...of, visibility })
  sessions = { pair: await make('pair'), hub: await make('hub'), public_lesson: await make('public_lesson') }
  elsewhere = await coachingSession(w.db, {
    hubId: w.otherHub.id,
    mentorId: w.actors.otherHubMentor.userId,
    regionCode: '97.02',
    agencyId: w.muara.id,
  })
  const successor = await assignedDistrict(w.db, {
    hubId: w.hub.id,
    mentorId: w.actors.secondMentor.userId,
    regionCode: '97.01',
    createdBy: w.actors.manager.userId,
  })
  assigned = [w.actors.mentor.userId, successor.mentorId]
})

/** Which levels of a session of Kabupaten Contoh Hulu each role reads. */
const READS: Record<keyof World['actors'], readonly SessionVisibility[]> = {
  mentor: SESSION_VISIBILITIES,
  secondMentor: SESSION_VISIBILITIES,
  manager: SESSION_VISIBILITIES,
  admin: SESSION_VISIBILITIES,
  head: SESSION_VISIBILITIES,
  lead: SESSION_VISIBILITIES,
  author: SESSION_VISIBILITIES,
  curator: ['hub', 'public_lesson'],
  hubObserver: ['hub', 'public_lesson'],
  nationalAdmin: ['hub', 'public_lesson'],
  nationalObserver: ['hub', 'public_lesson'],
  otherHubMentor: [],
  otherManager: [],
  otherAdmin: [],
  visitor: [],
}
const WHO = Object.keys(READS) as (keyof World['actors'])[]

describe.each(WHO)('%s', (who) => {
  test.each(SESSION_VISIBILITIES)('the query and the policy agree on a session for %s', async (level) => {
    const session = sessions[level]
    const expected = READS[who].includes(level)
    const ctx = w.ctx(w.actors[who])
    const facts = { ...session, agencyParentId: null, assignedMentorIds: assigned }
    expect(isVisible(visibilityFor(ctx.actor, NOW), facts)).toBe(expected)
    const read = readSession(ctx, session.id)
    if (expected) expect((await read).session.id).toBe(session.id)
    else await expect(read).rejects.toThrow(NotFound)
  })

  test('lists exactly what may be read', async () => {
    const own = who === 'otherHubMentor' || who === 'otherManager' || who === 'otherAdmin' ? [elsewhere.id] : []
    const page = await listSessions(w.ctx(w.actors[who]), { page: 1 })
    expect(page.sessions.map((one) => one.id).sort()).toEqual([...own, ...READS[who].map((l) => sessions[l].id)].sort())
    expect(page.total).toBe(page.sessions.length)
  })
})

test('small counts are told exactly to the pair and the manager only', async () => {
  const counts = async (who: keyof World['actors']) => {
    const { session } = await readSession(w.ctx(w.actors[who]), sessions.hub.id)
    return [session.women, session.men, session.withDisability]
  }
  for (const who of ['mentor', 'secondMentor', 'manager', 'admin', 'author'] as const)
    expect(await counts(who)).toEqual([7, 4, 1])
  for (const who of ['curator', 'hubObserver', 'nationalAdmin', 'nationalObserver'] as const)
    expect(await counts(who)).toEqual([7, null, null])
})

test('lessons: only what is public, confirmed and advice; no names, no counts; the demo province apart', async () => {
  const lesson = { visibility: 'public_lesson', confirmedBy: w.actors.admin.userId, confirmedAt: NOW } as const
  const of = { hubId: w.hub.id, mentorId: w.actors.mentor.userId, regionCode: '97.01', agencyId: w.hulu.id }
  await coachingSession(w.db, { ...of, ...lesson, state: 'confirmed', advice: 'Tempel jadwal di dermaga.' })
  await coachingSession(w.db, { ...of, ...lesson, state: 'locked', advice: 'Latih dua petugas.', isDemo: true })
  await coachingSession(w.db, { ...of, ...lesson, state: 'confirmed', advice: null })
  await coachingSession(w.db, { ...of, ...lesson, state: 'confirmed', visibility: 'hub', advice: 'Tidak untuk umum.' })
  const page = await readLessons(w, 1)
  expect(page.total).toBe(1)
  expect(page.lessons).toHaveLength(1)
  expect(Object.keys(page.lessons[0]!).sort()).toEqual(
    ['advice', 'id', 'provinceName', 'regionName', 'startsAt', 'timeZone', 'topics'].sort(),
  )
  expect(page.lessons[0]?.advice).toBe('Tempel jadwal di dermaga.')
  expect(page.examples.map((one) => one.advice)).toEqual(['Latih dua petugas.'])
})
