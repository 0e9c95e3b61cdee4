import type { readSitemap } from '../domain/report/sitemap.server.ts'
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

/** A sitemap as search engines read it. Source: sitemaps.org, protocol 0.9. */
export function sitemapXml(site: string, { practices, hubs }: Awaited<ReturnType<typeof readSitemap>>): string {
  const entries = [
    ...PAGES.map((path) => entry(site + path)),
    ...hubs.map((slug) => entry(site + paths.hub(slug))),
    ...practices.map(({ publicId, changedOn }) => entry(site + paths.practice(publicId), changedOn)),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function entry(address: string, changedOn?: string | null): string {
  return `<url><loc>${escaped(address)}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}</url>`
}
