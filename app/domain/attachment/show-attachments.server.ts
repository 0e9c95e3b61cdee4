import type { Executor } from '#db/client.server.ts'
import type { Attachment, PracticeContent } from '#db/practice-content.ts'
import { listFiles } from '#db/queries/files.server.ts'
import type { PhotoFacts } from '#db/schema/files.ts'
import type { FileState } from '#db/vocabulary.ts'
import { Invalid } from '../shared/errors.ts'
import { attachmentsOf } from './attachment.ts'

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

/** Throws `Invalid` while a file of a text is not ready to be read by others: such a text is not sent in. */
export async function assertFilesReady(db: Executor, content: Pick<PracticeContent, 'attachments'>): Promise<void> {
  const list = await listShownAttachments({ db }, content)
  if (list.some(({ state }) => state === 'refused')) throw new Invalid({ '': ['fileRefused'] })
  if (list.length < attachmentsOf(content).length || list.some(({ state }) => state !== 'ready'))
    throw new Invalid({ '': ['fileNotReady'] })
}
