import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeSection } from '#app/domain/practice/merge-section.ts'
import { type FormEntries, formValues } from '#app/domain/practice/section-form.ts'

/*
 * Two or three people write one section, save, lose answers, send again and decide conflicts, in any order. Every word
 * is written once in the whole run, so that a lost one is seen. What a save had confirmed must be in the text at the end,
 * unless somebody who had it before their eyes decided for another text.
 */

type Action =
  | { kind: 'write'; who: number; field: number; place: number }
  | { kind: 'add_row' | 'write_cell' | 'add_choice'; who: number; place: number }
  | { kind: 'save'; who: number; isAnswerLost: boolean; choice: 'mine' | 'theirs' | 'both' }
  | { kind: 'show'; who: number }

const who = fc.nat({ max: 2 })
const place = fc.nat({ max: 5 })
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), who, field: fc.nat({ max: 2 }), place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('add_row' as const, 'write_cell' as const, 'add_choice' as const),
      who,
      place,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      who,
      isAnswerLost: fc.boolean(),
      choice: fc.constantFrom('mine' as const, 'theirs' as const, 'both' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('show' as const), who }) },
)

const START: FormEntries = [
  ['text.id', 'Alinea satu.\n\nAlinea dua.\n\nAlinea tiga.'],
  ['text.en', ''],
  ['unit', 'Dinas'],
  ['results[0].indicator', 'Baris pertama'],
  ['results[0].result', ''],
  ['results[1].indicator', 'Baris kedua'],
  ['results[1].result', ''],
]
const FIELDS = ['text.id', 'text.en', 'unit']
const WORD = /w\d+x/g
const wordsOf = (entries: FormEntries) => new Set(entries.flatMap(([, value]) => value.match(WORD) ?? []))

/** A page of the editor, as app/components/practice/editor/autosave.ts behaves. */
type Page = { form: FormEntries; origin: FormEntries; pending: FormEntries | null }

test('no confirmed word is lost, whoever saves when', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 3 }),
      fc.array(action, { minLength: 5, maxLength: 60 }),
      (people, actions) => {
        let server = START
        let count = 0
        const pages: Page[] = Array.from({ length: people }, () => ({ form: START, origin: START, pending: null }))
        const confirmed = new Set<string>()
        for (const step of actions) {
          const page = pages[step.who % people]!
          if (step.kind === 'show') {
            if (page.pending === null && same(page.form, page.origin))
              Object.assign(page, { form: server, origin: server })
          } else if (step.kind === 'save') server = save(page, server, step, confirmed)
          else page.form = written(page.form, step, `w${count++}x`)
        }
        const left = wordsOf(server)
        expect([...confirmed].filter((word) => !left.has(word))).toEqual([])
      },
    ),
    { numRuns: 1_500 },
  )
})

const same = (a: FormEntries, b: FormEntries) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())

function save(
  page: Page,
  server: FormEntries,
  step: Extract<Action, { kind: 'save' }>,
  confirmed: Set<string>,
): FormEntries {
  const sent = page.pending ?? page.form
  let { entries, conflicts } = mergeSection(page.origin, sent, server)
  if (conflicts.length > 0) {
    // Decided at once, with both texts in view: what is not chosen is given up knowingly.
    page.pending = null
    ;({ entries, conflicts } = mergeSection(page.origin, page.form, server))
    const chosen = new Map(conflicts.map((field) => [field.name, field[step.choice] ?? field.mine]))
    for (const field of conflicts) {
      for (const word of `${field.mine} ${field.theirs}`.match(WORD) ?? [])
        if (!chosen.get(field.name)!.includes(word)) confirmed.delete(word)
    }
    entries = entries.map(([name, value]) => [name, chosen.get(name) ?? value] as const)
    for (const word of wordsOf(entries)) confirmed.add(word)
    Object.assign(page, { form: entries, origin: entries })
    return entries
  }
  if (step.isAnswerLost) {
    page.pending = sent
    return entries
  }
  const known = wordsOf(page.origin)
  for (const word of wordsOf(sent)) if (!known.has(word)) confirmed.add(word)
  Object.assign(page, { origin: sent, pending: null })
  return entries
}

function written(form: FormEntries, step: Exclude<Action, { kind: 'save' | 'show' }>, word: string): FormEntries {
  const set = (name: string, change: (value: string) => string): FormEntries =>
    form.map(([key, value]) => [key, key === name ? change(value) : value] as const)
  if (step.kind === 'write') {
    return set(FIELDS[step.field]!, (text) => {
      const lines = text.split('\n\n')
      // Into a paragraph, or as a new one behind the last.
      if (step.place >= lines.length) return text === '' ? word : `${text}\n\n${word}`
      return lines.map((line, at) => (at === step.place ? `${line} ${word}`.trim() : line)).join('\n\n')
    })
  }
  const rows = formValues(form).rows('results')
  if (step.kind === 'add_choice') return [...form, ['targetGroups', word]]
  if (step.kind === 'add_row')
    return [...form, [`results[${rows.length}].indicator`, word], [`results[${rows.length}].result`, '']]
  return set(`results[${step.place % rows.length}].result`, (value) => `${value} ${word}`.trim())
}
