import type { listSessions } from '#app/domain/coaching/read-session.server.ts'
import { coachingText } from '#app/i18n/coaching.ts'
import { lowerFirst } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { SESSION_STATES } from '#db/vocabulary.ts'
import { ButtonLink } from '../ui/button.tsx'
import { ChoiceChips, FilterChips } from '../ui/chips.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'
import { SessionTag } from './marks.tsx'

/** The sessions that this person may read, newest first. */
export function SessionsPage({
  sessions,
  total,
  pageSize,
  waiting,
  filters,
  regionName,
  can,
}: Awaited<ReturnType<typeof listSessions>>) {
  const lang = useLang()
  const t = coachingText(lang)
  const words = vocabularyText(lang)
  const at = (changes: Record<string, string | number | undefined>) =>
    paths.coaching({ view: can.record ? 'all' : undefined, state: filters.state, region: filters.region, ...changes })
  return (
    <>
      <PageHead
        title={t.title}
        action={
          can.record && (
            <ButtonLink href={paths.coachingNew()} icon="plus">
              {t.record}
            </ButtonLink>
          )
        }
      >
        <p className="dim">
          {t.waiting(waiting)} <a href={paths.actions()}>{t.actions}</a>
          {can.record && (
            <>
              {' · '}
              <a href={paths.coaching()}>{t.desk}</a>
            </>
          )}
        </p>
      </PageHead>
      <ChoiceChips
        label={t.states}
        chips={[undefined, ...SESSION_STATES].map((state) => ({
          key: state ?? 'all',
          label: state ? words.sessionState[state] : t.all,
          href: at({ state }),
          current: filters.state === state,
        }))}
      />
      {regionName && (
        <FilterChips
          label={t.filters}
          chips={[{ key: 'region', label: regionName, href: at({ region: undefined }) }]}
          clearHref={at({ region: undefined, state: undefined })}
        />
      )}
      <section className="mt-5" aria-label={t.title}>
        {sessions.length > 0 ? (
          <Table
            hot
            rows={sessions}
            rowKey={(session) => session.id}
            columns={[
              {
                head: t.columns.when,
                header: true,
                cell: (session) => (
                  <a href={paths.coachingSession(session.id)}>
                    <When at={session.startsAt} zone={session.timeZone} as="time" />
                  </a>
                ),
              },
              { head: t.columns.where, label: t.place, cell: (session) => session.agencyName },
              { head: t.columns.mentor, cell: (session) => session.mentorName },
              {
                head: t.columns.how,
                cell: (session) =>
                  `${words.coachingMode[session.mode]}, ${lowerFirst(words.coachingChannel[session.channel])}`,
              },
              { head: t.columns.state, cell: (session) => <SessionTag state={session.state} /> },
            ]}
          />
        ) : (
          <Empty title={t.none} action={can.record && <ButtonLink href={paths.coachingNew()}>{t.record}</ButtonLink>}>
            {can.record ? t.noneMentor : t.noneOthers}
          </Empty>
        )}
      </section>
      <Pager page={filters.page} pageSize={pageSize} total={total} href={(page) => at({ page })} />
    </>
  )
}
