import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/*
 * Source Sans 3 (SIL Open Font License 1.1), cut by its package into files for ranges of characters. A document takes
 * the Latin file, and another one only where a text has a character of it.
 */

export type Weight = 'regular' | 'bold' | 'italic'

const CUT: Record<Weight, string> = { regular: '400-normal', bold: '600-normal', italic: '400-italic' }
const RANGES = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese'] as const
export type Range = (typeof RANGES)[number]

const require = createRequire(import.meta.url)

/** The file of a cut of the typeface for a range of characters. */
export const fontFile = (range: Range, weight: Weight): string =>
  require.resolve(`@fontsource/source-sans-3/files/source-sans-3-${range}-${CUT[weight]}.woff`)

/** Signs that the typeface lacks, written with those that it has. */
const INSTEAD: Record<string, string> = {
  '→': '->',
  '←': '<-',
  '⇒': '=>',
  '≥': '>=',
  '≤': '<=',
  '≠': '=/=',
  '≈': '~',
  '✓': 'v',
  '✔': 'v',
  '●': '•',
  '▪': '•',
  '■': '•',
  '−': '–',
  '\u2010': '-',
  '\u2011': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
}

/** Not seen, and in no typeface: joiners, marks of direction, soft hyphens. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}|(?!\n)\p{Cc}/gu

let covered: [Range, [number, number][]][] | undefined

/** Which characters each file has, as its package says. */
function coverage(): [Range, [number, number][]][] {
  if (covered) return covered
  const file = require.resolve('@fontsource/source-sans-3/unicode.json')
  const table = JSON.parse(readFileSync(file, 'utf8')) as Record<Range, string>
  covered = RANGES.map((range) => [
    range,
    table[range].split(',').map((part) => {
      const [from = '', to = from] = part.slice(2).split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    }),
  ])
  return covered
}

const known = new Map<string, Range | undefined>()

function rangeOf(sign: string): Range | undefined {
  if (known.has(sign)) return known.get(sign)
  const code = sign.codePointAt(0) ?? 0
  const range = coverage().find(([, spans]) => spans.some(([from, to]) => code >= from && code <= to))?.[0]
  known.set(sign, range)
  return range
}

export type FontRun = { range: Range; text: string }

/** A text in runs of one font file each; what no file has becomes a question mark. */
export function fontRuns(text: string): FontRun[] {
  const runs: FontRun[] = []
  for (const sign of text
    .normalize('NFC')
    .replace(/[\t\v\f]/g, ' ')
    .replace(UNSEEN, '')) {
    const shown = INSTEAD[sign] ?? sign
    const range = shown.length > sign.length ? 'latin' : rangeOf(shown)
    const last = runs.at(-1)
    // Spaces and signs that Latin has, too, do not end a run.
    if (last && (range === last.range || (range === undefined && last.range === 'latin')))
      last.text += range ? shown : '?'
    else runs.push({ range: range ?? 'latin', text: range ? shown : '?' })
  }
  return runs
}
