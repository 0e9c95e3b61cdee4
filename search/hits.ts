import type { Language } from '#db/vocabulary.ts'
import type { Highlight, MatchField, PracticeHit } from './engine.ts'
import { type PracticeDocument, type SearchableText, textsOf } from './indexes/practices.ts'
import { phrasesOf } from './language/concepts.ts'
import { countAnswered, type Matcher, marksIn, segmentsOf, snippetOf } from './language/highlight.ts'
import type { Understanding } from './language/understand.ts'
import { type IndexWord, indexWords } from './language/words.ts'

/** The words of an understood query as they are looked for in a text: stems, and the phrases of the concepts meant. */
export function matcherOf({ terms }: Understanding): Matcher {
  const stems = new Map<string, number>()
  const phrases: { stems: string[]; no: number }[] = []
  terms.forEach(({ forms }, no) => {
    for (const { term } of forms) {
      const meant = phrasesOf(term)
      for (const phrase of meant.length > 0 ? meant : [[term]]) {
        const [only] = phrase
        if (phrase.length > 1) phrases.push({ stems: phrase, no })
        else if (only !== undefined && !stems.has(only)) stems.set(only, no)
      }
    }
  })
  return { stems, phrases }
}

/** A document as a hit: what a list shows, where the words were found, and the text around them. */
export function toHit(
  document: PracticeDocument,
  { score, lang, near, matcher }: { score: number; lang: Language; near: string | null; matcher: Matcher | null },
): PracticeHit {
  const found = matcher ? placesOf(document, matcher) : []
  return {
    practiceId: document.practiceId,
    publicId: document.publicId,
    brand: document.brand,
    title: document.title,
    tagline: document.tagline,
    summary: document.story.summary,
    agency: document.agency,
    unit: document.unit,
    region: document.region,
    regionCode: document.regionCode,
    province: document.province,
    provinceCode: document.provinceCode,
    country: document.country,
    sector: document.sector,
    form: document.form,
    startYear: document.startYear,
    awards: document.awards,
    isDemo: document.isDemo,
    lifeStatus: document.lifeStatus,
    lifeConfirmedOn: document.lifeConfirmedOn,
    maturity: document.maturity,
    groups: document.groups,
    evidence: document.evidence,
    costToStart: document.costToStart,
    hub: document.hub,
    adoptions: document.adoptions,
    score,
    highlights: highlightsOf(found, lang),
    why: [...new Set(found.map(({ field }) => field))],
    near: nearnessOf(document, near),
    pinned: null,
  }
}

function nearnessOf({ regionCode, provinceCode }: PracticeDocument, near: string | null): PracticeHit['near'] {
  if (near === null || provinceCode !== near.slice(0, 2)) return null
  return regionCode === near && near.length > 2 ? 'district' : 'province'
}

type Place = SearchableText & { marks: ReturnType<typeof marksIn>; answered: number }

function placesOf(document: PracticeDocument, matcher: Matcher): Place[] {
  const { texts, places } = wordedTextsOf(document)
  const candidates: (number[] | undefined)[] = []
  for (const root of beginningsOf(matcher)) {
    for (const { text, word } of places.get(root) ?? []) {
      candidates[text] ??= []
      candidates[text].push(word)
    }
  }
  return texts.flatMap(({ text, words }, no) => {
    if (!candidates[no]) return []
    const marks = marksIn(words, matcher, candidates[no])
    return marks.length > 0 ? [{ ...text, marks, answered: countAnswered(marks) }] : []
  })
}

const beginningsOf = ({ stems, phrases }: Matcher) =>
  new Set([...stems.keys(), ...phrases.flatMap((phrase) => phrase.stems.slice(0, 1))])

type WordedTexts = {
  texts: { text: SearchableText; words: IndexWord[] }[]
  /** Where each stem stands: the number of the text, and of the word in it. */
  places: ReadonlyMap<string, { text: number; word: number }[]>
}

/** The same documents are found again and again: their texts are taken apart once. */
const worded = new WeakMap<PracticeDocument, WordedTexts>()

function wordedTextsOf(document: PracticeDocument): WordedTexts {
  const known = worded.get(document)
  if (known) return known
  const texts = textsOf(document).map((text) => ({ text, words: indexWords(text.text) }))
  const places = new Map<string, { text: number; word: number }[]>()
  texts.forEach(({ words }, text) => {
    words.forEach(({ stem }, word) => {
      const list = places.get(stem) ?? []
      places.set(stem, list)
      list.push({ text, word })
    })
  })
  const made = { texts, places }
  worded.set(document, made)
  return made
}

/** Shown whole, because a list shows them anyway. */
const WHOLE: readonly MatchField[] = ['brand', 'title', 'tagline']

/** Names with their marks, and the one passage that answers most words, in the reader's language where it can be. */
function highlightsOf(found: readonly Place[], lang: Language): Highlight[] {
  const readable = (place: Place) => place.lang === null || place.lang === lang
  const highlights: Highlight[] = []
  for (const field of WHOLE) {
    const places = found.filter((place) => place.field === field)
    const place = places.find(readable) ?? places[0]
    if (place) highlights.push({ field, lang: place.lang, text: segmentsOf(place.text, place.marks) })
  }
  const passages = found.filter(({ field }) => !WHOLE.includes(field) && field !== 'terms')
  const rank = (place: Place) => place.answered + (readable(place) ? 0.5 : 0) - (isName(place.field) ? 0.75 : 0)
  const best = passages.reduce<Place | undefined>((a, b) => (a && rank(a) >= rank(b) ? a : b), undefined)
  if (best) highlights.push({ field: best.field, lang: best.lang, text: snippetOf(best.text, best.marks) })
  return highlights
}

/** A passage of the story tells more than a key word or the name of an agency. */
const isName = (field: MatchField) => ['subjects', 'agency', 'region', 'topics'].includes(field)
