import {
  countFilters,
  FILTERS,
  nextPage,
  pageOf,
  type SearchState,
  SORT_CHOICES,
  searchParams,
  withoutFilters,
  withoutValue,
} from '#app/domain/practice/practice-query.ts'
import type { SearchPage } from '#app/domain/practice/search-practices.server.ts'
import type { SearchKept } from '#app/domain/saved-search/read-saved-search.server.ts'
import { facetLabel } from '#app/i18n/facet-label.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { searchText } from '#app/i18n/search.ts'
import { searchPageText } from '#app/i18n/search-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Button } from '../ui/button.tsx'
import { FilterChips } from '../ui/chips.tsx'
import { cx } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { When } from '../ui/when.tsx'
import { COMPARE_FORM, CompareChoice } from './compare-choice.tsx'
import { PracticeHitRow } from './practice-hit.tsx'
import { SaveSearch } from './save-search.tsx'
import { NothingFound } from './search-empty.tsx'
import { KeptParams, SearchFilters } from './search-filters.tsx'
import { TakeList } from './take-list.tsx'
import { Understood } from './understood.tsx'

export type SearchResultsProps = { page: SearchPage; now: Date; kept?: SearchKept }

const hrefOf = (state: SearchState) => paths.practices(searchParams(state))

/** The whole search page below the header. */
export function SearchResults({ page, now, kept }: SearchResultsProps) {
  const lang = useLang()
  const t = searchText(lang)
  const more = searchPageText(lang)
  const { state, result } = page
  return (
    <>
      <PageHead title={searchTitle(t, page)}>
        <Understood state={state} understood={result.understood} />
      </PageHead>
      {result.degraded && (
        <p className="small mb-4" role="note">
          <Icon name="info" /> {t.degraded}
        </p>
      )}
      <p
        className="vh"
        role="status"
        id="kabar"
        data-list={more.suggestions}
        data-some={more.someSuggestions}
        data-none={more.noSuggestions}
      />
      <div className="cols cols--side">
        <aside aria-label={t.filters}>
          <SearchFilters page={page} />
        </aside>
        <div>
          <div className="row row--between mb-3">
            <Count page={page} />
            {result.total > 0 && <SortForm page={page} />}
          </div>
          <AppliedFilters page={page} />
          {result.total > 0 ? <Found page={page} now={now} /> : <NothingFound page={page} now={now} />}
          <EngineLine page={page} now={now} />
          {kept && <SaveSearch kept={kept} words={state.q} />}
        </div>
      </div>
    </>
  )
}

/** What a search is called: for the heading and the title of the window. */
export function searchTitle(t: ReturnType<typeof searchText>, { state, result }: SearchPage): string {
  if (result.total > 0) return state.q ? t.resultsFor(state.q) : t.title
  if (!state.q) return t.emptyPlain
  return countFilters(state) > 0 ? t.emptyFiltered(state.q) : t.emptyFor(state.q)
}

function Found({ page, now }: { page: SearchPage; now: Date }) {
  const lang = useLang()
  const t = searchText(lang)
  const { state, result } = page
  return (
    <>
      {state.sort === 'nearest' && state.near === null && (
        <p className="small mb-3">{searchPageText(lang).needsRegion}</p>
      )}
      {result.hits.length === 0 && (
        <p>
          {t.pageEmpty}{' '}
          <a href={hrefOf(pageOf(state, 1))} rel="nofollow">
            {t.firstPage}
          </a>
          .
        </p>
      )}
      <ol className="hits">
        {result.hits.map((hit) => (
          <PracticeHitRow
            key={hit.publicId}
            hit={hit}
            now={now}
            compareForm={COMPARE_FORM}
            chosen={state.compare.includes(hit.publicId)}
            sort={state.sort}
          />
        ))}
      </ol>
      <CompareChoice page={page} />
      <Pager
        multiplies
        page={state.page}
        pageSize={state.limit}
        total={result.total}
        more={result.more}
        href={(number) => hrefOf(number === state.page + 1 ? nextPage(state, result.hits) : pageOf(state, number))}
      />
      <TakeList state={state} total={result.total} />
    </>
  )
}

function Count({ page: { result, unfiltered } }: { page: SearchPage }) {
  const t = searchText(useLang())
  return (
    <p role="status" id="jumlah">
      <b>{t.found(result.total)}</b>
      {unfiltered !== undefined && <span className="dim"> {t.ofUnfiltered(unfiltered)}</span>}
    </p>
  )
}

function SortForm({ page: { state, regions } }: { page: SearchPage }) {
  const lang = useLang()
  const t = searchText(lang)
  const more = searchPageText(lang)
  return (
    <form action={paths.practices()} method="get" className={cx('sort', regions.length > 0 && 'sort--near')} id="urut">
      <KeptParams state={{ ...state, sort: 'relevance', near: regions.length > 0 ? null : state.near }} />
      <label htmlFor="sort" className="small">
        {t.sortBy}
      </label>
      <select className="in in--m" id="sort" name="sort" defaultValue={state.sort}>
        {SORT_CHOICES.map((sort) => (
          <option key={sort} value={sort}>
            {t.sort[sort]}
          </option>
        ))}
      </select>
      {regions.length > 0 && (
        <select className="in in--m" name="near" defaultValue={state.near ?? ''} aria-label={more.yourRegion}>
          <option value="">{more.chooseRegion}</option>
          {regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
      <Button variant="quiet">{t.doSort}</Button>
    </form>
  )
}

function AppliedFilters({ page: { state, names } }: { page: SearchPage }) {
  const lang = useLang()
  const t = searchText(lang)
  if (countFilters(state) === 0) return null
  return (
    <div className="mb-4">
      <FilterChips
        label={t.applied}
        chips={FILTERS.flatMap((facet) =>
          state.filters[facet].map((value) => ({
            key: `${facet} ${value}`,
            label: `${t.facet[facet]}: ${facetLabel(lang, facet, value, names)}`,
            href: hrefOf(withoutValue(state, facet, value)),
          })),
        )}
        clearHref={hrefOf(withoutFilters(state))}
      />
    </div>
  )
}

/** Which engine answered, how fast and when; and what to do when nothing fits. */
function EngineLine({ page: { state, result }, now }: { page: SearchPage; now: Date }) {
  const lang = useLang()
  const t = searchText(lang)
  return (
    <>
      <p className="small dim mt-4">
        {t.engineLine(result.total, formatNumber(lang, Math.max(result.tookMs, 1) / 1000, 3))} ·{' '}
        {t.engine[result.engine]} · <When at={now} as="time" />
      </p>
      {result.total > 0 && (
        <p className="mt-4">
          {t.recordLine}{' '}
          <a href={paths.newNeed({ problem: state.q })} rel="nofollow">
            {t.recordAct}
          </a>
          , {t.recordLineEnd}
        </p>
      )}
    </>
  )
}
