import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'
import { checksumOf, MANIFEST, type Manifest, manifestSchema, unpack } from './archive.server.ts'
import {
  type BackupTable,
  columnsOf,
  findSchemaVersion,
  listBackupTables,
  nameOf,
  PLAIN_FORMATS,
  quoted,
} from './tables.server.ts'

/** Why a backup cannot be restored here, in words for the person who tried. */
export class BackupRefused extends Error {}

/** Where the bytes of files go; the store of the site is one. */
export type FileTarget = { put(file: string, sha256: string): Promise<void> }

type Options = {
  url: string
  files: FileTarget
  source: string
  /** A folder with room for the unpacked archive. */
  workFolder: string
  /** What is in the database goes. Without it only an empty database is filled. */
  replace: boolean
}

/**
 * Puts a backup into a database that has the schema it was made with: all or nothing. Files come first, so that no row
 * names one that is missing. Search documents are to be made anew afterwards.
 */
export async function restoreBackup({ url, files, source, workFolder, replace }: Options): Promise<Manifest> {
  const folder = await mkdtemp(path.join(workFolder, '.restore-'))
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'jipp-restore' } })
  try {
    const manifest = await readArchive(source, folder)
    const schema = await findSchemaVersion(sql)
    if (schema !== manifest.schema)
      throw new BackupRefused(
        'The backup was made by another version of the program: restore it with that version, then update.',
      )
    if (!replace && (await isInUse(sql)))
      throw new BackupRefused(
        'The database is not empty. With --replace everything in it goes and the backup comes in.',
      )
    for (const sha256 of manifest.files) await files.put(path.join(folder, 'files', sha256), sha256)
    await sql.begin(async (tx) => {
      await tx.unsafe(PLAIN_FORMATS)
      await fill(tx, manifest, path.join(folder, 'tables'))
    })
    return manifest
  } finally {
    await sql.end({ timeout: 5 })
    await rm(folder, { recursive: true, force: true })
  }
}

async function readArchive(source: string, folder: string): Promise<Manifest> {
  const damaged = (why: string) => new BackupRefused(`This is no whole backup: ${why}.`)
  try {
    await unpack(source, folder)
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error))
  }
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => null)
  const manifest = manifestSchema.safeParse(text === null ? undefined : parsed(text))
  if (!manifest.success) throw damaged('its list of contents is missing')
  for (const [name, { sha256 }] of Object.entries(manifest.data.tables)) {
    const found = await checksumOf(path.join(folder, 'tables', name)).catch(() => null)
    if (found !== sha256) throw damaged(`the table ${name} is not what was written`)
  }
  for (const sha256 of manifest.data.files) {
    const found = await checksumOf(path.join(folder, 'files', sha256)).catch(() => null)
    if (found !== sha256) throw damaged(`the file ${sha256.slice(0, 12)}… is not what was written`)
  }
  return manifest.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function isInUse(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql<{ used: boolean }[]>`
    select exists (select from users) or exists (select from practices) as used`
  return row?.used ?? false
}

/** Rows refer to each other in circles: references are taken off, and checked when they are put back. */
async function fill(tx: postgres.TransactionSql, manifest: Manifest, folder: string): Promise<void> {
  const tables = await listBackupTables(tx)
  const own = tables.filter(({ schema }) => schema === 'public')
  const references = await tx<{ table: string; name: string; definition: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname = 'public'`
  for (const { table, name } of references) await tx.unsafe(`alter table ${table} drop constraint ${quoted(name)}`)
  for (const table of own) await tx.unsafe(`alter table ${nameOf(table)} disable trigger user`)
  // Whatever was made from the rows goes with them.
  await tx.unsafe(
    `truncate ${own.map(nameOf).join(', ')}, practice_documents, practice_documents_removed, search_queue, sessions`,
  )
  for (const table of tables) await fillTable(tx, table, manifest, folder)
  for (const table of own) await tx.unsafe(`alter table ${nameOf(table)} enable trigger user`)
  for (const { table, name, definition } of references)
    await tx.unsafe(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
  await tx`update public_content set version = version + 1`
  await tx`update search_generation set epoch = gen_random_uuid()`
}

async function fillTable(tx: postgres.TransactionSql, table: BackupTable, manifest: Manifest, folder: string) {
  const name = `${table.schema}.${table.name}`
  const part = manifest.tables[name]
  if (!part) throw new BackupRefused(`The backup has no table ${name}.`)
  if (table.schema !== 'public') await tx.unsafe(`delete from ${nameOf(table)}`)
  const columns = columnsOf({ ...table, columns: part.columns })
  const into = await tx.unsafe(`copy ${nameOf(table)} (${columns}) from stdin`).writable()
  await pipeline(createReadStream(path.join(folder, name)), into)
  for (const column of part.columns) await advanceSequence(tx, table, column)
  // Who held a job is gone.
  if (table.name === '_private_jobs') await tx.unsafe(`update ${nameOf(table)} set locked_at = null, locked_by = null`)
  if (table.name === '_private_job_queues')
    await tx.unsafe(`update ${nameOf(table)} set locked_at = null, locked_by = null`)
}

/** New rows get numbers after those that came. */
async function advanceSequence(tx: postgres.TransactionSql, table: BackupTable, column: string) {
  const [row] = await tx<
    { sequence: string | null }[]
  >`select pg_get_serial_sequence(${nameOf(table)}, ${column}) as sequence`
  if (!row?.sequence) return
  await tx.unsafe(
    `select setval('${row.sequence}', greatest((select max(${quoted(column)}) from ${nameOf(table)}), 1),
      (select count(*) > 0 from ${nameOf(table)}))`,
  )
}
