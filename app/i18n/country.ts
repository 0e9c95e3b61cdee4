import type { Lang } from './lang.ts'

const NAMES: Record<Lang, Intl.DisplayNames> = {
  id: new Intl.DisplayNames('id', { type: 'region', fallback: 'code' }),
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }),
}

/** The name of a country by its ISO 3166 code. */
export function countryName(lang: Lang, code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (NAMES[lang].of(code) ?? code) : code
}
