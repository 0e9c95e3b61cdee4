import type { MemoryRow } from '#db/queries/search.server.ts'
import { dayNumber } from '../ages.ts'
import { facetValuesOf } from '../indexes/practice-facets.ts'
import { districtOf, type PracticeDocument } from '../indexes/practices.ts'
import type { MemoryEntry } from './practice-memory.ts'

/** What the database keeps for the memory beside the words of a document. */
export type Kept = Omit<MemoryEntry, 'terms' | 'words'>

/** What is filtered, sorted and suggested by. */
export function keptOf(document: PracticeDocument): Kept {
  return {
    practiceId: document.practiceId,
    publicId: document.publicId,
    facets: facetValuesOf(document),
    province: document.provinceCode,
    district: districtOf(document),
    startYear: document.startYear,
    publishedOn: dayNumber(document.publishedOn),
    confirmedOn: document.lifeConfirmedOn === null ? null : dayNumber(document.lifeConfirmedOn),
    adoptions: document.adoptions,
    evidence: document.evidence,
    isAlive: document.lifeStatus !== 'unconfirmed' && document.lifeStatus !== 'stopped',
    costToStart: document.costToStart,
    brand: document.brand,
    title: document.title,
    subjects: document.subjects,
  }
}

/** The entry of a stored document. */
export const entryOf = ({ entry, terms, words }: MemoryRow): MemoryEntry => ({ ...(entry as Kept), terms, words })
