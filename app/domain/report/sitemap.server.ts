import { listHubs } from '#db/queries/network.server.ts'
import { listAddressParts, listPracticeAddresses } from '#db/queries/practice-addresses.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'

/** Addresses in one list; search engines read 50,000 at most, and a phone network likes less. */
const ADDRESSES = 5_000

/** The lists of addresses of published practices, with the day of the newest change in each; demo records left out. */
export async function readSitemapIndex(ctx: Pick<Context, 'db'>): Promise<{ part: number; changedOn: string }[]> {
  const parts = await listAddressParts(ctx.db, ADDRESSES)
  return parts.map(({ part, changedAt }) => ({ part, changedOn: today(changedAt) }))
}

/** One list: published practices with the day of their newest version; demo records left out. */
export async function readSitemapPractices(ctx: Pick<Context, 'db'>, part: number) {
  const rows = await listPracticeAddresses(ctx.db, { part, size: ADDRESSES })
  return rows.map(({ publicId, changedAt }) => ({ publicId, changedOn: changedAt && today(changedAt) }))
}

/** Every hub that is no demo record. */
export async function readSitemapHubs(ctx: Pick<Context, 'db'>): Promise<string[]> {
  const hubs = await listHubs(ctx.db)
  return hubs.filter((hub) => !hub.isDemo).map(({ slug }) => slug)
}
