import type { EngineQuery } from './engine.ts'
import { practiceQuery } from './engine.ts'
import type { PracticeMemory } from './memory/practice-memory.ts'

/** So many of the terms that tell most about a practice are looked for in others. */
const TERMS = 25

/** A query for practices that are about the same as one of them; `null` when nothing is known of it. */
export function similarQuery(memory: PracticeMemory, practiceId: string, limit: number): EngineQuery | null {
  const telling = memory.tellingTerms(practiceId, TERMS)
  const all = telling.reduce((sum, { weight }) => sum + weight, 0)
  if (all === 0) return null
  const terms = telling.map(({ term, weight }) => ({
    word: term,
    forms: [{ term, weight: 1 }],
    weight,
    share: Math.round((1_000 * weight) / all),
  }))
  const understanding = {
    terms,
    pairs: [],
    required: REQUIRED,
    places: [],
    also: [],
    corrected: [],
    left: [],
    unknown: [],
  }
  return { ...practiceQuery({ limit: limit + 1 }), understanding }
}

/** Thousandths of what those terms tell that another practice must have. */
const REQUIRED = 120
