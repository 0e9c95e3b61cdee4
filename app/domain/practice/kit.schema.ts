import { z } from 'zod'
import type { AdoptionKit } from '#db/practice-content.ts'
import {
  COST_SCALES,
  LICENCES,
  PART_KINDS,
  PREREQUISITE_KINDS,
  REGULATION_KINDS,
  STAFF_TIMES,
  TECHNOLOGY_KINDS,
} from '#db/vocabulary.ts'
import {
  amount,
  LINE,
  maybe,
  maybeAmount,
  maybeLink,
  maybeOf,
  maybeTicked,
  named,
  PARAGRAPH,
  rows,
  rupiah,
  someOf,
  words,
  year,
  yesNo,
} from './fields.schema.ts'

const REMEDY = 600

/** Texts with something said of each. Until 2026 they were typed into one box, a line each: such a form still counts. */
const saidOf = <S extends z.ZodRawShape>(shape: S) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split('\n').map((text) => ({ text })) : value),
    rows(shape),
  )

/** What is said of each text, by the text; of a text that stands there twice, both. */
function byText<T>(list: readonly { text: string; said: T | undefined }[], both: (a: T, b: T) => T) {
  const table = new Map<string, T>()
  for (const { text, said } of list) {
    if (said === undefined) continue
    const before = table.get(text)
    table.set(text, before === undefined || before === said ? said : both(before, said))
  }
  return table.size > 0 ? Object.fromEntries(table) : undefined
}

const textsOf = (list: readonly { text: string }[]) => [...new Set(list.map(({ text }) => text))]

const parts = rows({ name: named, kind: maybeOf(PART_KINDS), note: maybe(REMEDY) }).transform((list) =>
  list
    .filter(({ name, note }) => name !== '' || note)
    .map(({ name, kind, ...rest }) => ({ name, kind: kind ?? ('adaptable' as const), ...rest })),
)

const fields = z.object({
  prerequisites: saidOf({ text: named, kind: maybeOf(PREREQUISITE_KINDS) }),
  costs: rows({
    item: named,
    per: words(LINE),
    setUp: rupiah,
    yearly: rupiah,
    year,
    scale: maybeOf(COST_SCALES),
  }),
  staffing: rows({
    role: named,
    count: amount(100_000),
    time: maybeOf(STAFF_TIMES),
    skill: maybe(LINE),
  }).transform(someOf),
  staff: words(PARAGRAPH),
  regulations: rows({
    about: named,
    kind: maybeOf(REGULATION_KINDS),
    number: maybe(80),
    year,
    link: maybeLink,
  }).transform(someOf),
  legalBasis: words(PARAGRAPH),
  technologies: rows({
    name: named,
    kind: maybeOf(TECHNOLOGY_KINDS),
    openSource: maybeTicked,
    shared: maybeTicked,
  }).transform(someOf),
  technology: words(PARAGRAPH),
  launchMin: maybeAmount(120),
  launchMax: maybeAmount(120),
  timeToLaunch: words(LINE),
  parts,
  pitfalls: saidOf({ text: words(REMEDY).transform((value) => value ?? ''), remedy: maybe(REMEDY) }),
  licenceKind: maybeOf(LICENCES),
  licence: words(LINE),
  replicable: yesNo,
  hostCapacity: amount(1_000),
})

/** The form of the adoption kit. */
export const kit = fields
  .refine(({ launchMin, launchMax }) => launchMin === undefined || launchMax === undefined || launchMin <= launchMax, {
    path: ['launchMax'],
    message: 'launchOrder',
  })
  .transform(({ prerequisites, pitfalls, ...rest }): { kit: AdoptionKit } => {
    const needed = prerequisites.filter(({ text }) => text !== '')
    return {
      kit: {
        ...rest,
        prerequisites: textsOf(needed),
        prerequisiteKinds: byText(
          needed.map(({ text, kind }) => ({ text, said: kind })),
          (first) => first,
        ),
        pitfalls: textsOf(pitfalls),
        remedies: byText(
          pitfalls.map(({ text, remedy }) => ({ text, said: remedy })),
          (first, second) => `${first}; ${second}`,
        ),
      },
    }
  })
