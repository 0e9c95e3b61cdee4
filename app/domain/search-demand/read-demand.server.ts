import type { z } from 'zod'
import { listProvinces } from '#db/queries/organisations-admin.server.ts'
import { listDemand } from '#db/queries/search-demand.server.ts'
import { canRecordNeed } from '../adoption/need.policy.ts'
import { canManagePins } from '../search-pin/search-pin.policy.ts'
import type { Context } from '../shared/context.ts'
import { addDays, today } from '../shared/dates.ts'
import { Forbidden } from '../shared/errors.ts'
import type { demandFilterSchema } from './demand.schema.ts'
import { canReadDemand, LEAST_SHOWN } from './demand.ts'

const SHOWN = 200

/** Words that officials search, those without a hit first, then those after which nothing was opened. */
export async function readDemand(ctx: Context, { days, province }: z.output<typeof demandFilterSchema>) {
  if (!canReadDemand(ctx.actor)) throw new Forbidden('may not see what is searched')
  const since = addDays(today(ctx.now), 1 - days)
  const [rows, provinces] = await Promise.all([
    listDemand(ctx.db, { since, province, least: LEAST_SHOWN, limit: SHOWN }),
    listProvinces(ctx.db),
  ])
  return {
    rows,
    provinces: provinces.map(({ code, name }) => ({ code, name })),
    filters: { days, province: provinces.some(({ code }) => code === province) ? province : null },
    can: { recordNeed: canRecordNeed(ctx.actor), pin: canManagePins(ctx.actor) },
  }
}

export type DemandView = Awaited<ReturnType<typeof readDemand>>
