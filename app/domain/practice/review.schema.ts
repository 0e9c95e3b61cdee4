import { z } from 'zod'
import { LIFE_STATUSES, WITHDRAWAL_REASONS } from '#db/vocabulary.ts'
import { SECTIONS } from './sections.ts'

/* The forms that move a practice: what the person decided, and which text they had before them. */

const version = z.coerce.number().int().positive()
const message = z.string().trim().max(2_000)

/** Moves that only need to know which text they are about. */
export const moveSchema = z.object({ version, intent: z.enum(['submit', 'take_back', 'discard', 'start_revision']) })

export const CHECKS = {
  documents: ['owner', 'documents', 'personal_data'],
  substance: ['plain_title', 'figures', 'core_parts', 'personal_data', 'no_duplicate'],
} as const
export type Check = (typeof CHECKS)[keyof typeof CHECKS][number]

/** The decision of a reviewer: a request needs its message, an approval the whole checklist. */
export const decisionSchema = (stage: keyof typeof CHECKS) =>
  z
    .object({
      version,
      decision: z.enum(['request_changes', 'approve']),
      checks: z.array(z.enum(CHECKS[stage])).default([]),
      message: message.nullish().transform((value) => value || null),
    })
    .superRefine((value, ctx) => {
      if (value.decision === 'request_changes' && !value.message)
        ctx.addIssue({ code: 'custom', path: ['message'], message: 'messageNeeded' })
      if (value.decision === 'approve' && new Set(value.checks).size < CHECKS[stage].length)
        ctx.addIssue({ code: 'custom', path: ['checks'], message: 'checklistNeeded' })
    })

export const commentSchema = z.object({
  section: z.enum([...SECTIONS, 'general']),
  body: message.min(1),
  required: z.boolean().default(false),
})

export const commentMoveSchema = z.object({ commentId: z.uuid() })

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

export const lifeAssertionSchema = z.object({
  status: z.enum(LIFE_STATUSES).exclude(['unconfirmed']),
  note: message.nullish().transform((value) => value || null),
})

export const lifeAnswerSchema = z.object({ assertionId: z.uuid(), answer: z.enum(['confirm', 'reject']) })
