import type { SearchableText } from '../indexes/practices.ts'
import { type PracticeDocument, textsOf } from '../indexes/practices.ts'
import { conceptsIn } from '../language/concepts.ts'
import { stem } from '../language/stem.ts'
import { isIndexable, tokenise } from '../language/tokenise.ts'
import { indexWords } from '../language/words.ts'
import { TEXT_PARTS, type TextPart } from './weights.ts'

/** Bits of a count; eight parts fill 32. */
const BITS = 4
const MOST = (1 << BITS) - 1

/** How often a term stands in each part, packed into 32 bits. */
export type PackedCounts = number

export const countIn = (counts: PackedCounts, part: number) => (counts >>> (part * BITS)) & MOST

/** What the indexes hold of a document: stems, pairs of stems and concepts. */
export type DocumentTerms = {
  /** Term → its counts. */
  terms: Map<string, PackedCounts>
  /** Number of words in each part. */
  lengths: number[]
  /** Every word as it is written, once: for mending typing errors. */
  words: string[]
}

/** Two stems side by side. */
export const pairOf = (first: string, second: string) => `${first}_${second}`

/** Pairs are kept where phrases are telling: elsewhere they would cost much and say little. */
const WITH_PAIRS: ReadonlySet<TextPart> = new Set(['name', 'title', 'subjects', 'terms'])

const PART_OF: Record<SearchableText['field'], TextPart> = {
  brand: 'name',
  title: 'title',
  subjects: 'subjects',
  terms: 'terms',
  tagline: 'summary',
  summary: 'summary',
  problem: 'story',
  approach: 'story',
  background: 'story',
  implementation: 'story',
  novelty: 'story',
  significance: 'story',
  topics: 'topics',
  replicated: 'context',
  adaptability: 'context',
  resources: 'context',
  sustainability: 'context',
  results: 'context',
  agency: 'context',
  region: 'context',
}

/** Takes a document apart into terms. */
export function documentTerms(document: PracticeDocument): DocumentTerms {
  const found: DocumentTerms = { terms: new Map(), lengths: TEXT_PARTS.map(() => 0), words: [] }
  const words = new Set<string>()
  for (const { field, text } of textsOf(document)) addText(found, words, PART_OF[field], text)
  const joined = joinedName(document.brand)
  if (joined) {
    words.add(joined)
    count(found, stem(joined), 0)
  }
  return { ...found, words: [...words] }
}

function addText(found: DocumentTerms, words: Set<string>, part: TextPart, text: string) {
  const number = TEXT_PARTS.indexOf(part)
  const stems: string[] = []
  for (const { word, stem: root, isJoined } of indexWords(text)) {
    words.add(word)
    count(found, root, number)
    if (!isJoined) stems.push(root)
  }
  found.lengths[number] = (found.lengths[number] ?? 0) + stems.length
  for (const { concept } of conceptsIn(stems)) count(found, concept.token, number)
  if (!WITH_PAIRS.has(part)) return
  for (let at = 1; at < stems.length; at++) count(found, pairOf(stems[at - 1]!, stems[at]!), number)
}

function count({ terms }: DocumentTerms, term: string, part: number) {
  const counts = terms.get(term) ?? 0
  if (countIn(counts, part) < MOST) terms.set(term, (counts + (1 << (part * BITS))) >>> 0)
}

/** `PAK DALMAN (Pelayanan …)` is also looked for as `pakdalman`. */
function joinedName(brand: string): string | undefined {
  const words = tokenise(brand.split('(')[0] ?? '')
  if (words.length < 2 || words.length > 4) return undefined
  const joined = words.map(({ word }) => word).join('')
  return isIndexable(joined) ? joined : undefined
}

/** The terms as one line of text, which is how the database keeps them: lengths, then `term:counts` in base 36. */
export function packTerms({ terms, lengths }: DocumentTerms): string {
  const head = lengths.map((length) => length.toString(36)).join(',')
  const body = [...terms].map(([term, counts]) => `${term}:${counts.toString(36)}`)
  return [head, ...body].join(' ')
}

/** Reads what `packTerms` wrote. */
export function unpackTerms(packed: string): Pick<DocumentTerms, 'terms' | 'lengths'> {
  const [head = '', ...body] = packed.split(' ')
  const terms = new Map<string, PackedCounts>()
  for (const entry of body) {
    const at = entry.lastIndexOf(':')
    terms.set(entry.slice(0, at), Number.parseInt(entry.slice(at + 1), 36))
  }
  return { terms, lengths: head.split(',').map((length) => Number.parseInt(length, 36) || 0) }
}
