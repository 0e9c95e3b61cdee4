import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isRunning } from '../../scripts/boot/processes.mjs'
import { scratchFolder } from '../../scripts/postgres/account.ts'
import { postmasterOf } from '../../scripts/postgres/postmaster.ts'

/**
 * Removes the servers of runs that were killed: the process that owned them is gone, their folder is not.
 * Each is a folder of that prefix in the scratch folder, with the number of its owner in a file beside it, `<folder>.pid`.
 */
export function sweepAbandoned(prefix: string) {
  const folder = scratchFolder()
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(prefix) && entry.endsWith('.pid'))) {
    const owner = path.join(folder, name)
    const home = owner.slice(0, -'.pid'.length)
    try {
      if (isRunning(Number(readFileSync(owner, 'utf8')))) continue
      const server = postmasterOf(path.join(home, 'data'))
      if (server) process.kill(server.pid, 'SIGQUIT')
      rmSync(home, { recursive: true, force: true })
      rmSync(owner, { force: true })
    } catch {
      // Another run sweeps the same folder, or it belongs to another user: leave it to them.
    }
  }
}
