import { paths } from '../paths.ts'

const PAGES = [
  paths.home(),
  paths.practices(),
  paths.needs(),
  paths.network(),
  paths.hubs(),
  paths.lessons(),
  paths.about(),
  paths.glossary(),
  paths.openData(),
  paths.accessibility(),
  paths.privacy(),
]

/** Search engines ask again and are answered with 304: what was withdrawn must not stay in a list for an hour. */
const HEADERS = { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, no-cache' }

/** Which list an address names: a number for practices; `undefined` when there is no such list. */
export function sitemapPart(file: string): 'pages' | number | undefined {
  if (file === 'pages.xml') return 'pages'
  const number = /^practices-([1-9]\d{0,3})\.xml$/.exec(file)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** The list of lists. Source: sitemaps.org, protocol 0.9, sitemap index. */
export function sitemapIndex(site: string, parts: readonly { part: number; changedOn: string }[]): Response {
  const newest = parts
    .map(({ changedOn }) => changedOn)
    .sort()
    .at(-1)
  const entries = [
    entry('sitemap', site + paths.sitemapPart('pages'), newest),
    ...parts.map(({ part, changedOn }) => entry('sitemap', site + paths.sitemapPart(`practices-${part}`), changedOn)),
  ]
  return xml('sitemapindex', entries)
}

/** Pages and hubs. Source: sitemaps.org, protocol 0.9. */
export function sitemapOfPages(site: string, hubs: readonly string[]): Response {
  return xml(
    'urlset',
    [...PAGES, ...hubs.map((slug) => paths.hub(slug))].map((path) => entry('url', site + path)),
  )
}

export function sitemapOfPractices(site: string, practices: readonly { publicId: string; changedOn: string | null }[]) {
  return xml(
    'urlset',
    practices.map(({ publicId, changedOn }) => entry('url', site + paths.practice(publicId), changedOn)),
  )
}

function xml(root: string, entries: readonly string[]): Response {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries,
    `</${root}>`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: HEADERS })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function entry(element: string, address: string, changedOn?: string | null): string {
  return `<${element}><loc>${escaped(address)}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}</${element}>`
}
