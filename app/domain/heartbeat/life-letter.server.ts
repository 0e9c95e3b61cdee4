import type { Executor } from '#db/client.server.ts'
import { findLife, type LifeRow } from '#db/queries/life.server.ts'
import { findLifeQuestion } from '#db/queries/life-questions.server.ts'
import { LANGUAGES, type Language } from '#db/vocabulary.ts'
import { writeMail } from '../../i18n/mail.ts'
import { paths } from '../../paths.ts'
import { today } from '../shared/dates.ts'
import { LIFE_LETTER } from './ask-life.server.ts'
import { linkExpiry, questionState } from './heartbeat.ts'
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
    params: paramsOf({ ...question, lifeStatus, lifeConfirmedOn }, lifeToken(secret, question.id)),
  }
}

type Asked = Pick<LifeRow, 'titleId' | 'brand' | 'publicId' | 'agency' | 'roundOn' | 'lifeStatus' | 'lifeConfirmedOn'>

function paramsOf(asked: Asked & { expiresAt: Date }, token: string): Record<string, string> {
  return {
    title: asked.titleId ?? asked.brand,
    brand: asked.brand,
    publicId: asked.publicId,
    agency: asked.agency,
    status: asked.lifeStatus,
    since: asked.roundOn,
    isConfirmed: asked.lifeConfirmedOn ? '1' : '',
    until: asked.expiresAt.toISOString(),
    path: paths.alive(token),
    practicePath: paths.practice(asked.publicId),
  }
}

/** The letter as it would be sent now; in place of the link, which only its receiver has, stands one that opens nothing. */
export function sampleLetter(practice: Asked, language: Language, { now, site }: { now: Date; site: string }) {
  const params = paramsOf({ ...practice, expiresAt: linkExpiry(now) }, 'xxxxxxxx')
  const { subject = '', text = '' } = writeMail(language, { template: LIFE_LETTER, params, site }) ?? {}
  return { subject, text }
}
