import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning } from '../../scripts/boot/processes.mjs'
import { findMeilisearch } from '../../scripts/meilisearch/find.mjs'
import { startMeilisearch } from '../../scripts/meilisearch/server.ts'

/** A Meilisearch that can be killed and started again on its data; `undefined` where none is installed. */
export async function ownMeilisearch() {
  const program = findMeilisearch('.data')
  if (!program) {
    console.warn('\n  SKIPPED: tests that need Meilisearch. No program `meilisearch` was found.\n')
    return undefined
  }
  const home = mkdtempSync(path.join(tmpdir(), 'jipp-own-meilisearch-'))
  const key = randomBytes(16).toString('hex')
  const start = (port: number | undefined) => startMeilisearch({ home, program, key, port })
  let server = await start(undefined)

  /** kill -9: it has no time to close anything. */
  async function kill() {
    const { pid } = JSON.parse(readFileSync(path.join(home, 'meilisearch.json'), 'utf8'))
    process.kill(pid, 'SIGKILL')
    while (isRunning(pid)) await sleep(5)
  }
  async function restart() {
    server = await start(server.port)
  }
  /** Two that kill at once take turns. */
  let turn: Promise<unknown> = Promise.resolve()
  return {
    get url() {
      return server.url
    },
    key,
    kill,
    restart,
    crash() {
      const mine = turn.then(kill).then(restart)
      turn = mine.catch(() => undefined)
      return mine
    },
    async stop() {
      await server.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
