import { setTimeout as delay } from 'node:timers/promises'
import { countDeadJobs } from '#db/queries/jobs.server.ts'
import { pingDatabase } from '#db/queries/system.server.ts'
import type { EngineStatus, SearchStatus } from '#search/engine.ts'
import type { Files } from '../../files/files.server.ts'
import type { Context } from '../shared/context.ts'

export type ServiceStatus = {
  database: EngineStatus
  search: EngineStatus
  mail: EngineStatus
  files: EngineStatus
  /** How the search stands; absent while nobody can ask. */
  searchDetail?: Pick<SearchStatus, 'engine' | 'configured' | 'waiting' | 'oldestWaitingSeconds'>
  checkedAt: Date
}

/** Longer than this (milliseconds) counts as no answer. */
const PATIENCE = 2000

/**
 * State of the parts that the site needs: each `ok`, `degraded` (works with less) or `down`. Never throws.
 * Mail without SMTP is degraded: messages are written to files. Unsendable messages are degraded too. Files are degraded
 * while the virus scanner that is configured does not answer: what comes in waits.
 */
export async function readServiceStatus(
  ctx: Pick<Context, 'db' | 'search' | 'now'>,
  { smtp, files }: { smtp: boolean; files: Pick<Files, 'store' | 'scanner'> },
): Promise<ServiceStatus> {
  const [database, search, letters, store, scanner] = await Promise.all([
    answers(pingDatabase(ctx.db)),
    answers(ctx.search.status()),
    answers(countDeadJobs(ctx.db, 'send_mail')),
    answers(files.store.ping()),
    answers(files.scanner ? files.scanner.ping() : Promise.resolve()),
  ])
  return {
    database: database ? 'ok' : 'down',
    search: search ? search.value.status : 'down',
    mail: letters ? (smtp && letters.value.dead === 0 ? 'ok' : 'degraded') : 'down',
    files: store ? (scanner ? 'ok' : 'degraded') : 'down',
    searchDetail: search?.value,
    checkedAt: ctx.now,
  }
}

/** The site can serve readers: without the database it cannot. */
export function isReady({ database, search }: ServiceStatus): boolean {
  return database !== 'down' && search !== 'down'
}

async function answers<T>(question: Promise<T>): Promise<{ value: T } | undefined> {
  try {
    return await Promise.race([question.then((value) => ({ value })), delay(PATIENCE, undefined, { ref: false })])
  } catch {
    return undefined
  }
}
