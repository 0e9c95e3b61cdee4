import { indexWords } from './words.ts'

/** From here on two titles are taken for the same thing until somebody has looked. */
export const VERY_ALIKE = 3 / 7

/** How much two sets of words share, 0 to 1: the words that both have among those that either has (Jaccard index). */
export function sharedWords(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let both = 0
  for (const word of first) if (second.has(word)) both += 1
  const either = first.size + second.size - both
  return either === 0 ? 0 : both / either
}

/**
 * How alike two titles are, 0 to 1, by the stems that they share. Fillers and endings do not count, so
 * `Layanan antrean daring` and `Antrean secara daring untuk pelayanan` are the same.
 */
export const titleLikeness = (first: string, second: string): number => sharedWords(stemsOf(first), stemsOf(second))

const stemsOf = (title: string) => new Set(indexWords(title).map(({ stem }) => stem))
