import { deleteUnnamedFiles, listUsedChecksums } from '#db/queries/files.server.ts'
import { sweepIncoming } from '../../files/files.server.ts'
import type { FileContext } from './file-context.ts'

/** A file that was taken out of a text can be put back for a while, by a restored draft. */
const KEPT_DAYS = 30
/** What was stored a moment ago may belong to a change that is not committed yet. */
const SETTLED_MS = 24 * 3_600_000
const AT_ONCE = 500

/** Forgets files that no text names any more, and takes away what lies in the store under no file. Answers how many of each. */
export async function sweepFiles(ctx: FileContext): Promise<{ files: number; contents: number }> {
  const { store } = ctx.files
  const settled = new Date(ctx.now.getTime() - SETTLED_MS)
  await sweepIncoming(ctx.files, settled)
  const files = await deleteUnnamedFiles(ctx.db, new Date(ctx.now.getTime() - KEPT_DAYS * 86_400_000))
  let contents = 0
  let batch: string[] = []
  const sweep = async () => {
    const used = await listUsedChecksums(ctx.db, batch)
    for (const sha256 of batch.filter((one) => !used.has(one))) {
      await store.delete(sha256)
      contents += 1
    }
    batch = []
  }
  for await (const { sha256, storedAt } of store.list()) {
    if (storedAt < settled) batch.push(sha256)
    if (batch.length >= AT_ONCE) await sweep()
  }
  await sweep()
  return { files, contents }
}
