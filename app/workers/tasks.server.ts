import { HopelessJob, JOB_PAYLOADS, JOB_TASKS, type JobPayload, type JobTask, type RunningJob } from '#db/jobs.ts'
import type { FileContext } from '../domain/attachment/file-context.ts'
import { orderWaitingFiles } from '../domain/attachment/order-waiting-files.server.ts'
import { processFile } from '../domain/attachment/process-file.server.ts'
import { sweepFiles } from '../domain/attachment/sweep-files.server.ts'
import { askDueLife } from '../domain/heartbeat/ask-life.server.ts'
import { runImport } from '../domain/import/run-import.server.ts'
import { checkLinks } from '../domain/link/check-links.server.ts'
import { type Mailer, sendMail } from '../domain/people/send-mail.server.ts'
import { escalateReviews } from '../domain/practice/escalate-reviews.server.ts'
import { publishOverdue, publishWhenDue } from '../domain/practice/publish-scheduled.server.ts'
import { tellBatch } from '../domain/practice/tell-batch.server.ts'
import { tellSilentQuestions } from '../domain/question/tell-silent.server.ts'
import { purgeJobs } from '../domain/report/job-health.server.ts'
import { tellPublications } from '../domain/saved-search/tell-publications.server.ts'
import { purgeDemand } from '../domain/search-demand/search-log.server.ts'
import { rollUpCounts } from '../domain/statistics/roll-up.server.ts'

type Log = Record<'info' | 'warn' | 'error', (fields: Record<string, unknown>, message: string) => void>

/** What a task works with: a context in the name of the program itself, the log, and the way out for letters. */
export type TaskDeps = FileContext & { log: Log; mail: Mailer }

type Tasks = { [T in JobTask]: (deps: TaskDeps, payload: JobPayload<T>, job: RunningJob) => Promise<unknown> }

/** What is done for each job. May be done twice, and at the same time by two processes: the effect is that of once. */
const tasks: Tasks = {
  send_mail: sendMail,
  publish_revision: publishWhenDue,
  publish_overdue: publishOverdue,
  check_links: (deps, _payload, { signal }) => checkLinks(deps, { signal }),
  order_waiting_files: orderWaitingFiles,
  process_file: processFile,
  sweep_files: sweepFiles,
  ask_life: (deps) => askDueLife(deps),
  tell_silent_questions: (deps) => tellSilentQuestions(deps),
  tell_publications: tellPublications,
  purge_demand: ({ db, now }) => purgeDemand(db, now),
  roll_up_counts: ({ db, now }) => rollUpCounts(db, now),
  purge_jobs: purgeJobs,
  tell_review_batch: (ctx, payload) => tellBatch(ctx, payload),
  escalate_reviews: (ctx) => escalateReviews(ctx),
  run_import: runImport,
}

/** The tasks as the queue calls them: with a payload that may be of an older version of the program. */
export function runnableTasks(depsFor: (task: JobTask) => TaskDeps) {
  const runnable =
    <T extends JobTask>(task: T) =>
    async (raw: unknown, job: RunningJob) => {
      const payload = JOB_PAYLOADS[task].safeParse(raw)
      if (!payload.success) throw new HopelessJob('a payload of another form')
      await tasks[task](depsFor(task), payload.data as JobPayload<T>, job)
    }
  return Object.fromEntries(JOB_TASKS.map((task) => [task, runnable(task)])) as Record<
    JobTask,
    ReturnType<typeof runnable>
  >
}
