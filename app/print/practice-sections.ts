import type { AdoptionKit, ResultLine } from '#db/practice-content.ts'
import { written } from '../domain/practice/bilingual.ts'
import { datedFigure } from '../domain/practice/figures.ts'
import type { PracticeView } from '../domain/practice/read-practice.server.ts'
import { attachmentText } from '../i18n/attachments.ts'
import { formatDate, formatNumber, formatRupiah, lowerFirst } from '../i18n/format.ts'
import type { Lang } from '../i18n/lang.ts'
import { kitText, launchWords } from '../i18n/practice-kit.ts'
import { practicePageText } from '../i18n/practice-page.ts'
import { printText } from '../i18n/practice-print.ts'
import { vocabularyText } from '../i18n/vocabulary.ts'
import { paths } from '../paths.ts'
import {
  legalWords,
  licenceWords,
  pitfallWords,
  prerequisiteWords,
  scaleWords,
  staffWords,
  technologyWords,
} from './kit-words.ts'
import type { SheetBlock, SheetPhoto, SheetSection, SheetText } from './sheet.ts'

/** Results, kits and remarks are written once: in English by agencies abroad, in Indonesian by all others. */
function ownWords(lang: Lang, { country }: PracticeView) {
  const own: Lang = country === 'ID' ? 'id' : 'en'
  return (text: string | null): SheetText => ({
    text: text ?? '–',
    lang: text !== null && own !== lang ? own : undefined,
  })
}

/** The results as a table of figures, with how they were measured. */
export function resultSection(lang: Lang, practice: PracticeView): SheetSection {
  const t = practicePageText(lang)
  const { results, noResultsReason } = practice.content
  const words = kitText(lang)
  const said = ownWords(lang, practice)
  if (results.length === 0) {
    const why = noResultsReason ? ` ${t.results.noneWhy} ${noResultsReason}` : ''
    return { title: t.part.results, blocks: [{ kind: 'text', look: 'small', text: t.results.none + why }] }
  }
  const methods = results.filter(({ method, evidence }) => method || evidence)
  return {
    title: t.part.results,
    blocks: [
      {
        kind: 'table',
        columns: [
          { head: t.results.indicator, share: 44 },
          { head: t.results.baseline, share: 20 },
          { head: t.results.result, share: 20 },
          { head: t.results.period, share: 16 },
        ],
        rows: results.map((line) => [
          said(line.unit ? `${line.indicator} (${line.unit})` : line.indicator),
          said(dated(lang, line.baseline, line.baselineOn)),
          said([dated(lang, line.result, line.resultOn), ...splitOf(lang, line)].filter(Boolean).join('\n') || null),
          said(line.period),
        ]),
      },
      ...(methods.length > 0
        ? ([
            { kind: 'subhead', text: t.results.method },
            {
              kind: 'list',
              items: methods.map(({ indicator, method, evidence }) =>
                said(
                  `${indicator}: ${[method, evidence && `${words.evidence}: ${evidence}`].filter(Boolean).join('. ')}`,
                ),
              ),
            },
          ] as const)
        : []),
      { kind: 'text', look: 'small', text: t.results.note },
    ],
  }
}

function dated(lang: Lang, text: string | null, date: string | undefined): string | null {
  const { figure, on } = datedFigure(text, date)
  return figure && on ? `${figure} (${formatDate(lang, on)})` : figure
}

/** The result for some of those concerned. */
function splitOf(lang: Lang, line: ResultLine): string[] {
  const t = kitText(lang)
  return (['women', 'men', 'withDisability'] as const).flatMap((group) =>
    line[group] ? `${t[group]}: ${line[group]}` : [],
  )
}

/** What must be there before a start, what it will cost, and which parts carry the result. */
export function kitSections(lang: Lang, practice: PracticeView): SheetSection[] {
  const t = practicePageText(lang)
  const { kit } = practice.content
  const said = ownWords(lang, practice)
  const unknown: SheetText = { text: t.results.unknown }
  const orUnknown = (text: string | undefined) => (text ? said(text) : unknown)
  if (isEmpty(kit)) return [{ title: t.part.kit, blocks: [{ kind: 'text', look: 'small', text: t.kit.empty }] }]
  const blocks: SheetBlock[] = [
    {
      kind: 'facts',
      rows: [
        [t.kit.launch, orUnknown(launchWords(lang, kit))],
        [t.kit.staff, orUnknown(staffWords(lang, kit))],
        [t.kit.legal, orUnknown(legalWords(lang, kit))],
        [t.kit.technology, orUnknown(technologyWords(lang, kit))],
        [t.kit.licence, orUnknown(licenceWords(lang, kit))],
        [t.kit.replicable, kit.replicable === null ? unknown : { text: kit.replicable ? t.kit.yes : t.kit.no }],
        [t.kit.hosts, kit.hostCapacity === null ? unknown : { text: t.kit.visits(kit.hostCapacity) }],
        ...[
          [t.kit.prerequisites, kit.prerequisites] as const,
          [t.kit.costs, kit.costs] as const,
          [t.kit.pitfalls, kit.pitfalls] as const,
        ].flatMap(([label, lines]) => (lines.length === 0 ? [[label, unknown] as const] : [])),
      ],
    },
  ]
  const list = (title: string, items: readonly string[]) => {
    if (items.length > 0) blocks.push({ kind: 'subhead', text: title }, { kind: 'list', items: items.map(said) })
  }
  list(t.kit.prerequisites, prerequisiteWords(lang, kit))
  if (kit.costs.length > 0) blocks.push({ kind: 'subhead', text: t.kit.costs }, costTable(lang, practice))
  list(t.kit.pitfalls, pitfallWords(lang, kit))
  const sections: SheetSection[] = [{ title: t.part.kit, blocks }]
  if (kit.parts.length > 0) {
    const kinds = vocabularyText(lang).partKind
    sections.push({
      title: t.part.parts,
      blocks: [
        {
          kind: 'table',
          columns: [
            { head: t.parts.part, share: 72 },
            { head: t.parts.kind, share: 28 },
          ],
          rows: kit.parts.map(({ name, kind, note }) => [
            said(note ? `${name}: ${note}` : name),
            { text: kinds[kind] },
          ]),
        },
        { kind: 'text', look: 'small', text: t.parts.note },
      ],
    })
  }
  return sections
}

/** Nobody has written a word of it. */
const isEmpty = (kit: AdoptionKit) =>
  Object.values(kit).every(
    (value) => value === null || value === undefined || (Array.isArray(value) && value.length === 0),
  )

function costTable(lang: Lang, practice: PracticeView): SheetBlock {
  const t = practicePageText(lang).kit
  const said = ownWords(lang, practice)
  const money = (value: number | null) => ({ text: value === null ? '–' : formatRupiah(lang, value) })
  return {
    kind: 'table',
    columns: [
      { head: t.costItem, share: 38 },
      { head: t.costPer, share: 20 },
      { head: t.costSetUp, share: 21, end: true },
      { head: t.costYearly, share: 21, end: true },
    ],
    rows: practice.content.kit.costs.map((line) => [
      said(line.year ? `${line.item} (${t.priceOf(line.year)})` : line.item),
      said(scaleWords(lang, line)),
      money(line.setUp),
      money(line.yearly),
    ]),
  }
}

/** Who took it over: as recorded here, and as sources name them. */
export function adoptionSection(lang: Lang, practice: PracticeView): SheetSection {
  const t = practicePageText(lang)
  const words = vocabularyText(lang)
  const { adoptions, originalId, content } = practice
  const blocks: SheetBlock[] = []
  if (originalId) blocks.push({ kind: 'text', text: `${t.adoptions.replicaOf} ${originalId}.` })
  if (adoptions.length > 0) {
    blocks.push({
      kind: 'table',
      columns: [
        { head: t.adoptions.agency, share: 36 },
        { head: t.adoptions.state, share: 24 },
        { head: printText(lang).outcome, share: 40 },
      ],
      rows: adoptions.map(({ agency, step, state, stopReason, outcome }) => [
        { text: agency },
        {
          text: [
            `${t.adoptions.step} ${step}`,
            lowerFirst(words.adoptionState[state]),
            stopReason && lowerFirst(words.stopReason[stopReason]),
          ]
            .filter(Boolean)
            .join(', '),
        },
        {
          text:
            outcome
              .flatMap(({ name, unit, baseline, value, month }) =>
                value === null
                  ? []
                  : t.adoptions.outcomeLine(
                      name,
                      formatNumber(lang, baseline),
                      formatNumber(lang, value),
                      unit,
                      month ?? 0,
                    ),
              )
              .join('\n') || t.adoptions.notYet,
        },
      ]),
    })
  }
  if (content.replicatedBy.length > 0) {
    blocks.push(
      { kind: 'subhead', text: t.adoptions.fromSources },
      {
        kind: 'list',
        items: content.replicatedBy.map((text) => ({ text, lang: lang === 'id' ? undefined : 'id' })),
      },
      { kind: 'text', look: 'small', text: t.adoptions.fromSourcesNote },
    )
  }
  if (blocks.length === 0) blocks.push({ kind: 'text', look: 'small', text: t.adoptions.none })
  return { title: t.part.adoptions, blocks }
}

/** The photos, and where the documents are. */
export function fileSections(
  lang: Lang,
  practice: PracticeView,
  { site, photos }: { site: string; photos: readonly SheetPhoto[] },
): SheetSection[] {
  const t = attachmentText(lang)
  const documents = practice.attachments.filter(({ kind, state }) => kind === 'document' && state === 'ready')
  const sections: SheetSection[] = []
  if (photos.length > 0) sections.push({ title: t.photos, blocks: photos.map((photo) => ({ kind: 'photo', photo })) })
  if (documents.length > 0) {
    const items = documents.map(({ fileId, name, caption }): SheetText => {
      const said = written(caption, lang)
      const link = site + paths.file(fileId, name)
      return said ? { text: said.text, lang: said.lang === lang ? undefined : said.lang, link } : { text: name, link }
    })
    sections.push({ title: t.documents, blocks: [{ kind: 'list', items }] })
  }
  return sections
}
