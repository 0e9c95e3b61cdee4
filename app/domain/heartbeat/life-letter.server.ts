import type { Executor } from '#db/client.server.ts'
import { findLife } from '#db/queries/life.server.ts'
import { findLifeQuestion } from '#db/queries/life-questions.server.ts'
import { LANGUAGES, type Language } from '#db/vocabulary.ts'
import { paths } from '../../paths.ts'
import { today } from '../shared/dates.ts'
import { questionState } from './heartbeat.ts'
import { lifeToken } from './life-token.server.ts'

/**
 * What the letter of a question says at the moment it is sent, with its link; null when there is nothing to ask any more:
 * somebody has answered, it was withdrawn, or its mailbox takes no letters.
 */
export async function lifeLetterParams(
  { db, now }: { db: Executor; now: Date },
  { questionId, language, secret }: { questionId: string; language?: string; secret: string },
): Promise<{ language: Language; params: Record<string, string> } | null> {
  const question = await findLifeQuestion(db, questionId)
  const practice = question && (await findLife(db, question.practiceId, today(now)))
  if (!question || !practice) return null
  const { isAnswered, lifeConfirmedOn, lifeStatus } = practice
  if (questionState(question, { isPublished: true, isAnswered, lifeConfirmedOn }, now) !== 'open') return null
  if (practice.contact === question.sentTo && practice.contactState !== 'ok') return null
  return {
    language: LANGUAGES.find((one) => one === language) ?? 'id',
    params: {
      title: question.titleId ?? question.brand,
      brand: question.brand,
      publicId: question.publicId,
      agency: question.agency,
      status: lifeStatus,
      since: question.roundOn,
      isConfirmed: lifeConfirmedOn ? '1' : '',
      until: question.expiresAt.toISOString(),
      path: paths.alive(lifeToken(secret, question.id)),
      practicePath: paths.practice(question.publicId),
    },
  }
}
