import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { type Files, openFiles } from '#app/files/files.server.ts'

/** A folder that is gone after the last test of the file. */
export function testFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'jipp-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a process would open: a store in a folder of its own (or the one given), a scanner where an address is. */
export function testFiles(folder = testFolder(), scannerUrl?: string): Files {
  return openFiles({
    store: { kind: 'folder', folder: path.join(folder, 'files') },
    scannerUrl,
    incoming: path.join(folder, 'incoming'),
  })
}
