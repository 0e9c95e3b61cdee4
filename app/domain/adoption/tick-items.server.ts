import { deleteCheck, upsertCheck } from '#db/queries/adoption-writes.server.ts'
import type { Context } from '../shared/context.ts'
import { type AdoptionRecord, changeAdoption, type Target } from './change-adoption.server.ts'
import { stepOf } from './process.ts'

type Tick = { key: string; done: boolean; note: string | null }

/** Stores which items of the current checklist the adopter vouches for; other items are ignored. */
export async function tickItems(ctx: Context, input: Target & { items: Tick[] }): Promise<AdoptionRecord> {
  return changeAdoption(ctx, input, 'tick', ({ adoption, checks }) => {
    const ticked = stepOf(adoption.processVersion, adoption.step).items.filter(({ kind }) => kind === 'tick')
    const changed = input.items.filter(({ key, done, note }) => {
      const known = checks.find(({ item }) => item === key)
      return ticked.some((item) => item.key === key) && (done ? !known || known.note !== note : known !== undefined)
    })
    return {
      write: async (tx, actorId) => {
        for (const { key, done, note } of changed) {
          const at = { adoptionId: adoption.id, item: key }
          if (done) await upsertCheck(tx, { ...at, note, checkedBy: actorId, checkedAt: ctx.now })
          else await deleteCheck(tx, at)
        }
        return undefined
      },
      data: { items: changed.map(({ key, done }) => ({ key, done })) },
    }
  })
}
