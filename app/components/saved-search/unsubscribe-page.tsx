import { savedSearchText } from '#app/i18n/saved-search.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'

/** One button that stops the mail: programs that check mail open links, so opening this page must change nothing. */
export function UnsubscribePage({ state }: { state: 'ask' | 'done' | 'invalid' }) {
  const words = useText(savedSearchText)
  const t = words.unsubscribe
  if (state === 'ask') {
    return (
      <div className="cols cols--form">
        <div>
          <PageHead title={t.title}>{t.lead}</PageHead>
          <form method="post" className="acts">
            <Button>{t.act}</Button>
          </form>
        </div>
      </div>
    )
  }
  const isDone = state === 'done'
  return (
    <div className="cols cols--form">
      <div>
        <PageHead title={isDone ? t.title : t.invalid}>{isDone ? undefined : t.invalidNote}</PageHead>
        {isDone && (
          <Band tone="ok" title={t.done} focus className="mb-5">
            {t.doneNote}
          </Band>
        )}
        <p className="acts">
          <ButtonLink variant="quiet" href={paths.savedSearches()}>
            {words.manage}
          </ButtonLink>
        </p>
      </div>
    </div>
  )
}
