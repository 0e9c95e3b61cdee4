import { listItemsOfSession } from '#db/queries/action-items.server.ts'
import { listAssignmentsOfMentor, listPartnersOf } from '#db/queries/assignments.server.ts'
import { findLastSessionOf } from '#db/queries/coaching.server.ts'
import type { Context } from '../shared/context.ts'
import { addDays, dateIn, timeIn, today } from '../shared/dates.ts'
import { Forbidden } from '../shared/errors.ts'
import { sessionMoves } from './coaching.policy.ts'
import { DURATION_CHOICES } from './coaching.schema.ts'
import { sessionLifecycle } from './coaching.ts'
import { findSessionFor, mentorOf } from './session-form.server.ts'

/** Days after its end during which a district still stands in the form: logs may be written late. */
const STILL_OFFERED_DAYS = 90

/** What the forms offer: the agencies of the mentor's districts with their running adoptions, current districts first. */
async function partnersFor(ctx: Context, by: { hubId: string; mentorId: string }, also?: string) {
  const day = today(ctx.now)
  const offered = (await listAssignmentsOfMentor(ctx.db, by.hubId, by.mentorId)).filter(
    ({ endsOn, regionCode }) => endsOn === null || endsOn > addDays(day, -STILL_OFFERED_DAYS) || regionCode === also,
  )
  const rows = await listPartnersOf(ctx.db, [...new Set(offered.map((one) => one.regionCode))])
  return rows.flatMap((row, index) => {
    const { agencyId, agencyName, regionName, timeZone, adoptionId, adoptionRef, step, title, brand } = row
    const agency = { value: agencyId, agencyId, agencyName, regionName, timeZone }
    const alone = { ...agency, adoptionRef: null, step: null, title: null, brand: null }
    if (!adoptionId) return [alone]
    const served = { ...agency, value: `${agencyId}/${adoptionId}`, adoptionRef, step, title, brand }
    // After its adoptions comes the agency by itself: not every session serves one.
    return rows[index + 1]?.agencyId === agencyId ? [served] : [served, alone]
  })
}

export type Partner = Awaited<ReturnType<typeof partnersFor>>[number]

/** The form of a new log or plan: the id it will have, the mentor's agencies, and the last session as first guess. */
export async function readNewSessionForm(ctx: Context, wish: { id: string; agencyId?: string; plan: boolean }) {
  const by = mentorOf(ctx)
  const [partners, last] = await Promise.all([partnersFor(ctx, by), findLastSessionOf(ctx.db, by.mentorId, by.hubId)])
  const wanted =
    partners.find((one) => one.agencyId === wish.agencyId) ??
    partners.find((one) => one.value === [last?.agencyId, last?.adoptionId].filter(Boolean).join('/')) ??
    (partners.length === 1 ? partners[0] : undefined)
  return {
    partners,
    defaults: {
      id: wish.id,
      partner: wanted?.value,
      mode: last?.mode,
      channel: last?.channel,
      date: wish.plan ? undefined : dateIn(wanted?.timeZone ?? partners[0]?.timeZone ?? 'WIB', ctx.now),
    },
  }
}

/** The form of a stored session: the log of a planned visit, its new date, or a correction. `Forbidden` for all but its mentor. */
export async function readSessionForm(ctx: Context, id: string, plan: boolean) {
  const session = await findSessionFor(ctx, id, plan ? 'replan' : 'correct')
  const can = sessionMoves(ctx.actor, session)
  if (!(plan ? can.replan : can.record || can.correct)) throw new Forbidden('this session can no longer be written')
  const by = { hubId: session.hubId, mentorId: session.mentorId }
  const [partners, items] = await Promise.all([
    partnersFor(ctx, by, session.regionCode),
    listItemsOfSession(ctx.db, session.id),
  ])
  const planned = sessionLifecycle.allows(session.state, 'record')
  const quick = DURATION_CHOICES.find((minutes) => Number(minutes) === session.durationMinutes)
  const value = session.adoptionId ? `${session.agencyId}/${session.adoptionId}` : session.agencyId
  return {
    partners: partners.some((one) => one.value === value) ? partners : [...partners, ended(session, value)],
    receipt: session.receipt,
    state: session.state,
    disputeNote: session.disputeNote,
    startedItems: items.filter((item) => item.state !== 'open').map(({ id, what, state }) => ({ id, what, state })),
    defaults: {
      id: session.id as string,
      version: session.version,
      partner: value,
      mode: session.mode,
      channel: session.channel,
      date: dateIn(session.timeZone, session.startsAt) as string | undefined,
      time: timeIn(session.timeZone, session.startsAt),
      duration: quick,
      durationOther: quick ? undefined : session.durationMinutes,
      travelMinutes: session.travelMinutes ?? undefined,
      unit: session.unit ?? undefined,
      purpose: session.purpose ?? undefined,
      topics: session.topics,
      ...(planned
        ? {}
        : {
            women: session.women,
            men: session.men,
            withDisability: session.withDisability,
            findings: session.findings ?? undefined,
            advice: session.advice ?? undefined,
            adviceReusable: session.adviceReusable,
            obstacles: session.obstacles,
            obstacleNote: session.obstacleNote ?? undefined,
            nextOn: session.nextOn ?? undefined,
            visibility: session.visibility,
            items: items
              .filter((item) => item.state === 'open')
              .map(({ id, version, what, who, dueOn }) => ({ id, version, what, who, dueOn })),
          }),
    },
  }
}

type Session = Awaited<ReturnType<typeof findSessionFor>>

/** The adoption of a session that has ended since stays a choice of this form. */
const ended = (session: Session, value: string): Partner => ({
  value,
  agencyId: session.agencyId,
  agencyName: session.agencyName,
  regionName: session.regionName,
  timeZone: session.timeZone,
  adoptionRef: session.adoptionRef,
  step: session.step,
  title: session.practiceTitle,
  brand: session.practiceBrand,
})
