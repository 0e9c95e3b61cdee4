import { z } from 'zod'

/**
 * Work that is done in the background, by name, with what it is told: ids and dates, never what the database can be
 * asked for when the work is done. A name that is not here can be neither ordered nor done.
 */
export const JOB_PAYLOADS = {
  /** Forget counts of searches that are old enough. */
  purge_demand: z.object({}),
  /** Publish a scheduled text when its moment comes. */
  publish_revision: z.object({ revisionId: z.uuid() }),
  /** Publish scheduled texts whose moment was missed. */
  publish_overdue: z.object({}),
} satisfies Record<string, z.ZodType>

export type JobTask = keyof typeof JOB_PAYLOADS
export type JobPayload<T extends JobTask> = z.output<(typeof JOB_PAYLOADS)[T]>

export const JOB_TASKS = Object.keys(JOB_PAYLOADS) as JobTask[]

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
