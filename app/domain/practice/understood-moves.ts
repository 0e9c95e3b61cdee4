import type { PlaceMention } from '#search/language/places.ts'
import type { UnderstandingPart } from '#search/language/understand.ts'
import { pageOf, type SearchState } from './practice-query.ts'

/** The same words without one part of what was understood, from the first page. */
export const withoutPart = (state: SearchState, part: UnderstandingPart): SearchState => ({
  ...pageOf(state, 1),
  without: [...new Set([...state.without, part])],
})

/** That part put back. */
export const withPart = (state: SearchState, part: UnderstandingPart): SearchState => ({
  ...pageOf(state, 1),
  without: state.without.filter((one) => one !== part),
})

/** The places that the words name become filters, and leave the words. */
export function withOnlyPlaces(state: SearchState, places: readonly PlaceMention[]): SearchState {
  const codes = places.flatMap((place) => place.codes)
  const province = codes.filter((code) => code.length === 2)
  const district = codes.filter((code) => code.length > 2)
  const all = (chosen: string[], more: string[]) => [...new Set([...chosen, ...more])]
  return {
    ...pageOf(state, 1),
    q: places.reduce((q, { typed }) => withoutPlace(q, typed), state.q),
    filters: {
      ...state.filters,
      province: all(state.filters.province, province),
      district: all(state.filters.district, district),
    },
  }
}

/** Takes a place, and the little word before it, out of a text. */
function withoutPlace(q: string, typed: string): string {
  const words = typed.split(' ').map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''))
  const place = new RegExp(
    `(?:(?<![\\p{L}\\p{N}])(?:di|dari|in|from)\\s+)?(?<![\\p{L}\\p{N}])${words.join('[^\\p{L}\\p{N}]+')}(?![\\p{L}\\p{N}])`,
    'iu',
  )
  return q
    .replace(place, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;.:]+|[\s,;:]+$/g, '')
}
