import { z } from 'zod'
import { newPracticeSchema } from '../practice/practice.schema.ts'
import { SECTIONS, type Section } from '../practice/sections.ts'
import { type Choices, FILL_MODES, type Modes, PROPOSAL_TARGETS } from './offers.ts'

const target = z.enum(PROPOSAL_TARGETS as [string, ...string[]])

const choices = z
  .record(z.string().regex(/^p\d{1,4}$/), z.union([z.literal('-'), target]))
  .prefault({})
  .transform((chosen) =>
    Object.fromEntries(Object.entries(chosen).map(([index, value]) => [index, value === '-' ? null : value])),
  ) as unknown as z.ZodType<Choices>

const modes = z.record(target, z.enum(FILL_MODES)).prefault({}) as unknown as z.ZodType<Modes>

const bases = z.partialRecord(z.enum(SECTIONS as unknown as [Section, ...Section[]]), z.string().max(64)).prefault({})

const { brand, titleId, sector } = newPracticeSchema.shape

/** The preview of a Word file: parts are moved, or the draft is filled; a new draft needs its three answers. */
export const proposalSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('arrange'), to: choices }),
  z.object({ intent: z.literal('fill'), to: choices, mode: modes, base: bases }),
  z.object({ intent: z.literal('begin'), to: choices, brand, titleId, sector }),
])
