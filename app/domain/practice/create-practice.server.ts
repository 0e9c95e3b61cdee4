import { insertRevisionAuthor } from '#db/queries/practice-reviews.server.ts'
import {
  ABROAD_SCOPE,
  allocatePublicId,
  insertPractice,
  insertRevision,
  NATIONAL_SCOPE,
} from '#db/queries/practices.server.ts'
import { findAgencyPlace } from '#db/queries/practices-work.server.ts'
import type { Sector } from '#db/vocabulary.ts'
import { type Context, organisationOf } from '../shared/context.ts'
import { Conflict, Forbidden } from '../shared/errors.ts'
import { canCreatePractice } from './practice.policy.ts'
import { personOf, recordMove } from './practice-moves.server.ts'
import { emptyContent } from './sections.ts'

/** Begins a practice of the author's agency: it has a public number from now on, and a draft that nobody else sees yet. */
export async function createPractice(ctx: Context, input: { brand: string; titleId: string; sector: Sector }) {
  const agencyId = organisationOf(ctx.actor)
  if (!canCreatePractice(ctx.actor) || !agencyId) throw new Forbidden('only an author begins a practice')
  const userId = personOf(ctx)
  const place = await findAgencyPlace(ctx.db, agencyId)
  if (!place) throw new Forbidden('the hat belongs to no agency')
  const content = emptyContent(input.brand, input.sector)
  content.title.id = input.titleId
  return ctx.db.transaction(async (tx) => {
    const scope = place.country === 'ID' ? (place.provinceCode ?? NATIONAL_SCOPE) : ABROAD_SCOPE
    const publicId = await allocatePublicId(tx, scope)
    const { hubId, isDemo } = place
    const practice = await insertPractice(tx, { publicId, agencyId, hubId, isDemo, createdAt: ctx.now })
    const revision = await insertRevision(tx, { practiceId: practice.id, content, createdBy: userId, now: ctx.now })
    if (!revision) throw new Conflict('a new practice cannot have another revision')
    await insertRevisionAuthor(tx, revision.id, userId)
    await recordMove(tx, ctx, {
      practice: { id: practice.id, publicId },
      event: 'create',
      revisionId: revision.id,
      to: 'draft',
    })
    return { publicId, revisionId: revision.id }
  })
}
