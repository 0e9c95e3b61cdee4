import { findUserByEmail, type PersonRow } from '#db/queries/people.server.ts'
import { listCurrentMemberships } from '#db/queries/session.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Invalid } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { countPasswordAttempt, forgivePasswordAttempts } from './attempts.server.ts'
import { isPasswordRight } from './password.server.ts'

/**
 * The person of an address, once the password is right; throws `TooManyAttempts`, or answers `undefined` with the same
 * delay for an unknown address, a disabled account and a wrong password.
 */
export async function findByPassword(
  ctx: Context,
  { email, password, address }: { email: string; password: string; address: string },
): Promise<PersonRow | undefined> {
  await countPasswordAttempt(ctx, { email, address })
  const person = await findUserByEmail(ctx.db, email)
  const right = await isPasswordRight(person?.passwordHash, password)
  if (!person || person.disabledAt || !right) return undefined
  await forgivePasswordAttempts(ctx, { email, address })
  return person
}

/** Checks an address and its password; throws `Invalid` in the same words whatever was wrong, `TooManyAttempts` past the limits. */
export async function signIn(ctx: Context, input: { email: string; password: string; address: string }) {
  const person = await findByPassword(ctx, input)
  if (!person) throw new Invalid({ '': ['signInMismatch'] })
  const hats = await listCurrentMemberships(ctx.db, person.id, today(ctx.now))
  const actor = { kind: 'user', userId: person.id, name: person.name, hat: null } as const
  await ctx.db.transaction((tx) =>
    recordChange(tx, { ...ctx, actor }, { action: 'user.sign_in', entity: 'user', entityId: person.id }),
  )
  return { userId: person.id, hats: hats.length }
}
