import { findLifeQuestion } from '#db/queries/life-questions.server.ts'
import { countLinkAttempt } from '../people/attempts.server.ts'
import type { Context } from '../shared/context.ts'
import { questionState } from './heartbeat.ts'
import { questionOfToken } from './life-token.server.ts'

/**
 * What the page of a link shows: the question, or what became of it. Opening it changes nothing, because programs that
 * check mail open every link. Nothing is shown that is not public, but the answer to whoever holds the link.
 */
export async function readLifeQuestion(ctx: Context, link: { secret: string; token: string; address: string }) {
  const id = questionOfToken(link.secret, link.token)
  const question = id ? await findLifeQuestion(ctx.db, id) : undefined
  if (!question) {
    await countLinkAttempt(ctx, link.address)
    return null
  }
  const { state, isAnswered, lifeConfirmedOn, titleId, titleEn } = question
  const asked = questionState(question, { isPublished: state === 'published', isAnswered, lifeConfirmedOn }, ctx.now)
  if (asked === 'gone') return { state: asked, publicId: question.publicId }
  const { publicId, brand, agency, answeredAt, expiresAt, status, stopReason, sinceYear, note } = question
  return {
    state: asked,
    publicId,
    brand,
    agency,
    title: { id: titleId, en: titleEn },
    hub:
      question.hub && question.hubSlug
        ? { name: question.hub, slug: question.hubSlug, email: question.hubEmail }
        : null,
    expiresAt,
    answer: answeredAt && status ? { at: answeredAt, status, stopReason, sinceYear, note } : null,
  }
}

export type LifeQuestionView = NonNullable<Awaited<ReturnType<typeof readLifeQuestion>>>
