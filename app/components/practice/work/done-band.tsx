import { practiceText } from '#app/i18n/practice.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { Band } from '../../ui/band.tsx'

/** What has just been done to this practice, and what happens next; unknown words say nothing. */
export function DoneBand({ done }: { done: string | null }) {
  const { done: t } = useText(practiceText)
  const titles: Record<string, [string, string?]> = {
    submit: [t.submit, t.submitNote],
    take_back: [t.take_back],
    addressed: [t.addressed],
    replied: [t.replied],
    publish_minor: [t.publish_minor],
    withdrawn: [t.withdrawn, t.withdrawnNote],
    merged: [t.merged, t.mergedNote],
    merge_undone: [t.merge_undone, t.merge_undoneNote],
    merge_undone_kept: [t.merge_undone_kept, t.merge_undone_keptNote],
    asserted: [t.asserted],
    confirm: [t.confirmed],
    reject: [t.rejected],
  }
  const [title, note] = (done !== null && Object.hasOwn(titles, done) && titles[done]) || []
  return title ? (
    <Band tone="ok" title={title} focus className="mb-5">
      {note}
    </Band>
  ) : null
}
