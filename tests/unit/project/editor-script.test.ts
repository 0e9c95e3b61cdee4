import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const VALUE_IMPORT = /^(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]/gms

/** The packages that a file brings along with all it imports; types alone bring nothing. */
function packagesOf(start: string): Map<string, string> {
  const packages = new Map<string, string>()
  const seen = new Set<string>()
  const walk = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(VALUE_IMPORT)) {
      const own = name.startsWith('#') ? name.slice(1) : name.startsWith('.') && path.join(path.dirname(file), name)
      if (!own) packages.set(name, file)
      else if (existsSync(own)) walk(own)
    }
  }
  walk(start)
  return packages
}

test('the script of the editor knows no routes and no server: it runs outside of Remix, and on slow phones', () => {
  expect([...packagesOf('app/entry.client.tsx').keys()].sort()).toEqual(['idb-keyval', 'react', 'react-dom/client'])
})
