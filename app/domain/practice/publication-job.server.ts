import type { Executor } from '#db/client.server.ts'
import { deleteJob, orderJob } from '#db/queries/jobs.server.ts'

/** The job is there a little early and waits: jobs for later are looked for once a second only. */
export const EARLY_MS = 3_000

const publicationKey = (revisionId: string) => `publish:${revisionId}`

/** Has a scheduled text published at its moment; a second order for the same text takes the place of the first. */
export async function orderPublication(
  tx: Executor,
  { revisionId, publishAt }: { revisionId: string; publishAt: Date },
) {
  const runAt = new Date(publishAt.getTime() - EARLY_MS)
  await orderJob(tx, { task: 'publish_revision', payload: { revisionId }, key: publicationKey(revisionId), runAt })
}

/** Takes the order back. */
export async function cancelPublication(tx: Executor, revisionId: string): Promise<void> {
  await deleteJob(tx, publicationKey(revisionId))
}
