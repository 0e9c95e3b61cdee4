import { z } from 'zod'
import { LIFE_STATUSES, WITHDRAWAL_REASONS } from '#db/vocabulary.ts'
import { SECTIONS } from './sections.ts'

/* The forms that move a practice: what the person decided, and which text they had before them. */

const version = z.coerce.number().int().positive()
const message = z.string().trim().max(2_000)

export const CHECKS = {
  documents: ['owner', 'documents', 'personal_data'],
  substance: ['plain_title', 'figures', 'core_parts', 'personal_data', 'no_duplicate'],
} as const
export type Check = (typeof CHECKS)[keyof typeof CHECKS][number]

const DECISIONS = {
  documents: ['request_changes', 'approve'],
  substance: ['request_changes', 'approve', 'schedule'],
} as const
type Decision = (typeof DECISIONS)[keyof typeof DECISIONS][number]

/** `9:05` is told to write the hour with two digits; `09.05` is meant well. */
const timeOfDay = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3])[:.][0-5]\d(:\d\d)?$/, 'time')
  .transform((value) => value.slice(0, 5).replace('.', ':'))

/** The decision of a reviewer: a request needs its message, an approval the whole checklist. */
const decision = <Stage extends keyof typeof CHECKS>(stage: Stage) =>
  z
    .object({
      intent: z.literal(`decide_${stage}`),
      version,
      decision: z.enum<readonly Decision[]>(DECISIONS[stage]),
      checks: z.array(z.enum<readonly Check[]>(CHECKS[stage])).default([]),
      message: message.nullish().transform((value) => value || null),
      /** When to publish, in the zone of the agency. */
      publishDate: z.iso.date().nullish(),
      publishTime: timeOfDay.nullish(),
    })
    .superRefine((value, ctx) => {
      if (value.decision === 'request_changes' && !value.message)
        ctx.addIssue({ code: 'custom', path: ['message'], message: 'messageNeeded' })
      if (value.decision !== 'request_changes' && new Set(value.checks).size < CHECKS[stage].length)
        ctx.addIssue({ code: 'custom', path: ['checks'], message: 'checklistNeeded' })
      if (value.decision !== 'schedule') return
      if (!value.publishDate) ctx.addIssue({ code: 'custom', path: ['publishDate'], message: 'publishDateNeeded' })
      if (!value.publishTime) ctx.addIssue({ code: 'custom', path: ['publishTime'], message: 'publishTimeNeeded' })
    })

/** What is done on the page of a review. */
export const reviewMoveSchema = z.discriminatedUnion('intent', [
  decision('documents'),
  decision('substance'),
  z.object({
    intent: z.literal('comment'),
    section: z.enum([...SECTIONS, 'general']),
    body: message.min(1),
    required: z.boolean().default(false),
  }),
  z.object({ intent: z.literal('resolve'), commentId: z.uuid() }),
  z.object({ intent: z.literal('unschedule'), version }),
])
export type ReviewMove = z.output<typeof reviewMoveSchema>

export const withdrawalSchema = z.object({
  reason: z.enum(WITHDRAWAL_REASONS),
  note: message.nullish().transform((value) => value || null),
  /** Public number of the practice that takes its place. */
  successor: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^JIPP-\d{2}-\d{4,}$/, 'publicId')
    .nullish()
    .transform((value) => value ?? null),
})

/** What is done on the page of a practice in the workspace. */
export const workMoveSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('submit'), version }),
  z.object({ intent: z.literal('take_back'), version }),
  z.object({ intent: z.literal('discard'), version }),
  z.object({ intent: z.literal('start_revision') }),
  z.object({ intent: z.literal('address'), commentId: z.uuid(), back: z.enum(SECTIONS).optional() }),
  z.object({
    intent: z.literal('assert_life'),
    status: z.enum(LIFE_STATUSES).exclude(['unconfirmed']),
    note: message.nullish().transform((value) => value || null),
  }),
  z.object({ intent: z.literal('answer_life'), assertionId: z.uuid(), answer: z.enum(['confirm', 'reject']) }),
])
export type WorkMove = z.output<typeof workMoveSchema>
