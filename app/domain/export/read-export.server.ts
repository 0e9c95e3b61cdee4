import { listAdoptionsOfPractice } from '#db/queries/adoptions.server.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { findWork } from '../practice/read-work.server.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden } from '../shared/errors.ts'

/**
 * What the forms of other programmes are filled from: the text in work where this person may read it, else the one on
 * the site; and what is known of the adoptions.
 */
export async function readFormSource(ctx: Context, publicId: string) {
  const { practice, title, can } = await findWork(ctx, publicId)
  const revisionId = practice.open && can.read_draft ? practice.open.id : practice.live?.id
  if (!revisionId) throw new Forbidden('nothing to read yet')
  const [revision, adoptions] = await Promise.all([
    findRevision(ctx.db, revisionId),
    listAdoptionsOfPractice(ctx.db, practice.id),
  ])
  return { practice, title, content: revision!.content, isDraft: revisionId === practice.open?.id, adoptions }
}
