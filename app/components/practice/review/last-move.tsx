import type { findLastMove } from '#app/domain/practice/read-review.server.ts'
import { practiceText } from '#app/i18n/practice.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import type { TimeZone } from '#db/vocabulary.ts'
import { useFormReply } from '../../ui/form-reply.ts'
import { When } from '../../ui/when.tsx'
import type { ReviewView } from './review-page.tsx'

type Move = Awaited<ReturnType<typeof findLastMove>>

/** Who moved a text last, when and with which words: for a reviewer who came late. */
export function LastMove({ move, zone }: { move: Move; zone: TimeZone }) {
  const lang = useLang()
  const { lastMove: t } = reviewText(lang)
  if (!move || !t[move.event]) return null
  return (
    <p>
      <b>{move.actor ?? practiceText(lang).system}</b> {t[move.event]}, <When at={move.at} as="time" zone={zone} />.
      {move.reason && <> “{move.reason}”</>}
    </p>
  )
}

/** What somebody typed into a form that this page no longer has. */
export function TypedText({ draft }: { draft?: ReviewView['draft'] }) {
  const t = reviewText(useLang())
  const form = useFormReply(draft?.values)
  const typed = form.field('message').defaultValue ?? form.field('body').defaultValue
  if (!typed) return null
  return (
    <>
      <p className="kicker">{t.typed}</p>
      <blockquote className="prose quote pre mb-5">{typed}</blockquote>
    </>
  )
}
