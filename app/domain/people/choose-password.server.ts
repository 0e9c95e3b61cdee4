import type { Transaction } from '#db/client.server.ts'
import {
  deletePasswordResets,
  findPasswordReset,
  findUser,
  type PersonRow,
  updatePasswordResetUsed,
  updateUser,
} from '#db/queries/people.server.ts'
import { deleteSessionsOfUser } from '#db/queries/session.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { countLinkAttempt, countPasswordAttempt, forgivePasswordAttempts } from './attempts.server.ts'
import { assertPasswordFits, hashPassword, isPasswordRight } from './password.server.ts'
import { hashToken } from './token.server.ts'

/** Whether a link for a new password still works. */
export async function isResetLinkOpen(ctx: Context, token: string): Promise<boolean> {
  return (await findPasswordReset(ctx.db, hashToken(token), ctx.now)) !== undefined
}

/** Sets a new password with the link from a mail. Ends all sessions of the person; the link works once. */
export async function resetPassword(ctx: Context, input: { token: string; password: string; address: string }) {
  await countLinkAttempt(ctx, input.address)
  const tokenHash = hashToken(input.token)
  const person = await findPasswordReset(ctx.db, tokenHash, ctx.now)
  if (!person) throw new NotFound('no such reset link, or not any more')
  assertPasswordFits(input.password, person.email)
  const passwordHash = await hashPassword(input.password)
  await ctx.db.transaction(async (tx) => {
    if (!(await updatePasswordResetUsed(tx, tokenHash, ctx.now))) throw new Conflict('the reset link was used')
    await setPassword(tx, ctx, person, passwordHash, 'user.reset_password')
  })
  await forgivePasswordAttempts(ctx, { email: person.email, address: input.address })
}

/** Changes the own password, given the present one. Ends all sessions of the person; the caller starts a new one. */
export async function changePassword(ctx: Context, input: { current: string; password: string; address: string }) {
  const userId = userIdOf(ctx.actor)
  const person = userId ? await findUser(ctx.db, userId) : undefined
  if (!person) throw new Forbidden('nobody is signed in')
  const attempt = { email: person.email, address: input.address }
  await countPasswordAttempt(ctx, attempt)
  if (!(await isPasswordRight(person.passwordHash, input.current))) throw new Invalid({ current: ['currentWrong'] })
  await forgivePasswordAttempts(ctx, attempt)
  assertPasswordFits(input.password, person.email)
  const passwordHash = await hashPassword(input.password)
  await ctx.db.transaction((tx) => setPassword(tx, ctx, person, passwordHash, 'user.change_password'))
}

async function setPassword(tx: Transaction, ctx: Context, person: PersonRow, passwordHash: string, action: string) {
  await updateUser(tx, person.id, { passwordHash })
  await deletePasswordResets(tx, person.id)
  await deleteSessionsOfUser(tx, person.id)
  await recordChange(tx, ctx, {
    action,
    entity: 'user',
    entityId: person.id,
    mail: [
      { to: person.email, template: 'password_changed', language: person.language, params: { name: person.name } },
    ],
  })
}
