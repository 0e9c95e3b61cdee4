import { createHash } from 'node:crypto'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { findSearchTerms } from '#db/queries/practice-terms.server.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden, InvalidTransition } from '../shared/errors.ts'
import { can, isPossible } from './practice.policy.ts'
import { factsOf } from './practice-moves.server.ts'
import { findWork } from './read-work.server.ts'
import { suggestionsFor } from './suggest-terms.server.ts'
import type { Terms } from './terms.ts'

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
