import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  FileDamaged,
  FileMissing,
  type FileStore,
  openFileStore,
  type StoreOptions,
  StoreUnavailable,
} from '#app/files/file-store.server.ts'
import { testFolder } from '#tests/support/files.ts'
import { startS3 } from '#tests/support/s3.ts'

const sum = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

const folder = testFolder()
const s3 = await startS3()
const STORES: [string, StoreOptions][] = [
  ['a folder', { kind: 'folder', folder: path.join(folder, 'files') }],
  ['an S3-compatible server', s3.options],
]

describe.each(STORES)('files in %s', (_name, options) => {
  let store: FileStore
  const content = randomBytes(300_000)
  const sha256 = sum(content)
  const big = randomBytes(5_000_000)

  beforeAll(() => {
    store = openFileStore(options)
  })

  test('come back as they went in, from bytes and from a file of this machine', async () => {
    await store.putBytes(content, sha256)
    expect((await store.read(sha256)).equals(content)).toBe(true)

    const source = path.join(folder, `besar-${options.kind}`)
    writeFileSync(source, big)
    await store.put(source, sum(big))
    expect((await buffer(await store.open(sum(big)))).equals(big)).toBe(true)
    expect(await store.has(sum(big))).toBe(true)
  })

  test('are stored once, however often they are sent', async () => {
    await Promise.all([store.putBytes(content, sha256), store.putBytes(content, sha256)])
    const listed = []
    for await (const one of store.list()) if (one.sha256 === sha256) listed.push(one)
    expect(listed).toHaveLength(1)
    expect(Math.abs(listed[0]!.storedAt.getTime() - Date.now())).toBeLessThan(600_000)
  })

  test('are still there for the next process', async () => {
    expect((await openFileStore(options).read(sha256)).equals(content)).toBe(true)
  })

  test('that are not there are missing, not broken', async () => {
    const nothing = sum(Buffer.from('tidak ada'))
    await expect(store.read(nothing)).rejects.toThrow(FileMissing)
    await expect(store.open(nothing)).rejects.toThrow(FileMissing)
    expect(await store.has(nothing)).toBe(false)
  })

  test('that are not what was stored are never handed over whole', async () => {
    const wrong = sum(Buffer.from(`bukan ini ${options.kind}`))
    await putUnderWrongName(store, options, wrong, content)
    await expect(store.read(wrong)).rejects.toThrow(FileDamaged)
    const pieces: Buffer[] = []
    const broken = (async () => {
      for await (const piece of await store.open(wrong)) pieces.push(piece as Buffer)
    })()
    await expect(broken).rejects.toThrow(FileDamaged)
    expect(Buffer.concat(pieces).length).toBeLessThan(content.length)
    await store.delete(wrong)
  })

  test('can be deleted, twice', async () => {
    await store.delete(sha256)
    await store.delete(sha256)
    await expect(store.read(sha256)).rejects.toThrow(FileMissing)
  })

  test('say that they are there', async () => {
    await expect(store.ping()).resolves.toBeUndefined()
  })
})

/** What a broken disk or a stranger with a key to the bucket could do. */
async function putUnderWrongName(store: FileStore, options: StoreOptions, wrong: string, content: Buffer) {
  if (options.kind === 'folder') {
    mkdirSync(path.join(options.folder, wrong.slice(0, 2)), { recursive: true })
    await writeFile(path.join(options.folder, wrong.slice(0, 2), wrong), content)
  } else await store.putBytes(content, wrong)
}

test('a store that is away says so at once, and works again when it is back', { timeout: 30_000 }, async () => {
  const blocked = path.join(folder, 'bukan-folder')
  writeFileSync(blocked, '')
  const away = openFileStore({ kind: 'folder', folder: path.join(blocked, 'files') })
  await expect(away.ping()).rejects.toThrow(StoreUnavailable)
  await expect(away.putBytes(Buffer.from('a'), sum(Buffer.from('a')))).rejects.toThrow(StoreUnavailable)

  await s3.stop()
  const bucket = openFileStore(s3.options)
  await expect(bucket.ping()).rejects.toThrow(StoreUnavailable)
  await expect(bucket.read(sum(Buffer.from('a')))).rejects.toThrow(StoreUnavailable)
})

test('a half-written file of a crash is written again', async () => {
  const content = Buffer.from('utuh'.repeat(1000))
  const own = path.join(folder, 'retak')
  const store = openFileStore({ kind: 'folder', folder: own })
  const place = path.join(own, sum(content).slice(0, 2), sum(content))
  mkdirSync(path.dirname(place), { recursive: true })
  writeFileSync(place, content.subarray(0, 100))
  await store.putBytes(content, sum(content))
  expect((await readFile(place)).equals(content)).toBe(true)
})
