import { z } from 'zod'
import { LANGUAGES } from '#db/vocabulary.ts'
import { TERM_LIMITS, type Terms, termKey } from './terms.ts'

/** What was typed in one box, and the suggestions that were ticked beside it. */
const typed = z.string().max(20_000).nullish()
const ticked = z.array(z.string().max(200)).max(200).default([])

/** Terms between commas, semicolons or on lines; the comma of a figure (`1,000`) parts nothing. */
const BETWEEN_TERMS = /[;\n]|,(?!\d)/

/** The entries of a box, cleaned, without those that the search reads alike. */
function entriesOf(text: string, added: readonly string[]): string[] {
  const entries = new Map<string, string>()
  for (const part of [...text.split(BETWEEN_TERMS), ...added]) {
    const entry = part.normalize('NFC').replace(/\s+/g, ' ').trim()
    const key = termKey(entry) || entry
    if (entry && !entries.has(key)) entries.set(key, entry)
  }
  return [...entries.values()]
}

/** Keys of messages, each with the entry it is about. */
function faultOf(entry: string): string | null {
  if (entry.length > TERM_LIMITS.longest) return `termTooLong|${entry.slice(0, 40)}`
  if (entry.length < TERM_LIMITS.shortest || termKey(entry) === '') return `termTooShort|${entry}`
  return null
}

/** The form of the search terms; what is wrong with a language is told at its box. */
export const termsSchema = z
  .object({
    /** `termsBase` of the terms that the page showed. */
    base: z.string().max(64),
    id: typed,
    en: typed,
    addId: ticked,
    addEn: ticked,
  })
  .transform(({ base, id, en, addId, addEn }, ctx) => {
    const terms: Terms = { id: entriesOf(id ?? '', addId), en: entriesOf(en ?? '', addEn) }
    for (const lang of LANGUAGES) {
      const faults = terms[lang].flatMap((entry) => faultOf(entry) ?? []).slice(0, 3)
      if (terms[lang].length > TERM_LIMITS.most) faults.push(`tooManyTerms|${terms[lang].length}`)
      for (const message of faults) ctx.addIssue({ code: 'custom', path: [lang], message })
    }
    return { base, terms }
  })
