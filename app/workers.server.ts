import { startJobRunner } from '#db/job-runner.server.ts'
import { startSearchSync } from '#search/sync.server.ts'
import { env, signingSecret } from './config/env.server.ts'
import { deliverBy, type Mailer } from './domain/people/send-mail.server.ts'
import { log } from './http/logger.server.ts'
import { searchLog } from './http/search-log.server.ts'
import { visitLog } from './http/visits.server.ts'
import type { Platform } from './platform.server.ts'
import { startCountWriter } from './workers/count-writer.server.ts'
import { madeWhenSent } from './workers/letters.server.ts'
import { SCHEDULE } from './workers/schedule.ts'
import { runnableTasks } from './workers/tasks.server.ts'

/** Background work: the search index follows the database, jobs are done. Safe to run in many processes. */
export function startWorkers({ sql, db, search, files }: Pick<Platform, 'sql' | 'db' | 'search' | 'files'>): {
  stop: () => Promise<void>
} {
  const { DATABASE_URL, SMTP_URL, MAIL_FROM, JIPP_DATA_DIR, PUBLIC_URL, PORT } = env()
  const mail: Mailer = {
    deliver: deliverBy({ log, smtpUrl: SMTP_URL, from: MAIL_FROM, folder: `${JIPP_DATA_DIR}/mail` }),
    site: PUBLIC_URL ?? `http://localhost:${PORT}`,
    madeWhenSent: madeWhenSent(() => ({ db, now: new Date() }), signingSecret()),
  }
  const common = { db, search, files, log, mail }
  const tasks = runnableTasks((name) => ({ ...common, actor: { kind: 'system', name }, now: new Date() }))
  const workers = [
    startSearchSync({ sql, db, search, log }),
    startCountWriter({ db, log, of: 'searches', counts: searchLog }),
    startCountWriter({ db, log, of: 'visits', counts: visitLog }),
    startJobRunner({ url: DATABASE_URL!, tasks, schedule: SCHEDULE, log }),
  ]
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}
