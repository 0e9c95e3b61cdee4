import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

export type MeilisearchProgram = { file: string; version: string }

const PROGRAM = process.platform === 'win32' ? 'meilisearch.exe' : 'meilisearch'

/** Where a downloaded program is kept. */
export function downloadTarget(dataDir: string): string {
  return path.join(dataDir, 'bin', PROGRAM)
}

/** The program on the PATH, else the one that was downloaded before, else nothing. */
export function findMeilisearch(dataDir: string | undefined): MeilisearchProgram | undefined {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, PROGRAM))
  const candidates = dataDir ? [...onPath, path.resolve(downloadTarget(dataDir))] : onPath
  for (const file of candidates) {
    const version = isExecutable(file) ? versionOf(file) : undefined
    if (version) return { file, version }
  }
  return undefined
}

/** "1.50.0" of a program that runs here and speaks the API of version 1. */
export function versionOf(file: string): string | undefined {
  const run = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 5000 })
  return run.status === 0 ? /\b1\.\d+\.\d+/.exec(run.stdout)?.[0] : undefined
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return path.isAbsolute(file)
  } catch {
    return false
  }
}
