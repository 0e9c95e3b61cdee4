import type { Bilingual } from '#db/practice-content.ts'
import { LANGUAGES, type Language } from '#db/vocabulary.ts'
import { type Concept, conceptsIn } from '#search/language/concepts.ts'
import { VOCABULARY } from '#search/language/glossary.ts'
import { isCommonWord } from '#search/language/stop-words.ts'
import { type IndexWord, indexWords, phraseStems } from '#search/language/words.ts'
import {
  SUGGESTION_SOURCES,
  type SuggestedTerm,
  type SuggestionSource,
  TERM_LIMITS,
  type TermSuggestions,
  type Terms,
  termKey,
} from './terms.ts'

/** Words that were searched, as the demand report counts them. */
export type SearchedWords = {
  words: string
  language: Language
  searches: number
  withoutHit: number
  opened: number
}

export type TermSources = {
  /** What is written of it, most telling first. */
  title: Bilingual
  subjects: Terms
  tagline: Bilingual
  summary: Bilingual
  /** The list that is being filled. */
  given: Terms
  /** Whether words that its text has are suggested too: yes for subject terms, for search terms they are found anyway. */
  fromText: boolean
  /** Subject terms of practices that resemble it, the nearest first. */
  similar: readonly Terms[]
  searched: readonly SearchedWords[]
}

/** Suggestions from one source in one language. */
const MOST = 12
/** Words that were searched less often are shown to nobody. */
const LEAST_SEARCHES = 5

/** How much a concept says about a practice, by where its words stand. */
const WEIGHTS = { title: 4, subjects: 3, tagline: 2, summary: 1 } as const
/** Neighbours of a topic say less than words for the same; a phrase is surer than a word. */
const NEAR = 0.3
const PHRASE = 1.3
/** A word of which the same text in the other language knows nothing may mean something else (`delivery`). */
const DOUBT = 0.4
/** What stands in the summary alone, in one language of two, or is a neighbour only, is too little. */
const LEAST_SCORE = 1
/** The words of one concept do not fill the list. */
const FADING = 0.8

/** A term as the search reads it: two terms with the same stems find the same. */
const stemsOf = (term: string) => phraseStems(term).join(' ') || termKey(term)

/** The words of a text without the joined forms. */
const wordsOf = (text: string) => indexWords(text).filter((word) => !word.isJoined)

type Scored = SuggestedTerm & { key: string; score: number }

/**
 * Terms that a practice does not have and by which people may look for it: what was searched in vain or left, other
 * words of the concepts it is about, and what similar practices have. Most telling first, each term once in a language.
 */
export function suggestTerms(sources: TermSources): TermSuggestions {
  const own = ownWords(sources)
  const candidates: Record<SuggestionSource, Record<Language, Scored[]>> = {
    searched: searchedTerms(sources.searched, own),
    glossary: glossaryTerms(own),
    similar: similarTerms(sources.similar),
  }
  return byLanguage((lang) => {
    const isOwn = ownTerms(sources, lang)
    const taken = new Set<string>()
    const from = (source: SuggestionSource): SuggestedTerm[] => {
      const best = candidates[source][lang].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1))
      const chosen: SuggestedTerm[] = []
      for (const { key, term, count } of best) {
        if (chosen.length === MOST) break
        if (taken.has(key) || isOwn(key) || !isTelling(term)) continue
        taken.add(key)
        chosen.push({ term, count })
      }
      return chosen
    }
    return { searched: from('searched'), glossary: from('glossary'), similar: from('similar') }
  })
}

/** The first suggestions of all sources in turn, as many as one source gives at most. */
export function firstSuggestions(suggestions: TermSuggestions): Terms {
  return byLanguage((lang) => {
    const turns = Array.from({ length: MOST }, (_, turn) =>
      SUGGESTION_SOURCES.flatMap((source) => suggestions[lang][source][turn]?.term ?? []),
    )
    return turns.flat().slice(0, MOST)
  })
}

const byLanguage = <T>(of: (lang: Language) => T) =>
  Object.fromEntries(LANGUAGES.map((lang) => [lang, of(lang)])) as Record<Language, T>

/** Short enough to be stored, and more than words that every practice could have. */
const isTelling = (term: string) =>
  term.length >= TERM_LIMITS.shortest &&
  term.length <= TERM_LIMITS.longest &&
  wordsOf(term).some(({ word }) => !isCommonWord(word))

/** Whether the practice has a term already, as the search reads it. */
function ownTerms({ given, fromText, ...text }: TermSources, lang: Language): (key: string) => boolean {
  const keys = new Set(given[lang].map(stemsOf))
  if (fromText) return (key) => keys.has(key)
  const parts = [text.title[lang], text.tagline[lang], text.summary[lang], ...text.subjects[lang], ...given[lang]]
  const texts = parts.map((part) => ` ${stemsOf(part ?? '')} `)
  return (key) => texts.some((stems) => stems.includes(` ${key} `))
}

type OwnWords = {
  stems: ReadonlySet<string>
  /** Concepts it is about, with how much they say. */
  concepts: ReadonlyMap<string, { terms: readonly string[]; isSame: boolean; score: number }>
}

function ownWords({ title, subjects, tagline, summary, given }: TermSources): OwnWords {
  const stems = new Set<string>()
  const concepts = new Map<string, { terms: readonly string[]; isSame: boolean; score: number }>()
  const fields: [number, Terms][] = [
    [WEIGHTS.title, textsOf(title)],
    [WEIGHTS.subjects, byLanguage((lang) => [...subjects[lang], ...given[lang]])],
    [WEIGHTS.tagline, textsOf(tagline)],
    [WEIGHTS.summary, textsOf(summary)],
  ]
  for (const [weight, texts] of fields) {
    const found = new Map<string, { concept: Concept; length: number; languages: Set<Language> }>()
    for (const lang of LANGUAGES) {
      for (const words of texts[lang].map(wordsOf)) {
        for (const { word, stem } of words) if (!isCommonWord(word)) stems.add(stem)
        for (const { concept, length } of tellingConcepts(words)) {
          const known = found.get(concept.token)
          const languages = new Set([...(known?.languages ?? []), lang])
          found.set(concept.token, { concept, languages, length: Math.max(length, known?.length ?? 0) })
        }
      }
    }
    const written = LANGUAGES.filter((lang) => texts[lang].length > 0).length
    for (const { concept, length, languages } of found.values()) {
      const isSame = concept.relation === 'same'
      const doubt = languages.size < written ? DOUBT : 1
      const score = weight * (isSame ? 1 : NEAR) * (length > 1 ? PHRASE : 1) * doubt
      const before = concepts.get(concept.token)?.score ?? 0
      concepts.set(concept.token, { terms: concept.terms, isSame, score: before + score })
    }
  }
  return { stems, concepts }
}

const textsOf = (text: Bilingual): Terms => byLanguage((lang) => (text[lang] ? [text[lang]] : []))

/** The concepts of some words, without those of words that every practice could have. */
function tellingConcepts(words: readonly IndexWord[]) {
  return conceptsIn(words.map(({ stem }) => stem)).filter(({ start, length }) =>
    words.slice(start, start + length).some(({ word }) => !isCommonWord(word)),
  )
}

/** The languages in which the vocabulary has a term. */
const languagesOf = new Map<string, Set<Language>>()
/** The same for the words of its terms. */
const languagesOfWord = new Map<string, Set<Language>>()
for (const { terms, english } of VOCABULARY) {
  for (const [lang, list] of [['id', terms] as const, ['en', english] as const]) {
    for (const term of list) {
      languagesOf.set(term, new Set([...(languagesOf.get(term) ?? []), lang]))
      for (const { word } of wordsOf(term)) {
        languagesOfWord.set(word, new Set([...(languagesOfWord.get(word) ?? []), lang]))
      }
    }
  }
}

function glossaryTerms({ concepts }: OwnWords): Record<Language, Scored[]> {
  return byLanguage((lang) => {
    const found = new Map<string, Scored>()
    for (const { terms, score } of concepts.values()) {
      if (score < LEAST_SCORE) continue
      let fading = 1
      for (const term of terms) {
        if (!languagesOf.get(term)?.has(lang)) continue
        const key = stemsOf(term)
        const value = score * fading
        fading *= FADING
        if ((found.get(key)?.score ?? 0) < value) found.set(key, { key, term, count: null, score: value })
      }
    }
    return [...found.values()]
  })
}

function similarTerms(similar: readonly Terms[]): Record<Language, Scored[]> {
  return byLanguage((lang) => {
    const found = new Map<string, Scored & { count: number }>()
    similar.forEach((terms, rank) => {
      for (const [key, term] of new Map(terms[lang].map((term) => [stemsOf(term), term]))) {
        const known = found.get(key) ?? { key, term, count: 0, score: 0 }
        found.set(key, { ...known, count: known.count + 1, score: known.score + 1 / (rank + 2) })
      }
    })
    return [...found.values()]
  })
}

/** Searches that this practice might have answered: at least half of their words say something about it. */
function searchedTerms(searched: readonly SearchedWords[], own: OwnWords): Record<Language, Scored[]> {
  const found = byLanguage((): Scored[] => [])
  for (const { words: term, language, searches, withoutHit, opened } of searched) {
    const inVain = withoutHit + Math.max(0, searches - opened)
    if (searches < LEAST_SEARCHES || inVain === 0) continue
    const words = wordsOf(term)
    const telling = words.filter(({ word }) => !isCommonWord(word))
    const about = new Set(words.filter(({ stem }) => own.stems.has(stem)))
    for (const { concept, start, length } of tellingConcepts(words)) {
      if (!own.concepts.get(concept.token)?.isSame) continue
      for (const word of words.slice(start, start + length)) about.add(word)
    }
    const share = telling.filter((word) => about.has(word)).length / telling.length
    if (!(share >= 0.5)) continue
    const lang = languageOf(words, language)
    found[lang].push({ key: stemsOf(term), term, count: searches, score: inVain * share ** 2 })
  }
  return found
}

/** The language of searched words: that of the vocabulary's words among them, else that of the page they were typed on. */
function languageOf(words: readonly IndexWord[], otherwise: Language): Language {
  const count = (lang: Language) =>
    words.filter(({ word }) => {
      const languages = languagesOfWord.get(word)
      return languages?.size === 1 && languages.has(lang)
    }).length
  const [id, en] = [count('id'), count('en')]
  return id === en ? otherwise : id > en ? 'id' : 'en'
}
