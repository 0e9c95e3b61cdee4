import type postgres from 'postgres'

/** What is made from the rest (search documents), counts attempts, or must not outlive a move (sessions). */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'practice_documents',
  'practice_documents_removed',
  'public_content',
  'rate_limits',
  'search_generation',
  'search_queue',
  'sessions',
])
/** Background work that was ordered and is not done. */
const QUEUE = ['_private_job_queues', '_private_tasks', '_private_jobs']

export type BackupTable = { schema: string; name: string; columns: string[]; key: string[] }

/** Every table whose rows make up an installation, with its columns in the order in which they are written. */
export async function listBackupTables(sql: postgres.Sql | postgres.TransactionSql): Promise<BackupTable[]> {
  const rows = await sql<BackupTable[]>`
    select n.nspname as schema, c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by array_position(i.indkey::int[], a.attnum::int))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary), '{}') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (n.nspname = 'public' or (n.nspname = 'graphile_worker' and c.relname = any(${QUEUE})))
    order by 1, 2`
  return rows.filter(({ schema, name }) => schema !== 'public' || !LEFT_OUT.has(name))
}

/** The newest migration: rows of another schema do not fit. */
export async function findSchemaVersion(sql: postgres.Sql | postgres.TransactionSql): Promise<string> {
  const [row] = await sql<{ hash: string }[]>`
    select hash from drizzle.__drizzle_migrations order by created_at desc, id desc limit 1`
  if (!row) throw new Error('the database has no schema')
  return row.hash
}

/** Values are written alike on every server. */
export const PLAIN_FORMATS = `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601';
  set bytea_output = 'hex'; set extra_float_digits = 1; set statement_timeout = 0`

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
export const nameOf = ({ schema, name }: Pick<BackupTable, 'schema' | 'name'>) => `${quoted(schema)}.${quoted(name)}`
export const columnsOf = ({ columns }: BackupTable) => columns.map(quoted).join(', ')
