import type { Attachment } from '#db/practice-content.ts'
import { insertFile, listFiles } from '#db/queries/files.server.ts'
import { orderJob } from '#db/queries/jobs.server.ts'
import type { FileState } from '#db/vocabulary.ts'
import { StoreUnavailable } from '../../files/file-store.server.ts'
import { type Inspected, inspectFile } from '../../files/inspect.server.ts'
import { Refused } from '../../files/refused.ts'
import { ScannerUnavailable } from '../../files/scanner.server.ts'
import { turns } from '../../files/turns.ts'
import { personOf, practiceFor } from '../practice/practice-moves.server.ts'
import { Invalid } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { LARGEST_SUM, MOST_FILES, safeName } from './attachment.ts'
import { changeAttachments } from './change-attachments.server.ts'
import type { FileContext } from './file-context.ts'

/** A file as it arrived, in a file of this machine that its owner takes away. */
export type Upload = { path: string; name: string; bytes: number; sha256: string }

/** Looking into a file may take its size several times over in memory. */
const inTurn = turns(2)
/** When nobody brought the file on by then, a job does. */
const LATER_MS = 30_000

/**
 * Takes a file into the text in work: looks at its content, stores it under its checksum, has it scanned, and names it
 * in the list of files. Throws `Invalid` with the reason where it is refused or the store is away; nothing is kept then.
 * The same content sent twice is one file.
 */
export async function uploadFile(ctx: FileContext, { practiceId, upload }: { practiceId: string; upload: Upload }) {
  const practice = await practiceFor(ctx, practiceId, 'edit')
  const found = await inTurn(() => inspectFile(upload)).catch((error) => refuse(ctx, practice, upload, error))
  const name = safeName(upload.name, found.type)
  const state = await scanned(ctx, upload, found).catch((error) => refuse(ctx, practice, upload, error))
  await ctx.files.store.put(upload.path, upload.sha256).catch((error) => {
    throw error instanceof StoreUnavailable ? new Invalid({ file: ['storeAway'] }) : error
  })
  let fileId = ''
  await ctx.db.transaction(async (tx) => {
    await changeAttachments(tx, ctx, practice, {
      action: 'attach',
      data: { name, bytes: upload.bytes, sha256: upload.sha256 },
      async change(list) {
        const same = list.find(({ sha256 }) => sha256 === upload.sha256)
        fileId = same?.fileId ?? ''
        if (same) return list
        assertRoom(list, upload.bytes)
        const { kind, type: mediaType, photo } = found
        const file = await insertFile(tx, {
          ...{ practiceId: practice.id, kind, name, mediaType, state },
          ...{ bytes: upload.bytes, sha256: upload.sha256 },
          photo: photo && { ...photo, sizes: [] },
          scannedAt: ctx.files.scanner && state !== 'quarantined' ? ctx.now : null,
          uploadedBy: personOf(ctx),
          uploadedAt: ctx.now,
        })
        fileId = file.id
        if (state !== 'ready') {
          const runAt = new Date(Date.now() + LATER_MS)
          await orderJob(tx, { task: 'process_file', payload: { fileId }, key: `file ${fileId}`, runAt })
        }
        const unwritten = () => ({ id: null, en: null })
        const { bytes, sha256 } = upload
        return [...list, { fileId, kind, name, mediaType, bytes, sha256, caption: unwritten(), alt: unwritten() }]
      },
    })
  })
  const [file] = await listFiles(ctx.db, [fileId])
  return { publicId: practice.publicId, fileId, state: file?.state ?? state }
}

function assertRoom(list: readonly Attachment[], bytes: number): void {
  if (list.length >= MOST_FILES) throw new Invalid({ file: [`tooManyFiles|${MOST_FILES}`] })
  if (list.reduce((sum, one) => sum + one.bytes, bytes) > LARGEST_SUM) throw new Invalid({ file: ['sumTooLarge'] })
}

/** What state a file begins in: a scanner that is away leaves it in quarantine. */
async function scanned({ files }: FileContext, upload: Upload, found: Inspected): Promise<FileState> {
  const clean = found.kind === 'photo' ? 'processing' : 'ready'
  if (!files.scanner) return clean
  try {
    const result = await files.scanner.scan(upload.path)
    if (!result.isClean) throw new Refused(`infected|${result.signature}`)
    return clean
  } catch (error) {
    if (error instanceof ScannerUnavailable) return 'quarantined'
    throw error
  }
}

/** A refused file leaves a trace: who sent what, and why it was not taken. */
async function refuse(
  ctx: FileContext,
  practice: { id: string; publicId: string },
  { name, bytes, sha256 }: Upload,
  error: unknown,
): Promise<never> {
  if (!(error instanceof Refused)) throw error
  await ctx.db.transaction((tx) =>
    recordChange(tx, ctx, {
      action: 'practice.refuse_file',
      entity: 'practice',
      entityId: practice.id,
      reason: error.reason,
      data: { publicId: practice.publicId, name: name.replaceAll('\0', '').slice(0, 200), bytes, sha256 },
    }),
  )
  throw new Invalid({ file: [error.reason] })
}
