import type { readBatch } from '#app/domain/practice/read-batch.server.ts'
import { formatTime } from '#app/i18n/format.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { Crumbs, PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/panel.tsx'

type Batch = Awaited<ReturnType<typeof readBatch>>
type Item = Batch['items'][number]

/** What became of a decision on several texts, and the way to undo it for some minutes. */
export function BatchResultPage({ batch }: { batch: Batch }) {
  const lang = useLang()
  const { title, batch: t } = queueText(lang)
  const form = useFormReply()
  const { action, done, refused, undone, undoneAt, undoable, until } = batch
  return (
    <>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <Crumbs items={[{ label: title, href: paths.reviewQueue() }, { label: t.crumb }]} />
      <PageHead title={undoneAt ? t.undoneTitle(undone.length) : t.doneTitle[action](done.length)} />
      {undoable ? (
        <Band tone="ok" title={t.until(formatTime(lang, until))} focus={form.formErrors === null} className="mb-5">
          <form method="post">
            <Button variant="quiet" name="intent" value="undo">
              {t.undo}
            </Button>
          </form>
        </Band>
      ) : (
        <p className="dim mb-5">{undoneAt ? t.undoneNote : t.final}</p>
      )}
      <Items id="diurungkan" title={t.undoneList} items={undone} />
      <Items id="diputuskan" title={t.doneList} items={done} />
      <Items id="ditolak" title={t.refusedList} items={refused} />
      <p className="mt-5">
        <a href={paths.reviewQueue()}>{t.back}</a>
      </p>
    </>
  )
}

function Items({ id, title, items }: { id: string; title: string; items: readonly Item[] }) {
  const { batch: t } = queueText(useLang())
  if (items.length === 0) return null
  return (
    <Section id={id} title={`${title} (${items.length})`}>
      <ul className="lines">
        {items.map((item) => (
          <li key={item.practiceId}>
            <a href={paths.workPractice(item.publicId)}>{item.title}</a>{' '}
            <span className="small dim">
              {item.publicId}
              {item.refused && ` · ${t.refused[item.refused] ?? item.refused}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
