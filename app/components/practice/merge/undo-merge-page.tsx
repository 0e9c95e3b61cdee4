import type { readUndoMerge } from '#app/domain/practice/merge-notes.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { uiText } from '#app/i18n/ui.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../../ui/band.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { useFormReply } from '../../ui/form-reply.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { PracticeCrumbs } from '../work/practice-crumbs.tsx'

type Props = { publicId: string; merge: Awaited<ReturnType<typeof readUndoMerge>> }

/** What undoing a merge brings back, before it is done; a clear no once the time is over. */
export function UndoMergePage({ publicId, merge }: Props) {
  const lang = useLang()
  const { undo: t, notes } = mergeText(lang)
  const form = useFormReply()
  return (
    <>
      <ErrorSummary errors={form.errors} formErrors={form.formErrors} />
      <PracticeCrumbs publicId={publicId} name={publicId} here={t.title} />
      <PageHead title={t.title} />
      <div className="mb-5">
        <Facts>
          {[
            {
              id: merge.from,
              title: merge.fromTitle,
              words: `${notes.into(merge.into)}, ${notes.by(merge.mergedBy, formatDate(lang, merge.mergedAt))}`,
            },
            { id: merge.into, title: merge.intoTitle, words: notes.stayed },
          ].map(({ id, title, words }) => (
            <Fact key={id} label={id}>
              {title}
              <br />
              <span className="small dim">{words}</span>
            </Fact>
          ))}
        </Facts>
      </div>
      {merge.isPossibleNow ? (
        <form method="post" className="stack">
          <ul className="lines">
            <li>{t.back(merge.from)}</li>
            <li>{merge.isUnchanged ? t.restored(merge.into) : t.kept(merge.into)}</li>
            <li>{t.moved(merge.movedCount)}</li>
            <li>{t.told}</li>
          </ul>
          <p className="acts">
            <Button>{t.submit}</Button>
            <a href={paths.workPractice(publicId)}>{uiText(lang).cancel}</a>
          </p>
        </form>
      ) : (
        <Band tone="warn" title={merge.undoneAt ? t.undone : t.over}>
          {merge.undoneAt ? notes.undone(merge.undoneBy ?? '', formatDate(lang, merge.undoneAt)) : t.overNote}
        </Band>
      )}
    </>
  )
}
