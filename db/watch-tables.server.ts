import type postgres from 'postgres'
import { PRIVATE_TABLES } from './public-content.ts'

const TRIGGER = 'public_content_raised'

/**
 * Lets every table that visitors can see something of raise the version of the public content: a row trigger that waits
 * for the end of the transaction. Run after migrations; changes nothing where all triggers stand as they should.
 */
export async function watchPublicTables(sql: postgres.Sql): Promise<void> {
  const tables = await sql<{ name: string; watched: boolean }[]>`
    select c.relname as name,
      exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = ${TRIGGER}) as watched
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by 1`
  for (const { name, watched } of tables) {
    const isPublic = !(name in PRIVATE_TABLES)
    if (isPublic === watched) continue
    const table = sql(name)
    await sql.begin(async (tx) => {
      await tx`drop trigger if exists ${sql(TRIGGER)} on ${table}`
      await tx`drop trigger if exists ${sql(`${TRIGGER}_by_truncate`)} on ${table}`
      if (!isPublic) return
      await tx`create constraint trigger ${sql(TRIGGER)} after insert or update or delete on ${table}
        deferrable initially deferred for each row execute function raise_public_content()`
      await tx`create trigger ${sql(`${TRIGGER}_by_truncate`)} after truncate on ${table}
        for each statement execute function raise_public_content()`
    })
  }
}
