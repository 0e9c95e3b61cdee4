import type { DbClient } from '#db/client.server.ts'
import { startJobRunner } from '#db/job-runner.server.ts'
import type { Search } from '#search/engine.ts'
import { startSearchSync } from '#search/sync.server.ts'
import { env, signingSecret } from './config/env.server.ts'
import { startMailWorker } from './domain/people/mail-worker.server.ts'
import { startAlertWorker } from './domain/saved-search/alert-worker.server.ts'
import { digestParams } from './domain/saved-search/digest-params.server.ts'
import { DIGEST_LETTER } from './domain/saved-search/order-digests.server.ts'
import { startDemandWorker } from './domain/search-demand/demand-worker.server.ts'
import { log } from './http/logger.server.ts'
import { searchLog } from './http/search-log.server.ts'
import { SCHEDULE } from './workers/schedule.ts'
import { runnableTasks } from './workers/tasks.server.ts'

/** Background work: the search index follows the database, mail goes out, jobs are done. Safe to run in many processes. */
export function startWorkers({ sql, db, search }: Pick<DbClient, 'sql' | 'db'> & { search: Search }): {
  stop: () => Promise<void>
} {
  const { DATABASE_URL, SMTP_URL, MAIL_FROM, JIPP_DATA_DIR, PUBLIC_URL, PORT } = env()
  const workers = [
    startSearchSync({ sql, db, search, log }),
    startAlertWorker({ db, search, log }),
    startDemandWorker({ db, log, searchLog }),
    startJobRunner({
      url: DATABASE_URL!,
      tasks: runnableTasks((task) => ({ db, search, actor: { kind: 'system', name: task }, now: new Date(), log })),
      schedule: SCHEDULE,
      log,
    }),
    startMailWorker({
      sql,
      db,
      log,
      smtpUrl: SMTP_URL,
      from: MAIL_FROM,
      folder: `${JIPP_DATA_DIR}/mail`,
      publicUrl: PUBLIC_URL ?? `http://localhost:${PORT}`,
      madeWhenSent: {
        [DIGEST_LETTER]: ({ digestId = '' }) =>
          digestParams({ db, now: new Date() }, { digestId, secret: signingSecret() }),
      },
    }),
  ]
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}
