import type { MergeNote } from '#app/domain/practice/merge-notes.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { mergeText } from '#app/i18n/merge.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Section } from '../../ui/panel.tsx'

/** The merges that a practice had part in: with what, by whom, and until when they can be undone. */
export function MergeNotes({ publicId, merges }: { publicId: string; merges: readonly MergeNote[] }) {
  const { notes: t } = mergeText(useLang())
  if (merges.length === 0) return null
  return (
    <Section id="gabungan" title={t.title}>
      <ul className="lines">
        {merges.map((merge) => (
          <Note key={merge.id} publicId={publicId} merge={merge} />
        ))}
      </ul>
    </Section>
  )
}

function Note({ publicId, merge }: { publicId: string; merge: MergeNote }) {
  const lang = useLang()
  const { notes: t } = mergeText(lang)
  const isFrom = merge.from === publicId
  const day = (date: Date | null) => formatDate(lang, date ?? new Date(0))
  return (
    <li>
      <a href={isFrom ? paths.practice(merge.into) : paths.workPractice(merge.from)}>
        {isFrom ? t.into(merge.into) : t.from(merge.from)}
      </a>
      : {isFrom ? merge.intoTitle : merge.fromTitle}
      <br />
      <span className="small dim">
        {t.by(merge.mergedBy, day(merge.mergedAt))}.{' '}
        {merge.undoneAt
          ? t.undone(merge.undoneBy ?? '', day(merge.undoneAt))
          : merge.isOver
            ? t.over(day(merge.undoUntil))
            : t.until(day(merge.undoUntil))}
        {merge.undoneAt && !merge.isRestored && ` ${t.kept}`}
      </span>
      {merge.canUndo && (
        <p className="acts mt-2">
          <ButtonLink variant="quiet" href={paths.undoMerge(publicId, merge.id)}>
            {t.undo}
          </ButtonLink>
        </p>
      )}
    </li>
  )
}
