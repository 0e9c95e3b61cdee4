import type { listActions } from '#app/domain/coaching/read-session.server.ts'
import { coachingText } from '#app/i18n/coaching.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { ChoiceChips, FilterChips } from '../ui/chips.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { useFormReply } from '../ui/form-reply.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { ActionList, noteId } from './action-list.tsx'
import { TypedText } from './typed-text.tsx'
import { useDone } from './use-done.ts'

type Page = Awaited<ReturnType<typeof listActions>> & { done: string | null }

const SHOWN = ['unfinished', 'overdue', 'done', 'verified', 'all'] as const

/** The action items of the own districts or agency, the overdue first. */
export function ActionsPage({ items, total, pageSize, counts, filters, regionName, ...page }: Page) {
  const done = useDone(page.done)
  const t = coachingText(useLang())
  const reply = useFormReply()
  const itemId = reply.field('itemId').defaultValue
  const here = items.some((item) => item.id === itemId && item.can.finish)
  const at = (changes: Record<string, string | number | undefined>) =>
    paths.actions({ show: filters.show, region: filters.region, ...changes })
  const figure = { unfinished: counts.unfinished, overdue: counts.overdue, done: counts.done }
  return (
    <>
      {(done === 'started' || done === 'finished' || done === 'verified') && (
        <Band tone="ok" title={t.done[done]} focus className="mb-5">
          {done === 'finished' ? t.done.finishedNote : undefined}
        </Band>
      )}
      <ErrorSummary errors={reply.errors} formErrors={reply.formErrors} ids={{ note: noteId(itemId) }} />
      {!here && <TypedText text={reply.field('note').defaultValue} />}
      <PageHead title={t.actions}>{t.actionsSummary(counts.unfinished, counts.overdue)}</PageHead>
      <ChoiceChips
        label={t.showing}
        chips={SHOWN.map((show) => ({
          key: show,
          label: show in figure ? `${t.show[show]} (${figure[show as keyof typeof figure]})` : t.show[show],
          href: at({ show }),
          current: filters.show === show,
        }))}
      />
      {regionName && (
        <FilterChips
          label={t.filters}
          chips={[{ key: 'region', label: regionName, href: at({ region: undefined }) }]}
          clearHref={paths.actions()}
        />
      )}
      <section className="mt-5" aria-label={t.actions}>
        {items.length > 0 ? (
          <ActionList items={items} withSession />
        ) : (
          <Empty title={t.actionsEmpty}>{t.actionsEmptyNote}</Empty>
        )}
      </section>
      <Pager page={filters.page} pageSize={pageSize} total={total} href={(page) => at({ page })} />
    </>
  )
}
