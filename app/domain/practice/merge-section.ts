import { mergeRows, rowName, rowsIn } from './merge-rows.ts'
import { mergeList, mergeText, type TextMerge } from './merge-text.ts'
import { type FormEntries, formValues } from './section-form.ts'

/** One field that two people changed in the same place; `both` where one text can hold the two. */
export type FieldConflict = { name: string; mine: string; theirs: string; both: string | null }

/** Two texts of a section brought together; at a conflict `entries` hold the text of the one who saves now. */
export type SectionMerge = { entries: FormEntries; conflicts: FieldConflict[] }

/** Fields with several values, of which each is chosen or not. */
const CHOICES = new Set(['targetGroups', 'sdgs'])

/** Fields that hold a list in one text, and what stands between its entries. */
const LISTS = new Map([
  ['subjects.id', ', '],
  ['subjects.en', ', '],
  ['sources', '\n'],
  ['replicatedBy', '\n'],
])

/**
 * Three-way merge of a section, field by field: what only one of the two changed is taken, and so are different rows of
 * a table, different entries of a list and different paragraphs of a text. The same paragraph, value or cell changed by
 * both is a conflict. Deleting never wins over changing. All three are given as `sectionEntries` writes them.
 */
export function mergeSection(base: FormEntries, mine: FormEntries, theirs: FormEntries): SectionMerge {
  const [before, own, other] = [base, mine, theirs].map(formValues) as [Values, Values, Values]
  const merge: SectionMerge = { entries: [], conflicts: [] }
  const add = (name: string, result: TextMerge) => {
    merge.entries = [...merge.entries, [name, result.mine]]
    if (result.theirs !== undefined)
      merge.conflicts.push({ name, mine: result.mine, theirs: result.theirs, both: result.both ?? null })
  }
  const names = new Set([...theirs, ...mine].map(([name]) => rowName(name)?.list ?? name))
  for (const name of names) {
    const tables = [base, mine, theirs].map((entries) => rowsIn(entries, name))
    if (tables.some((rows) => rows.length > 0)) {
      const rows = mergeRows(tables[0]!, tables[1]!, tables[2]!)
      rows.forEach((row, index) => {
        for (const [column, cell] of Object.entries(row)) add(`${name}[${index}].${column}`, cell)
      })
    } else if (CHOICES.has(name) || [own, other].some((values) => values.all(name).length !== 1)) {
      const values = mergeList(before.all(name), own.all(name), other.all(name))
      merge.entries = [...merge.entries, ...values.map((value) => [name, value] as const)]
    } else add(name, mergeField(name, before.one(name), own.one(name), other.one(name)))
  }
  return merge
}

type Values = ReturnType<typeof formValues>

function mergeField(name: string, base: string, mine: string, theirs: string): TextMerge {
  const between = LISTS.get(name)
  if (between === undefined) return mergeText(base, mine, theirs)
  const entries = (text: string) => text.split(between).filter(Boolean)
  return { mine: mergeList(entries(base), entries(mine), entries(theirs)).join(between) }
}
