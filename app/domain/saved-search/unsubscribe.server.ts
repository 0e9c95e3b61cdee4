import { findUser } from '#db/queries/people.server.ts'
import { updateAlertsOff } from '#db/queries/saved-searches.server.ts'
import type { Context } from '../shared/context.ts'
import { NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { personOfToken } from './unsubscribe-token.server.ts'

/** Whether a link to stop mail is one that this site wrote; asking changes nothing. */
export function isUnsubscribeToken(secret: string, token: string): boolean {
  return personOfToken(secret, token) !== null
}

/**
 * Stops all mail about new practices to the person of the token; the searches stay. Needs no sign-in, and doing it
 * again has the same effect (RFC 8058: mail programs send this by themselves).
 */
export async function unsubscribe(ctx: Context, { secret, token }: { secret: string; token: string }): Promise<void> {
  const userId = personOfToken(secret, token)
  if (!userId || !(await findUser(ctx.db, userId))) throw new NotFound('not a link of this site')
  await ctx.db.transaction(async (tx) => {
    const searches = await updateAlertsOff(tx, userId)
    if (searches === 0) return
    await recordChange(tx, ctx, {
      action: 'saved_search.unsubscribe',
      entity: 'user',
      entityId: userId,
      data: { searches },
    })
  })
}
