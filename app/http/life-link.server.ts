import { signingSecret } from '../config/env.server.ts'
import { LIFE_ANSWERS, type LifeAnswer } from '../domain/heartbeat/heartbeat.ts'

/** The token of a link that asks whether a practice still runs, and the secret that it must have been signed with. */
export function lifeLink(request: Request): { secret: string; token: string } {
  return { secret: signingSecret(), token: new URL(request.url).searchParams.get('token') ?? '' }
}

/** The answer that was tapped first; it is sent with the second tap. */
export function lifeChoice(request: Request): LifeAnswer | null {
  const status = new URL(request.url).searchParams.get('status')
  return LIFE_ANSWERS.find((one) => one === status) ?? null
}
