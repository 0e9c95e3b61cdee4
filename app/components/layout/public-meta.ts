import type { LoaderFunction, MetaDescriptor, MetaFunction, SerializeFrom } from '@remix-run/node'
import { DEFAULT_LANG, isLang, LANG_PARAM, LANGS, type Lang, withLang } from '#app/i18n/lang.ts'

type JsonLd = { readonly [key: string]: JsonValue }
type JsonValue = string | number | boolean | null | undefined | readonly JsonValue[] | JsonLd

/** What search engines and browser windows are told of a public page. */
export type PublicMeta = {
  title: string
  description?: string
  /** The address that stands for this content; the page's own path when absent. */
  canonical?: string
  /** Endless combinations of one list are not for search engines. */
  hidden?: boolean
  /** Kept for those who cited it: search engines are led to the canonical address instead. */
  archived?: boolean
  /** What is shown where a link to the page is passed on. */
  card?: { image: string; alt: string }
  jsonLd?: JsonLd
}

type Describe<Loader extends LoaderFunction> = (page: {
  lang: Lang
  site: string
  data: SerializeFrom<Loader>
}) => PublicMeta

/** The size of the picture of a link, in pixels: what messengers and networks show whole. */
const CARD_SIZE = { width: '1200', height: '630' }
const LOCALE: Record<Lang, string> = { id: 'id_ID', en: 'en_GB' }

/** The head of a public page: title, description, canonical address, both languages, structured data. */
export function publicMeta<Loader extends LoaderFunction>(describe: Describe<Loader>): MetaFunction<Loader> {
  return ({ data, matches, location }): MetaDescriptor[] => {
    const root = (matches.find((match) => match.id === 'root')?.data ?? {}) as { lang?: unknown; site?: unknown }
    const lang = isLang(root.lang) ? root.lang : DEFAULT_LANG
    const site = typeof root.site === 'string' ? root.site : ''
    const meta = describe({ lang, site, data: data as SerializeFrom<Loader> })
    const { title, description, hidden, archived, jsonLd } = meta
    const path = meta.canonical ?? location.pathname
    const tags: MetaDescriptor[] = [{ title: `${title} · JIPP` }]
    if (description) tags.push({ name: 'description', content: description.slice(0, 300) })
    if (hidden) return [...tags, { name: 'robots', content: 'noindex, nofollow' }, ...cardTags(lang, site + path, meta)]
    if (archived) tags.push({ name: 'robots', content: 'noindex' })
    // An address that chooses a language stands for that language.
    const chosen = new URLSearchParams(location.search).get(LANG_PARAM)
    const own = isLang(chosen) ? withLang({ pathname: path, search: '' }, chosen) : path
    tags.push({ tagName: 'link', rel: 'canonical', href: site + own })
    for (const other of LANGS) {
      const href = site + withLang({ pathname: path, search: '' }, other)
      tags.push({ tagName: 'link', rel: 'alternate', hrefLang: other, href })
    }
    tags.push({ tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: site + path })
    tags.push(...cardTags(lang, site + own, meta))
    if (jsonLd) tags.push({ 'script:ld+json': jsonLd as Record<string, never> })
    return tags
  }
}

/** Source: ogp.me. The title here has no name of the site: that is a property of its own. */
function cardTags(lang: Lang, url: string, { title, description, card }: PublicMeta): MetaDescriptor[] {
  if (!card) return []
  const property = (name: string, content: string) => ({ property: `og:${name}`, content })
  return [
    property('type', 'article'),
    property('site_name', 'JIPP'),
    property('title', title),
    ...(description ? [property('description', description.slice(0, 200))] : []),
    property('url', url),
    property('locale', LOCALE[lang]),
    property('image', card.image),
    property('image:type', 'image/png'),
    property('image:width', CARD_SIZE.width),
    property('image:height', CARD_SIZE.height),
    property('image:alt', card.alt),
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}
