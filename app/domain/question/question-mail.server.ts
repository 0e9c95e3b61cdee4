import type { Transaction } from '#db/client.server.ts'
import type { QuestionRow } from '#db/queries/practice-questions.server.ts'
import { listReceiversByRole } from '#db/queries/practice-reviews.server.ts'
import type { Role } from '#db/vocabulary.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import type { Mail } from '../shared/record-change.server.ts'

type Place = Pick<QuestionRow, 'agencyId' | 'agencyParentId' | 'hubId'>

async function lettersTo(
  tx: Transaction,
  ctx: Pick<Context, 'actor' | 'now'>,
  { template, roles, organisationIds, params }: LetterOrder,
): Promise<Mail[]> {
  const found = []
  for (const role of roles)
    found.push(...(await listReceiversByRole(tx, { role, organisationIds, today: today(ctx.now) })))
  const people = new Map(found.filter(({ id }) => id !== userIdOf(ctx.actor)).map((one) => [one.id, one]))
  return [...people.values()].map(({ email, language }) => ({ to: email, template, language, params }))
}

type LetterOrder = {
  template: string
  roles: readonly Role[]
  organisationIds: string[] | null
  params: Record<string, string>
}

/** One letter to each person who may answer for the owner; to its mailbox where nobody has an account. */
export async function mailToOwner(
  tx: Transaction,
  ctx: Pick<Context, 'actor' | 'now'>,
  place: Place & { contact: string | null },
  template: string,
  params: Record<string, string>,
): Promise<Mail[]> {
  const organisationIds = [place.agencyId, place.agencyParentId].filter((id) => id !== null)
  const mail = await lettersTo(tx, ctx, { template, roles: ['author', 'agency_admin'], organisationIds, params })
  return mail.length > 0 || !place.contact ? mail : [{ to: place.contact, template, language: 'id', params }]
}

/** One letter to each person who keeps order: the curators of the hub, or the national office. */
export function mailToHub(
  tx: Transaction,
  ctx: Pick<Context, 'actor' | 'now'>,
  { hubId }: Place,
  template: string,
  params: Record<string, string>,
): Promise<Mail[]> {
  const roles: Role[] = hubId ? ['curator'] : ['national_admin']
  return lettersTo(tx, ctx, { template, roles, organisationIds: hubId ? [hubId] : null, params })
}
