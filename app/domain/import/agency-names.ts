import { folded } from './values.ts'

export type NamedAgency = {
  id: string
  name: string
  regionCode: string | null
  /** The importer may write drafts for it. */
  isWithin: boolean
  /** A unit of another agency. */
  isUnit: boolean
}

export type FoundAgency =
  | { kind: 'found'; agency: NamedAgency }
  | { kind: 'unknown'; nearest: string | null }
  | { kind: 'ambiguous' }
  | { kind: 'outside'; agency: NamedAgency }

/** `Pemerintah Kab. Muara Enim`, `Pemkab Muara Enim` and `Kabupaten Muara Enim` are the same agency. */
function agencyWords(name: string): string {
  return folded(name)
    .replace(/^(?:pemkab|pem kab)\b/, 'kabupaten')
    .replace(/^(?:pemkot|pem kot)\b/, 'kota')
    .replace(/^(?:pemprov|pem prov)\b/, 'provinsi')
    .replace(/^(?:pemerintah daerah|pemerintah|pemda)\s+/, '')
    .replace(/\bkab\b/, 'kabupaten')
    .replace(/\bprov\b/, 'provinsi')
    .replace(/^kementrian\b/, 'kementerian')
    .trim()
}

/** Finds agencies by the names that sheets use, and by the code of their region where a name is not enough. */
export function agencyFinder(agencies: readonly NamedAgency[]) {
  const byName = new Map<string, NamedAgency[]>()
  const byRegion = new Map<string, NamedAgency>()
  for (const agency of agencies) {
    const words = agencyWords(agency.name)
    byName.set(words, [...(byName.get(words) ?? []), agency])
    // The government of the place itself, not one of its units.
    if (agency.regionCode && !agency.isUnit && !byRegion.has(agency.regionCode)) byRegion.set(agency.regionCode, agency)
  }
  const known = new Map<string, FoundAgency>()
  return (name: string, regionCode: string): FoundAgency => {
    const key = `${name}\n${regionCode}`
    const found = known.get(key) ?? find(name, regionCode.replace(/[^\d]/g, ''))
    known.set(key, found)
    return found
  }

  function find(name: string, code: string): FoundAgency {
    const words = agencyWords(name)
    const named = byName.get(words) ?? []
    const inRegion = named.filter(({ regionCode }) => code !== '' && regionCode?.replace('.', '') === code)
    const region = byRegion.get(code.length > 2 ? `${code.slice(0, 2)}.${code.slice(2, 4)}` : code)
    const candidates =
      inRegion.length > 0 ? inRegion : named.length > 0 ? named : words === '' && region ? [region] : []
    const within = candidates.filter(({ isWithin }) => isWithin)
    if (within.length === 1) return { kind: 'found', agency: within[0]! }
    if (within.length > 1) return { kind: 'ambiguous' }
    if (candidates[0]) return { kind: 'outside', agency: candidates[0] }
    const names = agencies.filter(({ isWithin }) => isWithin).map((agency) => agency.name)
    return { kind: 'unknown', nearest: nearest(name, names, agencyWords) }
  }
}

/** The entry of a list that differs from a word by a few letters; `null` where none comes near. */
export function nearest(word: string, list: readonly string[], by: (word: string) => string = folded): string | null {
  const wanted = by(word)
  let best: { entry: string; distance: number } | null = null
  for (const entry of list) {
    const distance = editDistance(wanted, by(entry), Math.max(1, Math.floor(wanted.length / 4)))
    if (distance !== null && (best === null || distance < best.distance)) best = { entry, distance }
  }
  return best?.entry ?? null
}

/** Letters to change, add or drop; `null` when more than `most`. */
function editDistance(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const changed = before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(changed, before[j]! + 1, row[j - 1]! + 1)
      least = Math.min(least, row[j]!)
    }
    if (least > most) return null
    before = row
  }
  const distance = before[b.length]!
  return distance <= most ? distance : null
}
