import { z } from 'zod'
import { FRESHNESS, LIFE_STOP_REASONS } from '#db/vocabulary.ts'
import { PUBLIC_ID } from '../practice/practice.ts'
import { holdsPersonalData } from '../shared/personal-data.ts'
import { LIFE_ANSWERS } from './heartbeat.ts'

const NOTE = 300

/** One sentence that may be shown: without telephone numbers, addresses or identity numbers. */
const sentence = z
  .string()
  .trim()
  .max(NOTE)
  .refine((text) => !holdsPersonalData(text), 'personalData')
  .nullish()
  .transform((value) => value || null)

/** The answer to "is it still running?": the button is the answer; stopping needs a reason. */
export const lifeAnswerSchema = z
  .object({
    status: z.enum(LIFE_ANSWERS),
    stopReason: z
      .enum(LIFE_STOP_REASONS)
      .nullish()
      .transform((value) => value ?? null),
    note: sentence,
    sinceYear: z
      .string()
      .trim()
      .regex(/^(19[5-9]\d|20\d\d)$/, 'year')
      .nullish()
      .transform((value) => (value ? Number(value) : null)),
  })
  .superRefine(({ status, stopReason }, ctx) => {
    if (status === 'stopped' && !stopReason)
      ctx.addIssue({ code: 'custom', path: ['stopReason'], message: 'stopReasonNeeded' })
  })
  .transform((value) => ({ ...value, stopReason: value.status === 'stopped' ? value.stopReason : null }))
export type LifeAnswerInput = z.output<typeof lifeAnswerSchema>

const publicIds = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [...new Set([value].flat())].filter((id) => PUBLIC_ID.test(id)).slice(0, 100))

export const LIFE_VIEWS = [...FRESHNESS, 'silent', 'contact', 'whatsapp'] as const
export type LifeView = (typeof LIFE_VIEWS)[number]

/** The address of the list of practices by the age of their last word. */
export const lifeListSchema = z.object({
  view: z.enum(LIFE_VIEWS).nullish().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.string().nullish().catch(null),
  n: z.coerce.number().int().min(0).max(1000).catch(0),
})

/** What is done with the practices that were ticked. */
export const lifeListActionSchema = z.object({
  intent: z.enum(['send', 'whatsapp']),
  id: publicIds.refine((ids) => ids.length > 0, 'nothingTicked'),
})

export const contactSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('dead') }),
  z.object({
    intent: z.literal('change'),
    email: z
      .email()
      .max(254)
      .transform((email) => email.toLowerCase()),
  }),
])
export type ContactInput = z.output<typeof contactSchema>
