import type { Transaction } from '#db/client.server.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { findSourceContent } from '#db/queries/adoption-parts.server.ts'
import { insertPracticeDraft } from '#db/queries/adoption-writes.server.ts'
import { allocatePublicId } from '#db/queries/practices.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import type { AdoptionFile } from './adoption.ts'

/**
 * Writes the first draft of the replica record for the adopter, linked to the original: its classification, and what
 * the adoption itself has shown. The agency tells the rest and sends it through the usual checks.
 */
export async function createReplicaDraft(tx: Transaction, ctx: Context, file: AdoptionFile): Promise<string> {
  const { adoption } = file
  const source = adoption.practiceId ? await findSourceContent(tx, adoption.practiceId) : undefined
  if (!source) throw new Conflict(`the source of ${adoption.publicId} has no text`)
  const publicId = await allocatePublicId(tx, file.provinceCode)
  const practiceId = await insertPracticeDraft(
    tx,
    {
      publicId,
      agencyId: adoption.agencyId,
      hubId: adoption.hubId,
      replicaOfId: adoption.practiceId,
      isDemo: adoption.isDemo,
      createdAt: ctx.now,
    },
    { content: replicaContent(source, file), authorId: adoption.leadId, now: ctx.now },
  )
  await recordChange(tx, ctx, {
    action: 'practice.create_replica',
    entity: 'practice',
    entityId: publicId,
    data: { adoption: adoption.publicId, replicaOf: file.practicePublicId },
  })
  return practiceId
}

const NOTHING = { id: null, en: null }
const inIndonesian = (id: string | null | undefined) => ({ id: id ?? null, en: null })

function replicaContent(source: PracticeContent, file: AdoptionFile): PracticeContent {
  const { adoption, need, closing, adaptations } = file
  return {
    ...source,
    unit: null,
    startedOn: adoption.launchedOn,
    contactEmail: null,
    contactRole: undefined,
    innovators: undefined,
    trialOn: undefined,
    implementedOn: undefined,
    translations: undefined,
    maturity: 'implemented',
    problem: inIndonesian(need.problem),
    approach: NOTHING,
    story: {
      summary: NOTHING,
      background: inIndonesian([need.problem, need.affectedGroup, need.baseline].filter(Boolean).join('. ')),
      novelty: inIndonesian(closing?.differences),
      implementation: NOTHING,
      significance: inIndonesian(closing?.comparison),
      replicated: NOTHING,
      adaptability: NOTHING,
      resources: NOTHING,
      sustainability: inIndonesian([closing?.legalBasis, closing?.nextBudget].filter(Boolean).join('. ')),
    },
    noResultsReason: null,
    results: file.indicators.map((indicator) => resultOf(file, indicator)),
    kit: {
      ...source.kit,
      costs: [],
      staff: null,
      staffing: undefined,
      regulations: undefined,
      legalBasis: closing?.legalBasis ?? null,
      pitfalls: closing?.lessons ? [closing.lessons] : [],
      parts: adaptations
        .filter(({ decision }) => decision !== 'dropped')
        .map(({ part, kind, becomes }) => ({ name: becomes ?? part, kind })),
      replicable: null,
      hostCapacity: null,
    },
    awards: [],
    replicatedBy: [],
    sources: [],
    attachments: [],
    remarks: null,
  }
}

function resultOf(
  { reports }: AdoptionFile,
  indicator: AdoptionFile['indicators'][number],
): PracticeContent['results'][number] {
  const last = reports.findLast(({ values }) => values.some(({ indicatorId }) => indicatorId === indicator.id))
  const value = last?.values.find(({ indicatorId }) => indicatorId === indicator.id)?.value
  return {
    indicator: indicator.name,
    unit: indicator.unit,
    baseline: String(indicator.baselineValue),
    result: value === undefined ? null : String(value),
    period: last ? `${indicator.baselineOn} – ${last.measuredOn}` : null,
    method: null,
  }
}
