import type { Executor } from '#db/client.server.ts'
import type { Attachment, PracticeContent } from '#db/practice-content.ts'
import { listFiles } from '#db/queries/files.server.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import type { PhotoFacts } from '#db/schema/files.ts'
import type { FileState } from '#db/vocabulary.ts'
import { can } from '../practice/practice.policy.ts'
import { factsOf } from '../practice/practice-moves.server.ts'
import { findWork } from '../practice/read-work.server.ts'
import { completenessOf } from '../practice/sections.ts'
import type { Context } from '../shared/context.ts'
import { Forbidden, InvalidTransition } from '../shared/errors.ts'
import { attachmentsOf } from './attachment.ts'
import { attachmentsBase } from './change-attachments.server.ts'

/** A file of a text with how far it is, and what a page needs to show a photo. */
export type ShownAttachment = Attachment & { state: FileState; refusal: string | null; photo: PhotoFacts | null }

/** The files of a text in their order, as its page shows them; asks nothing of the database where there are none. */
export async function listShownAttachments(
  { db }: { db: Executor },
  content: Pick<PracticeContent, 'attachments'>,
): Promise<ShownAttachment[]> {
  const list = attachmentsOf(content)
  const rows = await listFiles(
    db,
    list.map(({ fileId }) => fileId),
  )
  return list.flatMap((one) => {
    const row = rows.find(({ id }) => id === one.fileId)
    return row ? [{ ...one, state: row.state, refusal: row.refusal, photo: row.photo }] : []
  })
}

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
    revision: { number: open.number, state: open.state },
    base: attachmentsBase(content),
    attachments: await listShownAttachments(ctx, content),
    completeness: completenessOf(content),
  }
}
