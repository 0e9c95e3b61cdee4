import type { readJobHealth } from '#app/domain/report/job-health.server.ts'
import { jobsText } from '#app/i18n/jobs.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Fold } from '../ui/fold.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Section } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { When } from '../ui/when.tsx'

type Health = Awaited<ReturnType<typeof readJobHealth>>
type Job = Health['dead'][number]

/** Background work that went wrong, why, and what to do about it. */
export function JobsPage({ dead, waiting, schedule, done }: Health & { done: string | null }) {
  const t = useText(jobsText)
  const form = useFormReply()
  return (
    <>
      {(done === 'retry' || done === 'set_aside') && <Band tone="ok" title={t.done[done]} focus className="mb-5" />}
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <PageHead title={t.title}>{t.lead}</PageHead>
      <Section id="dead" title={t.dead} look="bare">
        {dead.length === 0 ? (
          <Empty title={t.deadNone} heading="h3">
            {t.deadNoneNote}
          </Empty>
        ) : (
          dead.map((job) => <TroubledJob key={job.id} job={job} />)
        )}
      </Section>
      {waiting.length > 0 && (
        <Section id="waiting" title={t.waiting}>
          {waiting.map((job) => (
            <TroubledJob key={job.id} job={job} />
          ))}
        </Section>
      )}
      <Section id="schedule" title={t.schedule}>
        <Schedule schedule={schedule} />
      </Section>
    </>
  )
}

/** The task in words; one of another version of the program by its name. */
function TaskName({ task }: { task: string }) {
  const names: Record<string, string> = useText(jobsText).tasks
  return names[task] ?? <code>{task}</code>
}

function TroubledJob({ job }: { job: Job }) {
  const t = useText(jobsText)
  return (
    <article className="note stack-s">
      <header>
        <b>
          <TaskName task={job.task} />
        </b>
        <span>
          {t.since} <When at={job.orderedAt} as="time" />
        </span>
        <span>{t.attempts(job.attempts)}</span>
        {!job.isOver && (
          <span>
            {t.next} <When at={job.nextAt} as="time" />
          </span>
        )}
      </header>
      <p>{t.errors[job.error]}</p>
      {job.isForgotten && <p className="small dim">{t.forgotten}</p>}
      <Fold summary={t.detail}>
        <p className="small">
          {t.number}: {job.id}
        </p>
        <pre className="small pre">
          <code>{job.lastError ?? t.noDetail}</code>
        </pre>
      </Fold>
      {job.isOver && <Acts job={job} />}
    </article>
  )
}

function Acts({ job }: { job: Job }) {
  const t = useText(jobsText)
  const fields = <input type="hidden" name="jobId" value={job.id} />
  const shared = { cancelHref: paths.jobs(), name: 'intent', children: fields }
  return (
    <div className="acts">
      {!job.isForgotten && (
        <Confirm
          {...shared}
          open={t.retry}
          question={t.retryQuestion}
          consequence={t.retryConsequence}
          confirm={t.retryConfirm}
          value="retry"
        />
      )}
      <Confirm
        {...shared}
        open={t.aside}
        question={t.asideQuestion}
        consequence={t.asideConsequence}
        confirm={t.asideConfirm}
        value="set_aside"
      />
    </div>
  )
}

function Schedule({ schedule }: { schedule: Health['schedule'] }) {
  const t = useText(jobsText)
  if (schedule.length === 0) return <p className="dim">{t.scheduleNone}</p>
  return (
    <Table
      labelledBy="h-schedule"
      rows={schedule}
      rowKey={({ task }) => task}
      columns={[
        { head: t.task, header: true, cell: ({ task }) => <TaskName task={task} /> },
        { head: t.last, className: 'nowrap', cell: ({ lastAt }) => <When at={lastAt} as="time" /> },
      ]}
    />
  )
}
