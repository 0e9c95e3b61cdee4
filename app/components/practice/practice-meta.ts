import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import { licenceAddress } from '#app/domain/practice/licence.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { machineDay } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { PublicMeta } from '../layout/public-meta.ts'

/** Search engines cut longer headlines off. */
const HEADLINE = 110

/**
 * Head of the page of a practice: every version points to the newest one, which search engines should show. The address
 * of a version is for those who cite it.
 */
export function practiceMeta(
  lang: Lang,
  site: string,
  practice: PracticeView | undefined,
  { asVersion = false } = {},
): PublicMeta {
  if (!practice) return { title: 'JIPP' }
  const { content, publicId, version, mergedInto } = practice
  const title = written(content.title, lang)
  const { name } = splitBrand(content.brand)
  const heading = title ? `${title.text} (${name})` : content.brand
  return {
    title: heading,
    description: summaryOf(practice, lang),
    canonical: paths.practice(mergedInto ?? publicId),
    hidden: practice.isDemo,
    archived: asVersion,
    card: { image: site + paths.practiceCard(publicId, { v: version, lang }), alt: `${heading}. ${practice.agency}` },
    jsonLd: asVersion ? undefined : practiceJsonLd(lang, site, practice),
  }
}

const summaryOf = ({ content }: PracticeView, lang: Lang) =>
  (written(content.tagline, lang) ?? written(content.story.summary, lang))?.text

/** What is empty is left out. */
const some = (list: readonly string[]) => (list.length > 0 ? list : undefined)

/** A practice as a report of its agency. Source: schema.org/Report, and what search engines ask of an article. */
export function practiceJsonLd(lang: Lang, site: string, practice: PracticeView): NonNullable<PublicMeta['jsonLd']> {
  const { content, publicId, version, versions } = practice
  const title = written(content.title, lang)
  const page = site + paths.practice(publicId)
  const name = title?.text ?? content.brand
  const first = versions.at(-1)?.publishedAt ?? practice.versionPublishedAt
  const place = practice.region ?? practice.province
  const agency = {
    '@type': practice.country === 'ID' ? 'GovernmentOrganization' : 'Organization',
    name: practice.agency,
  }
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    '@id': page,
    url: page,
    mainEntityOfPage: page,
    identifier: publicId,
    reportNumber: publicId,
    name,
    headline: name.slice(0, HEADLINE),
    alternateName: title ? content.brand : undefined,
    description: summaryOf(practice, lang),
    inLanguage: title?.lang ?? lang,
    version: String(version),
    datePublished: first ? machineDay(first) : undefined,
    dateModified: practice.versionPublishedAt ? machineDay(practice.versionPublishedAt) : undefined,
    author: agency,
    publisher: { '@type': 'Organization', name: 'JIPP', url: site },
    image: site + paths.practiceCard(publicId, { v: version, lang }),
    isAccessibleForFree: true,
    license: licenceAddress(content.kit),
    about: vocabularyText(lang).sector[content.sector],
    keywords: some(content.subjects[lang]),
    spatialCoverage: place ? { '@type': 'Place', name: place } : undefined,
    award: some(content.awards.map(({ name, year }) => (year ? `${name} (${year})` : name))),
    citation: some(content.sources),
    isBasedOn: practice.originalId ? site + paths.practice(practice.originalId) : undefined,
    encoding: {
      '@type': 'MediaObject',
      encodingFormat: 'application/pdf',
      inLanguage: lang,
      contentUrl: site + paths.practicePdf(publicId, { lang }),
    },
  }
}
