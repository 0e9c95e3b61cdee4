import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { findMeilisearch } from '../../scripts/meilisearch/find.mjs'
import { startMeilisearch } from '../../scripts/meilisearch/server.ts'

/**
 * An own Meilisearch for one test file, stopped after its last test; `undefined` where none is installed.
 * Call it at the top of the file and skip with `describe.skipIf(!meilisearch)`.
 */
export async function testMeilisearch(): Promise<{ url: string; key: string } | undefined> {
  const program = findMeilisearch('.data')
  if (!program) {
    console.warn('\n  SKIPPED: tests that need Meilisearch. No program `meilisearch` was found.\n')
    return undefined
  }
  const home = mkdtempSync(path.join(tmpdir(), 'jipp-test-meilisearch-'))
  const key = randomBytes(16).toString('hex')
  const server = await startMeilisearch({ home, program, key, port: undefined })
  afterAll(async () => {
    await server.stop()
    rmSync(home, { recursive: true, force: true })
  })
  return { url: server.url, key }
}
