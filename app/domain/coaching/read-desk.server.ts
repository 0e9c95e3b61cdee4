import { countActionItemsByRegion, listActionItems } from '#db/queries/action-items.server.ts'
import {
  countCoachingMinutes,
  listAssignmentsOfHub,
  listContacts,
  listDistrictsOfHub,
  listMentorsOfHub,
  listPartnersOf,
} from '#db/queries/assignments.server.ts'
import { listCoachingSessions } from '#db/queries/coaching.server.ts'
import type { Context } from '../shared/context.ts'
import { addDays, dateIn, daysBetween, momentIn, today } from '../shared/dates.ts'
import { Forbidden } from '../shared/errors.ts'
import { assigningHub, dutyOf } from './coaching.policy.ts'
import { type Contact, contactOf, covers, daysOverdue, semesterOf, UNFINISHED_ACTIONS } from './coaching.ts'
import { mentorOf } from './session-form.server.ts'
import { coachingWorkItems } from './work-items.server.ts'

const REMINDERS = 5
const VISITS = 5

/** The mentor's desk: what must be done now, the own districts by how long nobody was there, the next visits, the load. */
export async function readDesk(ctx: Context) {
  const by = mentorOf(ctx)
  const day = today(ctx.now)
  const visibility = dutyOf(ctx.actor, ctx.now)
  const inHub = (await listAssignmentsOfHub(ctx.db, by.hubId, day)).filter((one) => covers(one, day))
  const codes = [...new Set(inHub.filter((one) => one.mentorId === by.mentorId).map((one) => one.regionCode))]
  const semester = semesterOf(day)
  const [tasks, contacts, partners, open, planned, overdue, spent] = await Promise.all([
    coachingWorkItems(ctx),
    listContacts(ctx.db, by.hubId, codes, day),
    listPartnersOf(ctx.db, codes),
    countActionItemsByRegion(ctx.db, by.hubId, day),
    listCoachingSessions(
      ctx.db,
      visibility,
      { states: ['planned'], mentorId: by.mentorId, from: ctx.now },
      { today: day, limit: 100, oldestFirst: true },
    ),
    listActionItems(
      ctx.db,
      visibility,
      { states: UNFINISHED_ACTIONS, dueBefore: day },
      { today: day, limit: REMINDERS },
    ),
    countCoachingMinutes(
      ctx.db,
      by.mentorId,
      by.hubId,
      momentIn('WIB', semester.from, '00:00'),
      momentIn('WIB', addDays(semester.to, 1), '00:00'),
    ),
  ])
  const districts = codes.map((code) => {
    const contact = contacts.find((one) => one.code === code)
    const here = partners.filter((one) => one.regionCode === code)
    const government = here[0]
    const days = daysSince(contact?.lastSessionAt ?? null, ctx.now, government?.timeZone ?? 'WIB')
    const visit = planned.find((one) => one.regionCode === code)
    const items = open.find((one) => one.code === code)
    return {
      code,
      name: inHub.find((one) => one.regionCode === code)?.regionName ?? code,
      agencyId: government?.agencyId ?? null,
      days,
      contact: contactOf(days),
      adoptions: here.flatMap((one) =>
        one.adoptionRef && one.step
          ? [{ ref: one.adoptionRef, step: one.step, title: one.title, brand: one.brand }]
          : [],
      ),
      unfinished: items?.unfinished ?? 0,
      overdue: items?.overdue ?? 0,
      visit: visit
        ? { id: visit.id, startsAt: visit.startsAt, timeZone: visit.timeZone, channel: visit.channel }
        : null,
      announcedOn: contact?.announcedOn ?? null,
    }
  })
  districts.sort(
    (a, b) =>
      (b.days ?? Number.POSITIVE_INFINITY) - (a.days ?? Number.POSITIVE_INFINITY) || a.name.localeCompare(b.name),
  )
  return {
    today: day,
    tasks,
    reminders: overdue.slice(0, REMINDERS).map((item) => ({
      id: item.id,
      sessionId: item.sessionId,
      what: item.what,
      regionName: item.regionName,
      dueOn: item.dueOn,
      overdue: daysOverdue(item, day),
    })),
    districts,
    visits: planned
      .slice(0, VISITS)
      .map(({ id, startsAt, timeZone, regionName, channel, durationMinutes, purpose }) => ({
        id,
        startsAt,
        timeZone,
        regionName,
        channel,
        durationMinutes,
        purpose,
      })),
    load: {
      districts: codes.length,
      averageInHub: average(inHub),
      ...spent,
      unfinished: districts.reduce((sum, one) => sum + one.unfinished, 0),
      overdue: districts.reduce((sum, one) => sum + one.overdue, 0),
    },
  }
}

export type Desk = Awaited<ReturnType<typeof readDesk>>

/** Districts per mentor who has any. */
function average(assigned: readonly { mentorId: string; regionCode: string }[]): number {
  const mentors = new Set(assigned.map((one) => one.mentorId)).size
  return mentors === 0 ? 0 : assigned.length / mentors
}

function daysSince(moment: Date | null, now: Date, zone: 'WIB' | 'WITA' | 'WIT'): number | null {
  return moment ? Math.max(0, daysBetween(dateIn(zone, moment), dateIn(zone, now))) : null
}

/** The hub manager's view: every district of the hub's provinces with its mentors and the days since its last session. */
export async function readAssignments(ctx: Context) {
  const hubId = assigningHub(ctx.actor)
  if (!hubId) throw new Forbidden('only a hub manager reads the assignments')
  const day = today(ctx.now)
  const [districts, assigned, mentors] = await Promise.all([
    listDistrictsOfHub(ctx.db, hubId),
    listAssignmentsOfHub(ctx.db, hubId, day),
    listMentorsOfHub(ctx.db, hubId, day),
  ])
  const rows = districts.map((district) => {
    const days = daysSince(district.lastSessionAt, ctx.now, district.timeZone)
    return {
      code: district.code,
      name: district.name,
      provinceName: district.provinceName,
      days,
      lastSessionAt: district.lastSessionAt,
      timeZone: district.timeZone,
      contact: contactOf(days),
      assignments: assigned
        .filter((one) => one.regionCode === district.code && one.endsOn !== one.startsOn)
        .map((one) => ({
          id: one.id,
          mentorName: one.mentorName,
          startsOn: one.startsOn,
          lastDay: one.endsOn && addDays(one.endsOn, -1),
          future: one.startsOn > day,
        })),
    }
  })
  const countOf = (contact: Contact) => rows.filter((row) => row.contact === contact).length
  return {
    today: day,
    districts: rows,
    contacts: { plan: countOf('plan'), soon: countOf('soon'), late: countOf('late') },
    mentors: mentors.map(({ id, name }) => ({
      id,
      name,
      districts: assigned.filter((one) => one.mentorId === id && covers(one, day)).length,
    })),
  }
}

export type AssignmentsPage = Awaited<ReturnType<typeof readAssignments>>
