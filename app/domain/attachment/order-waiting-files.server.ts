import { listWaitingFiles } from '#db/queries/files.server.ts'
import { orderJob } from '#db/queries/jobs.server.ts'
import type { Context } from '../shared/context.ts'

const AT_ONCE = 200
const WAITED_MS = 10 * 60_000

/** Orders another try at every file that waits for long: its own job may have been given up while the scanner was away. */
export async function orderWaitingFiles({ db, now }: Context): Promise<number> {
  const waiting = (await listWaitingFiles(db, AT_ONCE)).filter(
    ({ uploadedAt }) => now.getTime() - uploadedAt.getTime() > WAITED_MS,
  )
  for (const { id } of waiting) await orderJob(db, { task: 'process_file', payload: { fileId: id }, key: `file ${id}` })
  return waiting.length
}
