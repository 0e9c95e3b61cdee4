import { SECTIONS } from './sections.ts'

/*
 * The page of a review is one form: whatever a reviewer sends, all that they have typed comes along and is kept.
 * A button says what it is about in `act`: `comment background`, `reply <remark>`, `claim`; without one it is the decision.
 * The fields of a remark and of an answer carry its name in front: `note.background.body`, `reply.<remark>.body`.
 */

/** The id of the form on the page. */
export const REVIEW_FORM = 'tinjauan'

/** What was typed, as names and values of fields. */
export type DraftFields = [name: string, value: string][]

const NOTE_FIELDS = ['field', 'quote', 'body', 'required'] as const

const KEPT = new RegExp(
  `^(?:message|template|decision|checks|publishDate|publishTime|note\\.(?:${[...SECTIONS, 'general'].join('|')})\\.(?:${NOTE_FIELDS.join('|')})|(?:reply|reopen)\\.[0-9a-f-]{36}\\.body)$`,
)
/** Choices about one text; they are no choices about the next one. */
const OF_ONE_TEXT = ['decision', 'checks']
const LONGEST = 2_000
const MOST = 400

/** The sent form as the move that it asks for, in the fields that the schema of moves knows. */
export function moveFrom(form: FormData): FormData {
  const [intent, key = ''] = actOf(form)
  if (!intent) return form
  const move = new FormData()
  for (const [name, value] of form) move.append(name, value)
  move.set('intent', intent)
  if (intent === 'comment') {
    move.set('section', key)
    for (const name of NOTE_FIELDS) for (const value of form.getAll(`note.${key}.${name}`)) move.set(name, value)
  } else if (key) {
    move.set('commentId', key)
    for (const value of form.getAll(`${intent}.${key}.body`)) move.set('body', value)
  }
  return move
}

export type Draft = {
  fields: DraftFields
  /** Fingerprint of the text that was on the screen. */
  seen: string | null
}

/** What is kept of a sent form, in case it is not sent after all. */
export function draftFrom(form: FormData): Draft {
  const fields: DraftFields = []
  for (const [name, value] of form)
    if (typeof value === 'string' && KEPT.test(name) && fields.length < MOST)
      fields.push([name, value.slice(0, LONGEST)])
  return { fields, seen: form.get('seen')?.toString().slice(0, 64) ?? null }
}

/** What is left of it once it was done: all but the remark or the answer that was sent; nothing after a decision. */
export function draftAfter(form: FormData): Draft {
  const [intent, key = ''] = actOf(form)
  const { fields, seen } = draftFrom(form)
  if (!intent) return { fields: [], seen }
  const done = `${intent === 'comment' ? 'note' : intent}.${key}.`
  return { fields: fields.filter(([name]) => !name.startsWith(done)), seen }
}

/** Whether a draft says anything: a remark that is only marked as required does not. */
export const isBlank = (fields: DraftFields) =>
  fields.every(([name, value]) => !value.trim() || /\.required$/.test(name))

/** A draft as the values of the form; choices about another text than the one on the page are left out. */
export function draftValues(fields: DraftFields, sameText: boolean): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = { checks: [] }
  for (const [name, value] of fields) {
    if (!sameText && OF_ONE_TEXT.includes(name)) continue
    values[name] = name === 'checks' ? [...(values.checks ?? []), value] : value
  }
  return values
}

const actOf = (form: FormData) => String(form.get('act') ?? '').split(' ')
