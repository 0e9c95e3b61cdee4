import { splitBrand, written } from '#app/domain/practice/bilingual.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'

/** What is needed to cite one version of a practice. */
export type Citation = {
  agency: string
  title: string
  id: string
  version: number
  date: string
  year: string
  url: string
}

/** Gathers a citation; the title carries the brand in brackets, and the address is that of the version. */
export function citationOf(lang: Lang, practice: PracticeView, versionUrl: string): Citation {
  const { name } = splitBrand(practice.content.brand)
  const title = written(practice.content.title, lang)?.text
  const published = practice.versionPublishedAt ?? new Date(0)
  return {
    agency: practice.agency,
    title: title ? `${title} (${name})` : practice.content.brand,
    id: practice.publicId,
    version: practice.version,
    date: formatDate(lang, published),
    year: formatDate(lang, published).slice(-4),
    url: versionUrl,
  }
}

/** Source: Publication Manual of the APA, 7th edition, section 10.16 (webpages with a group author). */
export function apaCitation(lang: Lang, c: Citation): { before: string; title: string; after: string } {
  const version = practicePageText(lang).cite.versionWord
  return {
    before: `${c.agency}. (${c.year}). `,
    title: c.title,
    after: ` (${c.id}, ${version} ${c.version}). JIPP. ${c.url}`,
  }
}

export function bibtexCitation(lang: Lang, c: Citation): string {
  const version = practicePageText(lang).cite.versionWord
  const escaped = (value: string) => value.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, '\\$&')
  return [
    `@misc{${c.id.toLowerCase()}-v${c.version},`,
    `  author = {{${escaped(c.agency)}}},`,
    `  title = {${escaped(c.title)}},`,
    `  year = {${c.year}},`,
    `  note = {JIPP, ${c.id}, ${version} ${c.version}},`,
    `  url = {${c.url}}`,
    '}',
  ].join('\n')
}
