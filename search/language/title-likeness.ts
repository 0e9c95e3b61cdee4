import { indexWords } from './words.ts'

/** From here on two titles are taken for the same thing until somebody has looked. */
export const VERY_ALIKE = 0.6

/**
 * How alike two titles are, 0 to 1: the share of stems that they have in common (Dice coefficient). Fillers and endings
 * do not count, so `Layanan antrean daring` and `Antrean secara daring untuk pelayanan` are the same.
 */
export function titleLikeness(first: string, second: string): number {
  const [a, b] = [first, second].map((title) => new Set(indexWords(title).map(({ stem }) => stem)))
  if (!a || !b || a.size === 0 || b.size === 0) return 0
  const common = [...a].filter((stem) => b.has(stem)).length
  return (2 * common) / (a.size + b.size)
}
