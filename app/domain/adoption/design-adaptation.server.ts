import {
  deleteIndicator,
  insertDocument,
  upsertAdaptations,
  upsertIndicator,
} from '#db/queries/adoption-writes.server.ts'
import type { AdaptationDecision, PartKind } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { Invalid } from '../shared/errors.ts'
import { sourceParts } from './adoption.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'

type PartRow = {
  part: string
  kind: PartKind
  decision: AdaptationDecision
  becomes: string | null
  reason: string | null
}

/** Decides for each part whether it is kept, changed or dropped; the kind of a part of the source is the source's word. */
export async function adaptParts(ctx: Context, input: Target & { parts: PartRow[] }): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'adapt', (file) => {
    const kinds = new Map(sourceParts(file).map(({ name, kind }) => [name, kind]))
    return {
      write: async (tx, actorId) => {
        const rows = input.parts.map((row, index) => ({
          ...row,
          kind: kinds.get(row.part) ?? row.kind,
          becomes: row.decision === 'changed' ? row.becomes : null,
          adoptionId: file.adoption.id,
          decidedBy: actorId,
          // A millisecond apart, so that they are read in the order in which they were written.
          createdAt: new Date(ctx.now.getTime() + index),
        }))
        await upsertAdaptations(tx, file.adoption.id, rows)
        return undefined
      },
      event: 'adapt',
      data: { parts: input.parts.map(({ part, decision }) => ({ part, decision })) },
      tell: file.adoption.step > 6 ? ['source', 'hub'] : [],
    }
  })
}

type Indicator = {
  name: string
  unit: string
  baselineValue: number
  baselineOn: string
  targetValue: number
  targetOn?: string | undefined
}

/** Adds an indicator, or corrects the one of that name. */
export async function setIndicator(ctx: Context, input: Target & Indicator): Promise<AdoptionRecord> {
  const { name, unit, baselineValue, baselineOn, targetValue, targetOn = null } = input
  return changeAdoption(ctx, input, 'set_indicator', ({ adoption }) => ({
    write: async (tx) => {
      const values = { name, unit, baselineValue, baselineOn, targetValue, targetOn }
      await upsertIndicator(tx, { adoptionId: adoption.id, ...values })
      return undefined
    },
    event: 'set_indicator',
    data: { name, baselineValue, targetValue },
  }))
}

/** Takes an indicator out again, as long as nothing was reported for it. */
export async function removeIndicator(ctx: Context, input: Target & { indicatorId: string }): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'set_indicator', ({ indicators, reports }) => {
    const indicator = indicators.find(({ id }) => id === input.indicatorId)
    const reported = reports.some(({ values }) => values.some(({ indicatorId }) => indicatorId === input.indicatorId))
    if (!indicator || reported) throw new Invalid({ '': [indicator ? 'indicatorReported' : 'unknownIndicator'] })
    return {
      write: async (tx) => {
        await deleteIndicator(tx, indicator.id)
        return undefined
      },
      data: { removed: indicator.name },
    }
  })
}

type ActionPlan = { title: string; number: string | null; datedOn: string; body: string; plannedCost: number | null }

/** Stores the action plan and what the adoption may cost. */
export async function planAdoption(ctx: Context, input: Target & ActionPlan): Promise<AdoptionRecord> {
  const { title, number, datedOn, body, plannedCost } = input
  return changeAdoption(ctx, input, 'plan', ({ adoption }) => ({
    changes: { plannedCost },
    write: async (tx, actorId) => {
      const written = { adoptionId: adoption.id, createdBy: actorId, createdAt: ctx.now }
      await insertDocument(tx, { ...written, kind: 'action_plan', title, number, datedOn, body })
      return undefined
    },
    event: 'plan',
    data: { title, plannedCost },
  }))
}
