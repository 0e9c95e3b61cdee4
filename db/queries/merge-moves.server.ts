import { sql } from 'drizzle-orm'
import type { Transaction } from '../client.server.ts'
import type { MovedRows } from '../schema/merges.ts'

/*
 * What names a practice for somebody's work to come goes along with a merge. What tells of the past stays with the
 * record that it is of: its versions, its history, its letters, coaching, adoptions with a signed letter.
 */

type Reference = {
  /** Under this name the moved rows are kept. */
  name: string
  table: string
  column: string
  /** What tells the rows of the table apart; together with the practice where that is part of the key. */
  key: string
  /** Rows that go along, where not all do. */
  only?: string
  /** Columns of which a practice may stand in one row only: what already names the survivor stays alone. */
  once?: readonly string[]
  /** What else changes with it. */
  also?: string
}

const RUNNING = "t.state in ('active', 'paused')"

const REFERENCES: readonly Reference[] = [
  { name: 'questions', table: 'practice_questions', column: 'practice_id', key: 'id' },
  { name: 'needMatches', table: 'need_matches', column: 'practice_id', key: 'need_id', once: ['need_id'] },
  {
    ...{ name: 'candidates', table: 'adoption_candidates', column: 'practice_id', key: 'adoption_id' },
    only: "exists (select from adoptions a where a.id = t.adoption_id and a.step <= 2 and a.state in ('active', 'paused'))",
    once: ['adoption_id'],
  },
  {
    ...{ name: 'adoptions', table: 'adoptions', column: 'practice_id', key: 'id' },
    only: `${RUNNING} and not exists (select from interests i where i.adoption_id = t.id and i.signed_at is not null)`,
    once: ['agency_id'],
    // The text that was read is of the other practice: from now on it is the one that is on the site.
    also: 'revision_id = (select live_revision_id from practices where id = $1), version = t.version + 1',
  },
  { name: 'replicaRecords', table: 'adoptions', column: 'replica_practice_id', key: 'id' },
  {
    ...{ name: 'likenesses', table: 'practice_likenesses', column: 'other_id', key: 'practice_id' },
    only: 't.practice_id <> $1',
    once: ['practice_id'],
  },
  {
    ...{ name: 'pins', table: 'search_pins', column: 'practice_id', key: 'id' },
    only: 't.removed_at is null',
    once: ['hub_id', 'key', 'language', 'removed_at'],
  },
  {
    ...{ name: 'replicas', table: 'practices', column: 'replica_of_id', key: 'id', only: 't.id <> $1' },
    also: 'search_version = t.search_version + 1',
  },
  { name: 'successors', table: 'practices', column: 'successor_id', key: 'id', only: 't.id <> $1' },
]

/** `$1` stands for the practice that the rows are to name. */
const filledIn = (text: string, to: string) =>
  sql.join(
    text.split('$1').map((part) => sql.raw(part)),
    sql`${to}::uuid`,
  )

function statement({ table, column, key, only, once, also }: Reference, { from, to, keys }: Move) {
  const raw = sql.raw
  const twin =
    once &&
    sql`and not exists (select from ${raw(table)} d where d.${raw(column)} = ${to}::uuid and ${sql.join(
      once.map((name) => raw(`d.${name} is not distinct from t.${name}`)),
      sql` and `,
    )}${raw(table === 'adoptions' ? ` and ${RUNNING.replace('t.', 'd.')}` : '')})`
  return sql<{
    key: string
  }>`update ${raw(table)} t set ${raw(column)} = ${to}::uuid ${also ? sql`, ${filledIn(also, to)}` : sql``}
    where t.${raw(column)} = ${from}::uuid ${keys ? sql`and t.${raw(key)} = any(${`{${keys.join(',')}}`}::uuid[])` : sql``}
      ${only && !keys ? sql`and ${filledIn(only, to)}` : sql``} ${twin ?? sql``}
    returning t.${raw(key)}::text as key`
}

type Move = { from: string; to: string; keys?: readonly string[] }

/** Lets what names `from` for work to come name `to`. Answers the rows by table. */
export async function moveReferences(tx: Transaction, move: { from: string; to: string }): Promise<MovedRows> {
  const moved: MovedRows = {}
  for (const reference of REFERENCES) {
    const rows = await tx.execute<{ key: string }>(statement(reference, move))
    if (rows.length > 0) moved[reference.name] = rows.map(({ key }) => key)
  }
  return moved
}

/**
 * Turns moved rows back to `to`. They are looked for at each practice of `heirs`: the survivor first, then those that it
 * was itself merged into, with what went along there. Rows that are gone or were taken elsewhere stay as they are.
 */
export async function returnReferences(
  tx: Transaction,
  { to, moved, heirs }: { to: string; moved: MovedRows; heirs: readonly { id: string; moved: MovedRows }[] },
): Promise<void> {
  for (const reference of REFERENCES) {
    let keys = moved[reference.name] ?? []
    for (const { id: from, moved: onward } of heirs) {
      const gone = new Set(onward[reference.name])
      const here = keys.filter((key) => !gone.has(key))
      if (here.length > 0) await tx.execute(statement(reference, { from, to, keys: here }))
      keys = keys.filter((key) => gone.has(key))
    }
  }
}
