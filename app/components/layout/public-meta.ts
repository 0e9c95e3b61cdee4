import type { LoaderFunction, MetaDescriptor, MetaFunction, SerializeFrom } from '@remix-run/node'
import { DEFAULT_LANG, isLang, LANGS, type Lang, withLang } from '#app/i18n/lang.ts'

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
  jsonLd?: JsonLd
}

type Describe<Loader extends LoaderFunction> = (page: {
  lang: Lang
  site: string
  data: SerializeFrom<Loader>
}) => PublicMeta

/** The head of a public page: title, description, canonical address, both languages, structured data. */
export function publicMeta<Loader extends LoaderFunction>(describe: Describe<Loader>): MetaFunction<Loader> {
  return ({ data, matches, location }): MetaDescriptor[] => {
    const root = (matches.find((match) => match.id === 'root')?.data ?? {}) as { lang?: unknown; site?: unknown }
    const lang = isLang(root.lang) ? root.lang : DEFAULT_LANG
    const site = typeof root.site === 'string' ? root.site : ''
    const { title, description, canonical, hidden, jsonLd } = describe({
      lang,
      site,
      data: data as SerializeFrom<Loader>,
    })
    const path = canonical ?? location.pathname
    const tags: MetaDescriptor[] = [{ title: `${title} · JIPP` }]
    if (description) tags.push({ name: 'description', content: description.slice(0, 300) })
    if (hidden) return [...tags, { name: 'robots', content: 'noindex, nofollow' }]
    tags.push({ tagName: 'link', rel: 'canonical', href: site + path })
    for (const other of LANGS) {
      const href = site + withLang({ pathname: path, search: '' }, other)
      tags.push({ tagName: 'link', rel: 'alternate', hrefLang: other, href })
    }
    if (jsonLd) tags.push({ 'script:ld+json': jsonLd as Record<string, never> })
    return tags
  }
}
