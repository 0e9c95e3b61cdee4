import type { Transaction } from '#db/client.server.ts'
import {
  findHeldMembership,
  findInvitationByToken,
  findUserByEmail,
  insertMembership,
  insertUser,
  type PersonRow,
  updateInvitationAccepted,
  updateInvitationAcceptedBy,
} from '#db/queries/people.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { countLinkAttempt } from './attempts.server.ts'
import { assertPasswordFits, hashPassword } from './password.server.ts'
import { invitationState } from './people.ts'
import { findByPassword } from './sign-in.server.ts'
import { hashToken } from './token.server.ts'

type Input = { token: string; address: string; name?: string; password?: string; language: Language }
type NewPerson = { email: string; name: string; passwordHash: string; language: Language }
type Invited = NonNullable<Awaited<ReturnType<typeof findInvitationByToken>>>

/**
 * Accepts an invitation: a new person gets an account, a known one proves to be the invited address by being signed in
 * or by the password. Of two at once one wins, the other gets `Conflict`.
 */
export async function acceptInvitation(ctx: Context, input: Input): Promise<{ userId: string; membershipId: string }> {
  await countLinkAttempt(ctx, input.address)
  const found = await findInvitationByToken(ctx.db, hashToken(input.token))
  if (!found) throw new NotFound('no such invitation')
  if (invitationState(found.invitation, ctx.now) !== 'open') throw new Conflict('the invitation is over')
  const known = await findUserByEmail(ctx.db, found.invitation.email)
  const account = known ? await provenPerson(ctx, known, input) : await newPerson(found.invitation.email, input)
  return ctx.db.transaction((tx) => join(tx, ctx, found, account))
}

async function provenPerson(ctx: Context, known: PersonRow, { password, address }: Input): Promise<PersonRow> {
  if (known.disabledAt) throw new Forbidden('the account is disabled')
  if (userIdOf(ctx.actor) === known.id) return known
  if (!password) throw new Invalid({ password: ['required'] })
  const person = await findByPassword(ctx, { email: known.email, password, address })
  if (!person) throw new Invalid({ password: ['passwordWrong'] })
  return person
}

async function newPerson(email: string, { name, password, language }: Input): Promise<NewPerson> {
  if (!name || !password) {
    throw new Invalid({ ...(!name && { name: ['required'] }), ...(!password && { password: ['required'] }) })
  }
  assertPasswordFits(password, email)
  return { email, name, language, passwordHash: await hashPassword(password) }
}

async function join(
  tx: Transaction,
  ctx: Context,
  { invitation, organisation }: Invited,
  account: PersonRow | NewPerson,
) {
  // The invitation is taken first: a second acceptance waits here and then finds it used.
  if (!(await updateInvitationAccepted(tx, invitation.id, ctx.now))) throw new Conflict('the invitation is over')
  const created = 'id' in account ? account : await insertUser(tx, { ...account, isDemo: organisation.isDemo })
  if (!created) throw new Conflict('the address has an account since a moment ago')
  const place = { userId: created.id, organisationId: organisation.id, role: invitation.role }
  const startsOn = today(ctx.now)
  const membership =
    (await findHeldMembership(tx, { ...place, today: startsOn })) ??
    (await insertMembership(tx, { ...place, startsOn, createdBy: invitation.invitedBy }))
  if (!membership) throw new Conflict('the membership begins elsewhere at this moment')
  await updateInvitationAcceptedBy(tx, invitation.id, created.id)
  const actor = { kind: 'user', userId: created.id, name: account.name, hat: null } as const
  const data = { role: invitation.role, organisationId: organisation.id }
  await recordChange(
    tx,
    { ...ctx, actor },
    { action: 'invitation.accept', entity: 'membership', entityId: membership.id, data },
  )
  return { userId: created.id, membershipId: membership.id }
}
