import type { listOwnPractices } from '#app/domain/practice/read-work.server.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { termsText } from '#app/i18n/practice-terms.ts'
import { useLang, useText } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { RevisionState } from '#db/vocabulary.ts'
import { Band } from '../../ui/band.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/chips.tsx'
import { Empty } from '../../ui/empty.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { When } from '../../ui/when.tsx'
import { lifeColumn } from '../life-column.tsx'
import { usePracticesTitle } from './practice-crumbs.tsx'

type List = Awaited<ReturnType<typeof listOwnPractices>>
type Row = List['practices'][number]

export type PracticeListPageProps = List & { kind: 'agency' | 'hub' | 'national'; done: string | null; now: Date }

const TONE: Partial<Record<RevisionState, TagTone>> = {
  submitted: 'idle',
  document_verified: 'idle',
  scheduled: 'ok',
  changes_requested: 'warn',
}

/** Where a text that is written or reviewed stands. */
export function RevisionTag({ state }: { state: RevisionState }) {
  const words = vocabularyText(useLang())
  return <Tag tone={TONE[state]}>{words.revisionState[state]}</Tag>
}

/** The practices of an agency, a hub or the whole country, with what is on the site and what is in work. */
export function PracticeListPage({
  practices,
  counts,
  total,
  without,
  page,
  pageSize,
  canCreate,
  canReview,
  kind,
  done,
  now,
}: PracticeListPageProps) {
  const lang = useLang()
  const { list: t, done: doneWords } = practiceText(lang)
  const { list: words } = termsText(lang)
  const create = canCreate ? (
    <ButtonLink href={paths.newPractice()}>{t.create}</ButtonLink>
  ) : (
    canReview && (
      <ButtonLink variant="quiet" href={paths.reviewQueue()}>
        {t.queue}
      </ButtonLink>
    )
  )
  const title = usePracticesTitle()
  return (
    <>
      {done === 'discard' && <Band tone="ok" title={doneWords.discard} focus className="mb-5" />}
      <PageHead title={title} action={create || undefined}>
        {counts.all > 0 && (without ? words.without[without] : t.lead(total))}
      </PageHead>
      {counts.all > 0 && <WordViews counts={counts} current={without} />}
      {total === 0 ? (
        without && counts.all > 0 ? (
          <Empty title={words.withoutNone}>{words.withoutNoneNote}</Empty>
        ) : (
          <Empty title={t.empty} action={create || undefined}>
            {kind === 'agency' ? t.emptyNote : t.emptyHubNote}
          </Empty>
        )
      ) : (
        <Table columns={columns()} rows={practices} rowKey={(row) => row.id} hot />
      )}
      <Pager
        page={page}
        pageSize={pageSize}
        total={total}
        href={(n) => paths.workPractices({ without: without ?? undefined, page: n })}
      />
    </>
  )

  function columns(): Column<Row>[] {
    return [
      {
        head: t.practice,
        header: true,
        cell: (row) => (
          <>
            <a href={without === 'terms' && row.can.assign_terms ? paths.practiceTerms(row.publicId) : overview(row)}>
              {row.title}
            </a>
            <br />
            <span className="small dim norm">
              {row.publicId}
              {row.brand !== row.title && ` · ${row.brand}`}
              {kind !== 'agency' && ` · ${row.agency}`}
            </span>
          </>
        ),
      },
      { head: t.onSite, cell: (row) => <OnSite row={row} /> },
      {
        head: t.inWork,
        cell: ({ open }) =>
          open ? (
            <>
              <RevisionTag state={open.state} /> <span className="small">{t.version(open.number)}</span>
            </>
          ) : (
            <span className="dim">{t.nothing}</span>
          ),
      },
      lifeColumn(t.life, now),
    ]
  }
}

const overview = ({ publicId }: Row) => paths.workPractice(publicId)

/** All practices, or those that too few words lead to; a view of none is not offered, unless it is open. */
function WordViews({ counts, current }: { counts: List['counts']; current: List['without'] }) {
  const { list: t } = useText(termsText)
  const views = (['subjects', 'terms', 'translation'] as const).filter((view) => counts[view] > 0 || view === current)
  if (views.length === 0) return null
  return (
    <div className="mb-5">
      <ChoiceChips
        label={t.views}
        chips={[
          { key: 'all', label: t.viewAll(counts.all), href: paths.workPractices(), current: !current },
          ...views.map((view) => ({
            key: view,
            label: t.view[view](counts[view]),
            href: paths.workPractices({ without: view }),
            current: view === current,
          })),
        ]}
      />
    </div>
  )
}

function OnSite({ row }: { row: Row }) {
  const lang = useLang()
  const { list: t } = practiceText(lang)
  if (row.state !== 'published' || !row.live) {
    return <span className="dim">{vocabularyText(lang).practiceState[row.state]}</span>
  }
  return (
    <>
      {t.version(row.live.number)}
      {row.live.publishedAt && (
        <>
          , <When at={row.live.publishedAt} />
        </>
      )}
    </>
  )
}
