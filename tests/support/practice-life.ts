import { randomInt, randomUUID } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '#db/client.server.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'
import type { Random } from './random.ts'

/*
 * What happens to practices, straight in the database and announced as the verbs announce it, so that a hundred
 * thousand things can happen in minutes. One statement is one transaction.
 */

export const OPERATIONS = [
  ['draft', 3],
  ['publish', 6],
  ['revise', 30],
  ['life', 20],
  ['adopted', 6],
  ['withdraw', 12],
  ['republish', 12],
  ['unpublish', 4],
  ['announce again', 4],
  ['take back', 3],
] as const
export type Operation = (typeof OPERATIONS)[number][0]

const LIVES = ['stopped', 'constrained', 'steady', 'growing']
const MOST_PRACTICES = 400
const WORDS = 'antrean puskesmas guru sampah air izin warga desa lansia perikanan jalan sekolah'.split(' ')

/** The practices of a run, and what can happen to them. */
export function practiceLife(db: Database, random: Random, agencyId: string) {
  const ids: string[] = []
  let made = 0
  const one = () => ids[random.below(ids.length)] ?? randomUUID()

  const text = () => {
    const words = Array.from({ length: 4 }, () => WORDS[random.below(WORDS.length)])
    return JSON.stringify(
      practiceContent({
        brand: `COBA ${made++}`,
        title: { id: words.join(' '), en: null },
        sector: random.chance(0.5) ? 'kesehatan' : 'pendidikan',
      }),
    )
  }

  /** A change of one practice that the public can see, with its announcement. */
  const change = (id: string, set: SQL, where: SQL) => sql`
    with changed as (
      update practices set ${set}, search_version = search_version + 1 where id = ${id} and ${where}
      returning id, search_version
    )
    insert into outbox (topic, entity_id, version) select 'practice', id, search_version from changed`

  const insertPractice = (id: string) => sql`
    insert into practices (id, public_id, agency_id)
    values (${id}, ${`JIPP-97-${randomInt(1_000_000, 1_000_000_000)}`}, ${agencyId})`
  const insertRevision = (id: string, state: 'draft' | 'published') => sql`
    insert into practice_revisions (practice_id, number, state, content, published_at)
    select ${id}, coalesce(max(number), 0) + 1, ${state}, ${text()}::jsonb, ${state === 'published' ? sql`now()` : null}
    from practice_revisions where practice_id = ${id}
    returning id`

  async function start(operation: 'draft' | 'publish') {
    const id = randomUUID()
    await db.transaction(async (tx) => {
      await tx.execute(insertPractice(id))
      const [revision] = await tx.execute<{ id: string }>(
        insertRevision(id, operation === 'publish' ? 'published' : 'draft'),
      )
      if (operation === 'draft') return
      await tx.execute(
        change(id, sql`state = 'published', live_revision_id = ${revision!.id}, first_published_at = now()`, sql`true`),
      )
    })
    ids.push(id)
  }

  /** A new text, published at once. Some are given up at the last moment, some take long. */
  async function revise(id: string) {
    await db
      .transaction(async (tx) => {
        const [revision] = await tx.execute<{ id: string }>(insertRevision(id, 'published'))
        await tx.execute(change(id, sql`live_revision_id = ${revision!.id}`, sql`state = 'published'`))
        if (random.chance(0.02)) await new Promise((resolve) => setTimeout(resolve, 30))
        if (random.chance(0.03)) throw new GivenUp()
      })
      .catch((error: unknown) => {
        // Two that write at once get the same number: one of them loses, as in life.
        if (
          !(error instanceof GivenUp) &&
          !String((error as Error).cause ?? error).includes('practice_revisions_number')
        )
          throw error
      })
  }

  const day = () => `2026-0${1 + random.below(9)}-1${random.below(10)}`

  return {
    ids,
    async happen(operation: Operation): Promise<void> {
      if (operation === 'draft' || operation === 'publish') {
        if (ids.length < MOST_PRACTICES) return start(operation)
        return revise(one())
      }
      const id = one()
      if (operation === 'revise') return revise(id)
      await db.execute(statement(operation, id))
    },
  }

  function statement(operation: Exclude<Operation, 'draft' | 'publish' | 'revise'>, id: string): SQL {
    switch (operation) {
      case 'life':
        return change(
          id,
          sql`life_status = ${LIVES[random.below(LIVES.length)]}, life_confirmed_on = ${day()}`,
          sql`state = 'published'`,
        )
      case 'adopted':
        return change(id, sql`is_demo = is_demo`, sql`true`)
      case 'withdraw':
        return change(
          id,
          sql`state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'duplicate'`,
          sql`state = 'published'`,
        )
      case 'republish':
        return change(
          id,
          sql`state = 'published', withdrawn_at = null, withdrawal_reason = null`,
          sql`state <> 'published' and live_revision_id is not null`,
        )
      case 'unpublish':
        return change(id, sql`state = 'unpublished'`, sql`state = 'published'`)
      case 'announce again':
        return sql`insert into outbox (topic, entity_id, version) select 'practice', id, search_version from practices where id = ${id}`
      case 'take back':
        return change(
          id,
          sql`state = 'unpublished', withdrawn_at = null, withdrawal_reason = null`,
          sql`state = 'withdrawn'`,
        )
    }
  }
}

class GivenUp extends Error {}
