import { listRegions } from '#db/queries/network.server.ts'
import { findAgencyPlace } from '#db/queries/practice-places.server.ts'
import { listPublishedPractices } from '#db/queries/practices-public.server.ts'
import type { Language } from '#db/vocabulary.ts'
import type { PracticeHit, PracticeResult } from '#search/engine.ts'
import { type Context, organisationOf } from '../shared/context.ts'
import { splitBrand, written } from './bilingual.ts'
import { readFacetNames } from './facet-names.server.ts'
import { type DistrictMatch, findDistricts } from './find-districts.server.ts'
import { countFilters, type SearchState, toPracticeQuery, withDistrict, withoutFilters } from './practice-query.ts'
import { type Relaxation, relaxSearch } from './relax-search.server.ts'

export type SearchPage = {
  state: SearchState
  result: PracticeResult
  /** Names of the places and hubs that the page speaks of, by code and slug. */
  names: Record<string, string>
  /** How many there are without any filter; only when filters are set. */
  unfiltered?: number
  /** Only when nothing was found: looser searches, and the best hits of the first that finds something. */
  relaxed: Relaxation[]
  nearest: PracticeHit[]
  /** A district was asked for by a name that is not the name of just one. */
  asked?: { typed: string; matches: DistrictMatch[] }
  /** Practices chosen for comparing, on whatever page. */
  chosen: { publicId: string; name: string }[]
  /** Places to choose from as one's own; only where the list is sorted by nearness. */
  regions: DistrictMatch[]
}

/**
 * Finds published practices for the search page, and, where there are none, what a looser search would find. The district
 * that was asked for by name joins the filters when just one is called so: then `moved` is the search to go on with.
 */
export async function searchPractices(
  ctx: Context,
  given: SearchState,
  { lang, districtName }: { lang: Language; districtName?: string },
): Promise<SearchPage | { moved: SearchState }> {
  const matches = districtName ? await findDistricts(ctx, districtName, given.filters.province) : []
  const [only] = matches
  if (only && matches.length === 1) return { moved: withDistrict(given, only.code) }
  // Somebody who ticked one of the matches has said which.
  if (matches.some(({ code }) => given.filters.district.includes(code))) return { moved: given }
  const own = await ownRegion(ctx)
  const state = given.sort === 'nearest' ? { ...given, near: given.near ?? own } : given
  const query = toPracticeQuery({ ...state, near: state.near ?? own }, lang)
  const [result, unfiltered, chosen] = await Promise.all([
    ctx.search.practices(query),
    countFilters(state) > 0 ? countHits(ctx, withoutFilters(state), lang) : undefined,
    readChosen(ctx, state, lang),
  ])
  const empty = result.total === 0 ? await relaxSearch(ctx, state, result.understood, lang) : undefined
  const codes = [state.near ?? '', ...result.understood.places.flatMap((place) => place.codes.slice(0, 1))]
  return {
    state,
    result,
    names: await readFacetNames(ctx, { filters: state.filters, facets: result.facets, codes }),
    unfiltered,
    relaxed: empty?.relaxed ?? [],
    nearest: empty?.nearest ?? [],
    asked: districtName ? { typed: districtName.slice(0, 60), matches } : undefined,
    chosen,
    regions: state.sort === 'nearest' ? await regionsFor(ctx, own) : [],
  }
}

async function countHits(ctx: Context, state: SearchState, lang: Language): Promise<number> {
  return (await ctx.search.practices(toPracticeQuery({ ...state, limit: 1 }, lang))).total
}

/** The region of the agency that the person acts for. */
async function ownRegion(ctx: Context): Promise<string | null> {
  const organisation = organisationOf(ctx.actor)
  return organisation ? ((await findAgencyPlace(ctx.db, organisation))?.regionCode ?? null) : null
}

/** Every province, and one's own district. */
async function regionsFor(ctx: Context, own: string | null): Promise<DistrictMatch[]> {
  const regions = await listRegions(ctx.db)
  return regions.filter(({ code, type }) => type === 'province' || code === own)
}

async function readChosen(ctx: Context, { compare }: SearchState, lang: Language) {
  const rows = compare.length > 0 ? await listPublishedPractices(ctx.db, compare) : []
  return compare.flatMap((publicId) => {
    const row = rows.find((one) => one.publicId === publicId)
    return row ? [{ publicId, name: written(row.content.title, lang)?.text ?? splitBrand(row.content.brand).name }] : []
  })
}
