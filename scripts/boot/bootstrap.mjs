import { chmodSync, existsSync, mkdirSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { acquireLock } from './lock.mjs'
import { installPackages } from './packages.mjs'
import { Stages } from './stages.mjs'
import { explain, StartError } from './start-error.mjs'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const STAGES = 9

/**
 * Everything before the first package exists, with nothing but Node's own modules; then the stages of serve.ts.
 * @param {string[]} args `--dev` serves the sources in place of the build
 */
export async function start(args) {
  let release = () => {}
  // While packages are installed nothing else runs yet: leaving at once loses nothing.
  const leave = () => {
    release()
    process.exit(0)
  }
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  try {
    const given = prepare()
    release = acquireLock(given.dataDir, process.env.PORT || 3000)
    const stages = new Stages(STAGES)
    await stages.run('packages', (report) => installPackages(ROOT, report))
    const { register } = await import('tsx/esm/api')
    register()
    const { serve } = await import('./serve.ts')
    process.off('SIGINT', leave)
    process.off('SIGTERM', leave)
    await serve({ ...given, dev: args.includes('--dev'), stages, release })
  } catch (error) {
    release()
    console.error(explain(error))
    process.exit(1)
  }
}

/** The working folder, the environment file and the data folder. */
function prepare() {
  process.chdir(ROOT)
  if (existsSync('.env')) process.loadEnvFile('.env')
  const givenNodeEnv = process.env.NODE_ENV
  const dataDir = path.resolve(process.env.JIPP_DATA_DIR || '.data')
  makePrivate(dataDir)
  checkSpace(dataDir)
  return { dataDir, givenNodeEnv }
}

/** @param {string} folder */
function makePrivate(folder) {
  try {
    const isNew = !existsSync(folder)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (isNew) chmodSync(folder, 0o700)
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'ENOSPC') throw error
    throw new StartError(
      `The folder ${folder} cannot be made (${code}).`,
      'Make the project folder writable for this user, or set JIPP_DATA_DIR to a folder that is.',
    )
  }
}

/** @param {string} folder */
function checkSpace(folder) {
  const { bavail, bsize } = statfsSync(folder)
  const free = (bavail * bsize) / 1e6
  const isInstalled = existsSync(path.join(ROOT, 'node_modules'))
  const needed = existsSync(path.join(folder, 'settings.json')) ? 50 : isInstalled ? 250 : 1500
  if (free >= needed) return
  throw new StartError(
    `The disk is full: ${Math.floor(free)} MB are free for ${folder}, ${needed} MB are needed.`,
    'Free some space, or set JIPP_DATA_DIR to a folder on another disk.',
  )
}
