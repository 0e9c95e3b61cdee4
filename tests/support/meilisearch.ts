import { afterAll } from 'vitest'
import { ownMeilisearch } from './own-meilisearch.ts'

/**
 * An own Meilisearch for one test file, stopped after its last test; `undefined` where none is installed.
 * Call it at the top of the file and skip with `describe.skipIf(!meilisearch)`.
 */
export async function testMeilisearch(): Promise<{ url: string; key: string } | undefined> {
  const own = await ownMeilisearch()
  if (own) afterAll(own.stop)
  return own
}
