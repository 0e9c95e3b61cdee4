import { randomUUID } from 'node:crypto'
import type { Executor } from '#db/client.server.ts'
import { insertOnceKey, orderJob } from '#db/queries/jobs.server.ts'

/** A message to a person; texts are made in the language of the receiver when it is sent. */
export type Mail = {
  to: string
  template: string
  language: 'id' | 'en'
  params: Record<string, string>
  /** The same key is sent once. */
  uniqueKey?: string
}

/** Has a letter sent, when and if this transaction is committed. */
export async function orderMail(tx: Executor, { uniqueKey, ...letter }: Mail): Promise<void> {
  if (uniqueKey && !(await insertOnceKey(tx, uniqueKey))) return
  await orderJob(tx, { task: 'send_mail', payload: { letterId: randomUUID(), ...letter } })
}
