import { and, asc, count, desc, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import type { Bilingual } from '../practice-content.ts'
import { organisations, practiceRevisions, practices, searchPins, users } from '../schema/index.ts'
import type { Language } from '../vocabulary.ts'

export type PinRow = typeof searchPins.$inferSelect
/** Which pins somebody works with: those of their own hub, all of them, or none. */
export type PinScope = { kind: 'none' } | { kind: 'hub'; hubId: string } | { kind: 'all' }

/** A result has no more pins than this, however many hubs want one. */
const MOST = 3

const scoped = (scope: PinScope) =>
  scope.kind === 'all' ? undefined : scope.kind === 'hub' ? eq(searchPins.hubId, scope.hubId) : sql`false`
const live = (today: string) => and(isNull(searchPins.removedAt), gte(searchPins.expiresOn, today))

/** What is pinned for a search today, in its order: published practices only, each once. `hub` is the name readers see. */
export async function listPinsFor(
  db: Executor,
  { key, lang, today }: { key: string; lang: Language; today: string },
): Promise<{ practiceId: string; position: number; reason: string; hub: string }[]> {
  const rows = await db
    .select({
      practiceId: searchPins.practiceId,
      position: searchPins.position,
      reason: searchPins.reason,
      hub: sql<string>`coalesce(${organisations.name}, 'JIPP')`,
    })
    .from(searchPins)
    .innerJoin(practices, and(eq(practices.id, searchPins.practiceId), eq(practices.state, 'published')))
    .leftJoin(organisations, eq(organisations.id, searchPins.hubId))
    .where(and(eq(searchPins.key, key), live(today), or(isNull(searchPins.language), eq(searchPins.language, lang))))
    .orderBy(asc(searchPins.position), asc(searchPins.createdAt), asc(searchPins.id))
    .limit(20)
  const once = rows.filter((row, at) => rows.findIndex(({ practiceId }) => practiceId === row.practiceId) === at)
  return once.slice(0, MOST)
}

/** Pins that are not removed, those that hold first; expired ones that ended on or after `endedSince`. */
export async function listPins(
  db: Executor,
  scope: PinScope,
  { today, endedSince }: { today: string; endedSince: string },
) {
  return db
    .select({
      id: searchPins.id,
      kind: searchPins.kind,
      target: searchPins.target,
      position: searchPins.position,
      language: searchPins.language,
      reason: searchPins.reason,
      expiresOn: searchPins.expiresOn,
      version: searchPins.version,
      isExpired: sql<boolean>`${searchPins.expiresOn} < ${today}::date`,
      hub: organisations.name,
      publicId: practices.publicId,
      isPublished: sql<boolean>`${practices.state} = 'published'`,
      title: sql<Bilingual | null>`${practiceRevisions.content}->'title'`,
      brand: sql<string | null>`${practiceRevisions.content}->>'brand'`,
      createdBy: users.name,
      createdAt: searchPins.createdAt,
    })
    .from(searchPins)
    .innerJoin(practices, eq(practices.id, searchPins.practiceId))
    .leftJoin(practiceRevisions, eq(practiceRevisions.id, practices.liveRevisionId))
    .leftJoin(organisations, eq(organisations.id, searchPins.hubId))
    .leftJoin(users, eq(users.id, searchPins.createdBy))
    .where(and(scoped(scope), isNull(searchPins.removedAt), gte(searchPins.expiresOn, endedSince)))
    .orderBy(
      sql`${searchPins.expiresOn} < ${today}::date`,
      asc(searchPins.key),
      asc(searchPins.position),
      desc(searchPins.createdAt),
    )
    .limit(500)
}

/** A pin of this scope that is not removed. */
export async function findPin(db: Executor, scope: PinScope, id: string): Promise<PinRow | undefined> {
  const [row] = await db
    .select()
    .from(searchPins)
    .where(and(eq(searchPins.id, id), scoped(scope), isNull(searchPins.removedAt)))
  return row
}

/** How many pins a hub (null: the national office) has for a search today, beside one of them. */
export async function countPins(
  db: Executor,
  { hubId, key, today, except }: { hubId: string | null; key: string; today: string; except?: string },
): Promise<number> {
  const owner = hubId ? eq(searchPins.hubId, hubId) : isNull(searchPins.hubId)
  const others = except ? sql`${searchPins.id} <> ${except}` : undefined
  const [row] = await db
    .select({ n: count() })
    .from(searchPins)
    .where(and(owner, eq(searchPins.key, key), live(today), others))
  return row?.n ?? 0
}

/** The new pin; `undefined` when this practice is pinned there already by the same hub for the same readers. */
export async function insertPin(
  tx: Executor,
  row: Omit<typeof searchPins.$inferInsert, 'id' | 'version'>,
): Promise<{ id: string } | undefined> {
  const [created] = await tx.insert(searchPins).values(row).onConflictDoNothing().returning({ id: searchPins.id })
  return created
}

/** Changes a pin that still has this version; answers whether it did. */
export async function updatePin(
  tx: Executor,
  { id, version }: { id: string; version: number },
  changes: Partial<Pick<PinRow, 'position' | 'reason' | 'expiresOn' | 'removedAt' | 'removedBy'>>,
): Promise<boolean> {
  const rows = await tx
    .update(searchPins)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(searchPins.id, id), eq(searchPins.version, version), isNull(searchPins.removedAt)))
    .returning({ id: searchPins.id })
  return rows.length > 0
}
