/** Schemes and tiers that awards are filtered by. The names of awards are free text; the first rule that fits decides. */
const RULES = [
  ['kipp-top-99', /top 99/],
  ['kipp-top-45', /top 45|top terpuji/],
  ['kipp-top-40', /^top 40 kipp$/],
  ['kipp-covid-19', /top 21 inovasi penanganan covid/],
  ['unpsa', /unpsa|united nations|^un /],
  ['iga', /\biga\b|innovative government award/],
  ['indohcf', /indohcf|healthcare/],
  ['govinsider', /govinsider/],
  [
    'provinsi',
    /kipp (jawa|sulawesi|sumatera|kalimantan|banten|bali|nusa|maluku|papua|aceh|riau|lampung)|jawa barat|kijb|inotek|koin|kovablik|proyanlik/,
  ],
  ['daerah', /(bantul|kota|kabupaten|si semangad)/],
  ['kipp-lain', /kipp|kompetisi inovasi pelayanan publik|inovasi pelayanan publik/],
] as const satisfies readonly (readonly [string, RegExp])[]

export type AwardGroup = (typeof RULES)[number][0] | 'lain'

/** Values of the award facet, in the order in which the rules are tried. */
export const AWARD_GROUPS: readonly AwardGroup[] = [...RULES.map(([group]) => group), 'lain']

/** The group of an award's name. */
export function awardGroup(name: string): AwardGroup {
  const folded = name.toLowerCase()
  return RULES.find(([, rule]) => rule.test(folded))?.[0] ?? 'lain'
}
