import type { Segment } from '../engine.ts'
import type { IndexWord } from './words.ts'

/** Which words of a text answer a query: stems, and phrases of stems. */
export type Matcher = {
  /** Stem → number of the query word that it answers. */
  stems: ReadonlyMap<string, number>
  phrases: readonly { stems: readonly string[]; no: number }[]
}

type Mark = { start: number; end: number; no: number }

/**
 * Places of a text, given as its words, that answer the query, in their order. `candidates` are the numbers of the words
 * that may begin one, where they are known.
 */
export function marksIn(
  words: readonly IndexWord[],
  matcher: Matcher,
  candidates: Iterable<number> = words.keys(),
): Mark[] {
  const marks: Mark[] = []
  for (const index of candidates) {
    const word = words[index]
    if (!word) continue
    const no = matcher.stems.get(word.stem)
    if (no !== undefined) marks.push({ start: word.token.start, end: word.token.end, no })
    for (const phrase of matcher.phrases) {
      // Nearly every word begins no phrase of the query.
      if (word.stem !== phrase.stems[0]) continue
      const run = words.slice(index, index + phrase.stems.length)
      if (run.length === phrase.stems.length && phrase.stems.every((root, at) => run[at]?.stem === root)) {
        for (const { token } of run) marks.push({ start: token.start, end: token.end, no: phrase.no })
      }
    }
  }
  if (marks.length < 2) return marks
  return marks
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((mark, at, all) => mark.start >= (all[at - 1]?.end ?? 0))
}

/** How many different words of the query a list of places answers. */
export function countAnswered(marks: readonly Mark[]): number {
  const [only] = marks
  return marks.every(({ no }) => no === only?.no) ? Math.min(marks.length, 1) : new Set(marks.map(({ no }) => no)).size
}

/** The text in pieces, marked or not. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start > at) segments.push({ text: text.slice(at, start), mark: false })
    segments.push({ text: text.slice(start, end), mark: true })
    at = end
  }
  if (at < text.length) segments.push({ text: text.slice(at), mark: false })
  return segments
}

/** Characters of a snippet, about. */
const SNIPPET = 200

/** A cut of a long text around the place that answers most words of the query; `…` where something is left out. */
export function snippetOf(text: string, marks: readonly Mark[]): Segment[] {
  if (text.length <= SNIPPET * 1.3) return segmentsOf(text, marks)
  const windows = marks.map((first) => {
    const inside = marks.filter(({ start, end }) => start >= first.start && end <= first.start + SNIPPET)
    return { first, last: inside.at(-1) ?? first, answered: countAnswered(inside) }
  })
  const best = windows.reduce((a, b) => (b.answered > a.answered ? b : a))
  const spare = Math.max(0, SNIPPET - (best.last.end - best.first.start))
  const from = Math.min(
    best.first.start,
    wordStart(text, Math.min(best.first.start - spare / 2, text.length - SNIPPET)),
  )
  const to = wordEnd(text, Math.max(best.last.end, from + SNIPPET))
  const cut = text.slice(from, to)
  const segments = segmentsOf(
    cut,
    marks.flatMap((mark) =>
      mark.start >= from && mark.end <= to ? [{ ...mark, start: mark.start - from, end: mark.end - from }] : [],
    ),
  )
  if (from > 0) segments.unshift({ text: '… ', mark: false })
  if (to < text.length) segments.push({ text: ' …', mark: false })
  return segments
}

function wordStart(text: string, near: number): number {
  if (near <= 0) return 0
  const space = text.indexOf(' ', near)
  return space === -1 ? Math.floor(near) : space + 1
}

function wordEnd(text: string, near: number): number {
  if (near >= text.length) return text.length
  const space = text.indexOf(' ', near)
  return space === -1 ? text.length : space
}
