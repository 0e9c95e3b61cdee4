import { tokenise } from './tokenise.ts'

/** A province (two digits) or a district (`35.10`) with its official name. */
export type Region = { code: string; name: string }

/** A place in the words of a query; a name may stand for a regency and a city at once. */
export type PlaceMention = {
  codes: string[]
  name: string
  /** As typed. */
  typed: string
}

/** Other names of provinces, folded. The glossary's list of regions, and how people shorten them. */
const ALIASES: Record<string, readonly string[]> = {
  '11': ['nad', 'nanggroe aceh darussalam'],
  '12': ['sumut', 'sumatra utara', 'north sumatra'],
  '13': ['sumbar', 'sumatra barat', 'west sumatra'],
  '16': ['sumsel', 'sumatra selatan', 'south sumatra'],
  '19': ['babel', 'bangka belitung'],
  '21': ['kepri', 'riau islands'],
  '31': ['jakarta', 'dki', 'dki jakarta', 'dkj'],
  '32': ['jabar', 'west java'],
  '33': ['jateng', 'central java'],
  '34': ['diy', 'jogja', 'yogya', 'yogyakarta', 'jogjakarta', 'di yogyakarta', 'daerah istimewa yogyakarta'],
  '35': ['jatim', 'east java'],
  '52': ['ntb', 'west nusa tenggara'],
  '53': ['ntt', 'east nusa tenggara'],
  '61': ['kalbar', 'west kalimantan'],
  '62': ['kalteng', 'central kalimantan'],
  '63': ['kalsel', 'south kalimantan'],
  '64': ['kaltim', 'east kalimantan'],
  '65': ['kaltara', 'north kalimantan'],
  '71': ['sulut', 'north sulawesi'],
  '72': ['sulteng', 'central sulawesi'],
  '73': ['sulsel', 'south sulawesi'],
  '74': ['sultra', 'southeast sulawesi'],
  '76': ['sulbar', 'west sulawesi'],
  '82': ['malut', 'north maluku'],
}

/** Several provinces that people call by one name. */
const ISLANDS: Record<string, readonly string[]> = {
  kalimantan: ['61', '62', '63', '64', '65'],
  sulawesi: ['71', '72', '73', '74', '75', '76'],
  sumatera: ['11', '12', '13', '14', '15', '16', '17', '18', '19', '21'],
  sumatra: ['11', '12', '13', '14', '15', '16', '17', '18', '19', '21'],
  'nusa tenggara': ['52', '53'],
  jawa: ['31', '32', '33', '34', '35', '36'],
  papua: ['91', '92', '93', '94', '95', '96'],
}

/** Names that are words too: they are places only after `kabupaten`, `kota` or `di`. */
const WORDS_TOO = new Set(
  'batu metro serang padang malang lingga buru palu bima tegal solok sorong banjar kaur kota jawa kupang demak siak sigi agam ende dairi muna blitar'.split(
    ' ',
  ),
)

const KINDS: Record<string, 'regency' | 'city' | 'province'> = {
  kabupaten: 'regency',
  kab: 'regency',
  pemkab: 'regency',
  regency: 'regency',
  kota: 'city',
  pemkot: 'city',
  city: 'city',
  provinsi: 'province',
  propinsi: 'province',
  prov: 'province',
  pemprov: 'province',
  province: 'province',
}
const BEFORE_PLACE = new Set(['di', 'in', 'dari', 'from', 'se'])
/** Longest name, in words. */
const MAX_NAME = 5

/** Finds places in the words of a query. */
export type Gazetteer = ReadonlyMap<string, { codes: string[]; name: string }>

const folded = (name: string) =>
  tokenise(name)
    .map(({ word }) => word)
    .join(' ')

/** A gazetteer of the regions of the country: their names with and without their kind, and what people call them. */
export function gazetteerOf(regions: readonly Region[]): Gazetteer {
  const places = new Map<string, { codes: string[]; name: string }>()
  const add = (name: string, codes: readonly string[], shown: string) => {
    const known = places.get(name)
    if (known) known.codes.push(...codes.filter((code) => !known.codes.includes(code)))
    else places.set(name, { codes: [...codes], name: shown })
  }
  for (const { code, name } of regions) {
    const full = folded(name)
    const isCity = full.startsWith('kota ')
    const bare = full.replace(/^(?:kabupaten|kota) (?:administrasi )?/, '')
    add(full, [code], name)
    const shown = name.replace(/^(?:Kabupaten|Kota) (?:Administrasi )?/, '')
    if (bare !== full) {
      add(bare, [code], shown)
      for (const kind of Object.keys(KINDS)) {
        if (KINDS[kind] === (isCity ? 'city' : 'regency')) add(`${kind} ${bare}`, [code], name)
      }
    } else
      for (const kind of ['provinsi', 'propinsi', 'prov', 'pemprov', 'province']) add(`${kind} ${bare}`, [code], name)
    for (const alias of ALIASES[code] ?? []) add(alias, [code], name)
  }
  const known = new Set(regions.map(({ code }) => code))
  for (const [name, codes] of Object.entries(ISLANDS)) {
    const present = codes.filter((code) => known.has(code))
    if (present.length > 0) add(name, present, name.charAt(0).toUpperCase() + name.slice(1))
  }
  return places
}

/** The places in a run of words (folded, filler words included), and which words name them. */
export function placesIn(words: readonly string[], gazetteer: Gazetteer) {
  const mentions: PlaceMention[] = []
  const used = new Set<number>()
  for (let start = 0; start < words.length; start++) {
    for (let length = Math.min(MAX_NAME, words.length - start); length > 0; length--) {
      const typed = words.slice(start, start + length).join(' ')
      const place = gazetteer.get(typed)
      if (!place || (WORDS_TOO.has(typed) && !BEFORE_PLACE.has(words[start - 1] ?? ''))) continue
      // A province of this name is meant rather than a city of it.
      const provinces = place.codes.filter((code) => code.length === 2)
      mentions.push({ codes: provinces.length > 0 ? provinces : place.codes, name: place.name, typed })
      for (let at = start; at < start + length; at++) used.add(at)
      start += length - 1
      break
    }
  }
  return { mentions, used }
}
