import { listRegions } from '#db/queries/network.server.ts'
import type { Context } from '../shared/context.ts'

export type DistrictMatch = { code: string; name: string }
type NamedDistrict = DistrictMatch & { folded: string; bare: string }

/** Longer than any name of a district. */
const LONGEST = 60
const KINDS = /^(?:kabupaten|kab|kota|regency of|city of) (?:administrasi )?/

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/**
 * Regencies and cities that a typed name may mean: the one or two that are called so, else all that have every typed
 * word, those that begin with it first. Provinces narrow the choice unless nothing of it lies there.
 */
export async function findDistricts(
  { db }: Pick<Context, 'db'>,
  typed: string,
  provinces: readonly string[] = [],
): Promise<DistrictMatch[]> {
  const wanted = fold(typed.slice(0, LONGEST))
  if (wanted === '') return []
  const districts = (await listRegions(db)).flatMap(({ code, name, type }): NamedDistrict[] => {
    const folded = fold(name)
    return type === 'province' ? [] : [{ code, name, folded, bare: folded.replace(KINDS, '') }]
  })
  const found = matching(districts, wanted)
  const inside = found.filter(({ code }) => provinces.includes(code.slice(0, 2)))
  return (inside.length > 0 ? inside : found).map(({ code, name }) => ({ code, name }))
}

function matching(districts: readonly NamedDistrict[], wanted: string): NamedDistrict[] {
  const long = wanted.replace(/^kab /, 'kabupaten ')
  const same = districts.filter(({ folded }) => folded === long)
  if (same.length > 0) return same
  const called = districts.filter(({ bare }) => bare === wanted)
  if (called.length > 0) return called
  const words = long.split(' ')
  const begins = ({ bare }: NamedDistrict) => (bare.startsWith(wanted) ? 0 : 1)
  return districts
    .filter(({ folded }) => words.every((word) => ` ${folded}`.includes(` ${word}`)))
    .sort((a, b) => begins(a) - begins(b) || (a.bare < b.bare ? -1 : 1))
}
