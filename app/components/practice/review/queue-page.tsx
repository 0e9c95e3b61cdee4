import type { listReviewQueue } from '#app/domain/practice/read-queue.server.ts'
import { QUEUE_SORTS, QUEUE_VIEWS } from '#app/domain/practice/review.schema.ts'
import { queueText } from '#app/i18n/practice-queue.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { BATCH_ACTIONS, REVIEW_STAGES } from '#db/vocabulary.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/chips.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Section } from '../../ui/panel.tsx'
import { When } from '../../ui/when.tsx'
import { QueueTable } from './queue-table.tsx'
import { ReviewDone } from './review-done.tsx'

export type Queue = Awaited<ReturnType<typeof listReviewQueue>>

export type QueuePageProps = Queue & { national: boolean; done: string | null; publicId: string | null; now: Date }

/** What waits to be checked in this hat, by its due date; below it, life statuses to confirm. */
export function QueuePage(props: QueuePageProps) {
  const { stage, texts, scheduled, lives, total, pageSize, filter, done, publicId, oversees, keepsTexts, counts } =
    props
  const lang = useLang()
  const t = queueText(lang)
  const form = useFormReply()
  const query = (more: Record<string, string | number | undefined>) =>
    paths.reviewQueue({ show: filter.show, sort: filter.sort, stage: oversees ? stage : undefined, ...more })
  return (
    <>
      <ReviewDone done={done} publicId={publicId} />
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <PageHead
        title={t.title}
        action={
          <span className="acts">
            {keepsTexts && <a href={paths.reviewTemplates()}>{t.templates}</a>}
            {keepsTexts && !props.national && <a href={paths.reviewRules()}>{t.rules}</a>}
            <a href={paths.workPractices()}>{t.all}</a>
          </span>
        }
      >
        {t[stage]}
      </PageHead>
      {oversees && (
        <div className="mb-3">
          <ChoiceChips
            label={t.title}
            chips={REVIEW_STAGES.map((one) => ({
              key: one,
              label: t[one],
              href: query({ stage: one }),
              current: one === stage,
            }))}
          />
        </div>
      )}
      {counts.all > 0 && (
        <div className="row row--between strip mb-4">
          <ChoiceChips
            label={t.show}
            chips={QUEUE_VIEWS.filter((view) => view !== 'mine' || !oversees).map((view) => ({
              key: view,
              label: `${t.view[view]} (${counts[view]})`,
              href: query({ show: view }),
              current: view === filter.show,
            }))}
          />
          <form className="sort" action={paths.reviewQueue()}>
            <input type="hidden" name="show" value={filter.show} />
            {oversees && <input type="hidden" name="stage" value={stage} />}
            <label className="small" htmlFor="f-sort">
              {t.sort}
            </label>
            <select className="in in--m" id="f-sort" name="sort" defaultValue={filter.sort}>
              {QUEUE_SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {t.sorts[sort]}
                </option>
              ))}
            </select>
            <Button variant="quiet">{t.apply}</Button>
          </form>
        </div>
      )}
      {texts.length === 0 ? <Nothing {...props} /> : <Texts {...props} />}
      <Pager page={filter.page} pageSize={pageSize} total={total} href={(page) => query({ page })} />
      {scheduled.length > 0 && (
        <Section id="terjadwal" title={t.scheduled}>
          <ul className="lines">
            {scheduled.map(({ id, publicId: number, title, open, zone }) => (
              <li key={id}>
                <a href={paths.review(number)}>{title}</a>
                {open?.publishAt && (
                  <span className="small dim">
                    {' '}
                    {t.publishAt} <When at={open.publishAt} as="time" zone={zone} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {lives.length > 0 && (
        <Section id="keadaan" title={t.lives}>
          <ul className="lines">
            {lives.map(({ id, publicId: number, title, assertion }) => (
              <li key={id}>
                <a href={paths.workPractice(number)}>{title}</a>
                {assertion && (
                  <span className="small dim">
                    {' '}
                    {vocabularyText(lang).lifeStatus[assertion.status]}, <When at={assertion.assertedAt} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** The texts, with a choice of several for one decision where this hat decides. */
function Texts(props: QueuePageProps) {
  const t = queueText(useLang())
  const { stage, oversees, texts } = props
  const acts = BATCH_ACTIONS.filter((action) => action === 'request_changes' || stage === 'documents')
  const several = !oversees && texts.length > 1
  return (
    <>
      <QueueTable {...props} select={several ? 'pilihan' : null} />
      {several && (
        <form className="panel mt-4" id="pilihan" action={paths.reviewBatch()}>
          <p>
            <b>{t.bulk}</b> <span className="small dim">{t.bulkNote}</span>
          </p>
          <p className="acts">
            {acts.map((action) => (
              <Button key={action} variant="quiet" name="action" value={action}>
                {t.bulkAct[action]}
              </Button>
            ))}
          </p>
        </form>
      )}
    </>
  )
}

function Nothing({ stage, national, filter, counts }: QueuePageProps) {
  const t = queueText(useLang())
  if (counts.all > 0) {
    return (
      <Empty title={t.emptyView[filter.show]} action={<a href={paths.reviewQueue()}>{t.view.all}</a>}>
        {t.emptyViewNote}
      </Empty>
    )
  }
  const words = stage === 'documents' ? t.emptyDocuments : national ? t.emptyNational : t.emptySubstance
  return (
    <Empty title={t.empty} action={<a href={paths.workPractices()}>{t.all}</a>}>
      {words}
    </Empty>
  )
}
