import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import type { Version } from '#app/domain/practice/versions.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { versionsText } from '#app/i18n/practice-versions.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { Section } from '../ui/panel.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { When } from '../ui/when.tsx'

/** Every version with its day and what it changed, and what the hub confirmed about its life. */
export function PracticeHistory({ practice }: { practice: PracticeView }) {
  const lang = useLang()
  const t = practicePageText(lang).versions
  const words = vocabularyText(lang)
  const published = practice.versions.flatMap((version, index) => {
    const { number, publishedAt } = version
    const former = practice.versions[index + 1]?.number
    return publishedAt
      ? [
          {
            key: `v${number}`,
            at: publishedAt,
            content: <Entry practice={practice} version={version} former={former} />,
          },
        ]
      : []
  })
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
      {practice.versionPublishedAt && (
        <p className="small dim mt-3">
          {t.permanent} <code>{paths.practiceVersion(practice.publicId, practice.version)}</code>
        </p>
      )}
    </Section>
  )
}

type EntryProps = { practice: PracticeView; version: Version; former: number | undefined }

function Entry({ practice, version, former }: EntryProps) {
  const lang = useLang()
  const t = practicePageText(lang).versions
  const { number, publishedAt, kind } = version
  const what = kindOf(lang, version)
  return (
    <>
      {publishedAt && <When at={publishedAt} />} · {t.published(number)}
      {what && `: ${what}`}
      {version.minor && `, ${t.minor}`}.{' '}
      {number === practice.version ? (
        practice.versions.length > 1 && <span className="dim">({t.here}) </span>
      ) : (
        <a href={paths.practiceVersion(practice.publicId, number)}>
          {t.read}
          <span className="vh"> {number}</span>
        </a>
      )}
      {former !== undefined && kind !== 'same' && (
        <>
          {number !== practice.version && ' · '}
          <a href={paths.practiceDiff(practice.publicId, { from: former, to: number })} rel="nofollow">
            {versionsText(lang).compare}
            <span className="vh">{versionsText(lang).compareOf(former, number)}</span>
          </a>
        </>
      )}
    </>
  )
}

/** What kind of change a version was, in words. */
function kindOf(lang: Lang, { kind, sections }: Version): string | undefined {
  const t = versionsText(lang)
  if (kind === 'first') return t.first
  if (kind === 'same') return t.same
  return sections.length > 0 ? t.changed(sections.map((section) => sectionName(lang, section))) : undefined
}
