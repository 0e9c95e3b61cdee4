import { signingSecret } from '../config/env.server.ts'

/** The token of a link that asks whether a practice still runs, and the secret that it must have been signed with. */
export function lifeLink(request: Request): { secret: string; token: string } {
  return { secret: signingSecret(), token: new URL(request.url).searchParams.get('token') ?? '' }
}
