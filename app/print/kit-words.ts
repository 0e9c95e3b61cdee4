import type { AdoptionKit, CostLine } from '#db/practice-content.ts'
import type { Lang } from '../i18n/lang.ts'
import { kitText, regulationName } from '../i18n/practice-kit.ts'
import { practiceVocabulary } from '../i18n/practice-vocabulary.ts'

/* Rows of an adoption kit as lines of plain text. `undefined` where nobody has said anything. */

type Said = string | null | undefined | false

const lines = (...said: Said[]) => said.filter(Boolean).join('\n') || undefined
const joined = (...said: Said[]) => said.filter(Boolean).join(', ')

export function staffWords(lang: Lang, { staffing = [], staff }: AdoptionKit) {
  const t = kitText(lang)
  const { staffTime } = practiceVocabulary(lang)
  return lines(
    ...staffing.map(({ role, count, time, skill }) =>
      joined(role, count !== null && t.people(count), time && staffTime[time], skill),
    ),
    staff,
  )
}

export function legalWords(lang: Lang, { regulations = [], legalBasis }: AdoptionKit) {
  const t = kitText(lang)
  return lines(
    ...regulations.map((regulation) => {
      const { about, link } = regulation
      const name = regulationName(lang, regulation)
      return name && about ? `${name} ${t.about} ${about}` : name || about || link
    }),
    legalBasis,
  )
}

export function technologyWords(lang: Lang, { technologies = [], technology }: AdoptionKit) {
  const t = kitText(lang)
  const { technologyKind } = practiceVocabulary(lang)
  return lines(
    ...technologies.map(({ name, kind, openSource, shared }) =>
      joined(name, kind && technologyKind[kind], openSource && t.openSource, shared && t.shared),
    ),
    technology,
  )
}

export function licenceWords(lang: Lang, { licenceKind, licence }: AdoptionKit) {
  const kind = licenceKind && practiceVocabulary(lang).licence[licenceKind]
  return [kind, licence].filter(Boolean).join('. ') || undefined
}

export function prerequisiteWords(lang: Lang, { prerequisites, prerequisiteKinds }: AdoptionKit): string[] {
  const words = practiceVocabulary(lang).prerequisiteKind
  return prerequisites.map((text) => {
    const kind = prerequisiteKinds?.[text]
    return kind ? `${text} (${words[kind]})` : text
  })
}

export function pitfallWords(lang: Lang, { pitfalls, remedies }: AdoptionKit): string[] {
  return pitfalls.map((text) => {
    const remedy = remedies?.[text]
    return remedy ? `${text} ${kitText(lang).remedy} ${remedy}` : text
  })
}

export function scaleWords(lang: Lang, { scale, per }: CostLine): string | null {
  return [scale && practiceVocabulary(lang).costScale[scale], per].filter(Boolean).join(', ') || null
}
