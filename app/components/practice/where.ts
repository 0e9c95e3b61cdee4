import { countryName } from '#app/i18n/country.ts'
import type { Lang } from '#app/i18n/lang.ts'

type Place = {
  unit: string | null
  agency: string
  region: string | null
  province: string | null
  country: string
}

/** Who runs it and where: `Dinas Kesehatan, Kota Makassar, Sulawesi Selatan`; nothing is said twice. */
export function whereLine(lang: Lang, { unit, agency, region, province, country }: Place): string {
  if (country !== 'ID') return joined(unit, agency, countryName(lang, country))
  if (!region) return joined(unit, agency)
  return unit ? joined(unit, region, province) : joined(agency, province)
}

function joined(...parts: (string | null)[]): string {
  const said: string[] = []
  for (const part of parts) if (part && !said.some((before) => before.includes(part))) said.push(part)
  return said.join(', ')
}
