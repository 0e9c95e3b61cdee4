import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'
import { emptyManifest, MANIFEST, type Manifest, openArchive, writeCounted } from './archive.server.ts'
import {
  type BackupTable,
  columnsOf,
  findSchemaVersion,
  listBackupTables,
  nameOf,
  PLAIN_FORMATS,
  quoted,
} from './tables.server.ts'

/** Where the bytes of files lie; the store of the site is one. */
export type FileSource = {
  list(): AsyncIterable<{ sha256: string }>
  open(sha256: string): Promise<Readable>
}

type Options = { url: string; files: FileSource; target: string; now: Date }

/**
 * Writes everything that makes up an installation into one compressed archive: all tables as they stood at one moment
 * (also while people work), history and audit included, and all files. The archive appears under its name when it is
 * whole.
 */
export async function writeBackup({ url, files, target, now }: Options): Promise<Manifest> {
  const folder = path.dirname(path.resolve(target))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const work = await mkdtemp(path.join(folder, '.backup-'))
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'jipp-backup' } })
  try {
    const part = path.join(work, 'part')
    const whole = path.join(work, 'whole')
    const archive = openArchive(whole)
    const manifest = await sql.begin('isolation level repeatable read read only', async (tx) => {
      const manifest = emptyManifest(await findSchemaVersion(tx), now)
      const [moment] = await tx<{ id: string }[]>`select pg_export_snapshot() as id`
      for (const table of await listBackupTables(tx)) {
        const counted = await writeTable(url, moment?.id ?? '', table, part)
        const name = `${table.schema}.${table.name}`
        manifest.tables[name] = { ...counted, columns: table.columns }
        await archive.add(`tables/${name}`, part)
      }
      return manifest
    })
    for await (const { sha256 } of files.list()) {
      await pipeline(await files.open(sha256), createWriteStream(part))
      manifest.files.push(sha256)
      await archive.add(`files/${sha256}`, part)
    }
    manifest.files.sort()
    await archive.addText(MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`)
    await archive.close()
    await rename(whole, target)
    return manifest
  } finally {
    await sql.end({ timeout: 5 })
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * Writes one table as it stood at the moment of the snapshot. On a connection of its own: after a copy that was read
 * slowly postgres.js may leave its connection paused, and the next question would wait for ever.
 */
async function writeTable(url: string, snapshot: string, table: BackupTable, target: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'jipp-backup' } })
  try {
    await sql.unsafe(`begin isolation level repeatable read read only; set transaction snapshot '${snapshot}'`)
    await sql.unsafe(PLAIN_FORMATS)
    const order = table.key.length > 0 ? table.key.map(quoted).join(', ') : '1'
    const copy = sql.unsafe(`copy (select ${columnsOf(table)} from ${nameOf(table)} order by ${order}) to stdout`)
    return await writeCounted(await copy.readable(), target)
  } finally {
    await sql.end({ timeout: 0 })
  }
}
