import { deliverBy, type MadeWhenSent } from '#app/domain/people/send-mail.server.ts'
import { type Files, openFiles } from '#app/files/files.server.ts'
import { runnableTasks } from '#app/workers/tasks.server.ts'
import type { Database } from '#db/client.server.ts'
import { contextAs } from './context.ts'

type Log = Record<'info' | 'warn' | 'error', (fields: Record<string, unknown>, message: string) => void>
type Options = {
  log?: Log
  smtpUrl?: string
  folder?: string
  files?: Files
  madeWhenSent?: Record<string, MadeWhenSent>
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** Never asked by tests that have no files: nothing lies here. */
const NO_FILES = openFiles({ store: { kind: 'folder', folder: '/dev/null/none' }, incoming: '/dev/null/none' })

/** The tasks of the program as a server does them; mail goes nowhere unless it is told where. */
export function tasksFor(
  db: Database,
  { log = silentLog, smtpUrl, folder, files = NO_FILES, madeWhenSent = {} }: Options = {},
) {
  const deliver =
    smtpUrl || folder
      ? deliverBy({ log, smtpUrl, from: 'JIPP <tidak-dibalas@jipp.invalid>', folder: folder ?? '' })
      : async () => {}
  const mail = { deliver, site: 'https://jipp.example.go.id', madeWhenSent }
  return runnableTasks((name) => ({ ...contextAs(db, { kind: 'system', name }), log, mail, files }))
}
