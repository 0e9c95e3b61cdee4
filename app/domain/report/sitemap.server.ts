import { listHubs } from '#db/queries/network.server.ts'
import { listPracticeAddresses } from '#db/queries/practices-public.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'

/** Every published practice with the day of its newest version, and every hub; demo records left out. */
export async function readSitemap(ctx: Pick<Context, 'db'>) {
  const [practices, hubs] = await Promise.all([listPracticeAddresses(ctx.db), listHubs(ctx.db)])
  return {
    practices: practices.map(({ publicId, changedAt }) => ({ publicId, changedOn: changedAt && today(changedAt) })),
    hubs: hubs.filter((hub) => !hub.isDemo).map(({ slug }) => slug),
  }
}
