import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type Readable, Transform } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Where files lie: under the SHA-256 of their content, so that the same content is stored once and cannot be mixed up. */
export type FileStore = {
  /** Stores a file of this machine. Storing the same content again changes nothing. */
  put(path: string, sha256: string): Promise<void>
  putBytes(content: Uint8Array, sha256: string): Promise<void>
  /** The whole content, which is what the checksum says. */
  read(sha256: string): Promise<Buffer>
  /** The content piece by piece; the last piece comes only when all of it is what the checksum says. */
  open(sha256: string): Promise<Readable>
  has(sha256: string): Promise<boolean>
  delete(sha256: string): Promise<void>
  /** Checksums of what is stored, with the moment since which it is. */
  list(): AsyncIterable<{ sha256: string; storedAt: Date }>
  /** Rejects when nothing can be stored or read now. */
  ping(): Promise<void>
}

/** The store does not answer. */
export class StoreUnavailable extends Error {}
/** Nothing is stored under this checksum. */
export class FileMissing extends Error {}
/** What is stored is not what was stored. */
export class FileDamaged extends Error {}

export type StoreOptions =
  | { kind: 'folder'; folder: string }
  | { kind: 's3'; endpoint?: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string }

/** Opens the store that the settings name: a folder of this machine, or a bucket of an S3-compatible service. */
export function openFileStore(options: StoreOptions): FileStore {
  if (options.kind === 's3') return storeOn(() => openBucket(options))
  const disk = new Disk(new FSDriver({ location: options.folder, visibility: 'private' }))
  return storeOn(async () => disk)
}

/** The library is big, and loaded only where it is used. */
async function openBucket({ kind: _kind, accessKeyId, secretAccessKey, ...options }: StoreOptions & { kind: 's3' }) {
  const { S3Driver } = await import('flydrive/drivers/s3')
  return new Disk(
    new S3Driver({
      ...options,
      visibility: 'private',
      supportsACL: false,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: options.endpoint !== undefined,
      maxAttempts: 2,
      requestHandler: { connectionTimeout: 3_000, requestTimeout: 30_000 },
      // Services other than Amazon's do not know the newer checksums; ours are checked by us.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    }),
  )
}

const PROBE = 'probe'
const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`
const KEY = /^[0-9a-f]{2}\/([0-9a-f]{64})$/

function storeOn(open: () => Promise<Disk>): FileStore {
  let opened: Promise<Disk> | undefined
  const diskOf = () => {
    opened ??= open()
    return opened
  }
  /** Whether it lies there already, whole: what a crash left half written is written again. */
  async function isStored(disk: Disk, sha256: string): Promise<boolean> {
    if (!(await disk.exists(keyOf(sha256)))) return false
    const hash = createHash('sha256')
    for await (const piece of await disk.getStream(keyOf(sha256))) hash.update(piece as Buffer)
    return hash.digest('hex') === sha256
  }
  return {
    put: (path, sha256) =>
      answered(async () => {
        const disk = await diskOf()
        if (await isStored(disk, sha256)) return
        const { size } = await stat(path)
        await disk.putStream(keyOf(sha256), createReadStream(path), { contentLength: size })
      }),
    putBytes: (content, sha256) =>
      answered(async () => {
        const disk = await diskOf()
        if (!(await isStored(disk, sha256))) await disk.put(keyOf(sha256), content)
      }),
    read: (sha256) =>
      answered(async () => {
        const disk = await diskOf()
        const content = await buffer(await disk.getStream(keyOf(sha256)))
        if (createHash('sha256').update(content).digest('hex') !== sha256) throw new FileDamaged(sha256)
        return content
      }),
    open: (sha256) =>
      answered(async () => {
        const disk = await diskOf()
        if (!(await disk.exists(keyOf(sha256)))) throw new FileMissing(sha256)
        const source = await disk.getStream(keyOf(sha256))
        const checked = checkedBy(sha256)
        source.once('error', (error) => checked.destroy(error))
        checked.once('close', () => source.destroy())
        return source.pipe(checked)
      }),
    has: (sha256) => answered(async () => (await diskOf()).exists(keyOf(sha256))),
    delete: (sha256) => answered(async () => (await diskOf()).delete(keyOf(sha256))),
    list: () => listed(diskOf),
    ping: () => answered(async () => (await diskOf()).put(PROBE, 'ok')),
  }
}

async function* listed(open: () => Promise<Disk>) {
  const disk = await open()
  let paginationToken: string | undefined
  do {
    const page = await answered(() => disk.listAll('/', { recursive: true, paginationToken }))
    for (const object of page.objects) {
      const sha256 = object.isFile ? KEY.exec(object.key)?.[1] : undefined
      if (sha256) yield { sha256, storedAt: (await answered(() => disk.getMetaData(keyOf(sha256)))).lastModified }
    }
    paginationToken = page.paginationToken
  } while (paginationToken)
}

/** Lets content through one piece late, and the last one only when the checksum of all is right. */
function checkedBy(sha256: string): Transform {
  const hash = createHash('sha256')
  let held: Buffer | undefined
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece)
      const late = held
      held = piece
      done(null, late)
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, held)
      else done(new FileDamaged(sha256))
    },
  })
}

/** Names what went wrong: it is not there, it is damaged, or nobody answers. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof FileDamaged || error instanceof FileMissing) throw error
    if (isMissing(error)) throw new FileMissing('not stored', { cause: error })
    throw new StoreUnavailable('the store of files does not answer', { cause: error })
  }
}

function isMissing(error: unknown): boolean {
  for (let e = error, depth = 0; e instanceof Error && depth < 4; e = e.cause, depth++) {
    const { code, $metadata } = e as { code?: string; $metadata?: { httpStatusCode?: number } }
    if (code === 'ENOENT' || e.name === 'NoSuchKey' || e.name === 'NotFound') return true
    if ($metadata?.httpStatusCode === 404 && e.name !== 'NoSuchBucket') return true
  }
  return false
}
