import { barPair, datedFigure } from '#app/domain/practice/figures.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { isWebAddress } from '#app/domain/shared/web-address.ts'
import { formatDate } from '#app/i18n/format.ts'
import { kitText } from '#app/i18n/practice-kit.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { ResultLine } from '#db/practice-content.ts'
import { type Column, Table } from '../ui/table.tsx'
import { InLanguage } from './in-language.tsx'

/** Two bars, before above after. Decoration: the figures stand beside it. */
function Pair({ before, after }: { before: number; after: number }) {
  return (
    <svg className="pair" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
      <path className="b" d={`M.5 3h${Math.max(1, before - 2)}v8H.5z`} />
      <path className="a" d={`M0 15h${Math.max(1.5, after - 1)}v9H0z`} />
    </svg>
  )
}

/** Results as data: indicator, before, after, and the pair of bars where both are plain numbers of one unit. */
export function ImpactTable({ practice }: { practice: PracticeView }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const lines = practice.content.results
  // Results, kits and remarks are written once: in English by agencies abroad, in Indonesian by all others.
  const textLang = practice.country === 'ID' ? 'id' : 'en'
  const pairs = lines.map((line) => barPair(line, textLang === 'en'))
  const value = (text: string | null) =>
    text ? <InLanguage text={text} lang={textLang} /> : <span className="dim">{t.results.unknown}</span>
  const dated = (text: string | null, date: string | undefined) => {
    const { figure, on } = datedFigure(text, date)
    return (
      <>
        {value(figure)}
        {on && <span className="small dim norm"> ({formatDate(lang, on)})</span>}
      </>
    )
  }
  const columns: Column<ResultLine>[] = [
    {
      head: t.results.indicator,
      header: true,
      cell: (line) => (
        <>
          <InLanguage text={line.unit ? `${line.indicator} (${line.unit})` : line.indicator} lang={textLang} />
          {line.period && (
            <span className="small dim norm">
              <br />
              {line.period}
            </span>
          )}
        </>
      ),
    },
    { head: t.results.baseline, cell: (line) => dated(line.baseline, line.baselineOn) },
    {
      head: t.results.result,
      cell: (line) => (
        <>
          <b>{dated(line.result, line.resultOn)}</b>
          <Split line={line} own={textLang} />
        </>
      ),
    },
  ]
  if (pairs.some(Boolean)) {
    columns.push({
      head: t.results.change,
      headClassName: 'w-25',
      cell: (_line, index) => {
        const pair = pairs[index]
        return pair ? <Pair {...pair} /> : '–'
      },
    })
  }
  return (
    <>
      <Table
        columns={columns}
        rows={lines}
        rowKey={(_line, index) => index}
        caption={
          <>
            {t.results.caption}
            {pairs.some(Boolean) && <span className="dim norm"> ({t.results.legend})</span>}
          </>
        }
      />
      <Methods lines={lines} lang={textLang} />
      <p className="small dim mt-2">
        {t.results.note} <a href={paths.evidenceRule()}>{t.results.whyEvidence(practice.evidence)}</a>
      </p>
    </>
  )
}

/** The result for some of those concerned. */
function Split({ line, own }: { line: ResultLine; own: 'id' | 'en' }) {
  const t = kitText(useLang())
  const groups = (['women', 'men', 'withDisability'] as const).filter((group) => line[group])
  if (groups.length === 0) return null
  return groups.map((group) => (
    <span key={group} className="small norm">
      <br />
      {t[group]}: <InLanguage text={line[group] ?? ''} lang={own} />
    </span>
  ))
}

function Methods({ lines, lang }: { lines: readonly ResultLine[]; lang: 'id' | 'en' }) {
  const readers = useLang()
  const t = practicePageText(readers)
  const shown = lines.filter((line) => line.method || line.evidence)
  if (shown.length === 0) return null
  return (
    <ul className="lines small mt-2">
      {shown.map((line) => (
        <li key={line.indicator}>
          <b>
            {line.method ? t.results.method : kitText(readers).evidence},{' '}
            <InLanguage text={line.indicator} lang={lang} />:
          </b>{' '}
          {line.method && <InLanguage text={line.method} lang={lang} />}
          {line.method && line.evidence && (
            <>
              <br />
              {kitText(readers).evidence}:{' '}
            </>
          )}
          {line.evidence && <EvidenceOf text={line.evidence} lang={lang} />}
        </li>
      ))}
    </ul>
  )
}

function EvidenceOf({ text, lang }: { text: string; lang: 'id' | 'en' }) {
  if (!isWebAddress(text)) return <InLanguage text={text} lang={lang} />
  return (
    <a href={text} rel="nofollow">
      {text}
    </a>
  )
}
