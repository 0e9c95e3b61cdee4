import type { Desk } from '#app/domain/coaching/read-desk.server.ts'
import { coachingDeskText } from '#app/i18n/coaching-desk.ts'
import {
  ageInWords,
  formatDate,
  formatDayDate,
  formatDuration,
  formatNumber,
  formatTime,
  lowerFirst,
} from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { workItemText } from '#app/i18n/work-items.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Panel, Section } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { DeskDistricts } from './desk-districts.tsx'

/** The mentor's desk: what must be done now, the own districts, the next visits and the load. */
export function DeskPage({ desk }: { desk: Desk }) {
  const lang = useLang()
  const t = coachingDeskText(lang).desk
  return (
    <>
      <PageHead
        title={t.title}
        action={
          <p className="acts">
            <ButtonLink href={paths.coachingNew()} icon="plus">
              {t.record}
            </ButtonLink>
            <ButtonLink variant="quiet" href={paths.coachingNew({ as: 'plan' })}>
              {t.plan}
            </ButtonLink>
          </p>
        }
      >
        {t.summary(desk.load.districts, desk.load.sessions, desk.load.overdue)}
      </PageHead>
      <div className="cols cols--main">
        <div>
          <Todo desk={desk} />
          <Section
            id="daerah"
            title={t.districts}
            aside={
              <span className="small dim">
                {t.order} · <a href={paths.coaching({ view: 'all' })}>{t.allSessions}</a>
              </span>
            }
          >
            <DeskDistricts districts={desk.districts} />
          </Section>
        </div>
        <aside className="stack" aria-label={t.aside}>
          <Visits desk={desk} />
          <Load load={desk.load} />
        </aside>
      </div>
    </>
  )
}

function Todo({ desk: { tasks, reminders, today } }: { desk: Desk }) {
  const lang = useLang()
  const t = coachingDeskText(lang).desk
  const act = workItemText(lang).act
  return (
    <section aria-labelledby="h-todo">
      <h2 id="h-todo">{t.todo}</h2>
      {tasks.length + reminders.length === 0 && <p className="dim mt-2">{t.nothing}</p>}
      <ul className="lines mt-2">
        {tasks.map((task) => (
          <li className="task" key={`${task.kind} ${task.href} ${task.params.about}`}>
            <a href={task.href}>
              <b>{act[task.kind]}</b> {task.params.about}
            </a>
            <span className="dim small">
              {task.params.where} · {t.since(ageInWords(lang, task.since, today))}
            </span>
            <Tag tone={task.urgent ? 'warn' : 'idle'}>{task.urgent ? t.urgent : t.waiting}</Tag>
          </li>
        ))}
        {reminders.map((item) => (
          <li className="task" key={item.id}>
            <a href={`${paths.coachingSession(item.sessionId)}#tindak-lanjut`}>
              <b>{t.remind}</b> {item.regionName}: {item.what}
            </a>
            <span className="dim small">{t.due(formatDate(lang, item.dueOn), item.overdue)}</span>
            <Tag tone="bad">{t.late}</Tag>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Visits({ desk: { visits } }: { desk: Desk }) {
  const lang = useLang()
  const t = coachingDeskText(lang).desk
  const words = vocabularyText(lang)
  return (
    <Panel title={t.visits}>
      {visits.length === 0 ? (
        <p className="small dim">{t.noVisits}</p>
      ) : (
        <Timeline
          small
          events={visits.map((visit, index) => ({
            key: visit.id,
            important: index === 0,
            content: (
              <>
                <a href={paths.coachingSession(visit.id)}>
                  <b>
                    {formatDayDate(lang, visit.startsAt, visit.timeZone)} ·{' '}
                    {formatTime(lang, visit.startsAt, visit.timeZone)}
                  </b>
                </a>
                <br />
                {visit.regionName}, {lowerFirst(words.coachingChannel[visit.channel])},{' '}
                {formatDuration(lang, visit.durationMinutes)}
                {visit.purpose && (
                  <>
                    <br />
                    <span className="dim">{visit.purpose}</span>
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
    </Panel>
  )
}

function Load({ load }: { load: Desk['load'] }) {
  const lang = useLang()
  const t = coachingDeskText(lang).desk
  const hours = (minutes: number) => formatNumber(lang, minutes / 60)
  return (
    <section className="sec" aria-labelledby="h-load">
      <h2 id="h-load">{t.load}</h2>
      <Facts small>
        <Fact label={t.loadDistricts}>
          {load.districts} <span className="dim">{t.average(formatNumber(lang, load.averageInHub))}</span>
        </Fact>
        <Fact label={t.loadHours}>{t.thisSemester(hours(load.minutes))}</Fact>
        <Fact label={t.travel}>{t.hours(hours(load.travel))}</Fact>
        <Fact label={t.actions}>
          <a href={paths.actions()}>{t.open(load.unfinished, load.overdue)}</a>
        </Fact>
      </Facts>
    </section>
  )
}
