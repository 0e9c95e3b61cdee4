import type { PracticeContent } from '#db/practice-content.ts'
import type { EvidenceLevel, Language } from '#db/vocabulary.ts'
import type { PracticeHit } from '#search/engine.ts'
import { costToStart } from '#search/indexes/practices.ts'
import type { Context } from '../shared/context.ts'
import { practiceQueryOfSubjects } from './practice-query.ts'
import type { PracticeView } from './read-practice.server.ts'

/** Why a similar practice may be the better one to adopt. */
export const SIMILAR_GROUPS = ['cheaper', 'stronger', 'other'] as const
export type SimilarGroup = { kind: (typeof SIMILAR_GROUPS)[number]; hits: PracticeHit[] }

const LOOKED_AT = 9
const IN_A_GROUP = 3

/** Practices about the same as a published one, each once: cheaper to start, better proven, or simply another way. */
export async function readSimilarPractices(
  ctx: Context,
  { id, content, evidence }: Pick<PracticeView, 'id' | 'content' | 'evidence'>,
  lang: Language,
): Promise<SimilarGroup[]> {
  const hits = await ctx.search.similar(id, lang, LOOKED_AT)
  return groupSimilar({ evidence, costToStart: costToStart(content) }, hits)
}

type Compared = { evidence: EvidenceLevel; costToStart: number | null }

/** The first reason that holds decides; groups that are empty are left out. */
export function groupSimilar(own: Compared, hits: readonly PracticeHit[]): SimilarGroup[] {
  const kindOf = (hit: Compared): SimilarGroup['kind'] => {
    if (own.costToStart !== null && hit.costToStart !== null && hit.costToStart < own.costToStart) return 'cheaper'
    return hit.evidence > own.evidence ? 'stronger' : 'other'
  }
  return SIMILAR_GROUPS.flatMap((kind) => {
    const group = hits.filter((hit) => kindOf(hit) === kind).slice(0, IN_A_GROUP)
    return group.length > 0 ? [{ kind, hits: group }] : []
  })
}

const SAME_SUBJECTS = 3

/** Published practices with the subject terms of a text that may not be published yet. */
export async function listPracticesOfSubjects(
  ctx: Context,
  practice: { publicId: string; content: Pick<PracticeContent, 'subjects'> },
  lang: Language,
): Promise<PracticeHit[]> {
  const query = practiceQueryOfSubjects(practice.content, lang)
  if (!query) return []
  const { hits } = await ctx.search.practices({ ...query, limit: SAME_SUBJECTS + 1 })
  return hits.filter((hit) => hit.publicId !== practice.publicId).slice(0, SAME_SUBJECTS)
}
