import type { Bilingual } from '#db/practice-content.ts'
import type { Language, WithdrawalReason } from '#db/vocabulary.ts'
import { citationText, memoParagraph } from '../../i18n/citation.ts'
import { formatDate, machineDay } from '../../i18n/format.ts'
import { vocabularyText } from '../../i18n/vocabulary.ts'
import { splitBrand, written } from './bilingual.ts'

/** The ways of citing a practice, as the address of a citation names them. */
export const CITATION_FORMATS = ['apa', 'bibtex', 'ris', 'nota-dinas'] as const
export type CitationFormat = (typeof CITATION_FORMATS)[number]

/** Since when, why, and what takes its place. */
export type Withdrawal = { on: string; reason: WithdrawalReason; successorId?: string }

/** What a citation is made of: one version of a practice, published or withdrawn. */
export type Cited = {
  publicId: string
  agency: string
  version: number
  versionPublishedAt: Date | null
  content: { brand: string; title: Bilingual; tagline: Bilingual; subjects: Record<Language, string[]> }
  withdrawal?: Withdrawal
}

/** The words of a citation in one language. */
export type Citation = {
  lang: Language
  agency: string
  /** The plain title with the brand in brackets. */
  title: string
  id: string
  version: number
  /** `22 November 2026`, and the same for programs. */
  date: string
  isoDate: string
  url: string
  summary?: string
  subjects: readonly string[]
  withdrawal?: Withdrawal
}

/** Gathers a citation; `url` is the address of the version, which never changes. */
export function citationOf(lang: Language, cited: Cited, url: string): Citation {
  const { content, withdrawal } = cited
  const { name } = splitBrand(content.brand)
  const title = written(content.title, lang)?.text
  const published = cited.versionPublishedAt ?? new Date(0)
  return {
    lang,
    agency: line(cited.agency),
    title: line(title ? `${title} (${name})` : content.brand),
    id: cited.publicId,
    version: cited.version,
    date: formatDate(lang, published),
    isoDate: machineDay(published),
    url,
    summary: written(content.tagline, lang)?.text,
    subjects: content.subjects[lang],
    withdrawal,
  }
}

/** One line of text: nothing in a citation may break out of its line. */
const line = (text: string) => text.replace(/\p{Cc}+|\s+/gu, ' ').trim()

const yearOf = ({ isoDate }: Citation) => isoDate.slice(0, 4)

/** Source: Publication Manual of the APA, 7th edition, section 10.16 (webpages with a group author). */
export function apaCitation(c: Citation): { before: string; title: string; after: string } {
  const t = citationText(c.lang)
  return {
    before: `${c.agency}. (${yearOf(c)}). `,
    title: c.title,
    after: ` (${c.id}, ${t.version} ${c.version})${c.withdrawal ? ` [${withdrawalNote(c.lang, c.withdrawal)}]` : ''}. JIPP. ${c.url}`,
  }
}

const BIBTEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
/** Characters that mean something to TeX, written so that they stand for themselves. */
const tex = (text: string) => line(text).replace(/[\\{}&%$#_~^]/g, (sign) => BIBTEX[sign] ?? `\\${sign}`)

/** An entry for BibTeX and biblatex, in UTF-8; the agency in double braces, because it is one name. */
export function bibtexCitation(c: Citation): string {
  const t = citationText(c.lang)
  const note = [`${c.id}, ${t.version} ${c.version}`, c.withdrawal && withdrawalNote(c.lang, c.withdrawal)]
    .filter(Boolean)
    .join('. ')
  return [
    `@misc{${c.id.toLowerCase()}-v${c.version},`,
    `  author = {{${tex(c.agency)}}},`,
    `  title = {${tex(c.title)}},`,
    `  year = {${yearOf(c)}},`,
    `  month = ${Number(c.isoDate.slice(5, 7))},`,
    '  publisher = {JIPP},',
    `  note = {${tex(note)}},`,
    `  langid = {${c.lang === 'id' ? 'indonesian' : 'english'}},`,
    `  url = {${c.url}}`,
    '}',
    '',
  ].join('\n')
}

/** A record for reference managers. Source: RIS format specification (tag, two spaces, hyphen, space; lines end CR LF). */
export function risCitation(c: Citation): string {
  const t = citationText(c.lang)
  const fields: (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'RPRT'],
    // An asterisk is not allowed in names.
    ['AU', c.agency.replaceAll('*', '')],
    ['TI', c.title],
    ['PY', yearOf(c)],
    ['DA', c.isoDate.replaceAll('-', '/')],
    ['PB', 'JIPP'],
    ['SN', c.id],
    ['ET', `${t.version} ${c.version}`],
    ['AB', c.summary],
    ...c.subjects.map((subject) => ['KW', subject.replaceAll('*', '')] as const),
    ['N1', c.withdrawal && withdrawalNote(c.lang, c.withdrawal)],
    ['LA', c.lang],
    ['UR', c.url],
    ['ER', ''],
  ]
  return fields.flatMap(([tag, value]) => (value === undefined ? [] : `${tag}  - ${line(value)}\r\n`)).join('')
}

/** A paragraph in formal Indonesian that an office can put into its own letter, whatever language the page is in. */
export function memoCitation(c: Citation): string {
  return memoParagraph({ ...c, withdrawn: c.withdrawal && withdrawalNote('id', c.withdrawal) })
}

/** `ditarik 22 November 2026: duplikat; pengganti JIPP-35-0042`. */
export function withdrawalNote(lang: Language, { on, reason, successorId }: Withdrawal): string {
  return citationText(lang).withdrawn(formatDate(lang, on), vocabularyText(lang).withdrawalReason[reason], successorId)
}

/** A citation as a text of its own. The paragraph for a letter is always Indonesian. */
export function citationAs(format: CitationFormat, lang: Language, cited: Cited, url: string): string {
  const citation = citationOf(format === 'nota-dinas' ? 'id' : lang, cited, url)
  switch (format) {
    case 'apa': {
      const { before, title, after } = apaCitation(citation)
      return `${before}${title}${after}\n`
    }
    case 'bibtex':
      return bibtexCitation(citation)
    case 'ris':
      return risCitation(citation)
    case 'nota-dinas':
      return `${memoCitation(citation)}\n`
  }
}
