import {
  COST_SCALES,
  LICENCES,
  PART_KINDS,
  PREREQUISITE_KINDS,
  REGULATION_KINDS,
  STAFF_TIMES,
  TECHNOLOGY_KINDS,
} from '#db/vocabulary.ts'

/* How the parts of a practice that hold rows are described to programs, and the words for that. */

export type Schema = { readonly [key: string]: unknown }

export const text: Schema = { type: 'string' }
export const maybe = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
export const list = (items: Schema): Schema => ({ type: 'array', items })
export const oneOf = (words: readonly (string | number)[]): Schema => ({ enum: words })
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
export const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  ...more,
})
export const integer: Schema = { type: 'integer' }
export const partialDate: Schema = {
  ...maybe(text),
  description: 'A year, a month or a day: 2024, 2024-05, 2024-05-17.',
}

export const RESULT = object({
  indicator: text,
  unit: maybe(text),
  baseline: maybe(text),
  baseline_on: partialDate,
  result: maybe(text),
  result_on: partialDate,
  period: maybe(text),
  method: maybe(text),
  evidence: { ...maybe(text), description: 'A link, or the name of a document.' },
  women: maybe(text),
  men: maybe(text),
  with_disability: maybe(text),
})

export const KIT = object({
  prerequisites: list(text),
  prerequisite_kinds: { ...list(maybe(oneOf(PREREQUISITE_KINDS))), description: 'In the order of the prerequisites.' },
  costs: list(
    object({
      item: text,
      per: maybe(text),
      scale: { ...maybe(oneOf(COST_SCALES)), description: 'What the cost grows with.' },
      set_up: { ...maybe(integer), description: 'Rupiah.' },
      yearly: { ...maybe(integer), description: 'Rupiah.' },
      year: { ...maybe(integer), description: 'Year of the price.' },
    }),
  ),
  staff: maybe(text),
  staffing: list(object({ role: text, count: maybe(integer), time: maybe(oneOf(STAFF_TIMES)), skill: maybe(text) })),
  legal_basis: maybe(text),
  regulations: list(
    object({
      kind: maybe(oneOf(REGULATION_KINDS)),
      number: maybe(text),
      year: maybe(integer),
      about: text,
      link: maybe(text),
    }),
  ),
  technology: maybe(text),
  technologies: list(
    object({
      name: text,
      kind: maybe(oneOf(TECHNOLOGY_KINDS)),
      open_source: maybe({ type: 'boolean' }),
      shared: maybe({ type: 'boolean' }),
    }),
  ),
  time_to_launch: maybe(text),
  launch_months: object({ min: maybe(integer), max: maybe(integer) }),
  parts: list(object({ name: text, kind: oneOf(PART_KINDS), note: maybe(text) })),
  pitfalls: list(text),
  remedies: { ...list(maybe(text)), description: 'How each pitfall is avoided, in the order of the pitfalls.' },
  licence: maybe(text),
  licence_kind: maybe(oneOf(LICENCES)),
  replicable: maybe({ type: 'boolean' }),
  host_capacity: { ...maybe(integer), description: 'Study visits that can be received in a year.' },
})
