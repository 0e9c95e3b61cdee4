import { z } from 'zod'
import {
  ACTION_STATES,
  COACHING_CHANNELS,
  COACHING_MODES,
  COACHING_TOPICS,
  OBSTACLES,
  SESSION_STATES,
  SESSION_VISIBILITIES,
} from '#db/vocabulary.ts'
import { hasIdNumber } from '../shared/personal-data.ts'
import { MAX_ACTION_ITEMS } from './coaching.ts'

/** Free text without identity numbers; blank counts as empty. */
const freeText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !hasIdNumber(value), 'idNumber')

const optionalText = (max: number) =>
  freeText(max)
    .optional()
    .transform((value) => value || null)

const timeOfDay = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3])[:.][0-5]\d(:\d\d)?$/, 'time')
  .transform((value) => value.slice(0, 5).replace('.', ':'))

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
/** The coached agency, with its adoption after a slash where the session serves one. */
const partner = z
  .string()
  .regex(new RegExp(`^${UUID}(/${UUID})?$`), 'choice')
  .transform((value) => {
    const [agencyId = '', adoptionId = null] = value.split('/')
    return { agencyId, adoptionId }
  })

export const DURATION_CHOICES = ['30', '60', '90', '240'] as const
const MINUTES_A_DAY = 1440

/** What planning and logging ask alike: with whom, how and when. */
const meeting = {
  /** Given when the form is made, so that sending it twice stores once. */
  id: z.uuid(),
  /** The version the form was made from; absent for a new session. */
  version: z.int().min(1).max(1_000_000).optional(),
  partner,
  mode: z.enum(COACHING_MODES),
  channel: z.enum(COACHING_CHANNELS),
  date: z.iso.date(),
  time: timeOfDay,
  duration: z.enum(DURATION_CHOICES).optional(),
  /** Free minutes; they win over the quick choice. */
  durationOther: z.int().min(5).max(MINUTES_A_DAY).optional(),
  travelMinutes: z
    .int()
    .min(0)
    .max(4 * MINUTES_A_DAY)
    .optional()
    .transform((value) => value ?? null),
  unit: optionalText(150),
  purpose: optionalText(300),
  topics: z.array(z.enum(COACHING_TOPICS)).max(COACHING_TOPICS.length),
}

const itemRow = z.object({
  id: z.uuid().optional(),
  version: z.int().min(1).max(1_000_000).optional(),
  what: freeText(300).optional(),
  who: freeText(150).optional(),
  dueOn: z.iso.date().optional(),
})

type Meeting = { duration?: string | undefined; durationOther?: number | undefined }
const minutesOf = ({ duration, durationOther }: Meeting) => durationOther ?? Number(duration)

function checkDuration(value: Meeting, ctx: z.RefinementCtx) {
  if (!minutesOf(value)) ctx.addIssue({ code: 'custom', path: ['duration'], message: 'durationMissing' })
}

/** The plan of a visit. */
export const planSchema = z
  .object(meeting)
  .superRefine(checkDuration)
  .transform(({ partner, duration, durationOther, ...rest }) => ({
    ...rest,
    ...partner,
    durationMinutes: minutesOf({ duration, durationOther }),
  }))
export type PlanInput = z.output<typeof planSchema>

const people = z.int().min(0).max(5000).default(0)

/** The log of a session that took place. Rows of action items that are left blank are ignored. */
export const sessionSchema = z
  .object({
    ...meeting,
    women: people,
    men: people,
    withDisability: people,
    findings: freeText(4000).min(1),
    advice: optionalText(2000),
    adviceReusable: z.boolean().default(false),
    items: z.array(itemRow).max(MAX_ACTION_ITEMS),
    obstacles: z.array(z.enum(OBSTACLES)).max(OBSTACLES.length),
    obstacleNote: optionalText(500),
    nextOn: z.iso
      .date()
      .optional()
      .transform((value) => value ?? null),
    visibility: z.enum(SESSION_VISIBILITIES).default('pair'),
  })
  .superRefine((value, ctx) => {
    const issue = (path: (string | number)[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    checkDuration(value, ctx)
    if (value.women + value.men === 0) issue(['women'], 'nobody')
    if (value.withDisability > value.women + value.men) issue(['withDisability'], 'disabilityAmongAll')
    if (value.visibility === 'public_lesson' && !value.advice) issue(['advice'], 'lessonNeedsAdvice')
    if (value.nextOn && value.nextOn <= value.date) issue(['nextOn'], 'nextAfterSession')
    value.items.forEach((row, index) => {
      if (!row.what && !row.who && !row.dueOn) return
      if (!row.what) issue(['items', index, 'what'], 'itemWhat')
      if (!row.who) issue(['items', index, 'who'], 'itemWho')
      if (!row.dueOn) issue(['items', index, 'dueOn'], 'itemDue')
      else if (row.dueOn < value.date) issue(['items', index, 'dueOn'], 'dueBeforeSession')
    })
  })
  .transform(({ partner, duration, durationOther, items, ...rest }) => ({
    ...rest,
    ...partner,
    adviceReusable: rest.adviceReusable || rest.visibility === 'public_lesson',
    durationMinutes: minutesOf({ duration, durationOther }),
    items: items.flatMap(({ id, version, what, who, dueOn }) =>
      what && who && dueOn ? [{ id, version, what, who, dueOn }] : [],
    ),
  }))
export type SessionInput = z.output<typeof sessionSchema>

const base = { version: z.int().min(1).max(1_000_000) }
const item = { ...base, itemId: z.uuid() }

const itemMoves = [
  z.object({ intent: z.literal('start'), ...item }),
  z.object({ intent: z.literal('finish'), ...item, note: freeText(1000).min(1) }),
  z.object({ intent: z.literal('verify'), ...item }),
] as const

/** What people do with an action item. */
export const itemMoveSchema = z.discriminatedUnion('intent', itemMoves)
export type ItemMove = z.output<typeof itemMoveSchema>

/** What people do on the page of a session: answer it, lock it, move its action items. */
export const sessionMoveSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('confirm'), ...base }),
  z.object({ intent: z.literal('dispute'), ...base, note: freeText(1000).min(1) }),
  z.object({ intent: z.literal('lock'), ...base }),
  ...itemMoves,
])
export type SessionMove = z.output<typeof sessionMoveSchema>

const day = z.iso.date()

/** The assignment desk: `lastDay` is the last day on which it holds, empty while it is open. */
export const assignmentMoveSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('assign'),
    mentorId: z.uuid(),
    regionCode: z.string().max(5),
    startsOn: day,
    lastDay: day.optional(),
  }),
  z.object({ intent: z.literal('end'), assignmentId: z.uuid(), lastDay: day }),
  z.object({ intent: z.literal('cancel'), assignmentId: z.uuid() }),
])
export type AssignInput = Omit<Extract<z.output<typeof assignmentMoveSchema>, { intent: 'assign' }>, 'intent'>

const page = z.coerce.number().int().min(1).max(10_000).catch(1)
const region = z
  .string()
  .regex(/^\d{2}\.\d{2}$/)
  .optional()
  .catch(undefined)

/** Filters of the list of sessions, from the URL; what is not understood is left out. */
export const sessionFilters = z.object({ state: z.enum(SESSION_STATES).optional().catch(undefined), region, page })
export type SessionFilters = z.output<typeof sessionFilters>

/** Filters of the list of action items. */
export const actionFilters = z.object({
  show: z.enum(['unfinished', 'overdue', ...ACTION_STATES, 'all']).catch('unfinished'),
  region,
  page,
})
export type ActionFilters = z.output<typeof actionFilters>

/** The page of a list without filters. */
export const pageFilter = z.object({ page })

const sessionId = z.uuid()

/** Whether an address names a session at all; anything else is not asked of the database. */
export const isSessionId = (value: string) => sessionId.safeParse(value).success
