import { coachingText } from '#app/i18n/coaching.ts'
import { useText } from '#app/i18n/use-text.tsx'

/** What somebody wrote when the form it belonged to is no longer on the page: nothing typed is lost. */
export function TypedText({ text }: { text: string | undefined }) {
  const t = useText(coachingText)
  if (!text) return null
  return (
    <section className="panel mb-5" aria-labelledby="h-typed">
      <h2 id="h-typed">{t.typed}</h2>
      <p>{text}</p>
    </section>
  )
}
