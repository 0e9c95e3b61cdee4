import { parentPort } from 'node:worker_threads'
import type { PressAnswer, PressJob } from './press-job.ts'

/** Makes one thing after the other in a thread of its own: the server goes on answering meanwhile. */
parentPort?.on('message', async (job: PressJob) => {
  let answer: PressAnswer
  try {
    answer = { bytes: await made(job) }
  } catch (error) {
    answer = { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  parentPort?.postMessage(answer)
})

/** The libraries are loaded with the first job that needs them. */
async function made(job: PressJob): Promise<Uint8Array> {
  if (job.kind === 'card') return (await import('./card.ts')).drawCard(job.card)
  return (await import('./typeset.ts')).typeset(job.sheet)
}
