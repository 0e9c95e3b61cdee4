import { namedAdopters } from '#db/practice-content.ts'
import { freshnessBounds } from '#db/practice-freshness.ts'
import {
  countHub,
  countHubSectors,
  findHubBySlug,
  HUB_SORTS,
  type HubRow,
  type HubSort,
  listDistrictsOfProvinces,
  listHubs,
  listHubTerritories,
  listPracticesOfHub,
  listProvinceFigures,
  listRegions,
} from '#db/queries/network.server.ts'
import { countAnswersOfHub } from '#db/queries/practice-questions.server.ts'
import { countCatalogue, listAdoptionFlows, listCopiedPractices } from '#db/queries/practices-public.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { NotFound } from '../shared/errors.ts'
import { type Flow, placeFinder, threadsOf } from './flows.ts'

type Reader = Pick<Context, 'db' | 'now'>

/** The first day on which a confirmation of life still counts as fresh. */
export const freshSince = (now: Date) => freshnessBounds(today(now)).freshFrom

/** The network as a whole: every province with its figures and hubs, the catalogue in figures, and who took over what. */
export async function readNetwork(ctx: Reader) {
  const [provinces, hubs, territories, catalogue, flows] = await Promise.all([
    listProvinceFigures(ctx.db),
    listHubs(ctx.db),
    listHubTerritories(ctx.db),
    countCatalogue(ctx.db, freshSince(ctx.now)),
    readFlows(ctx),
  ])
  const real = hubs.filter((hub) => !hub.isDemo)
  const hubsOf = (code: string) =>
    real
      .filter((hub) => territories.some((territory) => territory.code === code && territory.hubId === hub.id))
      .map(({ name, slug }) => ({ name, slug }))
  return {
    provinces: provinces.map((province) => ({ ...province, hubs: hubsOf(province.code) })),
    hubCount: real.length,
    catalogue,
    flows,
    threads: threadsOf(flows),
  }
}

/** Who took over what: adoptions recorded here, and those that sources name. Demo records are left out. */
async function readFlows(ctx: Reader): Promise<Flow[]> {
  const [copied, recorded, regions] = await Promise.all([
    listCopiedPractices(ctx.db, 500),
    listAdoptionFlows(ctx.db),
    listRegions(ctx.db),
  ])
  const find = placeFinder(regions)
  const named = copied.flatMap((row) =>
    namedAdopters(row.content).map((adopter) => ({
      publicId: row.publicId,
      brand: row.content.brand,
      origin: originOf(row),
      originProvince: row.provinceCode,
      adopter,
      adopterProvince: find(adopter)?.provinceCode ?? null,
    })),
  )
  return [...recorded, ...named]
}

function originOf({ region, province, agency }: { region: string | null; province: string | null; agency: string }) {
  if (!region) return agency
  return province && province !== region ? `${region}, ${province}` : region
}

/** Every hub with the provinces it covers. */
export async function readHubs(ctx: Reader) {
  const [hubs, territories] = await Promise.all([listHubs(ctx.db), listHubTerritories(ctx.db)])
  return hubs.map((hub) => ({ ...hub, provinces: provincesOf(hub, territories) }))
}

function provincesOf(hub: HubRow, territories: Awaited<ReturnType<typeof listHubTerritories>>) {
  return territories.filter(({ hubId }) => hubId === hub.id).map(({ code, name }) => ({ code, name }))
}

const PAGE_SIZE = 20

/** Reads the order and the page of a hub's list from an address; anything unusable is the usual. */
export function readHubPage(params: URLSearchParams): { sort: HubSort; page: number } {
  const page = Number(params.get('page'))
  return {
    sort: HUB_SORTS.find((sort) => sort === params.get('sort')) ?? 'confirmed',
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  }
}

/** A hub: its figures, one page of its practices, its sectors, the districts without a practice, what came and went. */
export async function readHub(ctx: Reader, slug: string, { sort, page }: { sort: HubSort; page: number }) {
  const hub = /^[a-z0-9-]{1,200}$/.test(slug) ? await findHubBySlug(ctx.db, slug) : undefined
  if (!hub) throw new NotFound('no such hub')
  const provinces = provincesOf(hub, await listHubTerritories(ctx.db))
  const codes = provinces.map(({ code }) => code)
  const [figures, practices, sectors, districts, flows, answers] = await Promise.all([
    countHub(ctx.db, hub, codes, freshnessBounds(today(ctx.now))),
    listPracticesOfHub(ctx.db, hub, codes, { sort, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
    countHubSectors(ctx.db, hub, codes),
    listDistrictsOfProvinces(ctx.db, codes, hub.isDemo),
    readFlows(ctx),
    countAnswersOfHub(ctx.db, hub),
  ])
  // A source that names no place says too little for a flow.
  const placed = flows.filter((flow) => flow.adopterProvince !== null)
  const inside = (code: string | null) => code !== null && codes.includes(code)
  return {
    hub: { ...hub, provinces },
    figures: { ...figures, districtTotal: districts.length },
    answers,
    practices,
    pageSize: PAGE_SIZE,
    sectors,
    withoutPractice: districts.filter((district) => !district.hasPractice).map(({ name }) => name),
    incoming: placed.filter((flow) => inside(flow.adopterProvince) && !inside(flow.originProvince)),
    outgoing: placed.filter((flow) => inside(flow.originProvince) && !inside(flow.adopterProvince)),
  }
}
