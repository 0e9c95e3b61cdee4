import { findSearchTerms, updateSearchTerms } from '#db/queries/practice-terms.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { isPossible } from './practice.policy.ts'
import { factsOf, practiceFor } from './practice-moves.server.ts'
import { termsBase } from './read-terms.server.ts'
import type { Terms } from './terms.ts'

type Input = {
  practiceId: string
  /** `termsBase` of the terms that the page showed. */
  base: string
  terms: Terms
}

/**
 * Replaces the words by which people find a practice, if they are still those that the page showed; otherwise `Conflict`.
 * They stand beside its text, need no review, and the search follows at once. The same terms sent twice are one change.
 */
export async function assignTerms(ctx: Context, { practiceId, base, terms }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'assign_terms')
  if (!isPossible('assign_terms', factsOf(practice))) throw new InvalidTransition(practice.state, 'assign_terms')
  return ctx.db.transaction(async (tx) => {
    const was = await findSearchTerms(tx, practice.id)
    if (termsBase(was) === termsBase(terms)) return { publicId: practice.publicId, terms }
    if (termsBase(was) !== base) throw new Conflict('somebody else assigned terms')
    const changed = await updateSearchTerms(tx, { id: practice.id, was }, terms)
    if (!changed) throw new Conflict('the terms or the practice were changed meanwhile')
    const { searchVersion: version, state } = changed
    await recordChange(tx, ctx, {
      action: 'practice.assign_terms',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, from: was, to: terms },
      outbox: state === 'published' ? [{ topic: 'practice', entityId: practice.id, version }] : [],
    })
    return { publicId: practice.publicId, terms }
  })
}
