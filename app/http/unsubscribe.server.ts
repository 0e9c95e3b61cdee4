import { signingSecret } from '../config/env.server.ts'

/** The token of a link that stops mail, and the secret that it must have been signed with. */
export function unsubscribeRequest(request: Request): { secret: string; token: string } {
  return { secret: signingSecret(), token: new URL(request.url).searchParams.get('token') ?? '' }
}
