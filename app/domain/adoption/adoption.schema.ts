import { z } from 'zod'
import {
  ADAPTATION_DECISIONS,
  ADOPTION_DOCUMENT_KINDS,
  ADOPTION_STATES,
  PART_KINDS,
  STOP_REASONS,
} from '#db/vocabulary.ts'
import { hasIdNumber } from '../shared/personal-data.ts'

/** Free text without identity numbers. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !hasIdNumber(value), 'idNumber')

/** The same, where blank counts as empty. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !hasIdNumber(value), 'idNumber')
    .optional()
    .transform((value) => value || null)

const rupiah = z
  .int()
  .min(0)
  .max(10_000_000_000_000)
  .optional()
  .transform((value) => value ?? null)

const figure = z.number().min(-1e12).max(1e12)

const untilToday = (today: string) => z.iso.date().refine((date) => date <= today, 'dateInFuture')

/** The version the page was made from: a form of an older page is refused. */
export const version = z.int().positive()
const seen = { version }

/** A public number as people write it: capitals or not, with spaces around it. */
export const practiceNumber = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^JIPP-\d{2}-\d{4,9}$/, 'practiceNumber')

/** Words that confirm a stop, in both languages. */
export const STOP_WORDS = { id: 'HENTIKAN', en: 'STOP' } as const

export const moveSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('pass_gate'), ...seen, note: optionalText(1000) }),
  z.object({ intent: z.literal('resume'), ...seen }),
  z.object({
    intent: z.literal('stop'),
    ...seen,
    reason: z.enum(STOP_REASONS),
    note: text(1000),
    confirmation: z
      .string()
      .trim()
      .toUpperCase()
      .refine((word) => Object.values<string>(STOP_WORDS).includes(word), 'stopWord'),
  }),
])

export const pauseSchema = (today: string) =>
  z.object({ ...seen, reviewOn: z.iso.date().refine((date) => date > today, 'dateInPast'), note: text(1000) })

export const stepBackSchema = z.object({ ...seen, reason: text(1000) })

export const checklistSchema = z.object({
  ...seen,
  items: z
    .array(z.object({ key: z.string().max(50), done: z.boolean().optional().default(false), note: optionalText(500) }))
    .max(30),
})

export const candidateSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add'), ...seen, practiceId: practiceNumber }),
  z.object({ intent: z.literal('remove'), ...seen, practiceId: practiceNumber }),
  z.object({ intent: z.literal('choose'), ...seen, practiceId: practiceNumber, reason: text(1000) }),
])

export const letterSchema = (today: string) =>
  z.discriminatedUnion('intent', [
    z.object({
      intent: z.literal('write'),
      ...seen,
      letterNumber: text(100),
      letterOn: untilToday(today),
      message: text(4000),
    }),
    z.object({ intent: z.literal('sign'), ...seen }),
  ])

export const verificationSchema = z
  .object({ ...seen, verdict: z.enum(['valid', 'returned']), note: optionalText(1000) })
  .refine(({ verdict, note }) => verdict === 'valid' || note !== null, { path: ['note'], message: 'required' })

export const answerSchema = z
  .object({ ...seen, answer: z.enum(['accept', 'decline']), note: optionalText(1000) })
  .refine(({ answer, note }) => answer === 'accept' || note !== null, { path: ['note'], message: 'required' })

export const visitSchema = (today: string) =>
  z.object({
    ...seen,
    heldOn: untilToday(today),
    mode: z.enum(['on_site', 'remote']),
    participants: z.int().min(1).max(1000),
    findings: text(4000),
    mustKeep: optionalText(2000),
  })

export const agreementSchema = z.discriminatedUnion('intent', [
  z
    .object({
      intent: z.literal('write'),
      ...seen,
      number: text(100),
      title: text(300),
      scope: text(4000),
      startsOn: z.iso.date(),
      endsOn: z.iso.date().optional(),
    })
    .refine(({ startsOn, endsOn }) => !endsOn || endsOn >= startsOn, { path: ['endsOn'], message: 'endBeforeStart' }),
  z.object({ intent: z.enum(['sign_adopter', 'sign_source']), ...seen }),
])

const partRow = z.object({
  part: optionalText(200),
  kind: z.enum(PART_KINDS).optional(),
  decision: z.enum(ADAPTATION_DECISIONS).optional(),
  becomes: optionalText(500),
  reason: optionalText(1000),
})

/** Rows without a name are left out; a change says into what, and everything but keeping says why. */
export const adaptationSchema = z
  .object({ ...seen, parts: z.array(partRow).max(60) })
  .superRefine(({ parts }, check) => {
    const names = new Set<string>()
    parts.forEach((row, index) => {
      if (!row.part) return
      const complain = (field: string, message: string) =>
        check.addIssue({ code: 'custom', path: ['parts', index, field], message })
      if (names.has(row.part)) complain('part', 'duplicatePart')
      names.add(row.part)
      if (!row.decision) complain('decision', 'required')
      if (row.decision === 'changed' && !row.becomes) complain('becomes', 'required')
      if (row.decision && row.decision !== 'kept' && !row.reason) complain('reason', 'required')
    })
  })
  .transform(({ parts, version }) => ({
    version,
    parts: parts.flatMap(({ part, kind, decision, becomes, reason }) =>
      part && decision ? [{ part, kind: kind ?? ('adaptable' as const), decision, becomes, reason }] : [],
    ),
  }))

export const indicatorSchema = (today: string) =>
  z.discriminatedUnion('intent', [
    z
      .object({
        intent: z.literal('set'),
        ...seen,
        name: text(200),
        unit: text(50),
        baselineValue: figure,
        baselineOn: untilToday(today),
        targetValue: figure,
        targetOn: z.iso.date().optional(),
      })
      .refine(({ baselineOn, targetOn }) => !targetOn || targetOn >= baselineOn, {
        path: ['targetOn'],
        message: 'endBeforeStart',
      })
      .refine(({ baselineValue, targetValue }) => baselineValue !== targetValue, {
        path: ['targetValue'],
        message: 'targetIsBaseline',
      }),
    z.object({ intent: z.literal('remove'), ...seen, indicatorId: z.uuid() }),
  ])

export const planSchema = (today: string) =>
  z.object({
    ...seen,
    title: text(300),
    number: optionalText(100),
    datedOn: untilToday(today),
    body: text(6000),
    plannedCost: rupiah,
  })

export const launchSchema = (today: string) => z.object({ ...seen, launchedOn: untilToday(today), spentCost: rupiah })

export const outcomeSchema = (today: string) =>
  z.object({
    ...seen,
    month: z.enum(['3', '6', '12', '24']).transform((month) => Number(month) as 3 | 6 | 12 | 24),
    measuredOn: untilToday(today),
    narrative: text(4000),
    values: z.array(z.object({ indicatorId: z.uuid(), value: figure })).max(50),
  })

/** Letters and agreements are written where they are signed; every other paper is added as such. */
export const ADDED_DOCUMENT_KINDS = ADOPTION_DOCUMENT_KINDS.filter(
  (kind) => kind !== 'interest_letter' && kind !== 'agreement',
)

export const documentSchema = (today: string) =>
  z.object({
    ...seen,
    kind: z.enum(ADDED_DOCUMENT_KINDS),
    title: text(300),
    number: optionalText(100),
    datedOn: untilToday(today),
    body: optionalText(6000),
  })

export const closingSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('write'),
    ...seen,
    comparison: text(4000),
    differences: text(1200),
    legalBasis: text(1000),
    nextBudget: text(1000),
    lessons: optionalText(2000),
  }),
  z.object({ intent: z.enum(['cosign_source', 'cosign_hub']), ...seen }),
])

/** A page of a list, from 1; anything odd in the address is page 1. */
export const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1)

/** The address of the list in the workspace. */
export const adoptionFilterSchema = z.object({
  state: z.enum(ADOPTION_STATES).nullable().catch(null),
  page: pageNumber,
})
