import { findProvince, listHubManagement, listProvinces } from '#db/queries/organisations-admin.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import { canManageHubs } from './network.policy.ts'

function assertMayManage(ctx: Context): void {
  if (!canManageHubs(ctx.actor)) throw new Forbidden('may not manage hubs')
}

/** Every province with the hubs that cover it; provinces without one have an empty list. */
export async function listProvincesWithHubs(ctx: Context) {
  assertMayManage(ctx)
  const [provinces, rows] = await Promise.all([
    listProvinces(ctx.db),
    listHubManagement(ctx.db, { today: today(ctx.now), now: ctx.now }),
  ])
  const list = provinces.map((province) => ({
    ...province,
    hubs: rows.filter((row) => row.provinceCode === province.code),
  }))
  const real = list.filter((province) => !province.isDemo)
  return {
    provinces: list,
    counts: {
      provinces: real.length,
      withHub: real.filter((province) => province.hubs.length > 0).length,
      withoutManager: new Set(
        real.flatMap((province) => province.hubs.filter((hub) => hub.managers === 0).map((hub) => hub.hubId)),
      ).size,
    },
  }
}

/** What the form to open a hub starts with: the province asked for, and all that have no hub. */
export async function readHubOpening(ctx: Context, provinceCode: string | null) {
  const { provinces } = await listProvincesWithHubs(ctx)
  const free = provinces.filter((province) => province.hubs.length === 0)
  const chosen = provinceCode ? await findProvince(ctx.db, provinceCode) : undefined
  if (provinceCode && !chosen) throw new NotFound('no such province')
  const taken = chosen !== undefined && !free.some((province) => province.code === chosen.code)
  return {
    provinces: free.map(({ code, name }) => ({ code, name })),
    chosen: chosen && !taken ? { code: chosen.code, name: chosen.name, agency: chosen.agency } : null,
    taken,
    today: today(ctx.now),
  }
}
