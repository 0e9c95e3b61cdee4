import type { SearchPage } from '#app/domain/practice/search-practices.server.ts'
import { facetLabel } from '#app/i18n/facet-label.ts'
import { searchText } from '#app/i18n/search.ts'
import { searchPageText } from '#app/i18n/search-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import type { FacetValue } from '#search/engine.ts'
import { Pick } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'

const PROVINCES_SHOWN = 7
const DISTRICTS_SHOWN = 8
/** Names that a browser offers while somebody types; the server knows them all. */
const OFFERED = 40
/** Of more matches than these none is chosen from a list. */
const MOST_MATCHES = 12

const LIST = 'daftar-daerah'

/** Provinces, below each chosen one its districts, and a field that finds any district by its name. */
export function RegionFilter({ page }: { page: SearchPage }) {
  const lang = useLang()
  const t = searchText(lang)
  const { state, result, names, asked } = page
  const { province, district } = state.filters
  const isChosen = ({ value }: FacetValue) =>
    province.includes(value) || district.some((code) => code.startsWith(`${value}.`))
  const counted = result.facets.province.filter((one) => one.count > 0 || isChosen(one))
  // A district may be all that is chosen, and nothing found of it.
  const missing = [...new Set(district.map((code) => code.slice(0, 2)))].filter(
    (code) => !counted.some(({ value }) => value === code),
  )
  const offered = [...counted, ...missing.map((value) => ({ value, count: 0 }))]
  const first = offered.filter((one, index) => index < PROVINCES_SHOWN || isChosen(one))
  const rest = offered.filter((one) => !first.includes(one))
  const row = (one: FacetValue) => (
    <div key={one.value}>
      <Pick
        name="province"
        value={one.value}
        defaultChecked={province.includes(one.value)}
        label={facetLabel(lang, 'province', one.value, names)}
        count={one.count}
      />
      {isChosen(one) && <Districts province={one.value} page={page} />}
    </div>
  )
  return (
    <Fold summary={t.facet.province} open>
      <fieldset>
        <legend className="vh">{t.facet.province}</legend>
        {first.map(row)}
        {rest.length > 0 && (
          <Fold summary={<span className="norm">{t.others(rest.length)}</span>}>{rest.map(row)}</Fold>
        )}
      </fieldset>
      <DistrictField asked={asked} offered={result.facets.district} names={names} />
    </Fold>
  )
}

function Districts({ province, page: { state, result, names } }: { province: string; page: SearchPage }) {
  const lang = useLang()
  const chosen = state.filters.district
  const own = result.facets.district.filter(
    ({ value, count }) => value.startsWith(`${province}.`) && (count > 0 || chosen.includes(value)),
  )
  if (own.length === 0) return null
  const first = own.filter(({ value }, index) => index < DISTRICTS_SHOWN || chosen.includes(value))
  const rest = own.filter((one) => !first.includes(one))
  const row = ({ value, count }: FacetValue) => (
    <Pick
      key={value}
      name="district"
      value={value}
      defaultChecked={chosen.includes(value)}
      label={facetLabel(lang, 'district', value, names)}
      count={count}
    />
  )
  return (
    <fieldset className="reply">
      <legend className="vh">{searchPageText(lang).districtsOf(names[province] ?? province)}</legend>
      {first.map(row)}
      {rest.length > 0 && (
        <Fold summary={<span className="norm">{searchText(lang).others(rest.length)}</span>}>{rest.map(row)}</Fold>
      )}
    </fieldset>
  )
}

/** Finds one of the districts by its name; what it may mean stands below it. */
function DistrictField({
  asked,
  offered,
  names,
}: {
  asked: SearchPage['asked']
  offered: readonly FacetValue[]
  names: SearchPage['names']
}) {
  const t = searchPageText(useLang())
  return (
    <div className="stack-s">
      <Field
        name="district_name"
        label={t.findDistrict}
        hint={t.findDistrictHint}
        errors={asked && [problemOf(t, asked)]}
        defaultValue={asked?.typed}
        list={LIST}
        autoComplete="off"
        maxLength={60}
        autoFocus={asked !== undefined}
        small
      />
      <datalist id={LIST}>
        {offered.slice(0, OFFERED).map(({ value }) => (
          <option key={value} value={names[value]} />
        ))}
      </datalist>
      {asked && asked.matches.length <= MOST_MATCHES && (
        <div>
          {asked.matches.map(({ code, name }) => (
            <Pick key={code} name="district" value={code} label={name} />
          ))}
        </div>
      )}
    </div>
  )
}

function problemOf(t: ReturnType<typeof searchPageText>, { typed, matches }: NonNullable<SearchPage['asked']>) {
  if (matches.length === 0) return t.districtUnknown(typed)
  return matches.length > MOST_MATCHES
    ? t.districtTooMany(typed, matches.length)
    : t.districtMany(typed, matches.length)
}
