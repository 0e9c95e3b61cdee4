import type { Executor } from '#db/client.server.ts'
import { listMembersWithRoles } from '#db/queries/adoption-parts.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { paths } from '../../paths.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import type { Mail } from '../shared/record-change.server.ts'
import type { AdoptionFile } from './adoption.ts'
import type { Party } from './process.ts'

const READERS: Record<Party, readonly Role[]> = {
  adopter: ['adopter_lead', 'agency_admin', 'agency_head'],
  source: ['agency_admin', 'agency_head'],
  hub: ['curator', 'hub_manager'],
}

type News = { event: string; step: number; tell: readonly Party[] }

/** One letter to everybody who speaks for the parties concerned, except the person who acts. */
export async function adoptionMail(
  db: Executor,
  ctx: Pick<Context, 'actor' | 'now'>,
  file: AdoptionFile,
  { event, step, tell }: News,
): Promise<Mail[]> {
  const people = (await Promise.all(tell.map((party) => readersOf(db, party, file, today(ctx.now))))).flat()
  const receivers = new Map(
    people.filter(({ userId }) => userId !== userIdOf(ctx.actor)).map((person) => [person.email, person.language]),
  )
  const params = {
    event,
    step: String(step),
    adoption: file.adoption.publicId,
    practice: file.content?.title.id ?? file.content?.brand ?? '',
    practiceEn: file.content?.title.en ?? '',
    problem: file.need.problem,
    agency: file.agency,
    path: paths.workAdoption(file.adoption.publicId),
  }
  return [...receivers].map(([to, language]) => ({ to, template: 'adoption_news', language, params }))
}

async function readersOf(db: Executor, party: Party, file: AdoptionFile, day: string) {
  const { adoption, sourceAgencyId, sourceParentId } = file
  if (party === 'adopter') return listMembersWithRoles(db, [adoption.agencyId], READERS.adopter, day)
  if (party === 'source') {
    // Before the letter of interest the source knows of nothing.
    if (adoption.step < 3) return []
    const source = [sourceAgencyId, sourceParentId].filter((id) => id !== null)
    return listMembersWithRoles(db, source, READERS.source, day)
  }
  if (adoption.hubId) return listMembersWithRoles(db, [adoption.hubId], READERS.hub, day)
  return listMembersWithRoles(db, null, ['national_admin'], day)
}
