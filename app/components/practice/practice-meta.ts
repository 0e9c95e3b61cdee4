import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { paths } from '#app/paths.ts'
import type { PublicMeta } from '../layout/public-meta.ts'

/** Head of the page of a practice: every version points to the newest one, which search engines should show. */
export function practiceMeta(lang: Lang, site: string, practice: PracticeView | undefined): PublicMeta {
  if (!practice) return { title: 'JIPP' }
  const { content } = practice
  const title = written(content.title, lang)
  const { name } = splitBrand(content.brand)
  const summary = written(content.tagline, lang) ?? written(content.story.summary, lang)
  const canonical = paths.practice(practice.publicId)
  const place = practice.region ?? practice.province
  return {
    title: title ? `${title.text} (${name})` : content.brand,
    description: summary?.text,
    canonical,
    hidden: practice.isDemo,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
      '@id': site + canonical,
      identifier: practice.publicId,
      name: title?.text ?? content.brand,
      alternateName: content.brand,
      description: summary?.text,
      inLanguage: title?.lang ?? lang,
      version: String(practice.version),
      datePublished: practice.versionPublishedAt?.toISOString().slice(0, 10),
      creator: { '@type': 'Organization', name: practice.agency },
      spatialCoverage: place ? { '@type': 'Place', name: place } : undefined,
      keywords: content.subjects[lang].join(', '),
      isBasedOn: content.sources,
    },
  }
}
