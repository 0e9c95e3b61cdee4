import type { ReactNode } from 'react'
import { type SearchState, searchParams } from '#app/domain/practice/practice-query.ts'
import { withOnlyPlaces, withoutPart, withPart } from '#app/domain/practice/understood-moves.ts'
import { formatList } from '#app/i18n/format.ts'
import { searchPageText } from '#app/i18n/search-page.ts'
import { useLang } from '#app/i18n/use-text.tsx'
import { paths } from '#app/paths.ts'
import type { Understood as Understanding } from '#search/engine.ts'

/** Other words that are named; the rest would only fill the screen of a phone. */
const NAMED = 5

/** What the search made of the words; everything can be taken back and put back. */
export function Understood({ state, understood }: { state: SearchState; understood: Understanding }) {
  const lang = useLang()
  const t = searchPageText(lang)
  const { corrected, places, left, unknown } = understood
  const also = understood.also.filter((word) => !corrected.some((one) => one.to === word))
  const to = (next: SearchState, label: ReactNode) => (
    <>
      {' · '}
      <a href={paths.practices(searchParams(next))} rel="nofollow">
        {label}
      </a>
    </>
  )
  const lines: ReactNode[] = []
  if (corrected.length > 0) {
    const mended = new Map(corrected.map(({ from, to: word }) => [from, word]))
    lines.push(
      <>
        {t.corrected([...mended.values()], [...mended.keys()])}
        {to(withoutPart(state, 'spelling'), t.without.spelling)}
      </>,
    )
  }
  if (also.length > 0) {
    lines.push(
      <>
        {t.also(also.slice(0, NAMED))}
        {to(withoutPart(state, 'synonyms'), t.without.synonyms)}
      </>,
    )
  }
  if (places.length > 0) {
    const names = formatList(lang, [...new Set(places.map(({ name }) => name))])
    lines.push(
      <>
        {t.placesFirst(names)}
        {to(withOnlyPlaces(state, places), t.onlyFrom(names))}
        {to(withoutPart(state, 'places'), t.without.places)}
      </>,
    )
  }
  if (unknown.length > 0) lines.push(t.unknown(unknown.slice(0, NAMED)))
  if (left.length > 0) lines.push(t.left(left))
  for (const part of state.without) {
    lines.push(
      <>
        {t.takenBack[part]}
        {to(withPart(state, part), t.putBack[part])}
      </>,
    )
  }
  if (lines.length === 0) return null
  return (
    <ul className="small dim stack-s">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <li key={index}>{line}</li>
      ))}
    </ul>
  )
}
