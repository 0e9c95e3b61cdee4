import { Fragment, type ReactNode } from 'react'
import { isWebAddress } from '#app/domain/shared/web-address.ts'
import { kitText, regulationName } from '#app/i18n/practice-kit.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import type { AdoptionKit, Regulation, StaffLine, TechnologyLine } from '#db/practice-content.ts'
import type { Language } from '#db/vocabulary.ts'
import { InLanguage } from './in-language.tsx'

/* Rows of an adoption kit as lines: words of the list in the reader's language, the owner's words in their own. */

type LinesProps = { kit: AdoptionKit; own: Language }

/** Who is needed, a line a role, and the owner's remark. `undefined` where nobody has said. */
export function staffLines({ kit: { staffing = [], staff }, own }: LinesProps): ReactNode {
  const lines = staffing.map((line) => <StaffWords key={JSON.stringify(line)} line={line} own={own} />)
  return asLines([...lines, note(staff, own)])
}

function StaffWords({ line: { role, count, time, skill }, own }: { line: StaffLine; own: Language }) {
  const lang = useLang()
  const t = kitText(lang)
  return joined([
    role && <InLanguage text={role} lang={own} />,
    count !== null && t.people(count),
    time && practiceVocabulary(lang).staffTime[time],
    skill && <InLanguage text={skill} lang={own} />,
  ])
}

/** Which rules carry it. */
export function regulationLines({ kit: { regulations = [], legalBasis }, own }: LinesProps): ReactNode {
  const lines = regulations.map((line) => <RegulationWords key={JSON.stringify(line)} line={line} own={own} />)
  return asLines([...lines, note(legalBasis, own)])
}

function RegulationWords({ line, own }: { line: Regulation; own: Language }) {
  const lang = useLang()
  const t = kitText(lang)
  const name = regulationName(lang, line)
  return (
    <>
      {line.link && isWebAddress(line.link) ? (
        <a href={line.link} rel="nofollow">
          {name || <InLanguage text={line.about || line.link} lang={own} />}
        </a>
      ) : (
        name
      )}
      {line.about && (name || !line.link) && (
        <>
          {name && ` ${t.about} `}
          <InLanguage text={line.about} lang={own} />
        </>
      )}
    </>
  )
}

/** What it runs on. */
export function technologyLines({ kit: { technologies = [], technology }, own }: LinesProps): ReactNode {
  const lines = technologies.map((line) => <TechnologyWords key={JSON.stringify(line)} line={line} own={own} />)
  return asLines([...lines, note(technology, own)])
}

function TechnologyWords({ line, own }: { line: TechnologyLine; own: Language }) {
  const lang = useLang()
  const t = kitText(lang)
  const kind = line.kind && practiceVocabulary(lang).technologyKind[line.kind]
  return joined([
    line.name && <InLanguage key="name" text={line.name} lang={own} />,
    kind,
    line.openSource && t.openSource,
    line.shared && t.shared,
  ])
}

/** From the decision to the first day. */
export function LaunchWords({ kit: { launchMin, launchMax, timeToLaunch }, own }: LinesProps) {
  const t = kitText(useLang())
  const months = launchMin !== undefined || launchMax !== undefined ? t.months(launchMin, launchMax) : null
  return (
    <>
      {months}
      {months && timeToLaunch && '. '}
      {timeToLaunch && <InLanguage text={timeToLaunch} lang={own} />}
    </>
  )
}

/** Whether anything is said of the time to launch. */
export const saysLaunch = ({ launchMin, launchMax, timeToLaunch }: AdoptionKit) =>
  launchMin !== undefined || launchMax !== undefined || Boolean(timeToLaunch)

const note = (text: string | null, own: Language) => text && <InLanguage key="note" text={text} lang={own} />

function asLines(lines: readonly ReactNode[]): ReactNode {
  const said = lines.filter(Boolean)
  if (said.length === 0) return undefined
  return said.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
}

function joined(parts: readonly ReactNode[]): ReactNode {
  return parts
    .filter((part) => part !== undefined && part !== null && part !== false && part !== '')
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts never move
      <Fragment key={index}>
        {index > 0 && ', '}
        {part}
      </Fragment>
    ))
}
