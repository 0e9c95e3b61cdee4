export const LANGS = ['id', 'en'] as const
export type Lang = (typeof LANGS)[number]

export const DEFAULT_LANG: Lang = 'id'
/** The cookie that remembers the reader's choice. */
export const LANG_COOKIE = 'lang'
/** The query parameter that makes the choice. */
export const LANG_PARAM = 'lang'

export function isLang(value: unknown): value is Lang {
  return value === 'id' || value === 'en'
}

/** The first supported language of an Accept-Language header, by its quality values; `undefined` when it names none. */
function acceptedLang(header: string): Lang | undefined {
  const wishes = header
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
      const q = rest.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((v) => v !== undefined)
      return { base: tag.split('-')[0], q: q === undefined ? 1 : Number(q) }
    })
    .filter((wish) => isLang(wish.base) && wish.q > 0)
    .sort((a, b) => b.q - a.q)
  const first = wishes[0]?.base
  return isLang(first) ? first : undefined
}

const REMEMBERED = new RegExp(`(?:^|;\\s*)${LANG_COOKIE}=(\\w+)`)

/** The language of a page: `?lang=`, else the remembered choice, else Accept-Language, else Indonesian. */
export function langOf(request: { url: string; headers: { get(name: string): string | null } }): Lang {
  // Taking an address apart that asks for nothing would cost as much as a tenth of sending a page from memory.
  const chosen = request.url.includes('?') ? new URL(request.url).searchParams.get(LANG_PARAM) : null
  if (isLang(chosen)) return chosen
  const remembered = REMEMBERED.exec(request.headers.get('Cookie') ?? '')?.[1]
  if (isLang(remembered)) return remembered
  const accepted = request.headers.get('Accept-Language')
  return (accepted && acceptedLang(accepted)) || DEFAULT_LANG
}

/** The same address in another language: sets `lang`, keeps every other parameter. */
export function withLang(location: { pathname: string; search: string }, lang: Lang): string {
  const params = new URLSearchParams(location.search)
  params.set(LANG_PARAM, lang)
  return `${location.pathname}?${params}`
}
