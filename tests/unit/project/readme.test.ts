import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const DOCUMENTS = ['README.md', '.github/CONTRIBUTING.md']
/** A path is named in backticks or as the target of a link, and starts with one of our folders. */
const NAMED = /(?:`|\]\()((?:app|db|search|scripts|tests|\.github|public)\/[\w./$-]*)/g

function namedPaths(document: string): string[] {
  const text = readFileSync(document, 'utf8')
  return [...new Set([...text.matchAll(NAMED)].map((match) => match[1] ?? ''))]
}

test.each(DOCUMENTS)('every path named in %s exists', (document) => {
  const paths = namedPaths(document)
  expect(paths.length).toBeGreaterThan(2)
  expect(paths.filter((path) => !existsSync(path))).toEqual([])
})

test('every command named in the README exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const named = [...readFileSync('README.md', 'utf8').matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '')
  expect(named.length).toBeGreaterThan(4)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
