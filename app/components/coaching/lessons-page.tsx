import type { Lesson, readLessons } from '#app/domain/coaching/read-lessons.server.ts'
import { coachingDeskText } from '#app/i18n/coaching-desk.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Section } from '../ui/panel.tsx'
import { When } from '../ui/when.tsx'
import { wordList } from './word-list.ts'

/** Advice from coaching that is open to everybody: no names, no counts. Texts are as the mentors wrote them. */
export function LessonsPage({ lessons, examples, total, page, pageSize }: Awaited<ReturnType<typeof readLessons>>) {
  const t = coachingDeskText(useLang()).lessons
  return (
    <>
      <PageHead title={t.title}>
        <p className="lead">{t.lead}</p>
      </PageHead>
      {lessons.length > 0 ? (
        <LessonList lessons={lessons} />
      ) : (
        <Empty title={t.empty} action={<ButtonLink href={paths.practices()}>{t.practices}</ButtonLink>}>
          {t.emptyNote}
        </Empty>
      )}
      <Pager page={page} pageSize={pageSize} total={total} href={(n) => paths.lessons({ page: n })} />
      {examples.length > 0 && (
        <Section id="contoh" title={t.examples}>
          <p className="small dim mb-3">{t.examplesNote}</p>
          <LessonList lessons={examples} />
        </Section>
      )}
    </>
  )
}

function LessonList({ lessons }: { lessons: readonly Lesson[] }) {
  const lang = useLang()
  const t = coachingDeskText(lang).lessons
  const topicWords = vocabularyText(lang).coachingTopic
  return (
    <ul className="hits">
      {lessons.map(({ id, advice, topics, startsAt, timeZone, regionName, provinceName }) => (
        <li key={id}>
          <blockquote className="prose" lang={lang === 'id' ? undefined : 'id'}>
            {advice}
          </blockquote>
          <p className="small dim mt-2">
            {topics.length > 0 ? wordList(topics.map((topic) => topicWords[topic])) : t.noTopic} · {regionName},{' '}
            {provinceName} · <When at={startsAt} zone={timeZone} as="long" />
          </p>
        </li>
      ))}
    </ul>
  )
}
