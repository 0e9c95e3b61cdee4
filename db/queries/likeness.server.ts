import { and, eq, ne, sql } from 'drizzle-orm'
import type { Executor } from '../client.server.ts'
import { practiceLikenesses, practiceRevisions, practices } from '../schema/index.ts'
import type { LikenessAnswer } from '../vocabulary.ts'

/** What was said of the practices that resemble one. */
export async function listLikenesses(db: Executor, practiceId: string) {
  return db
    .select({ otherId: practiceLikenesses.otherId, publicId: practices.publicId, answer: practiceLikenesses.answer })
    .from(practiceLikenesses)
    .innerJoin(practices, eq(practices.id, practiceLikenesses.otherId))
    .where(eq(practiceLikenesses.practiceId, practiceId))
    .limit(500)
}

/** Keeps the answer; the newest one counts. */
export async function insertLikeness(
  db: Executor,
  row: { practiceId: string; otherId: string; answer: LikenessAnswer; answeredBy: string | null; answeredAt: Date },
): Promise<void> {
  await db
    .insert(practiceLikenesses)
    .values(row)
    .onConflictDoUpdate({ target: [practiceLikenesses.practiceId, practiceLikenesses.otherId], set: row })
}

/** A published practice with the chain of what it is itself a replica of. */
export async function findLikenessTarget(db: Executor, publicId: string) {
  const [row] = await db.execute<{ id: string; origins: string[] }>(sql`
    with recursive chain as (
      select id, replica_of_id, 0 as depth from practices where public_id = ${publicId} and state = 'published'
      union all
      select p.id, p.replica_of_id, depth + 1 from practices p join chain c on p.id = c.replica_of_id where depth < 20
    )
    select (select id from chain where depth = 0) as id, coalesce(array_agg(id::text), '{}') as origins from chain`)
  return row?.id ? row : undefined
}

/** Drafts and unpublished records of an agency whose title or name resembles what is typed, most alike first. */
export async function listOwnLikeTitles(
  db: Executor,
  { agencyId, title, except }: { agencyId: string; title: string; except: string | null },
) {
  const name = sql<string>`coalesce(${practiceRevisions.content} -> 'title' ->> 'id', ${practiceRevisions.content} ->> 'brand')`
  const likeness = sql<number>`greatest(similarity(${name}, ${title}), similarity(${practiceRevisions.content} ->> 'brand', ${title}))`
  return db
    .select({ publicId: practices.publicId, title: name, likeness })
    .from(practices)
    .innerJoin(practiceRevisions, eq(practiceRevisions.practiceId, practices.id))
    .where(
      and(
        eq(practices.agencyId, agencyId),
        eq(practices.state, 'unpublished'),
        ne(practiceRevisions.state, 'discarded'),
        except ? ne(practices.publicId, except) : undefined,
        sql`${likeness} > 0.3`,
      ),
    )
    .orderBy(sql`${likeness} desc`, practices.publicId)
    .limit(3)
}
