import { createHash } from 'node:crypto'
import type { PracticeContent } from '#db/practice-content.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { findSearchTerms, listSearchedWords, listSubjects } from '#db/queries/practice-terms.server.ts'
import { practiceQuery } from '#search/engine.ts'
import type { Context } from '../shared/context.ts'
import { addDays, today } from '../shared/dates.ts'
import { Forbidden, InvalidTransition } from '../shared/errors.ts'
import { can, isPossible } from './practice.policy.ts'
import { factsOf } from './practice-moves.server.ts'
import { findWork } from './read-work.server.ts'
import { suggestTerms } from './term-suggestions.ts'
import type { TermSuggestions, Terms } from './terms.ts'

/** Recognises the terms that a page showed: what others change meanwhile is not overwritten. */
export function termsBase(terms: Terms | null): string {
  return createHash('sha256')
    .update(JSON.stringify([terms?.id, terms?.en]))
    .digest('hex')
    .slice(0, 24)
}

/** The search terms of a practice with suggestions, for whoever may assign them. */
export async function readTerms(ctx: Context, publicId: string) {
  const { practice, title, brand } = await findWork(ctx, publicId)
  const facts = factsOf(practice)
  if (!can(ctx.actor, 'assign_terms', facts)) throw new Forbidden('may not assign terms')
  if (!isPossible('assign_terms', facts)) throw new InvalidTransition(practice.state, 'assign_terms')
  const revisionId = practice.live?.id ?? practice.open?.id
  const [revision, stored] = await Promise.all([
    revisionId ? findRevision(ctx.db, revisionId) : undefined,
    findSearchTerms(ctx.db, practice.id),
  ])
  const terms = stored ?? { id: [], en: [] }
  const about = { id: practice.id, isPublished: practice.state === 'published' }
  return {
    publicId,
    title,
    brand,
    terms,
    base: termsBase(stored),
    isPublished: about.isPublished,
    subjects: revision?.content.subjects ?? { id: [], en: [] },
    suggestions: revision ? await suggestionsFor(ctx, about, revision.content, terms) : null,
  }
}

const SIMILAR = 12
const SEARCHED = 500
const SEARCHED_DAYS = 90
const LEAST_SEARCHES = 5

/** Terms that a practice may need: search terms beside those it has, or subject terms when none are given. */
export async function suggestionsFor(
  ctx: Context,
  { id, isPublished }: { id: string; isPublished: boolean },
  content: PracticeContent,
  searchTerms?: Terms,
): Promise<TermSuggestions> {
  const { title, subjects, tagline, story } = content
  const since = addDays(today(ctx.now), 1 - SEARCHED_DAYS)
  const [similar, searched] = await Promise.all([
    isPublished ? ctx.search.similar(id, 'id', SIMILAR) : resembling(ctx, content),
    listSearchedWords(ctx.db, { since, least: LEAST_SEARCHES, limit: SEARCHED }),
  ])
  return suggestTerms({
    ...{ title, subjects, tagline, summary: story.summary, searched },
    similar: await listSubjects(
      ctx.db,
      similar.map(({ practiceId }) => practiceId).filter((one) => one !== id),
    ),
    given: searchTerms ?? subjects,
    fromText: searchTerms === undefined,
  })
}

/** Published practices that are found by what a text says of itself that is not on the site. */
async function resembling(ctx: Context, { title, tagline, subjects }: PracticeContent) {
  const q = [title.id ?? title.en, ...subjects.id, tagline.id].filter(Boolean).join(' ').slice(0, 400)
  return q ? (await ctx.search.practices(practiceQuery({ q, limit: SIMILAR }))).hits : []
}
