import type { PracticeContent } from '#db/practice-content.ts'
import type { MinorKind } from '#db/vocabulary.ts'
import { sectionEntries } from './section-form.ts'
import { SECTIONS, type Section } from './sections.ts'

/*
 * What counts as a minor edit. A hub chooses which kinds its authors may publish without a review; everything that is
 * not named here (titles, brand, results, costs, parts, classification, fields added later) always needs one.
 */

/** Fields in which any change is one of the contact. */
const CONTACT: ReadonlySet<string> = new Set(['contactEmail', 'unit'])

/** Fields in which any change is one of the links. */
const LINKS: ReadonlySet<string> = new Set(['sources'])

/** Fields of running text in which a slip of the pen may be corrected. */
const PROSE: ReadonlySet<string> = new Set([
  'tagline.id',
  'tagline.en',
  'text.id',
  'text.en',
  'problem.id',
  'problem.en',
  'approach.id',
  'approach.en',
])

/** Letters that a corrected field may differ by: two, or one in a hundred of a longer text, never more than twelve. */
const TYPO = { least: 2, share: 0.01, most: 12 }

/** Words that turn a sentence round: as many before as after. */
const TURNING = /(?<![\p{L}])(tidak|tak|bukan|belum|tanpa|jangan|kecuali|not|no|never|without|except)(?![\p{L}])/giu
const FIGURES = /\d+(?:[.,]\d+)*/gu

export type MinorChange = { section: Section; field: string; kind: MinorKind | null }

/** Every field that differs between two texts, with the kind of minor edit that it is; null for none. */
export function minorChanges(before: PracticeContent, after: PracticeContent): MinorChange[] {
  return SECTIONS.flatMap((section) => {
    const [old, next] = [byName(before, section), byName(after, section)]
    const names = [...new Set([...old.keys(), ...next.keys()])]
    return names.flatMap((field): MinorChange[] => {
      const [from, to] = [old.get(field) ?? '', next.get(field) ?? '']
      return from === to ? [] : [{ section, field, kind: kindOf(field, from, to) }]
    })
  })
}

/** Whether a text differs from the published one in nothing but what the hub allows without a review. */
export function isMinorEdit(before: PracticeContent, after: PracticeContent, allowed: readonly MinorKind[]): boolean {
  const changes = minorChanges(before, after)
  return (
    changes.length > 0 &&
    changes.every(({ kind }) => kind !== null && allowed.includes(kind)) &&
    sameBeside(before, after)
  )
}

/** What is not running text, contact or link must be the same to the letter, also where no form shows it. */
function sameBeside(before: PracticeContent, after: PracticeContent): boolean {
  const beside = ({ tagline, unit, contactEmail, story, problem, approach, sources, ...rest }: PracticeContent) =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)))
  return beside(before) === beside(after)
}

/** The values of a section by field; a field with several values is one text. */
function byName(content: PracticeContent, section: Section): Map<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of sectionEntries(content, section)) {
    const earlier = values.get(name)
    values.set(name, earlier === undefined ? value : `${earlier}\n${value}`)
  }
  return values
}

function kindOf(field: string, from: string, to: string): MinorKind | null {
  if (CONTACT.has(field)) return 'contact'
  if (LINKS.has(field)) return 'links'
  return PROSE.has(field) && isTypo(from, to) ? 'typo' : null
}

/** Whether one text is the other with a few letters changed, the same figures and the same turning words. */
export function isTypo(from: string, to: string): boolean {
  if (from.trim() === '' || to.trim() === '') return false
  const most = Math.min(TYPO.most, Math.max(TYPO.least, Math.floor(Math.max(from.length, to.length) * TYPO.share)))
  return (
    same(from.match(FIGURES), to.match(FIGURES)) &&
    same(lower(from.match(TURNING)), lower(to.match(TURNING))) &&
    lettersApart(from, to, most) <= most
  )
}

const lower = (words: readonly string[] | null) => words?.map((word) => word.toLowerCase()) ?? null
const same = (a: readonly string[] | null, b: readonly string[] | null) =>
  JSON.stringify([...(a ?? [])].sort()) === JSON.stringify([...(b ?? [])].sort())

/** The edit distance of two texts in letters; more than `most` is told as `most + 1`, at once. */
export function lettersApart(from: string, to: string, most: number): number {
  const [a, b] = [[...from], [...to]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const [low, high] = [Math.max(1, i - most), Math.min(b.length, i + most)]
    const next = new Array<number>(b.length + 1).fill(most + 1)
    next[0] = i
    let best = i
    for (let j = low; j <= high; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(replaced, (row[j] ?? most + 1) + 1, next[j - 1]! + 1)
      best = Math.min(best, next[j]!)
    }
    if (best > most) return most + 1
    row = next
  }
  return Math.min(row[b.length]!, most + 1)
}
