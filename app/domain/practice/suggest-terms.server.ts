import type { PracticeContent } from '#db/practice-content.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { listSearchedWords, listSubjects } from '#db/queries/practice-terms.server.ts'
import { practiceQuery } from '#search/engine.ts'
import type { Context } from '../shared/context.ts'
import { addDays, today } from '../shared/dates.ts'
import { Forbidden } from '../shared/errors.ts'
import { can } from './practice.policy.ts'
import { factsOf } from './practice-moves.server.ts'
import { findWork } from './read-work.server.ts'
import { firstSuggestions, suggestTerms } from './term-suggestions.server.ts'
import type { TermSuggestions, Terms } from './terms.ts'

/** Subject terms that the authors of a draft may need, the most telling first; none while nothing is being written. */
export async function readSubjectSuggestions(ctx: Context, publicId: string): Promise<Terms | null> {
  const { practice } = await findWork(ctx, publicId)
  if (!can(ctx.actor, 'edit', factsOf(practice))) throw new Forbidden('may not write')
  const revision = practice.open && (await findRevision(ctx.db, practice.open.id))
  if (!revision) return null
  const about = { id: practice.id, isPublished: practice.state === 'published' }
  return firstSuggestions(await suggestionsFor(ctx, about, revision.content))
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
