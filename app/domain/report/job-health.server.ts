import {
  countDeadJobs,
  deleteDeadJob,
  deleteOldJobs,
  findDeadJob,
  listScheduleRuns,
  listTroubledJobs,
  updateJobDue,
} from '#db/queries/jobs.server.ts'
import { paths } from '../../paths.ts'
import { type Context, roleOf } from '../shared/context.ts'
import { Conflict, Forbidden } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import type { WorkItem } from '../shared/work-item.ts'
import { jobErrorOf } from './job-error.ts'
import { canKeepJobs } from './report.policy.ts'

/** More are not listed: then the matter is not one of single jobs. */
const MOST = 200

/** Background work that was given up or failed and is tried again, and when each line of the schedule last ran. */
export async function readJobHealth(ctx: Context) {
  if (!canKeepJobs(ctx.actor)) throw new Forbidden('may not look into the jobs')
  const [jobs, runs] = await Promise.all([listTroubledJobs(ctx.db, MOST), listScheduleRuns(ctx.db)])
  const rows = jobs.map((job) => ({ ...job, error: jobErrorOf(job.lastError) }))
  return {
    dead: rows.filter((job) => job.isOver),
    waiting: rows.filter((job) => !job.isOver),
    schedule: [...runs].map(([task, lastAt]) => ({ task, lastAt })).sort((a, b) => a.task.localeCompare(b.task)),
  }
}

/** Gives a job that was given up all its attempts anew, or puts it aside for good. */
export async function settleJob(ctx: Context, { jobId, intent }: { jobId: string; intent: 'retry' | 'set_aside' }) {
  if (!canKeepJobs(ctx.actor)) throw new Forbidden('may not settle jobs')
  await ctx.db.transaction(async (tx) => {
    const job = await findDeadJob(tx, jobId)
    if (!job || (intent === 'retry' && job.isForgotten)) throw new Conflict('the job is not given up any more')
    await (intent === 'retry' ? updateJobDue(tx, jobId) : deleteDeadJob(tx, jobId))
    const { task, attempts } = job
    await recordChange(tx, ctx, { action: `job.${intent}`, entity: 'job', entityId: jobId, data: { task, attempts } })
  })
}

/** One line for all jobs that were given up. */
export async function jobWorkItems(ctx: Context): Promise<WorkItem[]> {
  if (roleOf(ctx.actor) !== 'national_admin') return []
  const { dead, since } = await countDeadJobs(ctx.db)
  if (dead === 0) return []
  const params = { about: '', more: dead > 1 ? dead - 1 : undefined }
  return [{ kind: 'jobs_given_up', params, href: paths.jobs(), since: since ?? ctx.now, urgent: true }]
}

const KEEP_DEAD_MS = 90 * 86_400_000
const KEEP_KEYS_MS = 400 * 86_400_000

/** Forgets jobs that nobody settled for 90 days, with what they were told, and the keys of letters of last year. */
export async function purgeJobs({ db, now }: Pick<Context, 'db' | 'now'>): Promise<void> {
  const ago = (ms: number) => new Date(now.getTime() - ms)
  await deleteOldJobs(db, { dead: ago(KEEP_DEAD_MS), keys: ago(KEEP_KEYS_MS) })
}
