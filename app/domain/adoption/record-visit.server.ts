import { insertDocument, insertVisit } from '#db/queries/adoption-writes.server.ts'
import type { Context } from '../shared/context.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'

type Visit = {
  heldOn: string
  mode: 'on_site' | 'remote'
  participants: number
  findings: string
  mustKeep: string | null
}

/** Records a visit to the source, on site or remote, with what was learnt. */
export async function recordVisit(ctx: Context, input: Target & Visit): Promise<AdoptionRecord> {
  const { heldOn, mode, participants, findings, mustKeep } = input
  return changeAdoption(ctx, input, 'record_visit', ({ adoption, sourceAgency }) => ({
    write: async (tx, actorId) => {
      const written = { adoptionId: adoption.id, createdBy: actorId, createdAt: ctx.now }
      await insertVisit(tx, { ...written, heldOn, remote: mode === 'remote', participants, findings, mustKeep })
      await insertDocument(tx, {
        ...written,
        kind: 'visit_report',
        title: sourceAgency ?? adoption.publicId,
        datedOn: heldOn,
        body: findings,
      })
      return undefined
    },
    event: 'record_visit',
    data: { heldOn, mode },
    tell: ['hub'],
  }))
}
