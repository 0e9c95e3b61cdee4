import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type LockEntry = {
  version?: string
  resolved?: string
  license?: string
  dev?: boolean
  optional?: boolean
  link?: boolean
  integrity?: string
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> }
const installed = Object.entries(lock.packages).filter(([path]) => path !== '')
const production = installed.filter(([, entry]) => !entry.dev)

/** Licences that may reach production: permissive, copyleft per file (MPL) used unchanged, or of a typeface (OFL). */
const ALLOWED =
  /^\(?(MIT|MIT\/X11|OFL-1\.1|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|PostgreSQL|Python-2\.0|MIT-0|MPL-2\.0|WTFPL|CC-BY-3.0)( (OR|AND) [\w.-]+)*\)?$/

/** The package has no licence field, or a vague one; what it says elsewhere was read: MIT, or BSD with two clauses. */
const READ_BY_US = new Set([
  'node_modules/buffers',
  'node_modules/duck',
  'node_modules/busboy',
  'node_modules/eval',
  'node_modules/format',
  'node_modules/png-js',
  'node_modules/require-like',
  'node_modules/streamsearch',
])

/** A build for another platform: npm knows its licence only where it is installed. */
const isForAnotherPlatform = (entry: LockEntry) => entry.optional === true && entry.license === undefined

/** A library that sharp loads as it is, linked at run time: that is what the lesser licence asks for. */
const isLinkedLibrary = (path: string) => path.startsWith('node_modules/@img/sharp-libvips-')

test('every package that reaches production has a licence we may use', () => {
  const others = production
    .filter(([path, entry]) => !READ_BY_US.has(path) && !isLinkedLibrary(path) && !isForAnotherPlatform(entry))
    .filter(([, entry]) => !ALLOWED.test(entry.license ?? ''))
    .map(([path, entry]) => `${path}: ${entry.license ?? 'none'}`)
  expect(others).toEqual([])
})

test('every package is pinned with a checksum, and the lock file names no download address', () => {
  expect(
    installed
      .filter(([, entry]) => !entry.link && !entry.integrity && !isForAnotherPlatform(entry))
      .map(([path]) => path),
  ).toEqual([])
  expect(installed.filter(([, entry]) => entry.resolved?.startsWith('http')).map(([path]) => path)).toEqual([])
})

test('direct dependencies are exact versions', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    string,
    Record<string, string>
  >
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range),
  )
  expect(loose).toEqual([])
})
