import { ageInWords, type DateLike, formatRupiahShort, lowerFirst } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { searchText } from '#app/i18n/search.ts'
import { searchPageText } from '#app/i18n/search-page.ts'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import type { PracticeHit, Sort } from '#search/engine.ts'

const FIELDS = 2
/** From this level on the evidence speaks for a practice. */
const TELLING_EVIDENCE = 3

type Reason = Pick<
  PracticeHit,
  'why' | 'adoptions' | 'lifeStatus' | 'lifeConfirmedOn' | 'evidence' | 'near' | 'costToStart'
>

/** Why a practice is shown, as one sentence: where the words are, who adopted it, how fresh and how well proven it is. */
export function whySentence(
  hit: Reason,
  { lang, now, sort }: { lang: Lang; now: DateLike; sort?: Sort },
): string | undefined {
  const t = searchPageText(lang)
  const sections = searchText(lang).section
  const { near, adoptions, lifeConfirmedOn, evidence, costToStart } = hit
  const parts = [
    hit.why.length > 0 && t.matched(hit.why.slice(0, FIELDS).map((field) => sections[field].toLowerCase())),
    near && t.near[near],
    sort === 'cheapest' && costToStart !== null && t.startsAt(formatRupiahShort(lang, costToStart)),
    adoptions > 0 && t.adoptedBy(adoptions),
    lifeConfirmedOn && hit.lifeStatus !== 'stopped' && t.confirmed(ageInWords(lang, lifeConfirmedOn, now)),
    evidence >= TELLING_EVIDENCE && lowerFirst(vocabularyText(lang).evidenceLevel[evidence]),
  ].filter((part) => typeof part === 'string')
  if (parts.length === 0) return undefined
  const sentence = parts.join(' · ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
