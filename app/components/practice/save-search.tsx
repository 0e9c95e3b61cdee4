import { useLocation } from '@remix-run/react'
import type { SearchKept } from '#app/domain/saved-search/read-saved-search.server.ts'
import { savedSearchText } from '#app/i18n/saved-search.ts'
import { useText } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { useRoot } from '../layout/root-data.ts'
import { NewSavedSearchFields } from '../saved-search/search-fields.tsx'
import { Button } from '../ui/button.tsx'
import { Fold } from '../ui/fold.tsx'

/** Below the results: keep this search. Visitors are led to sign in and come back; a search that is kept says so. */
export function SaveSearch({ kept, words }: { kept: SearchKept; words: string }) {
  const t = useText(savedSearchText)
  const { pathname, search } = useLocation()
  if (!useRoot()?.user) {
    return (
      <p className="mt-4">
        <a href={paths.signIn(pathname + search)} rel="nofollow">
          {t.signIn}
        </a>
      </p>
    )
  }
  if (kept.saved) {
    return (
      <p className="mt-4">
        {t.kept(kept.saved.name)} <a href={paths.savedSearches()}>{t.manage}</a>
      </p>
    )
  }
  return (
    <div className="mt-4">
      <Fold summary={t.save}>
        <p className="small dim read">{t.saveNote}</p>
        <form method="post" action={paths.savedSearches()} className="stack mt-3">
          <NewSavedSearchFields stored={{ search: kept.params, name: words.slice(0, 80) }} />
          <div className="acts">
            <Button name="intent" value="save" variant="quiet" icon="bell">
              {t.save}
            </Button>
          </div>
        </form>
      </Fold>
    </div>
  )
}
