import { LIFE_LETTER } from '../domain/heartbeat/ask-life.server.ts'
import { lifeLetterParams } from '../domain/heartbeat/life-letter.server.ts'
import type { MadeWhenSent } from '../domain/people/send-mail.server.ts'
import { digestParams } from '../domain/saved-search/digest-params.server.ts'
import { DIGEST_LETTER } from '../domain/saved-search/order-digests.server.ts'
import type { Context } from '../domain/shared/context.ts'

/**
 * Letters that tell how things are when they are sent, not how they were when they were ordered: reminders and digests.
 * Their orders carry ids only; what is settled meanwhile is not sent.
 */
export function madeWhenSent(
  context: () => Pick<Context, 'db' | 'now'>,
  secret: string,
): Readonly<Record<string, MadeWhenSent>> {
  return {
    [DIGEST_LETTER]: ({ digestId = '' }) => digestParams(context(), { digestId, secret }),
    [LIFE_LETTER]: ({ questionId = '', language }) => lifeLetterParams(context(), { questionId, language, secret }),
  }
}
