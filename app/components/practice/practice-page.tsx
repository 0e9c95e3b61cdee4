import { written } from '#app/domain/practice/bilingual.ts'
import type { PracticeView } from '#app/domain/practice/read-practice.server.ts'
import type { SimilarGroup } from '#app/domain/practice/similar-practices.server.ts'
import { practicePageText } from '#app/i18n/practice-page.ts'
import { questionText } from '#app/i18n/question.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { LatestAnswers } from '../question/latest-answers.tsx'
import { Band } from '../ui/band.tsx'
import { Fold } from '../ui/fold.tsx'
import { Section } from '../ui/panel.tsx'
import { ImpactTable } from './impact-table.tsx'
import { InLanguage, useForeign } from './in-language.tsx'
import { PracticeAdoptions } from './practice-adoptions.tsx'
import { attachmentParts, PracticeAttachments } from './practice-attachments.tsx'
import { PracticeCite } from './practice-cite.tsx'
import { PracticeFacts } from './practice-facts.tsx'
import { PracticeActs, PracticeHead, PracticeMarks, type Qr } from './practice-head.tsx'
import { PracticeHistory } from './practice-history.tsx'
import { PracticeKit, PracticeParts } from './practice-kit.tsx'
import { PrintFoot } from './practice-record.tsx'
import { LanguageNotes, ReadingNote } from './reading-note.tsx'
import { SimilarPractices } from './similar-practices.tsx'
import { type StoryPart, storyParts } from './story-parts.ts'

export type PracticePageProps = {
  practice: PracticeView
  similar: SimilarGroup[]
  qr: Qr
  /** The page of one version, which leads to the files of that version only. */
  asVersion?: boolean
  /** `https://jipp.example.go.id`, for addresses that leave the site. */
  site: string
  now: Date
}

/** One practice, whole: story, impact as data, what adopting takes, who did it, history, how to cite. */
export function PracticePage({ practice, similar, qr, site, now, asVersion = false }: PracticePageProps) {
  const lang = useLang()
  const t = practicePageText(lang)
  const { content } = practice
  const parts = storyParts(content, lang)
  return (
    <>
      <VersionBand practice={practice} />
      <PracticeHead practice={practice} qr={qr} />
      <PracticeMarks practice={practice} now={now} />
      <PracticeActs practice={practice} asVersion={asVersion} />
      <div className="cols cols--read">
        <Contents parts={parts} practice={practice} />
        <PracticeFacts practice={practice} />
        <article>
          <LanguageNotes practice={practice} />
          {content.remarks && (
            <Band tone="warn" title={t.remark} className="mb-5">
              <span>
                <InLanguage text={content.remarks} lang="id" />
              </span>
            </Band>
          )}
          {parts.map((part, index) => (
            <TextSection key={part.id} practice={practice} part={part} first={index === 0} />
          ))}
          <Section id="hasil" title={t.part.results} look={parts.length === 0 ? 'first' : undefined}>
            {content.results.length > 0 ? <ImpactTable practice={practice} /> : <NoResults content={content} />}
          </Section>
          <PracticeKit practice={practice} />
          {content.kit.parts.length > 0 && <PracticeParts practice={practice} />}
          <PracticeAttachments practice={practice} />
          <PracticeAdoptions practice={practice} />
          <LatestAnswers publicId={practice.publicId} agency={practice.agency} answers={practice.answers} />
          <SimilarPractices publicId={practice.publicId} groups={similar} />
          {content.awards.length > 0 && <Awards awards={content.awards} />}
          <PracticeHistory practice={practice} />
          <PracticeCite practice={practice} site={site} asVersion={asVersion} />
        </article>
      </div>
      <PrintFoot practice={practice} now={now} />
    </>
  )
}

function VersionBand({ practice }: { practice: PracticeView }) {
  const t = practicePageText(useLang())
  const { version, latestVersion, publicId, isDemo, mergedInto } = practice
  return (
    <>
      {isDemo && <Band tone="info" title={t.demo} className="mb-5" />}
      {mergedInto && (
        <Band tone="warn" title={t.merged(publicId, mergedInto)} className="mb-5">
          <span>
            {t.mergedNote(version)} <a href={paths.practice(mergedInto)}>{t.toMerged(mergedInto)}</a>
          </span>
        </Band>
      )}
      {version !== latestVersion && !mergedInto && (
        <Band tone="warn" title={t.oldVersion(version, latestVersion)} className="mb-5">
          <span className="row">
            <a href={paths.practice(publicId)}>{t.toLatest}</a>
            <a href={paths.practiceDiff(publicId, { from: version, to: latestVersion })} rel="nofollow">
              {t.sinceThen}
            </a>
          </span>
        </Band>
      )}
    </>
  )
}

function TextSection({ practice, part, first }: { practice: PracticeView; part: StoryPart; first: boolean }) {
  const text = written(part.text, useLang())
  const foreign = useForeign(text?.lang)
  if (!text) return null
  return (
    <Section
      id={part.id}
      title={part.title}
      look={first ? 'first' : undefined}
      aside={<ReadingNote practice={practice} field={part.field} />}
    >
      <div className="prose" lang={foreign}>
        {text.text.split(/\n{2,}|\n/).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    </Section>
  )
}

function NoResults({ content }: { content: PracticeContent }) {
  const t = practicePageText(useLang()).results
  return (
    <p className="dim">
      {t.none}
      {content.noResultsReason && (
        <>
          {' '}
          {t.noneWhy} <InLanguage text={content.noResultsReason} lang="id" />
        </>
      )}
    </p>
  )
}

function Awards({ awards }: { awards: PracticeContent['awards'] }) {
  const t = practicePageText(useLang())
  return (
    <Section id="penghargaan" title={t.part.awards}>
      <ul className="lines">
        {awards.map(({ name, tier, year }) => (
          <li key={`${name} ${tier} ${year}`}>
            <InLanguage text={[name, tier].filter(Boolean).join(', ')} lang="id" />
            {year && `, ${year}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Contents({ parts, practice }: { parts: readonly StoryPart[]; practice: PracticeView }) {
  const lang = useLang()
  const t = practicePageText(lang)
  const { content } = practice
  const links = [
    ...parts.map(({ id, title }) => [id, title] as const),
    ['hasil', t.part.results] as const,
    ['kit', t.part.kit] as const,
    ...(content.kit.parts.length > 0 ? [['bagian', t.part.parts] as const] : []),
    ...attachmentParts(practice, lang),
    ['adopsi', t.part.adoptions] as const,
    ['tanya-jawab', questionText(lang).title] as const,
    ...(content.awards.length > 0 ? [['penghargaan', t.part.awards] as const] : []),
    ['riwayat', t.part.versions] as const,
    ['kutip', t.part.cite] as const,
  ]
  return (
    <nav className="toc sticky" aria-label={t.contents}>
      <Fold summary={t.contents} openWide>
        <ol>
          {links.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </Fold>
    </nav>
  )
}
