import {
  countFilters,
  FILTERS,
  type SearchState,
  SORT_CHOICES,
  searchParams,
  withoutFilters,
  withoutValue,
} from '#app/domain/practice/practice-query.ts'
import type { SearchPage } from '#app/domain/practice/search-practices.server.ts'
import type { SearchKept } from '#app/domain/saved-search/read-saved-search.server.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { searchText } from '#app/i18n/search.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { Band } from '../ui/band.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { FilterChips } from '../ui/chips.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Pager } from '../ui/pager.tsx'
import { Section } from '../ui/panel.tsx'
import { Tag } from '../ui/tag.tsx'
import { When } from '../ui/when.tsx'
import { PracticeHitRow } from './practice-hit.tsx'
import { SaveSearch } from './save-search.tsx'
import { filterLabel, SearchFilters } from './search-filters.tsx'

export type SearchResultsProps = { page: SearchPage; now: Date; kept?: SearchKept }

const hrefOf = (state: SearchState) => paths.practices(searchParams(state))
const COMPARE_FORM = 'banding'

/** The whole search page below the header. */
export function SearchResults({ page, now, kept }: SearchResultsProps) {
  const { state, result, places } = page
  return (
    <>
      <SearchHead page={page} />
      {result.degraded && <Degraded />}
      <div className="cols cols--side">
        <aside aria-label={searchText(useLang()).filters}>
          <SearchFilters state={state} facets={result.facets} places={places} />
        </aside>
        <div>
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

function SearchHead({ page }: { page: SearchPage }) {
  const t = searchText(useLang())
  const { words, also, corrected } = page.result.understood
  return (
    <PageHead title={searchTitle(t, page)}>
      {words.length > 0 && (
        <p className="small dim">
          {t.understoodAs} <b>{words.join(', ')}</b>
          {also.length > 0 && ` (${t.also(also.slice(0, 8))})`}.{' '}
          {corrected.map(({ from, to }) => t.corrected(from, to)).join(' ')}
        </p>
      )}
    </PageHead>
  )
}

function Degraded() {
  const t = searchText(useLang())
  return (
    <Band tone="warn" title={t.degradedTitle} className="mb-5">
      {t.degraded}
    </Band>
  )
}

function Found({ page, now }: SearchResultsProps) {
  const t = searchText(useLang())
  const { state, result } = page
  return (
    <>
      <div className="row row--between mb-3">
        <Count page={page} />
        <SortForm state={state} />
      </div>
      <AppliedFilters page={page} />
      {result.hits.length === 0 && (
        <p>
          {t.pageEmpty} <a href={hrefOf({ ...state, page: 1 })}>{t.firstPage}</a>.
        </p>
      )}
      <form id={COMPARE_FORM} action={paths.compare()} method="get" />
      <ol className="hits">
        {result.hits.map((hit) => (
          <PracticeHitRow key={hit.publicId} hit={hit} now={now} compareForm={COMPARE_FORM} />
        ))}
      </ol>
      {result.hits.length > 1 && (
        <div className="end-bar row row--between">
          <p className="small">{t.compareHint}</p>
          <Button variant="quiet" icon="columns" form={COMPARE_FORM}>
            {t.compareChosen}
          </Button>
        </div>
      )}
      <Pager
        page={state.page}
        pageSize={state.limit}
        total={result.total}
        href={(number) => hrefOf({ ...state, page: number })}
      />
    </>
  )
}

function Count({ page: { result, unfiltered } }: { page: SearchPage }) {
  const t = searchText(useLang())
  return (
    <p role="status">
      <b>{t.found(result.total)}</b>
      {unfiltered !== undefined && <span className="dim"> {t.ofUnfiltered(unfiltered)}</span>}
    </p>
  )
}

function SortForm({ state }: { state: SearchState }) {
  const t = searchText(useLang())
  const kept = [...searchParams({ ...state, sort: 'relevance', page: 1 })]
  return (
    <form action={paths.practices()} method="get" className="sort">
      {kept.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
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
      <Button variant="quiet">{t.doSort}</Button>
    </form>
  )
}

function AppliedFilters({ page: { state, places } }: { page: SearchPage }) {
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
            label: `${t.facet[facet]}: ${filterLabel(lang, facet, value, places)}`,
            href: hrefOf(withoutValue(state, facet, value)),
          })),
        )}
        clearHref={hrefOf(withoutFilters(state))}
      />
    </div>
  )
}

function NothingFound({ page, now }: SearchResultsProps) {
  const t = searchText(useLang())
  const { state, relaxed, nearest } = page
  return (
    <>
      <p role="status" className="mb-3">
        <b>{t.found(0)}</b>
      </p>
      <AppliedFilters page={page} />
      {relaxed.length > 0 ? (
        <>
          <Section id="longgar" title={t.relaxed} look="bare">
            <p className="small dim">{t.relaxedNote}</p>
            <Relaxations page={page} />
          </Section>
          <Section id="dekat" title={t.nearest}>
            <ol className="hits">
              {nearest.map((hit) => (
                <PracticeHitRow key={hit.publicId} hit={hit} now={now} heading="h3" />
              ))}
            </ol>
          </Section>
        </>
      ) : (
        <p className="read">
          {t.nothingEither} <a href={paths.practices()}>{t.allPractices}</a>.
        </p>
      )}
      <section className="panel mt-6" aria-labelledby="h-catat">
        <h2 id="h-catat">{t.recordTitle}</h2>
        <p className="small read">{t.recordText}</p>
        <p>
          <ButtonLink href={paths.newNeed({ problem: state.q })} rel="nofollow">
            {t.recordAct}
          </ButtonLink>
        </p>
      </section>
    </>
  )
}

function Relaxations({ page: { relaxed } }: { page: SearchPage }) {
  const t = searchText(useLang())
  return (
    <ol className="lines mt-3">
      {relaxed.map(({ state, dropped, total }) => (
        <li key={hrefOf(state)} className="task">
          <a href={hrefOf(state)} rel="nofollow">
            {dropped.kind === 'filters' && t.withoutFilters}
            {dropped.kind === 'filter' && t.withoutFilter(t.facet[dropped.facet])}
            {dropped.kind === 'word' && t.withoutWord(dropped.word)}
          </a>
          <Tag tone="ok">{t.found(total)}</Tag>
        </li>
      ))}
    </ol>
  )
}

/** Which engine answered, how fast and when; and what to do when nothing fits. */
function EngineLine({ page: { state, result }, now }: SearchResultsProps) {
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
