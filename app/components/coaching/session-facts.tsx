import type { SessionPage } from '#app/domain/coaching/read-session.server.ts'
import { written } from '#app/domain/practice/bilingual.ts'
import { coachingText } from '#app/i18n/coaching.ts'
import { formatDuration, lowerFirst } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { TimeZone } from '#db/vocabulary.ts'
import { InLanguage } from '../practice/in-language.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { Panel } from '../ui/panel.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { When } from '../ui/when.tsx'
import { wordList } from './word-list.ts'

/** The head of the letter: when, where, who, how. */
export function SessionFacts({ session }: Pick<SessionPage, 'session'>) {
  const lang = useLang()
  const t = coachingText(lang)
  const words = vocabularyText(lang)
  const title = session.practiceTitle && written(session.practiceTitle, lang)
  return (
    <Panel title={t.about}>
      <Facts small>
        <Fact label={t.time}>
          <When at={session.startsAt} zone={session.timeZone} as="time" />
        </Fact>
        <Fact label={t.place}>
          {session.regionName}, {session.provinceName}
        </Fact>
        <Fact label={t.agency}>{session.agencyName}</Fact>
        {session.unit && <Fact label={t.unit}>{session.unit}</Fact>}
        <Fact label={t.mentor}>
          {session.mentorName}, {session.hubName}
        </Fact>
        <Fact label={t.how}>
          {words.coachingMode[session.mode]}, {lowerFirst(words.coachingChannel[session.channel])}
        </Fact>
        <Fact label={t.duration}>{formatDuration(lang, session.durationMinutes)}</Fact>
        {session.travelMinutes !== null && <Fact label={t.travel}>{formatDuration(lang, session.travelMinutes)}</Fact>}
        {session.state !== 'planned' && (
          <Fact label={t.people}>
            {t.women(session.women)}, {t.men(session.men)}
            {session.withDisability !== 0 && `, ${t.withDisability(session.withDisability)}`}
          </Fact>
        )}
        {session.state !== 'planned' && session.purpose && <Fact label={t.purpose}>{session.purpose}</Fact>}
        {session.topics.length > 0 && (
          <Fact label={t.topics}>{wordList(session.topics.map((topic) => words.coachingTopic[topic]))}</Fact>
        )}
        {session.adoptionId && session.adoptionRef && (
          <Fact label={t.adoption}>
            <a href={paths.workAdoption(session.adoptionRef)}>{session.adoptionRef}</a>
            {session.step !== null && `, ${t.step(session.step)}`}
          </Fact>
        )}
        {session.practiceRef && (
          <Fact label={t.practice}>
            <a href={paths.practice(session.practiceRef)}>
              {title ? <InLanguage {...title} /> : session.practiceBrand}
            </a>
          </Fact>
        )}
        {session.nextOn && (
          <Fact label={t.next}>
            <When at={session.nextOn} as="long" />
          </Fact>
        )}
        <Fact label={t.visibility}>{words.sessionVisibility[session.visibility]}</Fact>
      </Facts>
    </Panel>
  )
}

/** What happened to the log, newest first, with the reasons that were given. */
export function SessionHistory({ history, zone }: Pick<SessionPage, 'history'> & { zone: TimeZone }) {
  const t = coachingText(useLang())
  if (history.length === 0) return null
  return (
    <section aria-labelledby="h-history">
      <h2 id="h-history" className="h-l mb-3">
        {t.history}
      </h2>
      <Timeline
        small
        events={history.map((event) => ({
          key: event.id,
          important: event.action === 'session.confirm',
          content: (
            <>
              <b>{t.historyOf[event.action] ?? event.action}</b>
              {event.actor && ` ${t.by(event.actor)}`}
              <br />
              <span className="dim">
                <When at={event.at} zone={zone} as="time" />
              </span>
              {event.reason && (
                <>
                  <br />
                  {event.reason}
                </>
              )}
            </>
          ),
        }))}
      />
    </section>
  )
}
