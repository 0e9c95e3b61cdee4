import type { AssignmentsPage as Page } from '#app/domain/coaching/read-desk.server.ts'
import { coachingDeskText } from '#app/i18n/coaching-desk.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Panel, Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'
import { Coverage } from './coverage.tsx'
import { useDone } from './use-done.ts'

type District = Page['districts'][number]
type Assignment = District['assignments'][number]

/** The hub manager's view: coverage of the hub's districts, who has which, and the form that assigns. */
export function AssignmentsPage({ page, done: last }: { page: Page; done: string | null }) {
  const done = useDone(last)
  const lang = useLang()
  const t = coachingDeskText(lang).assignments
  const reply = useFormReply()
  const ended = reply.field('assignmentId').defaultValue
  return (
    <>
      {(done === 'assigned' || done === 'ended' || done === 'cancelled') && (
        <Band tone="ok" title={t.done[done]} focus className="mb-5" />
      )}
      <ErrorSummary
        errors={reply.errors}
        formErrors={reply.formErrors}
        ids={ended ? { lastDay: endId(ended) } : undefined}
      />
      <PageHead title={t.title}>{t.summary(page.districts.length, page.mentors.length)}</PageHead>
      <div className="cols cols--main">
        <div>
          <Coverage districts={page.districts} contacts={page.contacts} />
          <Section id="daftar" title={t.table}>
            <Table
              labelledBy="h-daftar"
              rows={page.districts}
              rowKey={(district) => district.code}
              columns={[
                {
                  head: t.district,
                  header: true,
                  cell: ({ name, code }) => <a href={paths.coaching({ region: code })}>{name}</a>,
                },
                { head: t.lastSession, cell: (district) => <LastSession district={district} /> },
                { head: t.mentors, headClassName: 'w-45', cell: (district) => <Mentors district={district} /> },
              ]}
            />
          </Section>
        </div>
        <aside aria-label={t.assign}>
          <AssignForm page={page} />
        </aside>
      </div>
    </>
  )
}

function LastSession({ district: { lastSessionAt, timeZone, days } }: { district: District }) {
  const t = coachingDeskText(useLang()).assignments
  if (!lastSessionAt) return <span className="late">{t.never}</span>
  return (
    <>
      <When at={lastSessionAt} zone={timeZone} />, {days} {t.daysWord}
    </>
  )
}

function Mentors({ district: { assignments } }: { district: District }) {
  const t = coachingDeskText(useLang()).assignments
  if (assignments.length === 0) return <span className="dim">{t.nobody}</span>
  return (
    <ul className="stack-s">
      {assignments.map((assignment) => (
        <li key={assignment.id}>
          <MentorLine assignment={assignment} />
        </li>
      ))}
    </ul>
  )
}

const endId = (assignmentId: string) => `f-end-${assignmentId}`

function MentorLine({ assignment: { id, mentorName, startsOn, lastDay, future } }: { assignment: Assignment }) {
  const lang = useLang()
  const t = coachingDeskText(lang).assignments
  const typed = useFormReply({ lastDay: lastDay ?? undefined }, { assignmentId: id }).field('lastDay')
  const from = formatDate(lang, startsOn)
  return (
    <>
      <b>{mentorName}</b>
      <br />
      <span className="small dim">{lastDay ? t.until(from, formatDate(lang, lastDay)) : t.from(from)}</span>
      {future ? (
        <form method="post">
          <input type="hidden" name="assignmentId" value={id} />
          <Button variant="link" name="intent" value="cancel">
            {t.cancel}
          </Button>
        </form>
      ) : (
        <Fold summary={t.end} open={Boolean(typed.errors)}>
          <form method="post" className="row row--end">
            <input type="hidden" name="assignmentId" value={id} />
            <Field {...typed} id={endId(id)} type="date" width="m" label={t.lastDay} small required />
            <Button variant="quiet" name="intent" value="end">
              {t.endSend}
            </Button>
          </form>
        </Fold>
      )}
    </>
  )
}

function AssignForm({ page: { mentors, districts, today } }: { page: Page }) {
  const t = coachingDeskText(useLang()).assignments
  const form = useFormReply({ startsOn: today }, { intent: 'assign' })
  if (mentors.length === 0)
    return (
      <Empty title={t.noMentors} action={<ButtonLink href={paths.members()}>{t.toMembers}</ButtonLink>}>
        {t.noMentorsNote}
      </Empty>
    )
  const provinces = [...new Set(districts.map((district) => district.provinceName))]
  return (
    <Panel title={t.assign}>
      <form method="post">
        <Select
          {...form.field('mentorId')}
          label={t.mentor}
          options={mentors.map(({ id, name, districts: n }) => ({ value: id, label: t.mentorOption(name, n) }))}
          required
        />
        <Select
          {...form.field('regionCode')}
          label={t.district}
          options={provinces.map((province) => ({
            label: province,
            options: districts
              .filter((district) => district.provinceName === province)
              .map(({ code, name }) => ({ value: code, label: name })),
          }))}
          required
        />
        <Field {...form.field('startsOn')} type="date" label={t.startsOn} required />
        <Field {...form.field('lastDay')} type="date" label={t.lastDay} hint={t.lastDayHint} optional />
        <p className="mt-5">
          <Button name="intent" value="assign" wide>
            {t.assignSend}
          </Button>
        </p>
      </form>
    </Panel>
  )
}
