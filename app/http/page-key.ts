import QuickLRU from 'quick-lru'
import { LANG_COOKIE, LANG_PARAM, langOf } from '../i18n/lang.ts'

/** Addresses that every visitor sees alike. What is not named here is never kept. */
const PUBLIC_PAGES = [
  /^\/$/,
  /^\/practices(?:\/[\w-]+(?:\/(?:v\d+|diff))?)?$/,
  /^\/practices\/[\w-]+(?:\.pdf|\/(?:cite|card\.png|links))$/,
  /^\/compare$/,
  /^\/needs(?:\/[\w-]+)?$/,
  /^\/network$/,
  /^\/hubs(?:\/[\w-]+)?$/,
  /^\/adoptions\/[\w-]+$/,
  /^\/(?:lessons|about|glossary|open-data|accessibility|privacy)$/,
  /^\/sitemap\.xml$/,
  /^\/sitemaps\/[\w-]+\.xml$/,
  /^\/api\/v1\/practices(?:\/[\w-]+)?$/,
  /^\/api\/v1\/openapi\.json$/,
]

/** Data and files: their language is in the address or Indonesian, whatever the reader chose for pages. */
const FOR_PROGRAMS = /^\/(?:api\/|practices\/[^/]+(?:\.pdf$|\/(?:cite|card\.png|links)$))/

/** Whether the answer is a file or data, and so carries no cookie and does not follow one. */
export const isForPrograms = (path: string) => FOR_PROGRAMS.test(path)

const LONGEST = 1_000
const ONLY_LANGUAGE = new RegExp(`^${LANG_COOKIE}=\\w+$`)

type Asked = {
  method?: string
  url?: string
  headers: Record<string, string | string[] | undefined>
}

export type Encoding = 'br' | 'gzip' | 'identity'
type PageKey = { key: string; encoding: Encoding }

/** Most visitors ask for few addresses in few ways: reading them again would cost more than answering. */
const read = new QuickLRU<string, PageKey | null>({ maxSize: 2_000 })

/**
 * What the answer to a request depends on besides the database, as one text; `undefined` when the answer may depend on
 * who asks (a session, any cookie but that of the language, a form) or the address is not one of the public pages.
 */
export function pageKey({ method, url = '', headers }: Asked): PageKey | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  if (headers.authorization || headers.range || headers['content-length'] || headers['transfer-encoding']) {
    return undefined
  }
  const { cookie } = headers
  if (cookie !== undefined && (typeof cookie !== 'string' || !ONLY_LANGUAGE.test(cookie))) return undefined
  if (url.length > LONGEST) return undefined
  let asked = url
  for (const name of USED) asked += `\n${headers[name] ?? ''}`
  const known = read.get(asked)
  if (known !== undefined) return known ?? undefined
  const key = readKey(url, headers)
  read.set(asked, key ?? null)
  return key
}

/** Every header that the key is made of. */
const USED = ['cookie', 'host', 'x-forwarded-host', 'x-forwarded-proto', 'accept-language', 'accept-encoding']

function readKey(url: string, headers: Asked['headers']): PageKey | undefined {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  if (!PUBLIC_PAGES.some((page) => page.test(path))) return undefined
  const search = mark < 0 ? '' : sorted(url.slice(mark + 1))
  const isFile = isForPrograms(path)
  // The answer to such a choice carries a cookie.
  if (!isFile && new URLSearchParams(search).has(LANG_PARAM)) return undefined
  const lang = isFile ? '' : langOf({ url: 'http://x', headers: { get: (name) => one(headers[name.toLowerCase()]) } })
  const encoding = encodingOf(one(headers['accept-encoding']) ?? '')
  // The addresses in a page (canonical, citation, sitemap) are made of these.
  const origin = [headers.host, headers['x-forwarded-host'], headers['x-forwarded-proto']].join(' ')
  return { key: [encoding, lang, origin, path, search].join('\n'), encoding }
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)

/** The same parameters in one order: by name; the values of one name keep theirs. */
function sorted(search: string): string {
  const params = new URLSearchParams(search)
  params.sort()
  return params.toString()
}

/** The best encoding that a client takes for certain. */
export function encodingOf(accepted: string): Encoding {
  const names = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
  if (names.includes('br')) return 'br'
  return names.includes('gzip') ? 'gzip' : 'identity'
}
