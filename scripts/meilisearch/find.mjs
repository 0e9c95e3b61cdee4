import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

/** @typedef {{ file: string, version: string }} MeilisearchProgram */

const PROGRAM = process.platform === 'win32' ? 'meilisearch.exe' : 'meilisearch'

/**
 * Where a downloaded program is kept.
 * @param {string} dataDir
 */
export function downloadTarget(dataDir) {
  return path.resolve(dataDir, 'bin', PROGRAM)
}

/**
 * The program on the PATH, else the one that was downloaded before, else nothing.
 * @param {string} dataDir
 * @returns {MeilisearchProgram | undefined}
 */
export function findMeilisearch(dataDir) {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, PROGRAM))
  for (const file of [...onPath, downloadTarget(dataDir)]) {
    const version = isExecutable(file) ? versionOf(file) : undefined
    if (version) return { file, version }
  }
  return undefined
}

/**
 * "1.50.0" of a program that runs here and speaks the API of version 1.
 * @param {string} file
 * @returns {string | undefined}
 */
export function versionOf(file) {
  const run = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 5000 })
  return run.status === 0 ? /\b1\.\d+\.\d+/.exec(run.stdout)?.[0] : undefined
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return path.isAbsolute(file)
  } catch {
    return false
  }
}
