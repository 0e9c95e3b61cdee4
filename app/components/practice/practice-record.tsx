import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { Fold } from '../ui/fold.tsx'
import { Section } from '../ui/panel.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { When } from '../ui/when.tsx'
import { apaCitation, bibtexCitation, citationOf } from './citation.ts'

/** Every version with its day, and what the hub confirmed about its life. */
export function PracticeHistory({ practice }: { practice: PracticeView }) {
  const lang = useLang()
  const t = practicePageText(lang).versions
  const words = vocabularyText(lang)
  const published = practice.versions.flatMap(({ number, publishedAt, minor }) =>
    publishedAt
      ? [
          {
            key: `v${number}`,
            at: publishedAt,
            content: (
              <>
                <When at={publishedAt} /> · {t.published(number)}
                {minor && `, ${t.minor}`}.{' '}
                {number !== practice.version && (
                  <a href={paths.practiceVersion(practice.publicId, number)}>
                    {t.read}
                    <span className="vh"> {number}</span>
                  </a>
                )}
              </>
            ),
          },
        ]
      : [],
  )
  const confirmed = practice.confirmations.flatMap(({ status, confirmedAt }) =>
    confirmedAt
      ? [
          {
            key: confirmedAt.toISOString(),
            at: confirmedAt,
            important: true,
            content: (
              <>
                <When at={confirmedAt} /> · {t.confirmed} <b>{words.lifeStatus[status]}</b>
              </>
            ),
          },
        ]
      : [],
  )
  const events = [...published, ...confirmed].sort((a, b) => b.at.getTime() - a.at.getTime())
  return (
    <Section id="riwayat" title={practicePageText(lang).part.versions}>
      <Timeline events={events} />
      <p className="small dim mt-3">
        {t.permanent} <code>{paths.practiceVersion(practice.publicId, practice.version)}</code>
      </p>
    </Section>
  )
}

/** How to cite this version, and where its statements come from. */
export function PracticeCite({ practice, site }: { practice: PracticeView; site: string }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const citation = citationOf(lang, practice, site + paths.practiceVersion(practice.publicId, practice.version))
  const apa = apaCitation(lang, citation)
  return (
    <Section id="kutip" title={t.part.cite}>
      <h3>{t.cite.apa}</h3>
      <blockquote className="prose quote">
        {apa.before}
        <i>{apa.title}</i>
        {apa.after}
      </blockquote>
      <h3>{t.cite.memo}</h3>
      <blockquote className="prose quote">{t.cite.memoSentence(citation)}</blockquote>
      <div className="no-print mt-3">
        <Fold summary={t.cite.bibtex}>
          <pre className="small">
            <code>{bibtexCitation(lang, citation)}</code>
          </pre>
        </Fold>
        <p className="small">
          <a className="bare" href={paths.apiPractice(practice.publicId)}>
            {t.cite.json}
          </a>
        </p>
      </div>
      <h3>{t.cite.sources}</h3>
      {practice.content.sources.length > 0 ? (
        <>
          <p className="small dim mb-2">{t.cite.sourceNote}</p>
          <ul>
            {practice.content.sources.map((source) => (
              <li key={source}>
                <a href={source} rel="noopener">
                  {sourceName(source)}
                </a>
                <span className="only-print small">{source}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="dim">{t.cite.noSources}</p>
      )}
    </Section>
  )
}

const LONGEST_NAME = 60

/** What a link to a source is called: its site and the last words of its address. */
export function sourceName(source: string): string {
  try {
    const { hostname, pathname } = new URL(source)
    const words = decodeURIComponent(pathname)
      .split('/')
      .findLast((part) => /\p{L}{3}/u.test(part))
      ?.replace(/\.\w{2,5}$/, '')
      .replace(/[-_+]+/g, ' ')
      .trim()
    const host = hostname.replace(/^www\./, '')
    if (!words) return host
    return `${host}: ${words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)}…` : words}`
  } catch {
    return source
  }
}

/** The last line of a printout: it ages, and the reader must see it. */
export function PrintFoot({ practice, now }: { practice: PracticeView; now: Date }) {
  const lang = useLang()
  return (
    <p className="only-print small print-foot">
      {practicePageText(lang).print.foot(formatDateTime(lang, now), practice.publicId, practice.version)}
    </p>
  )
}
