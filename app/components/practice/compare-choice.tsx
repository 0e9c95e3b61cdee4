import { MAX_COMPARED, pageOf, type SearchState, searchParams } from '#app/domain/practice/practice-query.ts'
import type { SearchPage } from '#app/domain/practice/search-practices.server.ts'
import { searchText } from '#app/i18n/search.ts'
import { searchPageText } from '#app/i18n/search-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'

/** The form that the check boxes of the hits belong to. */
export const COMPARE_FORM = 'banding'

const hrefOf = (state: SearchState) => paths.practices(searchParams(state))

/** What was chosen so far, on whatever page, and what to do with it: compare, or keep it and look on. */
export function CompareChoice({ page: { state, result, chosen } }: { page: SearchPage }) {
  const lang = useLang()
  const t = searchText(lang)
  const more = searchPageText(lang)
  const here = new Set(result.hits.map(({ publicId }) => publicId))
  if (result.hits.length < 2 && chosen.length === 0) return null
  const without = (publicId: string) => ({ ...state, compare: state.compare.filter((id) => id !== publicId) })
  return (
    <form id={COMPARE_FORM} action={paths.compare()} method="get" className="end-bar no-print stack-s">
      <input type="hidden" name="from" value={searchParams({ ...pageOf(state, state.page), compare: [] }).toString()} />
      {chosen.length > 0 && (
        <>
          <p>
            <b>{more.chosen(chosen.length)}</b>
          </p>
          <ul className="stack-s small">
            {chosen.map(({ publicId, name }) => (
              <li key={publicId}>
                {!here.has(publicId) && <input type="hidden" name="id" value={publicId} />}
                <a href={paths.practice(publicId)}>{name}</a> ·{' '}
                <a href={hrefOf(without(publicId))} rel="nofollow">
                  {more.dropChosen}
                  <span className="vh"> {name}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="row row--between">
        <p className="small">{more.compareHint}</p>
        <span className="acts">
          <Button variant="quiet" icon="columns">
            {t.compareChosen}
          </Button>
          {chosen.length < MAX_COMPARED && (
            <Button variant="link" name="go" value="on">
              {more.keepLooking}
            </Button>
          )}
        </span>
      </div>
    </form>
  )
}
