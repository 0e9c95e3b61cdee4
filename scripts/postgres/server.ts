import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { freePort, portIsFree } from '../boot/ports.ts'
import { StartError } from '../boot/start-error.mjs'
import { type Account, canRun, privateFolder, serverAccount } from './account.ts'
import { bundledPostgres, executable, postgresVersion } from './binaries.ts'
import { postmasterOf } from './postmaster.ts'

export type PostgresOptions = {
  /** Folder of this server alone: `data/`, the log, and a copy of the binaries where the account cannot reach them. */
  home: string
  password: string
  /** Wanted port; another free one is taken when it is in use. */
  port: number | undefined
  flags?: string[]
  initdbFlags?: string[]
}

export type PostgresServer = {
  port: number
  version: string
  /** True when a server left behind by a killed process was taken over. */
  reused: boolean
  /** Library links that had to be made, because the install script of the package did not run. */
  linked: number
  url(database: string): string
  stop(mode?: 'fast' | 'immediate'): Promise<void>
}

const READY_SECONDS = 120

/** Starts the bundled PostgreSQL on the loopback address only, or takes over the one that a killed process left behind. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { home, password } = options
  const account = serverAccount(home)
  if (process.getuid?.() === 0 && !account) {
    throw new StartError(
      'PostgreSQL does not run as root, and this system has neither an account "postgres" nor "nobody".',
      'Start as an ordinary user, or give DATABASE_URL.',
    )
  }
  privateFolder(home, account)
  const bundle = bundledPostgres()
  const native = reachableBinaries(bundle.native, home, account)
  const version = postgresVersion(native)
  const data = path.join(home, 'data')
  const stop = (mode: 'fast' | 'immediate' = 'fast') => stopServer(native, data, account, mode)

  if (!existsSync(path.join(data, 'PG_VERSION'))) createCluster(native, home, account, options)
  checkMajorVersion(data, version)

  const left = await leftBehind(data, password)
  if (left === 'stop') await stop('fast')
  const port = typeof left === 'number' ? left : await choosePort(options.port)
  if (typeof left !== 'number') {
    try {
      await launch(native, home, account, port, password, options.flags ?? [])
    } catch (error) {
      await stop('fast')
      throw error
    }
  }
  const reused = typeof left === 'number'
  return { port, version, reused, linked: bundle.linked, url: (database) => urlOf(port, password, database), stop }
}

function urlOf(port: number, password: string, database: string) {
  return `postgres://jipp:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** The binaries where the account can run them: in node_modules, else copied once into the server's home. */
function reachableBinaries(native: string, home: string, account: Account | undefined): string {
  if (canRun(executable(native, 'postgres'), account)) return native
  const copy = path.join(home, `native-${postgresVersion(native)}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.partial`
    rmSync(partial, { recursive: true, force: true })
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    spawnSync('chown', ['-R', `${account?.uid}:${account?.gid}`, partial])
    renameSync(partial, copy)
  }
  if (canRun(executable(copy, 'postgres'), account)) return copy
  throw new StartError(
    `The account that PostgreSQL runs as cannot run the programs in ${copy}.`,
    'Let other users enter that folder, start as an ordinary user, or give DATABASE_URL.',
  )
}

/** initdb into a folder aside, renamed when complete: an interrupted first start leaves nothing half-made. */
function createCluster(native: string, home: string, account: Account | undefined, options: PostgresOptions) {
  const data = path.join(home, 'data')
  const partial = path.join(home, 'data.partial')
  const passwordFile = path.join(home, 'password')
  rmSync(partial, { recursive: true, force: true })
  privateFolder(partial, account)
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 })
  if (account) spawnSync('chown', [`${account.uid}:${account.gid}`, passwordFile])
  const run = spawnSync(
    executable(native, 'initdb'),
    [
      `--pgdata=${partial}`,
      '--username=jipp',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...(options.initdbFlags ?? []),
    ],
    { ...account, cwd: home, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  rmSync(passwordFile, { force: true })
  if (run.status !== 0) {
    throw new StartError(`PostgreSQL could not make its data folder: ${lastLine(run.stderr ?? String(run.error))}`)
  }
  renameSync(partial, data)
}

function checkMajorVersion(data: string, version: string) {
  const stored = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (stored === version.split('.')[0]) return
  throw new StartError(
    `The data in ${data} were written by PostgreSQL ${stored}; this version brings ${version}.`,
    'Go back to the version that wrote them, make a backup (npm run backup), and restore it here (npm run restore).',
  )
}

/** A running server of ours: its port when it answers with our password, `stop` when it does not, else nothing. */
async function leftBehind(data: string, password: string): Promise<number | 'stop' | undefined> {
  const server = postmasterOf(data)
  if (!server) {
    // PostgreSQL would refuse to start over the note of one that is gone.
    rmSync(path.join(data, 'postmaster.pid'), { force: true })
    return undefined
  }
  return (await answers(server.port, password)) ? server.port : 'stop'
}

/** True when the server is ready for us. A server that knows another password never will be. */
async function answers(port: number, password: string): Promise<boolean> {
  const sql = postgres(urlOf(port, password, 'postgres'), { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    await sql`select 1`
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== '28P01') return false
    throw new StartError(
      `The PostgreSQL on port ${port} has another password than .data/settings.json.`,
      'Restore the settings that belong to these data. To begin anew, move the whole .data folder away.',
    )
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted && (await portIsFree(wanted, '127.0.0.1'))) return wanted
  return freePort()
}

async function launch(
  native: string,
  home: string,
  account: Account | undefined,
  port: number,
  password: string,
  flags: string[],
) {
  const logFile = path.join(home, 'postgres.log')
  const log = openSync(logFile, 'w', 0o600)
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`, 'jit=off', ...flags]
  const child = spawn(
    executable(native, 'postgres'),
    ['-D', path.resolve(home, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
    // An own process group: Ctrl-C reaches us first, and the server stops after the last request.
    { ...account, cwd: home, detached: true, stdio: ['ignore', log, log], env: { ...process.env, LC_ALL: 'C' } },
  )
  child.unref()
  let failed: string | undefined
  child.on('error', (error) => {
    failed = error.message
  })
  child.on('exit', () => {
    failed ??= lastLine(readFileSync(logFile, 'utf8'))
  })
  const deadline = Date.now() + READY_SECONDS * 1000
  while (failed === undefined && Date.now() < deadline) {
    if (await answers(port, password)) {
      child.removeAllListeners()
      return
    }
    await sleep(60)
  }
  if (/no space left on device/i.test(failed ?? ''))
    throw new StartError('The disk is full.', `Free some space for ${home}.`)
  throw new StartError(
    `PostgreSQL did not start: ${failed ?? `no answer after ${READY_SECONDS} seconds`}`,
    `Its log is ${logFile}.`,
  )
}

async function stopServer(native: string, data: string, account: Account | undefined, mode: 'fast' | 'immediate') {
  if (!existsSync(path.join(data, 'postmaster.pid'))) return
  const stopped = await new Promise<boolean>((resolve) => {
    const run = spawn(executable(native, 'pg_ctl'), ['stop', '-D', data, '-m', mode, '-w', '-t', '30'], {
      ...account,
      cwd: '/',
      detached: true,
      stdio: 'ignore',
    })
    run.on('error', () => resolve(false))
    run.on('exit', (code) => resolve(code === 0))
  })
  if (!stopped && mode === 'fast') await stopServer(native, data, account, 'immediate')
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n')
  return (lines.findLast((line) => /FATAL|ERROR|error|No space/.test(line)) ?? lines.at(-1) ?? '').trim()
}
