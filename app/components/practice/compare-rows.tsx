import type { ReactNode } from 'react'
import { written } from '#app/domain/practice/bilingual.ts'
import { freshnessOf } from '#app/domain/practice/practice.ts'
import type { PracticeCard } from '#app/domain/practice/read-practice.server.ts'
import { compareText } from '#app/i18n/compare.ts'
import { formatRupiahShort } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { kitText } from '#app/i18n/practice-kit.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import type { AdoptionKit, Bilingual, CostLine } from '#db/practice-content.ts'
import type { Language } from '#db/vocabulary.ts'
import { Evidence } from './evidence.tsx'
import { InLanguage } from './in-language.tsx'
import { LaunchWords, regulationLines, saysLaunch, staffLines, technologyLines } from './kit-lines.tsx'
import { LifeStatus } from './life-status.tsx'
import { whereLine } from './where.ts'

/** One thing that is compared: its values, and whether they differ. */
export type CompareRow = { label: string; cells: ReactNode[]; differs: boolean }
export type CompareGroup = { title: string; rows: CompareRow[] }

/** What a cell shows, and the plain text by which it is compared; `undefined` where nobody has said it. */
type Cell = { text: string; node?: ReactNode } | undefined

/** The rows of a comparison, grouped as questions: what is it, can it be trusted, can we do it. */
export function compareGroups(practices: readonly PracticeCard[], lang: Lang, now: Date): CompareGroup[] {
  const t = compareText(lang)
  const row = (label: string, cell: (practice: PracticeCard) => Cell): CompareRow => {
    const cells = practices.map(cell)
    return {
      label,
      differs: new Set(cells.map((one) => one?.text)).size > 1,
      cells: cells.map((one) => one?.node ?? one?.text ?? <span className="dim">{t.unknown}</span>),
    }
  }
  const own = (text: string | null | undefined) => ownWords(text)
  return [
    {
      title: t.what,
      rows: [
        row(t.agency, (p) => ({ text: whereLine(lang, { ...p, unit: p.content.unit }) })),
        row(t.since, ({ content }) => plain(content.startedOn?.slice(0, 4))),
        row(t.problem, ({ content }) => inReadersLanguage(content.problem, lang)),
        row(t.approach, ({ content }) =>
          inReadersLanguage(written(content.approach, lang) ? content.approach : content.story.summary, lang),
        ),
      ],
    },
    {
      title: t.trust,
      rows: [
        row(t.life, (p) => lifeCell(p, now)),
        row(t.evidence, ({ evidence }) => ({ text: String(evidence), node: <Evidence level={evidence} /> })),
        row(t.results, ({ content }) => resultsCell(content.results)),
        row(t.adopted, ({ adoptionCount }) => ({
          text: adoptionCount > 0 ? t.adoptedIn(adoptionCount) : t.notAdopted,
        })),
        row(t.awards, ({ content }) =>
          own(content.awards.map(({ name, year }) => (year ? `${name} (${year})` : name)).join('; ')),
        ),
      ],
    },
    {
      title: t.can,
      rows: [
        row(t.setUp, ({ content }) => costCell(content.kit.costs, 'setUp', lang)),
        row(t.yearly, ({ content }) => costCell(content.kit.costs, 'yearly', lang)),
        row(t.staff, (p) => kitCell(p, ['staffing', 'staff'], staffLines)),
        row(t.legal, (p) => kitCell(p, ['regulations', 'legalBasis'], regulationLines)),
        row(t.technology, (p) => kitCell(p, ['technologies', 'technology'], technologyLines)),
        row(t.launch, (p) =>
          saysLaunch(p.content.kit)
            ? kitCell(p, ['launchMin', 'launchMax', 'timeToLaunch'], (props) => <LaunchWords {...props} />)
            : undefined,
        ),
        row(t.prerequisites, ({ content }) => own(content.kit.prerequisites.join('; '))),
        row(t.coreParts, ({ content }) =>
          own(
            content.kit.parts
              .filter(({ kind }) => kind === 'core')
              .map(({ name }) => name)
              .join('; '),
          ),
        ),
        row(t.licence, ({ content: { kit } }) =>
          kit.licenceKind ? plain(practiceVocabulary(lang).licence[kit.licenceKind]) : own(kit.licence),
        ),
        row(t.hosts, ({ content: { kit } }) =>
          kit.hostCapacity === null ? undefined : plain(kitText(lang).visits(kit.hostCapacity)),
        ),
      ],
    },
  ]
}

const plain = (text: string | null | undefined): Cell => (text ? { text } : undefined)

/** Words that owners write once, in Indonesian. */
function ownWords(text: string | null | undefined): Cell {
  return text ? { text, node: <InLanguage text={text} lang="id" /> } : undefined
}

/** Rows of the kit, compared by what is stored. */
function kitCell(
  { content: { kit }, country }: PracticeCard,
  keys: readonly (keyof AdoptionKit)[],
  lines: (props: { kit: AdoptionKit; own: Language }) => ReactNode,
): Cell {
  const node = lines({ kit, own: country === 'ID' ? 'id' : 'en' })
  return node ? { text: JSON.stringify(keys.map((key) => kit[key])), node } : undefined
}

function inReadersLanguage(text: Bilingual, lang: Lang): Cell {
  const shown = written(text, lang)
  return shown && { text: shown.text, node: <InLanguage {...shown} /> }
}

function lifeCell({ lifeStatus, lifeConfirmedOn }: PracticeCard, now: Date): Cell {
  const freshness = freshnessOf(lifeConfirmedOn, now)
  return {
    text: `${lifeStatus} ${freshness}`,
    node: <LifeStatus status={lifeStatus} confirmedOn={lifeConfirmedOn} freshness={freshness} now={now} as="short" />,
  }
}

function resultsCell(results: PracticeCard['content']['results']): Cell {
  const lines = results
    .filter(({ result }) => result)
    .slice(0, 3)
    .map(({ indicator, baseline, result }) => `${indicator}: ${baseline ? `${baseline} → ` : ''}${result}`)
  if (lines.length === 0) return undefined
  return {
    text: lines.join('\n'),
    node: <InLanguageLines lines={lines} />,
  }
}

function InLanguageLines({ lines }: { lines: readonly string[] }) {
  return lines.map((line) => (
    <span key={line}>
      <InLanguage text={line} lang="id" />
      <br />
    </span>
  ))
}

/** The sum of what is known; lines that scale by something say so on the page of the practice. */
function costCell(costs: readonly CostLine[], kind: 'setUp' | 'yearly', lang: Lang): Cell {
  const known = costs.flatMap((line) => line[kind] ?? [])
  if (known.length === 0) return undefined
  return {
    text: formatRupiahShort(
      lang,
      known.reduce((sum, value) => sum + value, 0),
    ),
  }
}
