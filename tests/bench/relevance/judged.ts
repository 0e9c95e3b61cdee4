import { readFileSync } from 'node:fs'

/** Kinds of queries, each measured apart. */
export const CLASSES = [
  'known-item',
  'problem',
  'topic',
  'typo',
  'synonym',
  'english',
  'affix',
  'place',
  'statement',
] as const
export type QueryClass = (typeof CLASSES)[number]

/**
 * A query with the practices that answer it, graded by people who read the whole catalogue: 2 is what was looked for,
 * 1 is a useful second choice, anything else is 0. One half is for choosing weights and words, the other only for the
 * gate.
 */
export type JudgedQuery = {
  half: 'tune' | 'gate'
  class: QueryClass
  q: string
  /** Public id → grade. */
  relevant: Record<string, 1 | 2>
}

export const JUDGED = JSON.parse(readFileSync(new URL('./queries.json', import.meta.url), 'utf8')) as JudgedQuery[]
