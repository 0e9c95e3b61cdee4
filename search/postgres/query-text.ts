import type { SearchForm, SearchText } from '#db/queries/search.server.ts'
import type { Posting } from '../indexes/practice-words.ts'
import type { Form, Understanding } from '../language/understand.ts'

/** Limits of PostgreSQL: places beyond the last are all the last, and a word has at most 256. */
const LAST_POSITION = 16_383
const MAX_POSITIONS = 256

const quoted = (stem: string) => `'${stem}'`

/** The text of a `tsvector`; stems are letters and digits, so quoting cannot be broken. */
export function vectorText(postings: readonly Posting[]): string {
  const places = new Map<string, string[]>()
  for (const { stem, position, weight } of postings) {
    const list = places.get(stem) ?? []
    if (list.length < MAX_POSITIONS) list.push(`${Math.min(position, LAST_POSITION)}${weight === 'D' ? '' : weight}`)
    places.set(stem, list)
  }
  return [...places].map(([stem, list]) => `${quoted(stem)}:${list.join(',')}`).join(' ')
}

/** The text of a `tsquery` for stems that stand next to each other. */
const queryText = ({ stems }: Form) => stems.map(quoted).join(' <-> ')

/** Two words of the query side by side tell more than the same two words apart. */
const PAIR_GAIN = 0.35
/** Numbers of pairs start here: they earn, but no word is missing without them. */
const FIRST_PAIR = 1_000

/** Weighted matches of an understood query; `null` when none of its words can be found. */
export function searchText({ terms, required, named }: Understanding): SearchText | null {
  const forms: SearchForm[] = []
  terms.forEach((term, index) => {
    for (const form of term.forms) {
      const worth = term.weight * form.weight
      forms.push({ no: index + 1, query: queryText(form), gain: worth, cover: worth, share: term.share })
    }
    const next = terms[index + 1]
    const [own, following] = [term.forms[0], next?.forms[0]]
    if (next && own && following) {
      const pair = { stems: [...own.stems, ...following.stems], weight: 1 }
      const gain = (PAIR_GAIN * (term.weight + next.weight)) / 2
      forms.push({ no: FIRST_PAIR + index, query: queryText(pair), gain, cover: 0, share: 0 })
    }
  })
  if (forms.length === 0 && named.length === 0) return null
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1
  return { forms, total, required, named: named.map(({ practiceId, similarity }) => ({ id: practiceId, similarity })) }
}
