import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type FileStore, openFileStore, type StoreOptions } from './file-store.server.ts'
import { clamdScanner, type Scanner } from './scanner.server.ts'

/** Everything that has to do with bytes of files: where they lie, who scans them, and a folder for what is on its way. */
export type Files = {
  store: FileStore
  /** Null where none is configured: files are checked by their content only. */
  scanner: Scanner | null
  /** Of this process, on this machine. */
  incoming: string
}

export function openFiles(options: { store: StoreOptions; scannerUrl?: string; incoming: string }): Files {
  return {
    store: openFileStore(options.store),
    scanner: options.scannerUrl ? clamdScanner(options.scannerUrl) : null,
    incoming: options.incoming,
  }
}

/** A path in the folder of what is on its way; whoever asks for it takes it away again. */
export async function incomingPath({ incoming }: Files): Promise<string> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  return path.join(incoming, randomUUID())
}

/** Hands a stored file over as a file of this machine, and takes it away afterwards. */
export async function withLocalCopy<T>(files: Files, sha256: string, use: (path: string) => Promise<T>): Promise<T> {
  const copy = await incomingPath(files)
  try {
    await pipeline(await files.store.open(sha256), createWriteStream(copy, { mode: 0o600 }))
    return await use(copy)
  } finally {
    await rm(copy, { force: true })
  }
}

/** Takes away what a process that died has left on its way. */
export async function sweepIncoming({ incoming }: Files, before: Date): Promise<void> {
  for (const name of await readdir(incoming).catch(() => [])) {
    const left = path.join(incoming, name)
    const found = await stat(left).catch(() => undefined)
    if (found?.isFile() && found.mtime < before) await rm(left, { force: true })
  }
}
