import { z } from 'zod'
import { readAmount } from './amount.ts'

/* The kinds of fields that forms of practices are made of: what is typed, turned into what is stored. */

/** Characters of a short answer, a paragraph and a story section: far above every word cap, below what a page can bear. */
export const LINE = 300
export const PARAGRAPH = 2_000
export const STORY = 20_000
export const MAX_ROWS = 60

export const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null)

/** A line that may be typed over several: in the text it is one. */
export const inOneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ')
export const oneLine = (max: number) => words(max).transform((value) => value && inOneLine(value))

export const bilingual = (max: number) => z.object({ id: words(max), en: words(max) }).prefault({})

/** A list typed into one box; a fault of an entry is told at the box. */
const list = ({
  by,
  longest = LINE,
  check,
}: {
  by: RegExp
  longest?: number
  check?: (entry: string) => string | null
}) =>
  z
    .string()
    .max(STORY)
    .nullish()
    .transform((value, ctx) => {
      const entries = [
        ...new Set(
          (value ?? '')
            .split(by)
            .map((entry) => entry.trim())
            .filter(Boolean),
        ),
      ]
      const faults = entries.map((entry) => (entry.length > longest ? `tooLong|${longest}` : (check?.(entry) ?? null)))
      if (entries.length > MAX_ROWS) faults.push(`tooMany|${MAX_ROWS}`)
      for (const fault of new Set(faults)) if (fault) ctx.addIssue({ code: 'custom', message: fault })
      return entries
    })

/** One entry a line. */
export const lines = (longest = LINE, check?: (entry: string) => string | null) => list({ by: /\n/, longest, check })

/** Terms between commas or on lines; the comma of a figure (`1,000`) parts nothing. */
export const terms = list({ by: /[;\n]|,(?!\d)/, longest: 80 })

/** A whole number as people type it; see `readAmount`. */
export const amount = (max: number, fault = 'wholeNumber') =>
  z
    .string()
    .max(40)
    .nullish()
    .transform((value, ctx) => {
      const typed = (value ?? '').trim()
      if (typed === '') return null
      const number = readAmount(typed)
      if (number === undefined) ctx.addIssue({ code: 'custom', message: fault })
      else if (number > max) ctx.addIssue({ code: 'custom', message: `numberAtMost|${max}` })
      return number ?? null
    })

/** An amount of money. */
export const rupiah = amount(1e15, 'rupiah')

export const year = z
  .string()
  .trim()
  .regex(/^(19|20)\d{2}$/, 'year')
  .nullish()
  .transform((value) => (value ? Number(value) : null))

export const yesNo = z
  .enum(['yes', 'no'])
  .nullish()
  .transform((value) => (value ? value === 'yes' : null))

export const optional = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .enum(values)
    .nullish()
    .transform((value) => value ?? null)

/** Questions that came later: no answer leaves the field out. */
export const maybe = (max: number) => words(max).transform((value) => value ?? undefined)
export const maybeOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  optional(values).transform((value) => value ?? undefined)
export const maybeAmount = (max: number) => amount(max).transform((value) => value ?? undefined)
/** A check box: yes, or not said. */
export const maybeTicked = z
  .literal('on')
  .nullish()
  .transform((value) => (value ? true : undefined))
/** A check box that always has an answer. */
export const ticked = maybeTicked.transform((value) => value ?? false)
/** A link of the web. */
export const maybeLink = maybe(1_000).superRefine((value, ctx) => {
  const fault = value ? linkFault(value) : null
  if (fault) ctx.addIssue({ code: 'custom', message: fault })
})

/** `2018`, `2018-04` or `2018-04-01`, a real date. */
export const startDate = z
  .string()
  .trim()
  .refine(isPartialDate, 'startDate')
  .nullish()
  .transform((value) => value ?? null)

export const maybeDate = startDate.transform((value) => value ?? undefined)

/** A list that came later: an empty one is left out. */
export const someOf = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

function isPartialDate(value: string): boolean {
  const [, y, m, d] = /^((?:19|20)\d{2})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? []
  if (!y) return false
  if (m && !(Number(m) >= 1 && Number(m) <= 12)) return false
  return !d || new Date(Date.UTC(Number(y), Number(m) - 1, Number(d))).getUTCDate() === Number(d)
}

/** Only addresses of the web: anything else in a link could run script. */
export function linkFault(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null
  const web = url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.')
  return web ? null : 'links'
}

/** Rows of a table: `drop` is the button that removes one; empty rows vanish. */
export function rows<S extends z.ZodRawShape>(shape: S) {
  const row = z.object({ ...shape, drop: z.string().optional() }).nullish()
  return z
    .array(row)
    .max(MAX_ROWS)
    .optional()
    .transform((list) =>
      (list ?? []).flatMap((item) => {
        if (!item || ('drop' in item && item.drop)) return []
        const { drop: _drop, ...values } = item as Record<string, unknown>
        // What later versions of the form ask stays absent, as in the documents that were written before.
        const said = Object.entries(values).filter(([, value]) => value !== undefined)
        return said.some(([, value]) => value !== null && value !== '' && value !== false)
          ? [Object.fromEntries(said)]
          : []
      }),
    ) as unknown as z.ZodType<z.output<z.ZodObject<S>>[]>
}

export const named = words(LINE).transform((value) => value ?? '')
