import { insertDocument, upsertOutcomeReport } from '#db/queries/adoption-writes.server.ts'
import type { AdoptionDocumentKind, OutcomeMonth } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { Invalid } from '../shared/errors.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'

/** Notes the first day of service and what was spent so far. */
export async function launchAdoption(
  ctx: Context,
  input: Target & { launchedOn: string; spentCost: number | null },
): Promise<AdoptionRecord> {
  const { launchedOn, spentCost } = input
  return changeAdoption(ctx, input, 'launch', ({ adoption, reports }) => {
    if (reports.some(({ measuredOn }) => measuredOn < launchedOn)) throw new Invalid({ launchedOn: ['afterReport'] })
    return {
      changes: { launchedOn, spentCost },
      event: adoption.launchedOn === launchedOn ? undefined : 'launch',
      data: { launchedOn, spentCost },
      tell: ['hub', 'source'],
    }
  })
}

type Report = {
  month: OutcomeMonth
  measuredOn: string
  narrative: string
  values: { indicatorId: string; value: number }[]
}

/** Reports the outcome of month 3, 6, 12 or 24 with a value for every indicator, or corrects that report. */
export async function reportOutcome(ctx: Context, input: Target & Report): Promise<AdoptionRecord> {
  const { month, measuredOn, narrative } = input
  return changeAdoption(ctx, input, 'report_outcome', ({ adoption, indicators }) => {
    if (adoption.launchedOn && measuredOn < adoption.launchedOn) throw new Invalid({ measuredOn: ['beforeLaunch'] })
    const values = indicators.map(({ id }) => {
      const given = input.values.find(({ indicatorId }) => indicatorId === id)
      if (!given) throw new Invalid({ '': ['valueMissing'] })
      return { indicatorId: id, value: given.value }
    })
    return {
      write: async (tx, actorId) => {
        const written = { adoptionId: adoption.id, createdBy: actorId, createdAt: ctx.now }
        await upsertOutcomeReport(tx, { ...written, month, measuredOn, narrative }, values)
        return undefined
      },
      event: 'report_outcome',
      data: { month, measuredOn },
      tell: ['hub', 'source'],
    }
  })
}

type Paper = {
  kind: AdoptionDocumentKind
  title: string
  number: string | null
  datedOn: string
  body: string | null
}

/** Adds a paper: what it is, its number and date, and its text or where the original is kept. */
export async function addDocument(ctx: Context, input: Target & Paper): Promise<AdoptionRecord> {
  const { kind, title, number, datedOn, body } = input
  return changeAdoption(ctx, input, 'add_document', ({ adoption }) => ({
    write: async (tx, actorId) => {
      const written = { adoptionId: adoption.id, createdBy: actorId, createdAt: ctx.now }
      await insertDocument(tx, { ...written, kind, title, number, datedOn, body })
      return undefined
    },
    event: 'add_document',
    data: { kind, title },
  }))
}
