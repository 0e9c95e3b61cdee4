import type { AdoptionKit } from '#db/practice-content.ts'
import { licenceAddress } from '../domain/practice/licence.ts'
import type { PracticeView } from '../domain/practice/read-practice.server.ts'
import { LANGS } from '../i18n/lang.ts'
import { paths } from '../paths.ts'

/** A link as RFC 8288 writes it in a header and RFC 9264 in a document. */
export type TypedLink = { href: string; rel: string; type?: string; hreflang?: string }

/** What of a practice its links need. */
export type SignpostedPractice = Pick<PracticeView, 'publicId' | 'version' | 'latestVersion' | 'contactEmail'> & {
  versions: readonly { number: number }[]
  content: { kit: Pick<AdoptionKit, 'licence' | 'licenceKind'> }
}

export const PDF = 'application/pdf'
const BIBTEX = 'application/x-bibtex'
const RIS = 'application/x-research-info-systems'
export const LINKSET = 'application/linkset+json'

/**
 * What programs are told about the page of a practice: what to cite, where its files and its data are, which version it
 * is. `asVersion` for the address of one version, which has a newest one and neighbours.
 * Sources: FAIR Signposting Profile (signposting.org), RFC 8574 (cite-as), RFC 5829 (versions), RFC 6903 (type).
 */
export function practiceLinks(site: string, practice: SignpostedPractice, asVersion: boolean): TypedLink[] {
  const { publicId, version, latestVersion, content } = practice
  const v = asVersion ? version : undefined
  const at = (path: string) => site + path
  const links: TypedLink[] = [
    { href: at(paths.practiceVersion(publicId, version)), rel: 'cite-as' },
    { href: 'https://schema.org/AboutPage', rel: 'type' },
    { href: 'https://schema.org/Report', rel: 'type' },
  ]
  const { contactEmail } = practice
  if (contactEmail) links.push({ href: `mailto:${encodeURI(contactEmail)}`, rel: 'author' })
  const licence = licenceAddress(content.kit)
  if (licence) links.push({ href: licence, rel: 'license' })
  for (const lang of LANGS) {
    links.push({ href: at(paths.practicePdf(publicId, { v, lang })), rel: 'item', type: PDF, hreflang: lang })
  }
  // The interface for programs knows the newest version.
  if (version === latestVersion) {
    links.push({ href: at(paths.apiPractice(publicId)), rel: 'describedby', type: 'application/json' })
  }
  links.push(
    { href: at(paths.practiceCite(publicId, 'bibtex', { v })), rel: 'describedby', type: BIBTEX },
    { href: at(paths.practiceCite(publicId, 'ris', { v })), rel: 'describedby', type: RIS },
    { href: at(paths.practiceLinks(publicId, { v })), rel: 'linkset', type: LINKSET },
  )
  return [...links, ...versionLinks(site, practice, asVersion)]
}

function versionLinks(site: string, { publicId, version, versions }: SignpostedPractice, asVersion: boolean) {
  const numbers = versions.map(({ number }) => number)
  const former = Math.max(0, ...numbers.filter((number) => number < version))
  const next = Math.min(Number.POSITIVE_INFINITY, ...numbers.filter((number) => number > version))
  const to = (number: number) => site + paths.practiceVersion(publicId, number)
  const links: TypedLink[] = [{ href: `${site}${paths.practice(publicId)}#riwayat`, rel: 'version-history' }]
  if (asVersion) links.push({ href: site + paths.practice(publicId), rel: 'latest-version' })
  if (former > 0) links.push({ href: to(former), rel: 'predecessor-version' })
  if (Number.isFinite(next)) links.push({ href: to(next), rel: 'successor-version' })
  return links
}

/** The value of a `Link` header. */
export function linkHeader(links: readonly TypedLink[]): string {
  return links
    .map(({ href, rel, type, hreflang }) =>
      [`<${headerSafe(href)}>`, `rel="${rel}"`, type && `type="${type}"`, hreflang && `hreflang="${hreflang}"`]
        .filter(Boolean)
        .join('; '),
    )
    .join(', ')
}

/** An address that cannot end its link or its header, whatever an owner typed. */
const headerSafe = (href: string) => new URL(href).href.replace(/[<>"\s\\]/g, encodeURIComponent)

/** The same links, and those that lead back, as a document. Source: RFC 9264. */
export function linkSet(page: string, links: readonly TypedLink[]) {
  const target = ({ href, type, hreflang }: TypedLink) => ({ href, type, hreflang: hreflang && [hreflang] })
  const relations = [...new Set(links.map(({ rel }) => rel))].filter((rel) => rel !== 'linkset')
  const forward = {
    anchor: page,
    ...Object.fromEntries(relations.map((rel) => [rel, links.filter((link) => link.rel === rel).map(target)])),
  }
  const back = links.flatMap(({ href, rel }) => {
    const relation = rel === 'item' ? 'collection' : rel === 'describedby' ? 'describes' : undefined
    return relation ? [{ anchor: href, [relation]: [{ href: page, type: 'text/html' }] }] : []
  })
  return { linkset: [forward, ...back] }
}
