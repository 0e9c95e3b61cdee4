import { type FileRow, findFileWithReaders } from '#db/queries/files.server.ts'
import { findMergedInto } from '#db/queries/merges.server.ts'
import { findPracticeInWork } from '#db/queries/practices-work.server.ts'
import { can, visibilityFor } from '../practice/practice.policy.ts'
import { factsOf } from '../practice/practice-moves.server.ts'
import type { Context } from '../shared/context.ts'
import { NotFound } from '../shared/errors.ts'

export type ReadableFile = {
  /** Stored under this checksum. */
  sha256: string
  bytes: number
  mediaType: string
  /** A document is only ever handed over to be kept, a photo is shown. */
  kind: 'photo' | 'document'
  name: string
  /** Everybody may read it, for good; otherwise only this reader, now. */
  isPublic: boolean
}

/** What a withdrawn practice leaves of its files. */
export type GoneFile = { gone: true }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SIZE = /^(\d{2,4})\.(avif|webp)$/

/**
 * A file as this reader may have it: everybody those of a published text, others only who may read the draft that names
 * it. Only what passed every check is handed over; of photos only their sizes, never the file that was sent.
 */
export async function readFile(
  ctx: Context,
  { fileId, name }: { fileId: string; name: string },
): Promise<ReadableFile | GoneFile> {
  if (!UUID.test(fileId)) throw new NotFound('not the id of a file')
  const found = await findFileWithReaders(ctx.db, fileId)
  if (!found) throw new NotFound('no such file')
  const { file, isPublished, isInWork, practiceState, publicId } = found
  // Files of a merged practice are those of its old versions, and of the text that took them over.
  const isGone = practiceState === 'withdrawn' && !(await findMergedInto(ctx.db, publicId))
  if (isGone && isPublished) return { gone: true }
  const isPublic = practiceState !== 'unpublished' && isPublished
  if (!isPublic && !(isInWork && (await mayReadDraft(ctx, publicId)))) throw new NotFound('not for this reader')
  if (file.state !== 'ready') throw new NotFound('not ready')
  return { ...part(file, name), isPublic }
}

async function mayReadDraft(ctx: Context, publicId: string): Promise<boolean> {
  const practice = await findPracticeInWork(ctx.db, publicId, visibilityFor(ctx.actor))
  return practice !== undefined && can(ctx.actor, 'read_draft', factsOf(practice))
}

function part(file: FileRow, name: string): Omit<ReadableFile, 'isPublic'> {
  const { kind, mediaType, sha256, bytes } = file
  if (kind === 'document') {
    if (name !== file.name) throw new NotFound('another name')
    return { sha256, bytes, mediaType, kind, name }
  }
  const [, width, format] = SIZE.exec(name) ?? []
  const size = file.photo?.sizes.find((one) => one.format === format && one.width === Number(width))
  if (!size) throw new NotFound('no such size')
  return { sha256: size.sha256, bytes: size.bytes, mediaType: `image/${size.format}`, kind, name }
}
