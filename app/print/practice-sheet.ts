import type { PracticeContent } from '#db/practice-content.ts'
import { leadOf, storyParts } from '../components/practice/story-parts.ts'
import { whereLine } from '../components/practice/where.ts'
import { written } from '../domain/practice/bilingual.ts'
import { apaCitation, citationOf } from '../domain/practice/citation.ts'
import type { QrPath } from '../domain/practice/qr-path.server.ts'
import type { PracticeView } from '../domain/practice/read-practice.server.ts'
import { citationText } from '../i18n/citation.ts'
import { formatDate, formatList, lowerFirst } from '../i18n/format.ts'
import type { Lang } from '../i18n/lang.ts'
import { marksText } from '../i18n/marks.ts'
import { kitText } from '../i18n/practice-kit.ts'
import { practicePageText } from '../i18n/practice-page.ts'
import { printText } from '../i18n/practice-print.ts'
import { practiceVocabulary } from '../i18n/practice-vocabulary.ts'
import { vocabularyText } from '../i18n/vocabulary.ts'
import { paths } from '../paths.ts'
import { adoptionSection, fileSections, kitSections, resultSection } from './practice-sections.ts'
import type { Sheet, SheetPhoto, SheetSection } from './sheet.ts'

const MATURITY_STEP = { initiative: 1, pilot: 2, implemented: 3 } as const

/** Everything public about one version of a practice as a sheet to be printed, in one language. */
export function practiceSheet(
  lang: Lang,
  practice: PracticeView,
  { site, qr, photos }: { site: string; qr: QrPath; photos: readonly SheetPhoto[] },
): Sheet {
  const t = practicePageText(lang)
  const words = printText(lang)
  const { content, publicId, version } = practice
  const title = written(content.title, lang)
  const lead = leadOf(content, lang)
  const published = practice.versionPublishedAt ?? new Date(0)
  const address = site + paths.practiceVersion(publicId, version)
  const other = (text: { lang: Lang } | undefined) => (text && text.lang !== lang ? text.lang : undefined)
  return {
    lang,
    id: publicId,
    title: { text: title?.text ?? content.brand, lang: other(title) },
    brand: title ? content.brand : undefined,
    where: [
      whereLine(lang, { ...practice, unit: content.unit }),
      content.startedOn && t.since(formatDate(lang, content.startedOn)),
    ]
      .filter(Boolean)
      .join(' · '),
    lead: lead && { text: lead.text.text, lang: other(lead.text) },
    marks: marksOf(lang, practice),
    facts: factsOf(lang, practice),
    sections: sectionsOf(lang, practice, { address, site, photos }),
    notice: words.notice(version, site + paths.practice(publicId)),
    qr: { path: qr, alt: words.qr(address), caption: `${publicId} v${version}` },
    words: {
      network: words.network,
      host: new URL(site).host,
      foot: words.foot(publicId, version, formatDate(lang, published)),
      page: words.page,
      of: words.of,
    },
    info: {
      author: practice.agency,
      subject: words.subject(publicId, version),
      keywords: content.subjects[lang].join(', '),
      publishedAt: published.toISOString(),
    },
  }
}

function marksOf(lang: Lang, { lifeStatus, lifeConfirmedOn, evidence, adoptionCount }: PracticeView): string[] {
  const t = practicePageText(lang)
  const marks = marksText(lang)
  const words = vocabularyText(lang)
  const confirmed = lifeConfirmedOn
    ? printText(lang).confirmed(formatDate(lang, lifeConfirmedOn))
    : marks.neverConfirmed
  return [
    `${words.lifeStatus[lifeStatus]}, ${confirmed}`,
    `${marks.evidence(evidence)}: ${words.evidenceLevel[evidence]}`,
    adoptionCount > 0 ? t.adoptionCount(adoptionCount) : t.noAdoption,
  ]
}

function factsOf(lang: Lang, practice: PracticeView): [string, string][] {
  const t = practicePageText(lang)
  const words = vocabularyText(lang)
  const { content } = practice
  const { fact, digital } = t
  const kit = kitText(lang)
  const list = (items: readonly string[]) => formatList(lang, items.map(lowerFirst))
  const sdgNames: Readonly<Record<number, string>> = words.sdg
  const unknown = t.results.unknown
  const rows: (readonly [string, string | null | undefined | false])[] = [
    [fact.id, practice.publicId],
    [fact.sector, words.sector[content.sector]],
    [fact.target, list(content.targetGroups.map((group) => words.targetGroup[group]))],
    [fact.form, content.form && words.form[content.form]],
    ...templateFacts(lang, content),
    [fact.digital, content.digital === null ? null : content.digital ? digital.yes : digital.no],
    [
      fact.stage,
      [
        content.maturity && t.stageOf(words.maturity[content.maturity], MATURITY_STEP[content.maturity]),
        content.trialOn && kit.trial(formatDate(lang, content.trialOn)),
        content.implementedOn && kit.implemented(formatDate(lang, content.implementedOn)),
      ]
        .filter(Boolean)
        .join(', '),
    ],
    [fact.sdgs, content.sdgs.map((sdg) => `${sdg} ${sdgNames[sdg] ?? ''}`.trim()).join('; ')],
    [fact.start, content.startedOn && formatDate(lang, content.startedOn)],
    [fact.completeness, `${practice.completeness}%`],
    [
      fact.contact,
      [content.contactEmail === practice.contactEmail && content.contactRole, practice.contactEmail]
        .filter(Boolean)
        .join(', '),
    ],
  ]
  if (practice.hub) rows.push([fact.hub, practice.hub.name])
  return rows.map(([label, value]) => [label, value ? value.charAt(0).toUpperCase() + value.slice(1) : unknown])
}

/** What only newer records say: left out where nobody has been asked. */
function templateFacts(lang: Lang, { level, serviceType, roundtableTopic, innovators = [] }: PracticeContent) {
  const t = kitText(lang)
  const words = practiceVocabulary(lang)
  const named = innovators.filter(({ consent, name }) => consent && name)
  const rows: [string, string][] = []
  if (level) rows.push([t.level, words.level[level]])
  if (serviceType) rows.push([t.serviceType, words.serviceType[serviceType]])
  if (roundtableTopic) rows.push([t.roundtableTopic, words.roundtableTopic[roundtableTopic]])
  if (named.length > 0)
    rows.push([t.innovators, named.map(({ name, role }) => (role ? `${name} (${role})` : name)).join('; ')])
  return rows
}

type Beside = { address: string; site: string; photos: readonly SheetPhoto[] }

function sectionsOf(lang: Lang, practice: PracticeView, { address, site, photos }: Beside): SheetSection[] {
  const t = practicePageText(lang)
  const words = printText(lang)
  const { content, version, latestVersion, isDemo } = practice
  const notes = [
    isDemo && words.demo,
    version !== latestVersion && words.oldVersion(version, latestVersion),
    content.remarks && `${t.remark}: ${content.remarks}`,
  ].filter((note) => typeof note === 'string')
  const story = storyParts(content, lang).map(({ title, text }): SheetSection => {
    const said = written(text, lang)
    return {
      title,
      blocks: [{ kind: 'text', text: said?.text ?? '', lang: said && said.lang !== lang ? said.lang : undefined }],
    }
  })
  const [first, ...rest] = [...story, resultSection(lang, practice)]
  return [
    ...(first ? [withNotes(first, notes)] : []),
    ...rest,
    ...kitSections(lang, practice),
    ...fileSections(lang, practice, { site, photos }),
    adoptionSection(lang, practice),
    ...(content.awards.length > 0
      ? [
          {
            title: t.part.awards,
            blocks: [
              {
                kind: 'list' as const,
                items: content.awards.map(({ name, year }) => ({
                  text: year ? `${name}, ${year}` : name,
                  lang: lang === 'id' ? undefined : ('id' as const),
                })),
              },
            ],
          },
        ]
      : []),
    citeSection(lang, practice, address),
  ]
}

const withNotes = (section: SheetSection, notes: readonly string[]): SheetSection => ({
  ...section,
  blocks: [...notes.map((text) => ({ kind: 'text', look: 'small', text }) as const), ...section.blocks],
})

function citeSection(lang: Lang, practice: PracticeView, address: string): SheetSection {
  const t = practicePageText(lang)
  const { before, title, after } = apaCitation(citationOf(lang, practice, address))
  const { sources } = practice.content
  return {
    title: t.part.cite,
    blocks: [
      { kind: 'subhead', text: citationText(lang).apa },
      { kind: 'text', look: 'quote', text: before + title + after },
      { kind: 'subhead', text: t.cite.sources },
      ...(sources.length > 0
        ? ([{ kind: 'list', items: sources.map((source) => ({ text: source, link: linkOf(source) })) }] as const)
        : ([{ kind: 'text', look: 'small', text: t.cite.noSources }] as const)),
    ],
  }
}

/** Where a source leads, when it is an address. */
function linkOf(source: string): string | undefined {
  return /^https?:\/\//i.test(source) && URL.canParse(source) ? new URL(source).href : undefined
}
