import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** The account that the database server runs as. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number }

/** `undefined`: as ourselves. As root: the owner of an existing data folder, else `postgres`, else `nobody`. */
export function serverAccount(home: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (existsSync(home)) {
    const { uid, gid } = statSync(home)
    if (uid !== 0) return { uid, gid }
  }
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid && gid !== undefined) return { uid, gid }
  }
  return undefined
}

function idOf(option: '-u' | '-g', name: string): number | undefined {
  const run = spawnSync('id', [option, name], { encoding: 'utf8' })
  return run.status === 0 ? Number(run.stdout.trim()) : undefined
}

/** Makes a private folder that belongs to the account. */
export function privateFolder(folder: string, account: Account | undefined) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!account) return
  chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
}

/** True when the account can enter the folder: every folder above it lets it pass. */
export function canEnter(folder: string, account: Account | undefined): boolean {
  if (!account) return true
  const run = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' })
  return run.status === 0
}

/** True when the account can run this program. */
export function canRun(program: string, account: Account | undefined): boolean {
  if (!account) return true
  return spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
}

/** A folder for short-lived servers: the temporary one, unless it is private to us and the server runs as somebody else. */
export function scratchFolder(): string {
  const account = serverAccount('')
  return [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canEnter(folder, account)) ?? tmpdir()
}
