import type { listReviewQueue } from '#app/domain/practice/read-review.server.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/panel.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Age, When } from '../../ui/when.tsx'
import { ReviewDone } from './review-done.tsx'

type Queue = Awaited<ReturnType<typeof listReviewQueue>>
type Row = Queue['texts'][number]

export type QueuePageProps = Queue & { national: boolean; done: string | null; publicId: string | null; now: Date }

/** What waits to be checked in this hat, oldest first; below it, life statuses to confirm. */
export function QueuePage({ stage, texts, scheduled, lives, national, done, publicId, now }: QueuePageProps) {
  const lang = useLang()
  const { queue: t } = reviewText(lang)
  const empty = stage === 'documents' ? t.emptyDocuments : national ? t.emptyNational : t.emptySubstance
  return (
    <>
      <ReviewDone done={done} publicId={publicId} />
      <PageHead title={t.title} action={<a href={paths.workPractices()}>{t.all}</a>}>
        {t[stage]}
      </PageHead>
      {texts.length === 0 ? (
        <Empty title={t.empty}>{empty}</Empty>
      ) : (
        <Table columns={columns()} rows={texts} rowKey={(row) => row.id} hot />
      )}
      {scheduled.length > 0 && (
        <Section id="terjadwal" title={t.scheduled}>
          <ul className="lines">
            {scheduled.map(({ id, publicId: number, title, open, timeZone }) => (
              <li key={id}>
                <a href={paths.review(number)}>{title}</a>
                {open?.publishAt && (
                  <span className="small dim">
                    {' '}
                    {t.publishAt} <When at={open.publishAt} as="time" zone={timeZone ?? 'WIB'} />
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

  function columns(): Column<Row>[] {
    return [
      {
        head: t.practice,
        header: true,
        cell: (row) => (
          <>
            <a href={paths.review(row.publicId)}>{row.title}</a>
            <br />
            <span className="small dim norm">
              {row.publicId} · {row.agency}
              {!isMine(row) && ` · ${t.own}`}
            </span>
          </>
        ),
      },
      { head: t.version, cell: ({ open, live }) => (live ? open?.number : `${open?.number} (${t.first})`) },
      {
        head: t.waiting,
        cell: ({ open, timeZone }) => {
          const since = open?.documentVerifiedAt ?? open?.submittedAt
          return (
            since && (
              <>
                <Age at={since} now={now} />{' '}
                <span className="small dim">
                  (<When at={since} as="time" zone={timeZone ?? 'WIB'} />)
                </span>
              </>
            )
          )
        },
      },
    ]
  }
}

/** Whether the reader may judge this text: they did not write in it, and did not make the first check. */
const isMine = ({ can }: Row) => can.verify_documents || can.publish || can.request_changes
