import { z } from 'zod'
import { BATCH_ACTIONS, LIFE_STATUSES, MINOR_KINDS, REVIEW_STAGES, WITHDRAWAL_REASONS } from '#db/vocabulary.ts'
import { unknownVariables } from './review-templates.ts'
import { SECTIONS } from './sections.ts'

/* The forms that move a practice: what the person decided, and which text they had before them. */

/** Minutes in which a decision on several texts can be undone; the letters wait as long. */
export const UNDO_MINUTES = 10

/** Texts that one decision may be about. */
export const MAX_BATCH = 50

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

/** An answer template: one of the hub, or one that comes with the site. */
const template = z
  .string()
  .regex(/^(?:[0-9a-f-]{36}|built-in-[a-z-]{1,30})$/)
  .nullish()
  .transform((value) => value || null)

/** The decision of a reviewer: a request needs its message, an approval the whole checklist. */
const decision = <Stage extends keyof typeof CHECKS>(stage: Stage) =>
  z
    .object({
      intent: z.literal(`decide_${stage}`),
      version,
      decision: z.enum<readonly Decision[]>(DECISIONS[stage]),
      seen: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
      template,
      checks: z.array(z.enum<readonly Check[]>(CHECKS[stage])).default([]),
      message: message.nullish().transform((value) => value || null),
      /** When to publish, in the zone of the agency. */
      publishDate: z.iso.date().nullish(),
      publishTime: timeOfDay.nullish(),
    })
    .superRefine((value, ctx) => {
      if (value.decision === 'request_changes' && !value.message && !value.template)
        ctx.addIssue({ code: 'custom', path: ['message'], message: 'messageNeeded' })
      if (value.decision !== 'request_changes' && new Set(value.checks).size < CHECKS[stage].length)
        ctx.addIssue({ code: 'custom', path: ['checks'], message: 'checklistNeeded' })
      if (value.decision !== 'schedule') return
      if (!value.publishDate) ctx.addIssue({ code: 'custom', path: ['publishDate'], message: 'publishDateNeeded' })
      if (!value.publishTime) ctx.addIssue({ code: 'custom', path: ['publishTime'], message: 'publishTimeNeeded' })
    })

const claimant = z
  .uuid()
  .nullish()
  .transform((value) => value ?? null)

/** What is done on the page of a review. */
export const reviewMoveSchema = z.discriminatedUnion('intent', [
  decision('documents'),
  decision('substance'),
  z.object({
    intent: z.literal('comment'),
    section: z.enum([...SECTIONS, 'general']),
    field: z
      .string()
      .max(60)
      .nullish()
      .transform((value) => value || null),
    quote: z
      .string()
      .trim()
      .max(500)
      .nullish()
      .transform((value) => value || null),
    body: message.min(1),
    required: z.boolean().default(false),
  }),
  z.object({ intent: z.literal('resolve'), commentId: z.uuid() }),
  z.object({ intent: z.literal('unschedule'), version }),
  z.object({ intent: z.literal('reply'), commentId: z.uuid(), body: message.min(1) }),
  z.object({ intent: z.literal('reopen'), commentId: z.uuid(), body: message.min(1) }),
  z.object({ intent: z.literal('save_draft') }),
  z.object({ intent: z.literal('claim') }),
  z.object({ intent: z.literal('return'), from: z.uuid() }),
  z.object({ intent: z.literal('reassign'), reviewerId: z.uuid(), from: claimant }),
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
  /** `unticked`: they know that required remarks are not marked as dealt with, and send it all the same. */
  z.object({ intent: z.literal('submit'), version, unticked: z.boolean().default(false) }),
  z.object({ intent: z.literal('take_back'), version }),
  z.object({ intent: z.literal('discard'), version }),
  z.object({ intent: z.literal('start_revision') }),
  z.object({ intent: z.literal('publish_minor'), version }),
  z.object({
    intent: z.literal('reply'),
    commentId: z.uuid(),
    body: message.min(1),
    back: z.enum(SECTIONS).optional(),
  }),
  z.object({ intent: z.literal('address'), commentId: z.uuid(), back: z.enum(SECTIONS).optional() }),
  z.object({
    intent: z.literal('assert_life'),
    status: z.enum(LIFE_STATUSES).exclude(['unconfirmed']),
    note: message.nullish().transform((value) => value || null),
  }),
  z.object({ intent: z.literal('answer_life'), assertionId: z.uuid(), answer: z.enum(['confirm', 'reject']) }),
])
export type WorkMove = z.output<typeof workMoveSchema>

export const QUEUE_VIEWS = ['all', 'mine', 'free', 'overdue'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]
export const QUEUE_SORTS = ['due', 'newest', 'agency'] as const
export type QueueSort = (typeof QUEUE_SORTS)[number]

/** What of the queue is shown, and in which order; anything else in the address is taken as the usual. */
export const queueFilterSchema = z.object({
  show: z.enum(QUEUE_VIEWS).catch('all'),
  sort: z.enum(QUEUE_SORTS).catch('due'),
  stage: z.enum(REVIEW_STAGES).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100).catch(1),
})
export type QueueFilter = z.output<typeof queueFilterSchema>

/** What is done in the queue with a text without opening it. */
export const queueMoveSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('claim'), practiceId: z.string().max(40) }),
  z.object({ intent: z.literal('return'), practiceId: z.string().max(40), from: z.uuid() }),
])

export const batchActionSchema = z.enum(BATCH_ACTIONS).catch('request_changes')

/** The version of a text that a comparison begins with. */
export const sinceSchema = z.coerce.number().int().positive().max(1_000_000_000).nullable().catch(null)

/** One decision on several texts, as the page that showed it in advance sends it. */
export const batchSchema = z
  .object({
    batchId: z.uuid(),
    action: z.enum(BATCH_ACTIONS),
    items: z
      .array(z.string().regex(/^JIPP-\d{2}-\d{4,9}@\d{1,9}$/))
      .min(1, 'batchSize')
      .max(MAX_BATCH, 'batchSize'),
    template,
    message: message.nullish().transform((value) => value || null),
    checked: z.boolean().default(false),
  })
  .superRefine((value, ctx) => {
    if (value.action === 'request_changes' && !value.message && !value.template)
      ctx.addIssue({ code: 'custom', path: ['message'], message: 'messageNeeded' })
    if (value.action === 'verify_documents' && !value.checked)
      ctx.addIssue({ code: 'custom', path: ['checked'], message: 'checklistNeeded' })
  })

const body = message.min(1).refine((value) => unknownVariables(value).length === 0, { message: 'unknownVariable' })

/** An answer template of a hub. */
export const reviewTemplateSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save'),
    templateId: claimant,
    version: z.coerce.number().int().min(0).default(0),
    name: z.string().trim().min(1).max(80),
    bodyId: body,
    bodyEn: body,
  }),
  z.object({ intent: z.literal('archive'), templateId: z.uuid(), version }),
])

/** What a hub lets authors publish without a review. */
export const reviewRulesSchema = z.object({
  version: z.coerce.number().int().min(0),
  minorKinds: z.array(z.enum(MINOR_KINDS)).default([]),
})
