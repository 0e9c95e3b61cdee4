import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { extract, type Pack, pack } from 'tar-stream'
import { z } from 'zod'

const FORMAT = 1

const partSchema = z.object({ rows: z.number().int(), sha256: z.string() })

/** What an archive holds, with the checksum of every part. It is the last entry: an archive without it was cut off. */
export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  schema: z.string(),
  tables: z.record(z.string(), partSchema.extend({ columns: z.array(z.string()) })),
  files: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
})
export type Manifest = z.infer<typeof manifestSchema>

export const MANIFEST = 'manifest.json'
export const emptyManifest = (schema: string, madeAt: Date): Manifest => ({
  ...{ format: FORMAT, schema, tables: {}, files: [] },
  madeAt: madeAt.toISOString(),
})

/** Writes a stream to a file and answers its checksum and how many lines it has. */
export async function writeCounted(source: NodeJS.ReadableStream, target: string) {
  const hash = createHash('sha256')
  let rows = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      for (const byte of chunk) if (byte === 10) rows += 1
      done(null, chunk)
    },
  })
  await pipeline(source, count, createWriteStream(target, { mode: 0o600 }))
  return { rows, sha256: hash.digest('hex') }
}

export async function checksumOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** An archive that is being written, compressed. */
export function openArchive(file: string) {
  const archive = pack()
  const written = pipeline(archive, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600 }))
  return {
    /** A file of this machine under a name of the archive. */
    async add(name: string, source: string) {
      const { size } = await stat(source)
      if (size === 0) return addWhole(archive, name, Buffer.alloc(0))
      await new Promise<void>((resolve, reject) => {
        const entry = archive.entry({ ...{ name, size }, mode: 0o600 }, (error) => (error ? reject(error) : resolve()))
        createReadStream(source).on('error', reject).pipe(entry)
      })
    },
    addText: (name: string, text: string) => addWhole(archive, name, Buffer.from(text)),
    async close() {
      archive.finalize()
      await written
    },
  }
}

const addWhole = (archive: Pack, name: string, body: Buffer) =>
  new Promise<void>((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, body, (error) => (error ? reject(error) : resolve()))
  })

/** Names that an archive of ours can hold: nothing that leads out of the folder. */
const NAME = /^(?:manifest\.json|tables\/[a-z_]+\.[a-z_]+|files\/[0-9a-f]{64})$/

/** Unpacks an archive into a folder; throws where it holds anything that a backup does not. */
export async function unpack(file: string, folder: string): Promise<void> {
  await Promise.all(['tables', 'files'].map((name) => mkdir(path.join(folder, name), { recursive: true })))
  const archive = extract()
  archive.on('entry', ({ name, type }, entry, next) => {
    if (type !== 'file' || !NAME.test(name)) return next(new Error(`${name} does not belong into a backup`))
    pipeline(entry, createWriteStream(path.join(folder, name), { mode: 0o600 })).then(() => next(), next)
  })
  await pipeline(createReadStream(file), createGunzip(), archive)
}
