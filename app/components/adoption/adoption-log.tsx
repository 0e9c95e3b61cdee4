import type { AdoptionHistory } from '#app/domain/adoption/adoption.ts'
import type { AdoptionView } from '#app/domain/adoption/read-adoption.server.ts'
import { adoptionText } from '#app/i18n/adoption.ts'
import { adoptionRecordText } from '#app/i18n/adoption-record.ts'
import { formatDuration, lowerFirst } from '#app/i18n/format.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { Fold } from '../ui/fold.tsx'
import { Section } from '../ui/panel.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { When } from '../ui/when.tsx'

const SHOWN = 6
const KEY_EVENTS: readonly string[] = ['start', 'pass_gate', 'accept_interest', 'decline', 'stop', 'complete']

/** The coaching log as far as this person may read it, and the history of the adoption. */
export function AdoptionLog({ view }: { view: AdoptionView }) {
  return (
    <>
      <CoachingLog view={view} />
      <History view={view} />
    </>
  )
}

function CoachingLog({ view: { coaching, actions } }: { view: AdoptionView }) {
  const lang = useLang()
  const t = adoptionText(lang).coaching
  const words = vocabularyText(lang)
  return (
    <Section id="pendampingan" title={t.title}>
      {coaching.sessions.length === 0 ? (
        <p className="dim">{t.none}</p>
      ) : (
        <Timeline
          events={coaching.sessions.map((session, index) => ({
            key: session.id,
            important: index === 0,
            content: (
              <>
                <a href={paths.coachingSession(session.id)}>
                  <When at={session.startsAt} zone={session.timeZone} />
                </a>
                , {lowerFirst(words.coachingChannel[session.channel])}, {formatDuration(lang, session.durationMinutes)}
                {session.people && ` · ${t.people(session.people.women, session.people.men)}`}
                {session.findings && (
                  <>
                    <br />
                    <span className="small dim">{session.findings}</span>
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
      {coaching.total > coaching.sessions.length && (
        <p className="small mt-3">
          <a href={paths.coaching()}>{t.all(coaching.total)}</a>
        </p>
      )}
      {actions.all > 0 && <p className="small mt-3">{t.actions(actions.all - actions.open, actions.all)}</p>}
    </Section>
  )
}

function History({ view: { events } }: { view: AdoptionView }) {
  const t = useText(adoptionRecordText).history
  return (
    <Section id="riwayat" title={t.title}>
      <Events events={events.slice(0, SHOWN)} />
      {events.length > SHOWN && (
        <Fold summary={t.more(events.length - SHOWN)}>
          <Events events={events.slice(SHOWN)} />
        </Fold>
      )}
    </Section>
  )
}

function Events({ events }: { events: AdoptionView['events'] }) {
  const words = useText(adoptionRecordText).history.event
  return (
    <Timeline
      small
      events={events.map(({ id, event, at, by, organisation, reason }) => ({
        key: id,
        important: KEY_EVENTS.includes(event),
        content: (
          <>
            <b>{words[event as AdoptionHistory]}</b>, <When at={at} as="time" />
            <br />
            <span className="dim">{[by, organisation].filter(Boolean).join(', ')}</span>
            {reason && (
              <>
                <br />
                {reason}
              </>
            )}
          </>
        ),
      }))}
    />
  )
}
