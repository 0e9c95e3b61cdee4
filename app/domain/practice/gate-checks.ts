import { type Language, WORD_CAPS } from '#db/vocabulary.ts'
import { hasIdNumber } from '../shared/personal-data.ts'
import { splitBrand } from './bilingual.ts'
import { acronymUses, sentencesOf } from './plain-language.ts'
import type { FormEntries, FormValues } from './section-form.ts'
import { countWords, isStorySection, type Section } from './sections.ts'

/* What the rows of gate.ts look for. A check reads the fields of one section as its form holds them. */

/** Acronyms that were used in earlier sections, by language. */
export type Seen = Readonly<Record<Language, ReadonlySet<string>>>

export type Where = {
  section: Section
  entries: FormEntries
  values: FormValues
  seen: Seen
  /** Known to every reader, and the words of the brand itself. */
  known: ReadonlySet<string>
  thinShare: number
}

/** Where something was found: the field, unless the rule names it, and what the sentence is to mention. */
export type Hit = { field?: string; args?: readonly (string | number)[] }

export type Check = (where: Where, field: string) => Hit[]

const found = (is: boolean, ...args: (string | number)[]): Hit[] => (is ? [{ args }] : [])
const isBlank = (value: string) => value.trim() === ''

/** Nothing is written in the field. */
export const blank: Check = ({ values }, field) => found(isBlank(values.one(field)))

/** None of these questions is answered, be it by a field or by a row. */
export const unanswered =
  (fields: readonly string[]): Check =>
  ({ values }) =>
    found(fields.every((field) => values.all(field).every(isBlank) && filledRows(values, field).length === 0))

/** The title says no more than the brand does. */
export const onlyBrand: Check = ({ values }, field) => {
  const [title, brand] = [letters(values.one(field)), values.one('brand')]
  return found(title !== '' && [brand, splitBrand(brand).name].some((name) => letters(name) === title))
}

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

export const fewerWords =
  (least: number): Check =>
  ({ values }, field) => {
    const count = countWords(values.one(field))
    return found(count > 0 && count < least, least)
  }

/** Acronyms in the field, spelled out or not. */
export const acronyms: Check = ({ values, known }, field) =>
  acronymUses(values.one(field), languageOf(field))
    .filter(({ word }) => !known.has(word))
    .map(({ word }) => ({ args: [word] }))

const PRIVATE_MAILBOX = /@(gmail|yahoo|ymail|hotmail|outlook|live|icloud|proton(mail)?)\.[a-z.]+$/i

export const privateMailbox: Check = ({ values }, field) => found(PRIVATE_MAILBOX.test(values.one(field).trim()))

/** A person is named who has not agreed. */
export const consent: Check = ({ values }) =>
  filledRows(values, 'innovators')
    .filter((row) => isBlank(values.one(`innovators[${row}].consent`)))
    .map((row) => ({ field: `innovators[${row}].consent` }))

/** Less than a section of this length ought to say. */
export const thin: Check = ({ section, values, thinShare }, field) => {
  if (!isStorySection(section) || section === 'replicated') return []
  const count = countWords(values.one(field))
  const least = Math.ceil(WORD_CAPS[section] * thinShare)
  return found(count > 0 && count < least, count, least)
}

/** More words than the competition form takes. */
export const overCap: Check = ({ section, values }, field) => {
  if (!isStorySection(section)) return []
  const [count, cap] = [countWords(values.one(field)), WORD_CAPS[section]]
  return found(count > cap, cap, count)
}

const isFigure = (values: FormValues, row: number) =>
  !isBlank(values.one(`results[${row}].indicator`)) && !isBlank(values.one(`results[${row}].result`))

const hasFigures = (values: FormValues) => values.rows('results').some((row) => isFigure(values, row))

/** No figure, and no word why there is none. */
export const noResults: Check = ({ values }) => found(!hasFigures(values) && isBlank(values.one('noResultsReason')))

/** No figure, but a word why there is none. */
export const resultsLater: Check = ({ values }) => found(!hasFigures(values) && !isBlank(values.one('noResultsReason')))

/** A row of a list in which none of these columns is filled, although others are. */
export const rowLacks =
  (list: string, ...columns: string[]): Check =>
  ({ values }) =>
    filledRows(values, list)
      .filter((row) => columns.every((column) => isBlank(values.one(`${list}[${row}].${column}`))))
      .map((row) => ({ field: `${list}[${row}].${columns[0]}`, args: [values.rows(list).indexOf(row) + 1] }))

/** The rows in which something is written; a choice alone is nothing. */
function filledRows(values: FormValues, list: string): number[] {
  return values.rows(list).filter((row) => !isBlank(values.row(list, row)))
}

/** A figure of which nobody can tell when it was measured. */
export const undated: Check = ({ values }) =>
  values
    .rows('results')
    .filter((row) => isFigure(values, row))
    .filter((row) => {
      const cell = (column: string) => values.one(`results[${row}].${column}`)
      const dated = ['baselineOn', 'resultOn', 'period'].some((column) => !isBlank(cell(column)))
      return !dated && !/\b(19|20)\d{2}\b/.test(`${cell('baseline')} ${cell('result')}`)
    })
    .map((row) => ({ field: `results[${row}].resultOn`, args: [values.rows('results').indexOf(row) + 1] }))

/** Parts are named, and none of them is what carries the result. */
export const noCorePart: Check = ({ values }) => {
  const parts = filledRows(values, 'parts')
  return found(parts.length > 0 && !parts.some((row) => values.one(`parts[${row}].kind`) === 'core'))
}

const PROSE = /^(tagline|text|problem|approach)\.(id|en)$|^noResultsReason$/

const languageOf = (field: string): Language => (field.endsWith('.en') ? 'en' : 'id')

/** Fields of running text with what is written in them. */
export const proseOf = (entries: FormEntries) =>
  entries.flatMap(([field, text]) => (PROSE.test(field) ? [{ field, text, lang: languageOf(field) }] : []))

export const longSentences =
  (most: number): Check =>
  ({ entries }) =>
    proseOf(entries).flatMap(({ field, text }) =>
      sentencesOf(text)
        .map((sentence) => ({ sentence, count: countWords(sentence) }))
        .filter(({ count }) => count > most)
        .map(({ sentence, count }) => ({ field, args: [count, `${sentence.split(/\s+/).slice(0, 6).join(' ')} …`] })),
    )

/** Acronyms that are not spelled out where the text uses them first. */
export const unexplainedAcronyms: Check = ({ entries, seen, known }) => {
  const used = { id: new Set(seen.id), en: new Set(seen.en) }
  return proseOf(entries).flatMap(({ field, text, lang }) =>
    acronymUses(text, lang).flatMap(({ word, spelledOut }) => {
      const first = !used[lang].has(word)
      used[lang].add(word)
      return first && !spelledOut && !known.has(word) ? [{ field, args: [word] }] : []
    }),
  )
}

/** Long runs of digits are normal in addresses and sums; anywhere else they may be somebody's identity number. */
const mayHoldDigits = (name: string, value: string) =>
  name === 'sources' || /\.(setUp|yearly|link)$/.test(name) || /^https?:/.test(value)

export const idNumbers: Check = ({ entries }) =>
  entries.filter(([name, value]) => !mayHoldDigits(name, value) && hasIdNumber(value)).map(([field]) => ({ field }))

/** Mobile numbers belong to persons; offices have `(021) …`. */
const MOBILE = /(?<![\d.])(?:\+?62|0)[\s-]?8\d{1,2}[\s.-]?\d{3,4}[\s.-]?\d{2,5}(?!\d)/

export const phoneNumbers: Check = ({ entries }) =>
  entries.filter(([name, value]) => !mayHoldDigits(name, value) && MOBILE.test(value)).map(([field]) => ({ field }))
