import { type FileRow, findFile, updateFile } from '#db/queries/files.server.ts'
import type { PhotoFacts } from '#db/schema/files.ts'
import type { FileState } from '#db/vocabulary.ts'
import { withLocalCopy } from '../../files/files.server.ts'
import { makePhotoSizes } from '../../files/photo-sizes.server.ts'
import { turns } from '../../files/turns.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { type FileEvent, fileLifecycle } from './attachment.ts'
import type { FileContext } from './file-context.ts'

/** Photos are made one at a time: they take a whole processor, and room for all their pixels. */
const inTurn = turns(1)

/**
 * Brings a file on as far as it goes: out of quarantine when the scanner finds nothing, then its sizes. Answers its state.
 * Throws while the scanner or the store is away, to be tried again; may be done by two at the same time.
 */
export async function processFile(ctx: FileContext, { fileId }: { fileId: string }): Promise<FileState | undefined> {
  const file = await findFile(ctx.db, fileId)
  if (!file) return undefined
  const checked = file.state === 'quarantined' ? await leaveQuarantine(ctx, file) : file
  if (checked?.state !== 'processing') return checked?.state
  if (checked.kind === 'document') return (await move(ctx, checked, 'finish'))?.state
  return (await inTurn(() => makeSizes(ctx, checked)))?.state
}

async function leaveQuarantine(ctx: FileContext, file: FileRow): Promise<FileRow | undefined> {
  const { scanner } = ctx.files
  // Without a scanner (any more) there is nothing to wait for.
  if (!scanner) return move(ctx, file, 'pass')
  const result = await withLocalCopy(ctx.files, file.sha256, (path) => scanner.scan(path))
  if (result.isClean) return move(ctx, file, 'pass', { scannedAt: ctx.now })
  return move(ctx, file, 'refuse', { refusal: `infected|${result.signature}` })
}

async function makeSizes(ctx: FileContext, file: FileRow): Promise<FileRow | undefined> {
  // Another process may have done it while this one waited for its turn.
  const now = await findFile(ctx.db, file.id)
  if (now?.state !== 'processing') return now
  const made = await withLocalCopy(ctx.files, file.sha256, (path) => makePhotoSizes(path).catch(() => null))
  if (!made) return move(ctx, file, 'refuse', { refusal: 'broken' })
  for (const { content, sha256 } of made) await ctx.files.store.putBytes(content, sha256)
  const sizes = made.map(({ content: _content, ...size }) => size)
  const photo = { ...file.photo!, sizes } satisfies PhotoFacts
  return move(ctx, file, 'finish', { photo })
}

async function move(
  ctx: FileContext,
  file: FileRow,
  event: FileEvent,
  changes: { scannedAt?: Date; refusal?: string; photo?: PhotoFacts } = {},
): Promise<FileRow | undefined> {
  const state = fileLifecycle.next(file.state, event)
  const moved = await ctx.db.transaction(async (tx) => {
    const row = await updateFile(tx, { id: file.id, from: file.state }, { ...changes, state })
    if (row && event === 'refuse')
      await recordChange(tx, ctx, {
        action: 'practice.refuse_file',
        entity: 'practice',
        entityId: file.practiceId,
        reason: row.refusal,
        data: { fileId: file.id, name: file.name, sha256: file.sha256 },
      })
    return row
  })
  return moved ?? findFile(ctx.db, file.id)
}
