import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { can } from '../practice/practice.policy.ts'
import { factsOf, personOf } from '../practice/practice-moves.server.ts'
import { findWork } from '../practice/read-work.server.ts'
import { completenessOf } from '../practice/sections.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden, InvalidTransition } from '../shared/errors.ts'
import { attachmentsBase } from './change-attachments.server.ts'
import { listShownAttachments } from './show-attachments.server.ts'

/** The page of the files of a text in work, for its writers. */
export async function readAttachments(ctx: Context, publicId: string) {
  const found = await findWork(ctx, publicId)
  const { open } = found.practice
  if (!can(ctx.actor, 'edit', factsOf(found.practice))) throw new Forbidden('may not write')
  if (!open) throw new InvalidTransition(found.practice.state, 'edit')
  const revision = await findRevision(ctx.db, open.id)
  const { content } = revision!
  return {
    ...found,
    userId: personOf(ctx),
    revision: { number: open.number, state: open.state },
    base: attachmentsBase(content),
    attachments: await listShownAttachments(ctx, content),
    completeness: completenessOf(content),
  }
}
