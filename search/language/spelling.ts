/**
 * Edits between two words: letters put in, left out, changed, or swapped with their neighbour (Damerau–Levenshtein,
 * optimal string alignment). Stops counting above `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1)
      }
      current.push(cost)
    }
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return last[b.length]!
}

/** A word that occurs far less often than another is not what was meant. */
const RARE_SHARE = 0.3

export type Candidate = { word: string; documents: number }
export type Correction = Candidate & { weight: number }

/** Numbers, codes and short words are taken as they are. */
export const isCorrectable = (word: string) => word.length >= 4 && !/[0-9]/.test(word)

/** People seldom mistype the first letter, unless they swap it with the second. */
const startsAlike = (a: string, b: string) => a[0] === b[0] || (a[0] === b[1] && a[1] === b[0])

/** Keys side by side on the keyboard, and letters that sound alike: what a wrong letter usually stands for. */
const NEIGHBOURS: Record<string, string> = {
  a: 'qwszeiou',
  b: 'vghnp',
  c: 'xdfvsk',
  d: 'serfcxt',
  e: 'wsdraiou',
  f: 'drtgvcp',
  g: 'ftyhbvk',
  h: 'gyujnb',
  i: 'ujkoaeuy',
  j: 'huikmn',
  k: 'jiolmgcq',
  l: 'kopr',
  m: 'njk',
  n: 'bhjm',
  o: 'iklpaeu',
  p: 'olbf',
  q: 'wak',
  r: 'edftl',
  s: 'awedxzc',
  t: 'rfgyd',
  u: 'yhjiaeo',
  v: 'cfgbfp',
  w: 'qase',
  x: 'zsdc',
  y: 'tghui',
  z: 'asxj',
}
/** In a word of up to so many letters, another letter makes another word, unless it is a slip of the finger or the ear. */
const SHORT = 6

/** A short word with one letter exchanged for one that is neither near on the keyboard nor alike in sound. */
function isOtherWord(typed: string, candidate: string): boolean {
  if (typed.length > SHORT || typed.length !== candidate.length) return false
  const differing = [...typed].flatMap((letter, at) => (letter === candidate[at] ? [] : [at]))
  const [at] = differing
  return differing.length === 1 && at !== undefined && !NEIGHBOURS[typed[at]!]?.includes(candidate[at]!)
}

/**
 * What a word that occurs nowhere may have meant: words of the catalogue within one edit (two from eight letters on),
 * or words that it begins. The nearest first, then the more frequent.
 */
export function correct(word: string, candidates: readonly Candidate[]): Correction[] {
  if (!isCorrectable(word)) return []
  const limit = word.length >= 8 ? 2 : 1
  const near = candidates.flatMap((candidate) => {
    const edits = editDistance(word, candidate.word, limit)
    if (edits <= limit && startsAlike(word, candidate.word) && !isOtherWord(word, candidate.word))
      return [{ ...candidate, rank: edits }]
    return candidate.word.startsWith(word) ? [{ ...candidate, rank: limit + 0.5 }] : []
  })
  near.sort((a, b) => a.rank - b.rank || b.documents - a.documents || (a.word < b.word ? -1 : 1))
  const [best] = near
  return near
    .filter(({ rank, documents }) => rank === best?.rank && documents >= best.documents * RARE_SHARE)
    .slice(0, 3)
    .map(({ word: found, documents, rank }) => ({ word: found, documents, weight: rank <= 1 ? 0.9 : 0.7 }))
}
