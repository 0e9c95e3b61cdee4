import {
  countFilters,
  FILTERS,
  pageOf,
  type SearchState,
  searchParams,
  withoutFilters,
  YEAR_GROUPS,
  yearsOf,
} from '#app/domain/practice/practice-query.ts'
import type { SearchPage } from '#app/domain/practice/search-practices.server.ts'
import { type FacetNames, facetLabel } from '#app/i18n/facet-label.ts'
import { searchText } from '#app/i18n/search.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import { FRESHNESS } from '#db/vocabulary.ts'
import type { Facet, FacetValue } from '#search/engine.ts'
import { Button } from '../ui/button.tsx'
import { Pick } from '../ui/choice.tsx'
import { Fold } from '../ui/fold.tsx'
import { RegionFilter } from './region-filter.tsx'

/** Choices shown at once; the rest waits in a fold of its own. */
const SHOWN: Partial<Record<Facet, number>> = { sdg: 17, life: 7, sector: 7, group: 7 }
const SHOWN_ELSE = 6
const OPEN: readonly Facet[] = ['life', 'sector']

/** Everything that narrows the list, as one form: folded on phones, a side column on wide screens. */
export function SearchFilters({ page }: { page: SearchPage }) {
  const t = searchText(useLang())
  const { state, result, names } = page
  return (
    <form action={paths.practices()} method="get" id="saring">
      <KeptParams state={withoutFilters(state)} />
      <details className="filters open-wide" open={page.asked !== undefined}>
        <summary>{t.filterResults(countFilters(state))}</summary>
        {FILTERS.map((facet) => {
          if (facet === 'province') return <RegionFilter key={facet} page={page} />
          if (facet === 'district') return null
          const counted = result.facets[facet]
          return (
            <FilterGroup
              key={facet}
              facet={facet}
              chosen={state.filters[facet]}
              choices={facet === 'year' ? yearChoices(state.filters.year, counted) : counted}
              names={names}
            />
          )
        })}
        <p className="mt-3 mb-3">
          <Button variant="quiet" wide>
            {t.apply}
          </Button>
        </p>
      </details>
    </form>
  )
}

/** The rest of a search inside a form that changes one part of it. */
export function KeptParams({ state }: { state: SearchState }) {
  return [...searchParams(pageOf(state, 1))].map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}

function yearChoices(chosen: readonly string[], counted: readonly FacetValue[]): FacetValue[] {
  const single = chosen.filter((value) => !value.includes('-'))
  return [...single, ...YEAR_GROUPS].map((value) => {
    const years = yearsOf(value)
    return { value, count: counted.reduce((sum, one) => sum + (years.includes(one.value) ? one.count : 0), 0) }
  })
}

/** Orders that mean something by themselves are kept; the rest comes by its counts. */
const AGES: readonly string[] = FRESHNESS
const IN_ORDER: readonly Facet[] = ['evidence', 'sdg', 'maturity', 'launch']

function FilterGroup({
  facet,
  chosen,
  choices,
  names,
}: {
  facet: Facet
  chosen: readonly string[]
  choices: readonly FacetValue[]
  names: FacetNames
}) {
  const lang = useLang()
  const t = searchText(lang)
  const offered = choices.filter(({ value, count }) => count > 0 || chosen.includes(value))
  if (offered.length === 0) return null
  if (facet === 'age') offered.sort((a, b) => AGES.indexOf(a.value) - AGES.indexOf(b.value))
  if (IN_ORDER.includes(facet)) offered.sort((a, b) => Number(a.value) - Number(b.value) || 0)
  const first = offered.filter(({ value }, index) => index < (SHOWN[facet] ?? SHOWN_ELSE) || chosen.includes(value))
  const rest = offered.filter((choice) => !first.includes(choice))
  const row = ({ value, count }: FacetValue) => (
    <Pick
      key={value}
      name={facet}
      value={value}
      defaultChecked={chosen.includes(value)}
      label={facetLabel(lang, facet, value, names)}
      count={count}
    />
  )
  return (
    <Fold summary={t.facet[facet]} open={OPEN.includes(facet) || chosen.length > 0}>
      <fieldset>
        <legend className="vh">{t.facet[facet]}</legend>
        {first.map(row)}
        {rest.length > 0 && (
          <Fold summary={<span className="norm">{t.others(rest.length)}</span>}>{rest.map(row)}</Fold>
        )}
      </fieldset>
    </Fold>
  )
}
