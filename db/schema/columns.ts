import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Primary key made by the database. */
export const id = () => uuid().primaryKey().defaultRandom()

/** A moment in time, kept with zone, read as a Date. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })

export const createdAt = () => moment().notNull().defaultNow()

/** A check that a text column holds one of the words of a vocabulary list. */
export function oneOf(name: string, column: AnyPgColumn, words: readonly (string | number)[]) {
  const list = sql.raw(words.map((word) => (typeof word === 'number' ? String(word) : `'${word}'`)).join(', '))
  return check(name, sql`${column} in (${list})`)
}

/** A check that a text column is not blank. */
export function filled(name: string, column: AnyPgColumn) {
  return check(name, sql`length(btrim(${column})) > 0`)
}
