import type { Executor } from '#db/client.server.ts'
import { findPersonToWrite, findRegion, listPeopleOfAgency } from '#db/queries/coaching-people.server.ts'
import type { CoachingLetter } from '../../i18n/coaching-mail.ts'
import { paths } from '../../paths.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { dateIn, today } from '../shared/dates.ts'
import type { Mail } from '../shared/record-change.server.ts'
import { COACHED_ROLES } from './coaching.policy.ts'

type Person = { email: string; language: 'id' | 'en' }
type About = { id: string; regionCode: string; startsAt: Date }

const letter = (template: CoachingLetter, person: Person, params: Record<string, string>): Mail => ({
  to: person.email,
  template,
  language: person.language,
  params,
})

async function paramsOf(db: Executor, session: About) {
  const region = await findRegion(db, session.regionCode)
  return {
    region: region?.name ?? session.regionCode,
    date: dateIn(region?.timeZone ?? 'WIB', session.startsAt),
    path: paths.coachingSession(session.id),
  }
}

/** A letter about a session to all who speak for the coached agency, except the person who acts. */
export async function mailToCoached(
  tx: Executor,
  ctx: Pick<Context, 'actor' | 'now'>,
  template: CoachingLetter,
  session: About & { agencyId: string },
): Promise<Mail[]> {
  const people = await listPeopleOfAgency(tx, session.agencyId, COACHED_ROLES, today(ctx.now))
  const params = await paramsOf(tx, session)
  return people.filter(({ id }) => id !== userIdOf(ctx.actor)).map((person) => letter(template, person, params))
}

/** A letter about a session to its mentor, unless they act themselves. */
export async function mailToMentor(
  tx: Executor,
  ctx: Pick<Context, 'actor'>,
  template: CoachingLetter,
  session: About & { mentorId: string },
): Promise<Mail[]> {
  if (session.mentorId === userIdOf(ctx.actor)) return []
  const person = await findPersonToWrite(tx, session.mentorId)
  return person ? [letter(template, person, await paramsOf(tx, session))] : []
}

/** A letter to a mentor about an assignment that begins or ends on a date. */
export async function mailAboutAssignment(
  tx: Executor,
  template: CoachingLetter,
  assignment: { mentorId: string; regionName: string; date: string },
): Promise<Mail[]> {
  const person = await findPersonToWrite(tx, assignment.mentorId)
  if (!person) return []
  return [letter(template, person, { region: assignment.regionName, date: assignment.date, path: paths.coaching() })]
}
