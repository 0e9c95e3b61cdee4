import { listLikenesses, listOwnLikeTitles } from '#db/queries/likeness.server.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import type { Language, LikenessAnswer } from '#db/vocabulary.ts'
import { type PracticeHit, practiceQuery } from '#search/engine.ts'
import { titleLikeness, VERY_ALIKE } from '#search/language/title-likeness.ts'
import { type Context, organisationOf } from '../shared/context.ts'
import { findWork } from './read-work.server.ts'

/** A published practice that may be the same, with what an owner needs to decide. */
export type LikelySame = Pick<
  PracticeHit,
  | 'publicId'
  | 'title'
  | 'brand'
  | 'tagline'
  | 'agency'
  | 'unit'
  | 'region'
  | 'province'
  | 'country'
  | 'startYear'
  | 'lifeStatus'
  | 'lifeConfirmedOn'
> & { answer: LikenessAnswer | null }

export type Likeness = { published: LikelySame[]; own: { publicId: string; title: string }[] }

const SHOWN = 4
/** Fewer letters say nothing about what somebody will write. */
const LEAST = 8
const NOTHING: Likeness = { published: [], own: [] }

/** Published practices and unfinished records of the own agency that resemble what is being typed, best first. */
export async function findLikelySame(
  ctx: Context,
  typed: { title: string; problem?: string | null; except?: string | null },
  lang: Language,
): Promise<Likeness> {
  const title = typed.title.trim()
  const q = [title, typed.problem ?? ''].join(' ').trim().slice(0, 400)
  if (q.length < LEAST) return NOTHING
  const except = typed.except ?? null
  const agencyId = organisationOf(ctx.actor)
  const [{ hits }, own] = await Promise.all([
    ctx.search.practices(practiceQuery({ q, lang, limit: SHOWN + 1 })),
    agencyId && title.length >= LEAST ? listOwnLikeTitles(ctx.db, { agencyId, title, except }) : [],
  ])
  const published = hits.filter(({ publicId }) => publicId !== except).slice(0, SHOWN)
  return { published: published.map(likelySame), own: own.map(({ publicId, title }) => ({ publicId, title })) }
}

/** The same for a text in work, without what its owner has said to be different. */
export async function readLikelySame(ctx: Context, publicId: string, lang: Language): Promise<Likeness> {
  const { practice } = await findWork(ctx, publicId)
  const revisionId = practice.open?.id ?? practice.live?.id
  const revision = revisionId ? await findRevision(ctx.db, revisionId) : undefined
  if (!revision) return NOTHING
  const { title, brand, problem } = revision.content
  const [found, answers] = await Promise.all([
    findLikelySame(ctx, { title: title.id ?? brand, problem: problem.id, except: publicId }, lang),
    listLikenesses(ctx.db, practice.id),
  ])
  const answerTo = new Map(answers.map((one) => [one.publicId, one.answer]))
  const published = found.published.map((one) => ({ ...one, answer: answerTo.get(one.publicId) ?? null }))
  return { own: found.own, published: published.filter(({ answer }) => answer !== 'different') }
}

/** Whether something is so alike that a new record should not be begun without a look. */
export function isVeryLikely(typed: { title: string; brand: string }, { published, own }: Likeness): boolean {
  const names = [
    ...published.flatMap(({ title, brand }) => [title.id, title.en, brand]),
    ...own.map(({ title }) => title),
  ]
  return names.some(
    (name) =>
      name !== null && Math.max(titleLikeness(typed.title, name), titleLikeness(typed.brand, name)) >= VERY_ALIKE,
  )
}

function likelySame(hit: PracticeHit): LikelySame {
  const { publicId, title, brand, agency, unit, region, province, country } = hit
  const { startYear, lifeStatus, lifeConfirmedOn } = hit
  return {
    ...{ publicId, title, brand, agency, unit, region, province, country },
    ...{ startYear, lifeStatus, lifeConfirmedOn },
    tagline: { id: sayingMore(hit, 'id'), en: sayingMore(hit, 'en') },
    answer: null,
  }
}

/** The one sentence of a practice, unless it only says the title again. */
function sayingMore({ title, tagline }: PracticeHit, lang: Language): string | null {
  const [name, sentence] = [title[lang], tagline[lang]]
  return sentence && titleLikeness(name ?? '', sentence) < VERY_ALIKE ? sentence : null
}
