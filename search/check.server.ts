import type { Database } from '#db/client.server.ts'
import { countDocuments } from '#db/queries/search-documents.server.ts'
import {
  findInstallationValue,
  takeInstallationTurn,
  updateInstallationDue,
  upsertInstallationValue,
} from '#db/queries/system.server.ts'
import { reasonOf } from './documents.server.ts'
import type { Search } from './engine.ts'
import type { SearchLog } from './log.ts'
import { ensureDocuments } from './rebuild.server.ts'
import { type CheckRecord, noteCheck } from './record.server.ts'
import { healSearch, isSound, type VerifyReport, verifySearch } from './verify.server.ts'

/*
 * Two checks, each made by one process at a time for all of them:
 * - every minute the documents by their version, in SQL (the sync compares Meilisearch with them as often);
 * - every hour, or every night where there is much, all documents word for word, in both engines.
 * Both mend what they find.
 */

/** Who has this turn makes the full check; announced under this name when somebody asks for it. */
export const CHECK_TURN = 'search.check-turn'
const GLANCE_TURN = 'search.glance-turn'
const GLANCE_EVERY_MS = 60_000
const HOUR_MS = 3_600_000
/** Above so many documents the full check takes long enough to be made once a day. */
const MANY_DOCUMENTS = 20_000

/** Compares everything, mends what differs, and keeps what was found for the page on the state of the search. */
export async function checkSearch(db: Database, search: Pick<Search, 'index'>): Promise<CheckRecord> {
  const started = performance.now()
  const found = await verifySearch(db, search)
  const left = isSound(found) ? found : await mended(db, search, found)
  const record: CheckRecord = {
    at: new Date(),
    tookMs: Math.round(performance.now() - started),
    published: left.published,
    found: countsOf(found),
    left: countsOf(left),
    unanswered: left.unanswered,
  }
  await noteCheck(db, record)
  return record
}

async function mended(db: Database, search: Pick<Search, 'index'>, found: VerifyReport): Promise<VerifyReport> {
  await healSearch(db, search, found)
  return verifySearch(db, search)
}

const countsOf = ({ engines }: VerifyReport): CheckRecord['left'] =>
  engines.map(({ engine, documents, onTheirWay, drift }) => ({
    engine,
    documents,
    onTheirWay,
    drift: {
      missing: drift.missing.length,
      stale: drift.stale.length,
      ghost: drift.ghost.length,
      exposed: drift.exposed.length,
    },
  }))

/** Asks the workers for a full check now. */
export async function askForCheck(db: Database): Promise<void> {
  await updateInstallationDue(db, CHECK_TURN)
}

/** Somebody has asked for a check that nobody has begun. */
export async function isCheckDue(db: Database): Promise<boolean> {
  return (await findInstallationValue(db, CHECK_TURN)) === 'due'
}

/** Makes the checks whose time has come, unless another process makes them. */
export async function runDueChecks(db: Database, search: Pick<Search, 'index'>, log?: SearchLog): Promise<void> {
  if (await takeInstallationTurn(db, GLANCE_TURN, GLANCE_EVERY_MS)) {
    const renewed = await ensureDocuments(db, search.index !== null)
    if (renewed > 0) log?.warn({ renewed }, 'search: documents that had not followed their practice were made anew')
  }
  const every = (await countDocuments(db)) > MANY_DOCUMENTS ? 24 * HOUR_MS : HOUR_MS
  if (!(await takeInstallationTurn(db, CHECK_TURN, every))) return
  try {
    const { found, left, unanswered } = await checkSearch(db, search)
    const differing = found.filter(({ drift }) => Object.values(drift).some((count) => count > 0))
    if (differing.length > 0) log?.warn({ found, left }, 'search: the full check has found and mended differences')
    if (unanswered) log?.warn({ unanswered }, 'search: the full check could not look at Meilisearch')
  } catch (error) {
    // It is due again in a second, and not only in an hour.
    await upsertInstallationValue(db, CHECK_TURN, 'due')
    throw new Error(`the full check failed: ${reasonOf(error)}`, { cause: error })
  }
}
