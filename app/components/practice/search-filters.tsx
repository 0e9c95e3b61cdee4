import { countFilters, FILTERS, type SearchState, YEAR_GROUPS, yearsOf } from '#app/domain/practice/practice-query.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { searchText } from '#app/i18n/search.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { paths } from '#app/paths.ts'
import type { Facet, FacetValue } from '#search/engine.ts'
import { Button } from '../ui/button.tsx'
import { Pick } from '../ui/choice.tsx'
import { Fold } from '../ui/fold.tsx'

export type FacetCounts = Record<Facet, FacetValue[]>
export type PlaceNames = Readonly<Record<string, string>>

/** A value of a filter in words. */
export function filterLabel(lang: Lang, facet: Facet, value: string, places: PlaceNames): string {
  const words = vocabularyText(lang)
  const tables: Partial<Record<Facet, Readonly<Record<string, string>>>> = {
    life: words.lifeStatus,
    sector: words.sector,
    form: words.form,
    province: places,
    district: places,
    award: searchText(lang).award,
  }
  if (facet === 'year' && value.includes('-')) {
    const [from = '', to = ''] = value.split('-')
    return searchText(lang).years(from, to)
  }
  return tables[facet]?.[value] ?? value
}

/** Choices shown at once; the rest waits in a fold of its own. */
const SHOWN: Record<Facet, number> = {
  life: 7,
  sector: 7,
  province: 7,
  district: 10,
  group: 7,
  form: 3,
  maturity: 3,
  evidence: 5,
  cost: 5,
  award: 6,
  year: 5,
  sdg: 6,
  hub: 6,
}
const OPEN: readonly Facet[] = ['life', 'sector', 'province', 'district']

/** Everything that narrows the list, as one form: folded on phones, a side column on wide screens. */
export function SearchFilters({
  state,
  facets,
  places,
}: {
  state: SearchState
  facets: FacetCounts
  places: PlaceNames
}) {
  const t = searchText(useLang())
  return (
    <form action={paths.practices()} method="get">
      {state.q && <input type="hidden" name="q" value={state.q} />}
      {state.sort !== 'relevance' && <input type="hidden" name="sort" value={state.sort} />}
      <details className="filters open-wide">
        <summary>{t.filterResults(countFilters(state))}</summary>
        {FILTERS.map((facet) => (
          <FilterGroup
            key={facet}
            facet={facet}
            chosen={state.filters[facet]}
            choices={choicesOf(facet, state, facets)}
            places={places}
          />
        ))}
        <p className="mt-3 mb-3">
          <Button variant="quiet" wide>
            {t.apply}
          </Button>
        </p>
      </details>
    </form>
  )
}

/** What can be chosen: years by groups, districts of the chosen provinces only. A chosen value is always there. */
function choicesOf(facet: Facet, state: SearchState, facets: FacetCounts): FacetValue[] {
  const counted = facets[facet]
  if (facet === 'year') return yearChoices(state.filters.year, counted)
  if (facet !== 'district') return counted
  const provinces = state.filters.province
  const chosen = state.filters.district
  return counted.filter(({ value }) => provinces.includes(value.slice(0, 2)) || chosen.includes(value))
}

function yearChoices(chosen: readonly string[], counted: readonly FacetValue[]): FacetValue[] {
  const single = chosen.filter((value) => !value.includes('-'))
  return [...single, ...YEAR_GROUPS].map((value) => {
    const years = yearsOf(value)
    return { value, count: counted.reduce((sum, one) => sum + (years.includes(one.value) ? one.count : 0), 0) }
  })
}

function FilterGroup({
  facet,
  chosen,
  choices,
  places,
}: {
  facet: Facet
  chosen: readonly string[]
  choices: readonly FacetValue[]
  places: PlaceNames
}) {
  const lang = useLang()
  const t = searchText(lang)
  const offered = choices.filter(({ value, count }) => count > 0 || chosen.includes(value))
  if (offered.length === 0) return null
  const first = offered.filter(({ value }, index) => index < SHOWN[facet] || chosen.includes(value))
  const rest = offered.filter((choice) => !first.includes(choice))
  const row = ({ value, count }: FacetValue) => (
    <Pick
      key={value}
      name={facet}
      value={value}
      defaultChecked={chosen.includes(value)}
      label={filterLabel(lang, facet, value, places)}
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
