import type { previewBatch } from '#app/domain/practice/read-batch.server.ts'
import { UNDO_MINUTES } from '#app/domain/practice/review.schema.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../../ui/button.tsx'
import { FieldGroup, Pick } from '../../ui/choice.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextArea } from '../../ui/field.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { Table } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TemplateChoice } from './template-choice.tsx'

type Preview = Awaited<ReturnType<typeof previewBatch>>
type Row = Preview['rows'][number]

/** What a decision on several texts would do, and the form that makes it. */
export function BatchPage({ action, rows, ready, batchId }: Preview & { batchId: string }) {
  const lang = useLang()
  const t = queueText(lang)
  const form = useFormReply({ batchId })
  const willDo = rows.filter(({ refused }) => refused === null)
  return (
    <>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs items={[{ label: t.title, href: paths.reviewQueue() }, { label: t.batch.crumb }]} />
      <PageHead title={t.batch.title[action](ready)}>{t.batch.preview(ready, rows.length)}</PageHead>
      {ready === 0 && (
        <Empty title={t.batch.none} action={<a href={paths.reviewQueue()}>{t.batch.back}</a>}>
          {t.batch.noneNote}
        </Empty>
      )}
      {rows.length > 0 && (
        <Table
          columns={[
            { head: t.practice, header: true, cell: (row: Row) => <PracticeCell row={row} /> },
            {
              head: t.batch.state,
              cell: ({ refused }: Row) =>
                refused ? <Tag tone="warn">{t.batch.refused[refused]}</Tag> : <Tag tone="ok">{t.batch.willDo}</Tag>,
            },
          ]}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
      {ready > 0 && (
        <form method="post" className="panel stack mt-5">
          <input type="hidden" name="batchId" value={form.field('batchId').defaultValue} />
          <input type="hidden" name="action" value={action} />
          {willDo.map(({ publicId, open }) => (
            <input key={publicId} type="hidden" name="items" value={`${publicId}@${open?.version}`} />
          ))}
          {action === 'request_changes' ? <Message rows={willDo} /> : <Checked />}
          <p className="small dim">{t.batch.undoNote(UNDO_MINUTES)}</p>
          <p className="acts">
            <Button>{t.batch.submit[action](ready)}</Button>
            <a href={paths.reviewQueue()}>{t.batch.back}</a>
          </p>
        </form>
      )}
    </>
  )
}

function PracticeCell({ row }: { row: Row }) {
  return (
    <>
      <a href={paths.review(row.publicId)}>{row.title}</a>
      <br />
      <span className="small dim norm">
        {row.publicId} · {row.agency}
      </span>
    </>
  )
}

function Message({ rows }: { rows: readonly Row[] }) {
  const { batch: t } = queueText(useLang())
  const form = useFormReply()
  const templates = rows[0]?.templates ?? []
  return (
    <>
      <TemplateChoice
        form={form}
        templates={templates}
        words={{ label: t.template, none: t.noTemplate, read: t.example }}
      />
      <TextArea {...form.field('message')} label={t.message} rows={4} maxLength={2000} />
    </>
  )
}

function Checked() {
  const { batch: t } = queueText(useLang())
  const checked = useFormReply().field('checked')
  return (
    <FieldGroup name="checked" label={t.checked} hideLabel errors={checked.errors}>
      <Pick
        id="f-checked"
        name="checked"
        value="on"
        label={t.checked}
        top
        defaultChecked={checked.defaultValue === 'on'}
      />
    </FieldGroup>
  )
}
