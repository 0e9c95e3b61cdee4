import type { Executor } from '#db/client.server.ts'
import { deleteJob, orderJob } from '#db/queries/jobs.server.ts'

/** The job is there a little early and waits: jobs for later are looked for now and then only. */
export const EARLY_MS = 3_000
/** A second one looks after it: when the process of the first has died, the moment is still met within two seconds. */
const AGAIN_MS = 200

const publicationKey = (revisionId: string) => `publish:${revisionId}`
const againKey = (revisionId: string) => `publish-again:${revisionId}`

/** Has a scheduled text published at its moment; a second order for the same text takes the place of the first. */
export async function orderPublication(
  tx: Executor,
  { revisionId, publishAt }: { revisionId: string; publishAt: Date },
) {
  const order = { task: 'publish_revision', payload: { revisionId } } as const
  const at = (ms: number) => new Date(publishAt.getTime() + ms)
  await orderJob(tx, { ...order, key: publicationKey(revisionId), runAt: at(-EARLY_MS) })
  await orderJob(tx, { ...order, key: againKey(revisionId), runAt: at(AGAIN_MS) })
}

/** Takes the order back. */
export async function cancelPublication(tx: Executor, revisionId: string): Promise<void> {
  await deleteJob(tx, publicationKey(revisionId))
  await deleteJob(tx, againKey(revisionId))
}
