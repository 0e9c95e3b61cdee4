import { z } from 'zod'
import type { Executor } from '#db/client.server.ts'
import { findInstallationValue, upsertInstallationValue } from '#db/queries/system.server.ts'
import type { EngineName } from './engine.ts'

/*
 * What the last check and the last rebuild have found, kept in the database: any process may have made them, and every
 * process can show them.
 */

const CHECK_KEY = 'search.check'
const REBUILD_KEY = 'search.rebuild'

const counts = z.object({ missing: z.number(), stale: z.number(), ghost: z.number(), exposed: z.number() })
const engines = z.array(
  z.object({
    engine: z.enum(['meilisearch', 'postgres'] satisfies EngineName[]),
    documents: z.number(),
    onTheirWay: z.number(),
    drift: counts,
  }),
)

const checkRecord = z.object({
  at: z.coerce.date(),
  tookMs: z.number(),
  published: z.number(),
  /** As it was found … */
  found: engines,
  /** … and as it was left; the same when there was nothing to mend. */
  left: engines,
  /** Why the copy in Meilisearch could not be looked at. */
  unanswered: z.string().nullable(),
})
export type CheckRecord = z.infer<typeof checkRecord>

const rebuildRecord = z.object({
  at: z.coerce.date(),
  kind: z.enum(['rebuild', 'back']),
  documents: z.number(),
  tookMs: z.number(),
})
export type RebuildRecord = z.infer<typeof rebuildRecord>

/** The result of the last full check; null before the first. */
export async function findCheck(db: Executor): Promise<CheckRecord | null> {
  return read(db, CHECK_KEY, checkRecord)
}

export async function noteCheck(db: Executor, record: CheckRecord): Promise<void> {
  await upsertInstallationValue(db, CHECK_KEY, JSON.stringify(record))
}

/** When the index was last built anew, or put back; null when never. */
export async function findRebuild(db: Executor): Promise<RebuildRecord | null> {
  return read(db, REBUILD_KEY, rebuildRecord)
}

export async function noteRebuild(db: Executor, record: Omit<RebuildRecord, 'at'>): Promise<void> {
  const rounded = { ...record, tookMs: Math.round(record.tookMs), at: new Date() }
  await upsertInstallationValue(db, REBUILD_KEY, JSON.stringify(rounded))
}

/** What an older program has written may look different: then it is as if there were none. */
async function read<T>(db: Executor, key: string, schema: z.ZodType<T>): Promise<T | null> {
  const value = await findInstallationValue(db, key)
  if (value === undefined) return null
  try {
    return schema.parse(JSON.parse(value))
  } catch {
    return null
  }
}
