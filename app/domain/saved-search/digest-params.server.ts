import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { readDigest } from './read-digest.server.ts'
import { unsubscribeToken } from './unsubscribe-token.server.ts'

/** What the letter about new practices is told at the moment it is sent; null when there is nothing to tell any more. */
export async function digestParams(
  ctx: Pick<Context, 'db' | 'now'>,
  { digestId, secret }: { digestId: string; secret: string },
) {
  const found = await readDigest(ctx, digestId)
  if (!found) return null
  const { userId, name, language, zone, digest } = found
  const unsubscribePath = paths.unsubscribe(unsubscribeToken(secret, userId))
  return { language, params: { name, zone, digest: JSON.stringify(digest), unsubscribePath } }
}
