import { randomBytes } from 'node:crypto'
import type { Transaction } from '#db/client.server.ts'
import { listItemsOfSession } from '#db/queries/action-items.server.ts'
import { listAssignmentsOfMentor, listPartnersOf } from '#db/queries/assignments.server.ts'
import {
  findCoachingSession,
  insertCoachingSession,
  type NewSession,
  type SessionRecord,
  type SessionRow,
} from '#db/queries/coaching.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { dateIn, momentIn, today } from '../shared/dates.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../shared/errors.ts'
import { canMove, mentoringHub, visibilityFor } from './coaching.policy.ts'
import { isSessionId, type PlanInput, type SessionInput } from './coaching.schema.ts'
import { type Agreed, covers, receiptFrom, type SessionContent, type SessionEvent, saysTheSame } from './coaching.ts'

type Stored = Pick<SessionRecord, 'agencyId' | 'adoptionId' | 'practiceId' | 'step' | 'regionCode'>

/**
 * What a form says about the meeting, checked against the assignments of the mentor: the coached agency belongs to a
 * district that is theirs on the day of the session. An adoption that has ended since stays with a session that had it.
 */
export async function meetingOf(
  ctx: Context,
  by: { hubId: string; mentorId: string },
  input: PlanInput | SessionInput,
  stored?: Stored,
) {
  const assigned = await listAssignmentsOfMentor(ctx.db, by.hubId, by.mentorId)
  const partners = await listPartnersOf(ctx.db, [...new Set(assigned.map((one) => one.regionCode))])
  const agency = partners.find((partner) => partner.agencyId === input.agencyId)
  if (!agency) throw new Invalid({ partner: ['choice'] })
  if (!assigned.some((one) => one.regionCode === agency.regionCode && covers(one, input.date))) {
    throw new Invalid({ date: ['notAssignedThen'] })
  }
  const { agencyId, mode, channel, durationMinutes, travelMinutes, unit, purpose, topics } = input
  return {
    row: {
      regionCode: agency.regionCode,
      agencyId,
      ...adoptionOf(input.adoptionId),
      mode,
      channel,
      startsAt: momentIn(agency.timeZone, input.date, input.time),
      durationMinutes,
      travelMinutes,
      unit,
      purpose,
      topics,
    },
    timeZone: agency.timeZone,
    isDemo: agency.isDemo,
  }

  function adoptionOf(wanted: string | null) {
    if (!wanted) return { adoptionId: null, practiceId: null, step: null }
    const running = partners.find((partner) => partner.agencyId === agencyId && partner.adoptionId === wanted)
    if (running) return { adoptionId: wanted, practiceId: running.practiceId, step: running.step }
    if (stored?.adoptionId !== wanted || stored.agencyId !== agencyId) throw new Invalid({ partner: ['choice'] })
    return { adoptionId: wanted, practiceId: stored.practiceId, step: stored.step }
  }
}

type Meeting = Awaited<ReturnType<typeof meetingOf>>

/** What a form says about the session itself. */
export function logOf(input: SessionInput) {
  const { women, men, withDisability, findings, advice, adviceReusable, obstacles, obstacleNote, nextOn, visibility } =
    input
  return { women, men, withDisability, findings, advice, adviceReusable, obstacles, obstacleNote, nextOn, visibility }
}

/** A log is written after the session began, by the clock of the district. */
export function assertBegun({ row, timeZone }: Meeting, now: Date): void {
  if (row.startsAt <= now) return
  const sameDay = dateIn(timeZone, row.startsAt) === dateIn(timeZone, now)
  throw new Invalid(sameDay ? { time: ['timeInFuture'] } : { date: ['dateInFuture'] })
}

/** A visit is planned for today or later, by the calendar of the district. */
export function assertAhead({ row, timeZone }: Meeting, now: Date): void {
  if (dateIn(timeZone, row.startsAt) < dateIn(timeZone, now)) throw new Invalid({ date: ['dateInPast'] })
}

/** Stores a new session under a receipt of its own; `undefined` when its id is taken. */
export async function insertWithReceipt(tx: Transaction, row: NewSession): Promise<SessionRecord | undefined> {
  const receipt = receiptFrom(randomBytes(32))
  if (!receipt) throw new Error('no receipt out of 32 random bytes')
  return insertCoachingSession(tx, { ...row, receipt })
}

/** The mentor who acts and the hub they act for; throws `Forbidden` for everybody else. */
export function mentorOf(ctx: Context): { hubId: string; mentorId: string } {
  const [hubId, mentorId] = [mentoringHub(ctx.actor), userIdOf(ctx.actor)]
  if (!hubId || !mentorId) throw new Forbidden('only a mentor plans and logs sessions')
  return { hubId, mentorId }
}

/** A session as the actor may see it, who must be allowed the event. */
export async function findSessionFor(ctx: Context, id: string, event: SessionEvent): Promise<SessionRow> {
  if (!isSessionId(id)) throw new NotFound('session')
  const session = await findCoachingSession(ctx.db, id, visibilityFor(ctx.actor, ctx.now), today(ctx.now))
  if (!session) throw new NotFound('session')
  if (!canMove(ctx.actor, event, session)) throw new Forbidden(`may not ${event} this session`)
  return session
}

/**
 * The answer to a form that is stored already: the stored session when the form says the same, a message when it was
 * changed in between, and a conflict when the id belongs to somebody else.
 */
export async function answerAgain(
  ctx: Context,
  stored: SessionRecord,
  by: { hubId: string; mentorId: string },
  content: SessionContent,
  items: readonly Agreed[],
): Promise<SessionRecord> {
  if (stored.mentorId !== by.mentorId || stored.hubId !== by.hubId) throw new Conflict('the id of this form is taken')
  const there = await listItemsOfSession(ctx.db, stored.id)
  if (!saysTheSame(stored, content, there, items)) throw new Invalid({ '': [`storedDifferently|${stored.receipt}`] })
  return stored
}
