import { createHash } from 'node:crypto'
import type { Transaction } from '#db/client.server.ts'
import type { Attachment, PracticeContent } from '#db/practice-content.ts'
import { findRevision, insertRevisionAuthor } from '#db/queries/practice-reviews.server.ts'
import { updateRevision } from '#db/queries/practices.server.ts'
import type { WorkPractice } from '#db/queries/practices-work.server.ts'
import { WRITABLE_REVISION_STATES } from '../practice/practice.ts'
import { openRevision, personOf, practiceFor } from '../practice/practice-moves.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { attachmentsOf } from './attachment.ts'

/** Recognises the files of a text with what is said of them, in whatever order the database keeps their parts. */
export function attachmentsBase(content: Pick<PracticeContent, 'attachments'>): string {
  const list = attachmentsOf(content).map(({ fileId, caption, alt }) => [
    fileId,
    caption.id,
    caption.en,
    alt.id,
    alt.en,
  ])
  return createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 24)
}

/** Asks before a file is read whether this person may add it now. */
export async function assertUploadAllowed(ctx: Context, practiceId: string): Promise<void> {
  const { state } = openRevision(await practiceFor(ctx, practiceId, 'edit'), 'edit')
  if (!WRITABLE_REVISION_STATES.includes(state)) throw new InvalidTransition(state, 'edit')
}

type Change = {
  action: 'attach' | 'describe' | 'remove' | 'order'
  data?: Record<string, unknown>
  /** The list as it becomes; what it throws ends the transaction. */
  change: (list: Attachment[]) => Attachment[] | Promise<Attachment[]>
}

/**
 * Changes the files of the text in work, in one transaction with the record of it. Everybody who does becomes an author.
 * A change that changes nothing is none.
 */
export async function changeAttachments(
  tx: Transaction,
  ctx: Context,
  practice: WorkPractice,
  { action, data, change }: Change,
): Promise<void> {
  const { id } = openRevision(practice, 'edit')
  const revision = await findRevision(tx, id, { lock: true })
  if (!revision || !WRITABLE_REVISION_STATES.includes(revision.state))
    throw new InvalidTransition(revision?.state ?? 'discarded', 'edit')
  const { content, version } = revision
  const attachments = await change(attachmentsOf(content))
  // A text without files is one that never had any.
  const next = { ...content, attachments: attachments.length > 0 ? attachments : undefined }
  if (attachmentsBase(next) === attachmentsBase(content)) return
  const from = WRITABLE_REVISION_STATES
  const saved = await updateRevision(tx, { id, version, from }, { content: next, savedAt: ctx.now })
  if (!saved) throw new Conflict('somebody else saved this revision')
  await insertRevisionAuthor(tx, id, personOf(ctx))
  await recordChange(tx, ctx, {
    action: `practice.${action}_files`,
    entity: 'practice',
    entityId: practice.id,
    data: { publicId: practice.publicId, revisionId: id, version: saved, ...data },
  })
}
