import { findUserByEmail, insertPasswordReset } from '#db/queries/people.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { mayRequestReset } from './attempts.server.ts'
import { resetExpiry } from './people.ts'
import { newToken } from './token.server.ts'

/** Mails a link for a new password that works once, for an hour. Does nothing, without a sign, for an address without account. */
export async function requestPasswordReset(ctx: Context, { email, address }: { email: string; address: string }) {
  if (!(await mayRequestReset(ctx, { email, address }))) return
  const person = await findUserByEmail(ctx.db, email)
  if (!person || person.disabledAt) return
  const { token, tokenHash } = newToken()
  await ctx.db.transaction(async (tx) => {
    await insertPasswordReset(tx, { tokenHash, userId: person.id, createdAt: ctx.now, expiresAt: resetExpiry(ctx.now) })
    await recordChange(tx, ctx, {
      action: 'user.request_password_reset',
      entity: 'user',
      entityId: person.id,
      mail: [
        {
          to: person.email,
          template: 'password_reset',
          language: person.language,
          params: { name: person.name, path: paths.resetPassword(token) },
        },
      ],
    })
  })
}
