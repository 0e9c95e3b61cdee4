import { findAgencyPlace } from '#db/queries/practice-places.server.ts'
import { insertRevisionAuthor } from '#db/queries/practice-reviews.server.ts'
import {
  ABROAD_SCOPE,
  allocatePublicId,
  findPublicId,
  insertPractice,
  insertRevision,
  NATIONAL_SCOPE,
} from '#db/queries/practices.server.ts'
import type { Sector } from '#db/vocabulary.ts'
import { type Context, organisationOf } from '../shared/context.ts'
import { Conflict, Forbidden } from '../shared/errors.ts'
import { canCreatePractice } from './practice.policy.ts'
import { personOf, recordMove } from './practice-moves.server.ts'
import { emptyContent } from './sections.ts'

type Input = {
  /** The same key begins one practice, however often it is sent. */
  key: string
  brand: string
  titleId: string
  sector: Sector
}

/** Begins a practice of the author's agency: it has a public number from now on, and a draft that nobody else sees yet. */
export async function createPractice(ctx: Context, input: Input): Promise<{ publicId: string }> {
  const agencyId = organisationOf(ctx.actor)
  if (!canCreatePractice(ctx.actor) || !agencyId) throw new Forbidden('only an author begins a practice')
  const begun = () => findPublicId(ctx.db, { id: input.key, agencyId })
  const already = await begun()
  if (already) return { publicId: already }
  try {
    return { publicId: await begin(ctx, agencyId, input) }
  } catch (error) {
    const publicId = error instanceof Conflict ? await begun() : undefined
    if (publicId) return { publicId }
    throw error
  }
}

async function begin(ctx: Context, agencyId: string, { key, brand, titleId, sector }: Input): Promise<string> {
  const userId = personOf(ctx)
  const place = await findAgencyPlace(ctx.db, agencyId)
  if (!place) throw new Forbidden('the hat belongs to no agency')
  const content = emptyContent(brand, sector)
  content.title.id = titleId
  return ctx.db.transaction(async (tx) => {
    const scope = place.country === 'ID' ? (place.provinceCode ?? NATIONAL_SCOPE) : ABROAD_SCOPE
    const publicId = await allocatePublicId(tx, scope)
    const { hubId, isDemo } = place
    const practice = await insertPractice(tx, { id: key, publicId, agencyId, hubId, isDemo, createdAt: ctx.now })
    if (!practice) throw new Conflict('this practice was begun already')
    const revision = await insertRevision(tx, { practiceId: key, content, createdBy: userId, now: ctx.now })
    if (!revision) throw new Conflict('a new practice cannot have another revision')
    await insertRevisionAuthor(tx, revision.id, userId)
    await recordMove(tx, ctx, {
      practice: { id: key, publicId },
      event: 'create',
      revisionId: revision.id,
      to: 'draft',
    })
    return publicId
  })
}
