// `npm run lock:complete`: adds the platform packages that a partial registry mirror left out of package-lock.json.
// Without them `npm ci` refuses the file everywhere, also on the platforms that do not need them.
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'package-lock.json'
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const missing = listMissing(lock.packages)
const added = missing.filter(({ system, processor }) => system && processor)
const unknown = missing.filter(({ system, processor }) => !system || !processor)

if (process.argv.includes('--check')) {
  for (const { place, version } of missing) console.error(`package-lock.json lacks ${place} ${version}`)
  if (missing.length > 0) console.error('Run: npm run lock:complete')
  process.exit(missing.length > 0 ? 1 : 0)
}

for (const { place, version, dev, system, processor, libc } of added) {
  lock.packages[place] = {
    version,
    cpu: [processor],
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    os: [system],
  }
}
const names = Object.keys(lock.packages).toSorted((a, b) => a.localeCompare(b, 'en'))
lock.packages = Object.fromEntries(names.map((name) => [name, lock.packages[name]]))
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
for (const { place } of unknown) console.error(`Not added, its name tells no platform: ${place}`)
console.log(`${added.length} platform packages added to ${FILE}`)
process.exitCode = unknown.length > 0 ? 1 : 0

/** Optional dependencies in an exact version that no place of the tree provides. */
function listMissing(packages) {
  const found = new Map()
  for (const [parent, { optionalDependencies = {}, dev, devOptional }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (resolves(packages, parent, name) || !/^\d+\.\d+\.\d+/.test(version)) continue
      const top = `node_modules/${name}`
      const place = found.has(top) && found.get(top).version !== version ? `${parent}/${top}` : top
      const words = name.replace(/^.*\//, '').replace('windows', 'win32').split(/[-_]/)
      const libc = words.some((word) => word.startsWith('musl'))
        ? 'musl'
        : words.some((word) => word.startsWith('gnu')) && words.includes('linux')
          ? 'glibc'
          : undefined
      found.set(place, {
        place,
        version,
        dev: Boolean(dev || devOptional),
        system: SYSTEMS.find((system) => words.includes(system)),
        processor: PROCESSORS.find((processor) => words.includes(processor)),
        libc,
      })
    }
  }
  return [...found.values()]
}

/** Node's own rule: the folder of the package, then every folder above it. */
function resolves(packages, parent, name) {
  for (let place = parent; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    if (packages[`${place ? `${place}/` : ''}node_modules/${name}`]) return true
    if (!place) return false
    if (!place.includes('/node_modules/')) return Boolean(packages[`node_modules/${name}`])
  }
}
