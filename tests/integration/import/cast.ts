import type { ImportView } from '#app/domain/import/import.schema.ts'
import { moveImport } from '#app/domain/import/move-import.server.ts'
import { readImport } from '#app/domain/import/read-import.server.ts'
import { runImport } from '#app/domain/import/run-import.server.ts'
import { startImport } from '#app/domain/import/start-import.server.ts'
import { type Actor, userIdOf } from '#app/domain/shared/context.ts'
import type { Database } from '#db/client.server.ts'
import { contextAs } from '#tests/support/context.ts'

/** What a person does on the pages of an import, with the background work done at once. */
export function importing(db: Database, actor: Actor, now = new Date()) {
  const ctx = contextAs(db, actor, now)
  const system = contextAs(db, { kind: 'system', name: 'run_import' }, now)
  const run = (importId: string) => runImport(system, { importId, userId: userIdOf(actor) ?? '' })
  const move = async (id: string, intent: 'apply' | 'stop' | 'undo' | 'discard', withDuplicates = false) => {
    await moveImport(ctx, id, { intent, withDuplicates })
    await run(id)
  }
  return {
    ctx,
    run,
    move,
    start: (bytes: Buffer, fileName = 'contoh.xlsx') => startImport(ctx, { fileName, bytes }),
    /** Uploaded and checked. */
    async check(bytes: Buffer, fileName = 'contoh.xlsx') {
      const { id } = await startImport(ctx, { fileName, bytes })
      await run(id)
      return id
    },
    read: (id: string, view: ImportView | null = null) => readImport(ctx, id, { view, page: 1 }),
  }
}
