import type { PracticeContent } from './practice-content.ts'
import type { EvidenceLevel } from './vocabulary.ts'

/** What others found out about a practice, beside what its own text claims. */
export type EvidenceFacts = {
  /** A curator of the hub published the live revision, with its figures. */
  checkedByHub: boolean
  /** An adoption elsewhere was completed and reported its outcome. */
  repeatedElsewhere: boolean
}

/**
 * The evidence level by the rule shown on the site: 1 the owner's claim · 2 a result figure · 3 before and after ·
 * 4 before and after, checked by the hub · 5 repeated elsewhere with a reported outcome.
 * It stands this low because the search index holds the level too.
 */
export function evidenceLevelOf(content: Pick<PracticeContent, 'results'>, facts: EvidenceFacts): EvidenceLevel {
  if (facts.repeatedElsewhere) return 5
  const figures = content.results.filter((line) => hasFigure(line.result))
  if (figures.length === 0) return 1
  if (!figures.some((line) => hasFigure(line.baseline))) return 2
  return facts.checkedByHub ? 4 : 3
}

const hasFigure = (value: string | null) => value !== null && /\p{Nd}/u.test(value)
