import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client.server.ts'
import type { JobPayload } from '#db/jobs.ts'

/** The letters that verbs have ordered and nobody has sent, oldest first. */
export async function orderedLetters(db: Executor): Promise<JobPayload<'send_mail'>[]> {
  const rows = await db.execute<{ payload: JobPayload<'send_mail'> }>(sql`
    select j.payload::jsonb as payload
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send_mail' order by j.id`)
  return rows.map(({ payload }) => payload)
}

/** Takes back all orders of letters. */
export async function forgetLetters(db: Executor): Promise<void> {
  await db.execute(sql`delete from graphile_worker._private_jobs
    where task_id in (select id from graphile_worker._private_tasks where identifier = 'send_mail')`)
}
