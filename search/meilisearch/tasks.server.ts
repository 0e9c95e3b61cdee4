import { setTimeout as sleep } from 'node:timers/promises'
import type { EnqueuedTaskPromise, Meilisearch, Task } from 'meilisearch'
import { MeilisearchRefusal, refusalOf } from './client.server.ts'

/** Longer than this and the change is tried again later; sending it twice does no harm. */
const TASK_TIMEOUT_MS = 20_000
/** Swapping, deleting and changing settings wait for what was accepted before them. */
export const LONG_TASK_MS = 60_000

/**
 * Waits until Meilisearch has done a task; throws what it gives as the reason when it could not. A look that fails is
 * repeated: the task is on its way all the same. The client's own way of waiting leaves a listener behind at each look.
 */
export async function succeeded(
  client: Meilisearch,
  enqueued: EnqueuedTaskPromise,
  tolerated?: string,
  patience = TASK_TIMEOUT_MS,
): Promise<void> {
  const { taskUid } = await enqueued
  const giveUp = Date.now() + patience
  let unanswered: unknown
  for (let pause = 5; Date.now() < giveUp; pause = Math.min(pause * 1.5, 250)) {
    const task = await look(client, taskUid).catch((error: unknown) => {
      if (isFinal(error)) throw error
      unanswered = error
      return undefined
    })
    if (task?.status === 'succeeded' || (tolerated && task?.error?.code === tolerated)) return
    if (task?.status === 'failed' || task?.status === 'canceled') {
      throw new MeilisearchRefusal(200, task.error?.code ?? task.status, task.error?.message ?? 'it did not succeed')
    }
    await sleep(pause)
  }
  throw new Error(`Meilisearch has not done task ${taskUid} within ${patience / 1000} s`, { cause: unanswered })
}

/** Waits until no task of an index is waiting or being done: also those whose sender has given up or was killed. */
export async function idle(client: Meilisearch, uid: string, patience: number): Promise<void> {
  const giveUp = Date.now() + patience
  for (let pause = 5; Date.now() < giveUp; pause = Math.min(pause * 1.5, 250)) {
    const { results } = await client.tasks.getTasks({
      indexUids: [uid],
      statuses: ['enqueued', 'processing'],
      limit: 1,
    })
    if (results.length === 0) return
    await sleep(pause)
  }
  throw new Error(`Meilisearch is not done with the tasks of ${uid} within ${patience / 1000} s`)
}

async function look(client: Meilisearch, taskUid: number): Promise<Task> {
  const task = await client.tasks.getTask(taskUid)
  // A Meilisearch that was set back to an older state gives the same number to another task.
  if (task.uid !== taskUid) throw new Error(`asked for task ${taskUid}, got ${task.uid}`)
  return task
}

/** The key does not fit, or Meilisearch knows no such task (any more): asking again helps nobody. */
const isFinal = (error: unknown) => [401, 403, 404].includes(refusalOf(error)?.status ?? 0)
