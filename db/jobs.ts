import { z } from 'zod'
import { LANGUAGES } from './vocabulary.ts'

/**
 * Work that is done in the background, by name, with what it is told: ids and dates, never what the database can be
 * asked for when the work is done. A name that is not here can be neither ordered nor done.
 */
export const JOB_PAYLOADS = {
  /** Send a letter. Its template and its receiver are known now; some are told what to say when they are sent. */
  send_mail: z.object({
    /** The letter is known by it in mail programs, however often it is sent. */
    letterId: z.uuid(),
    to: z.string(),
    template: z.string(),
    language: z.enum(LANGUAGES),
    params: z.record(z.string(), z.string()),
  }),
  /** Ask outside links whether they are still there. */
  check_links: z.object({}),
  /** Have another try at files that nobody brought on. */
  order_waiting_files: z.object({}),
  /** Bring a file out of quarantine, and make the sizes of a photo. */
  process_file: z.object({ fileId: z.uuid() }),
  /** Take away files and contents that nothing names any more. */
  sweep_files: z.object({}),
  /** Hold saved searches against what was published, and order the mail that is due. */
  tell_publications: z.object({}),
  /** Forget given-up jobs and keys of letters that are old enough. */
  purge_jobs: z.object({}),
  /** Ask owners whose last word is half a year old whether their practices still run. */
  ask_life: z.object({}),
  /** Tell hubs of questions that nobody has answered for seven days. */
  tell_silent_questions: z.object({}),
  /** Forget counts of searches that are old enough. */
  purge_demand: z.object({}),
  /** Put counts of views together by month once they are old. */
  roll_up_counts: z.object({}),
  /** Publish a scheduled text when its moment comes. */
  publish_revision: z.object({ revisionId: z.uuid() }),
  /** Publish scheduled texts whose moment was missed. */
  publish_overdue: z.object({}),
  /** Send the letters about a decision on several texts, once it can no longer be undone. */
  tell_review_batch: z.object({ batchId: z.uuid() }),
  /** Tell hub managers of texts that have waited too long for their check. */
  escalate_reviews: z.object({}),
  /** The step that a sheet of records is in, in the name of this person. */
  run_import: z.object({ importId: z.uuid(), userId: z.uuid() }),
} satisfies Record<string, z.ZodType>

export type JobTask = keyof typeof JOB_PAYLOADS
export type JobPayload<T extends JobTask> = z.output<(typeof JOB_PAYLOADS)[T]>

export const JOB_TASKS = Object.keys(JOB_PAYLOADS) as JobTask[]

/**
 * How many jobs of a lane a process does at the same time, and how often it looks for those that nobody announces (for
 * later, to be tried again). A lane never waits for another: a mail server that hangs holds up no publication, a long
 * import no letter.
 */
export const LANES = {
  clock: { slots: 2, lookMs: 500 },
  mail: { slots: 2, lookMs: 2_000 },
  work: { slots: 2, lookMs: 2_000 },
} as const
export type Lane = keyof typeof LANES

const LANE_OF: Partial<Record<JobTask, Lane>> = {
  publish_revision: 'clock',
  publish_overdue: 'clock',
  send_mail: 'mail',
}

/** The lane of a task; most are plain work. */
export const laneOf = (task: JobTask): Lane => LANE_OF[task] ?? 'work'

/** With the waits between them (2.7 s after the first failure, e times as long after each further one) about ten hours. */
export const JOB_ATTEMPTS = 11

/** Something no further attempt will change: the job is given up at once. */
export class HopelessJob extends Error {}

/** Mark of a given-up job whose payload was forgotten, because it held a secret: it cannot be tried again. */
export const FORGOTTEN = 'forgotten'

/** What a task may know of the job that it does. */
export type RunningJob = {
  id: string
  /** From 1. */
  attempt: number
  /** When this attempt fails, nobody tries again by themselves. */
  isLast: boolean
  orderedAt: Date
  /** Fires when the process wants to stop: long work breaks off and is done anew by another one. */
  signal: AbortSignal
}
