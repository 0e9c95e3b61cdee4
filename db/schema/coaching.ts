import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import {
  ACTION_STATES,
  type ActionState,
  type AdoptionStep,
  COACHING_CHANNELS,
  COACHING_MODES,
  type CoachingChannel,
  type CoachingMode,
  type CoachingTopic,
  type Obstacle,
  SESSION_STATES,
  SESSION_VISIBILITIES,
  type SessionState,
  type SessionVisibility,
} from '../vocabulary.ts'
import { adoptions } from './adoptions.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { agencies, hubs } from './organisations.ts'
import { users } from './people.ts'
import { practices } from './practices.ts'
import { regions } from './regions.ts'

/** Mentor × district × period. The migration adds an exclusion: a mentor has a district once at a time in a hub. */
export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    hubId: uuid()
      .notNull()
      .references(() => hubs.organisationId),
    mentorId: uuid()
      .notNull()
      .references(() => users.id),
    regionCode: text()
      .notNull()
      .references(() => regions.code),
    startsOn: date({ mode: 'string' }).notNull(),
    /** First day on which it no longer holds; null while it is open. */
    endsOn: date({ mode: 'string' }),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    check('assignments_period', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    index('assignments_mentor').on(t.mentorId),
    index('assignments_region').on(t.regionCode),
    index('assignments_hub').on(t.hubId),
  ],
)

/** A coaching session: planned or held. The id is given by the device, so that sending twice stores once. */
export const coachingSessions = pgTable(
  'coaching_sessions',
  {
    id: uuid().primaryKey(),
    /** Shown to the mentor once stored: `S-XXXX-XXXX`. */
    receipt: text().notNull(),
    hubId: uuid()
      .notNull()
      .references(() => hubs.organisationId),
    mentorId: uuid()
      .notNull()
      .references(() => users.id),
    regionCode: text()
      .notNull()
      .references(() => regions.code),
    /** The coached agency. */
    agencyId: uuid()
      .notNull()
      .references(() => agencies.organisationId),
    unit: text(),
    practiceId: uuid().references(() => practices.id),
    adoptionId: uuid().references(() => adoptions.id),
    step: smallint().$type<AdoptionStep>(),
    state: text().$type<SessionState>().notNull().default('held'),
    mode: text().$type<CoachingMode>().notNull(),
    channel: text().$type<CoachingChannel>().notNull(),
    startsAt: moment().notNull(),
    durationMinutes: integer().notNull(),
    travelMinutes: integer(),
    /** Counts only; disability is counted among women and men. */
    women: integer().notNull().default(0),
    men: integer().notNull().default(0),
    withDisability: integer().notNull().default(0),
    purpose: text(),
    topics: text().array().$type<CoachingTopic[]>().notNull().default(sql`'{}'`),
    findings: text(),
    advice: text(),
    adviceReusable: boolean().notNull().default(false),
    obstacles: text().array().$type<Obstacle[]>().notNull().default(sql`'{}'`),
    obstacleNote: text(),
    nextOn: date({ mode: 'string' }),
    visibility: text().$type<SessionVisibility>().notNull().default('pair'),
    version: integer().notNull().default(1),
    confirmedBy: uuid().references(() => users.id),
    confirmedAt: moment(),
    disputedBy: uuid().references(() => users.id),
    disputedAt: moment(),
    disputeNote: text(),
    lockedAt: moment(),
    isDemo: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('coaching_sessions_receipt').on(t.receipt),
    oneOf('coaching_sessions_state', t.state, SESSION_STATES),
    oneOf('coaching_sessions_mode', t.mode, COACHING_MODES),
    oneOf('coaching_sessions_channel', t.channel, COACHING_CHANNELS),
    oneOf('coaching_sessions_visibility', t.visibility, SESSION_VISIBILITIES),
    check('coaching_sessions_duration', sql`${t.durationMinutes} between 1 and 1440`),
    check(
      'coaching_sessions_counts',
      sql`${t.women} >= 0 and ${t.men} >= 0 and ${t.withDisability} between 0 and ${t.women} + ${t.men}`,
    ),
    check('coaching_sessions_written', sql`${t.state} = 'planned' or length(btrim(coalesce(${t.findings}, ''))) > 0`),
    check(
      'coaching_sessions_confirmed',
      sql`${t.state} not in ('confirmed', 'locked') or ${t.confirmedAt} is not null`,
    ),
    check(
      'coaching_sessions_disputed',
      sql`${t.state} <> 'disputed' or length(btrim(coalesce(${t.disputeNote}, ''))) > 0`,
    ),
    check(
      'coaching_sessions_confirmed_by_others',
      sql`${t.confirmedBy} is distinct from ${t.mentorId} or ${t.confirmedBy} is null`,
    ),
    index('coaching_sessions_mentor').on(t.mentorId, t.startsAt),
    index('coaching_sessions_agency').on(t.agencyId, t.startsAt),
    index('coaching_sessions_hub').on(t.hubId, t.startsAt),
    index('coaching_sessions_adoption').on(t.adoptionId),
  ],
)

/** What was agreed: who does what until when. Overdue is derived from the due date. */
export const actionItems = pgTable(
  'action_items',
  {
    id: id(),
    sessionId: uuid()
      .notNull()
      .references(() => coachingSessions.id),
    position: smallint().notNull(),
    what: text().notNull(),
    who: text().notNull(),
    dueOn: date({ mode: 'string' }).notNull(),
    evidenceWanted: text(),
    state: text().$type<ActionState>().notNull().default('open'),
    version: integer().notNull().default(1),
    doneNote: text(),
    doneBy: uuid().references(() => users.id),
    doneAt: moment(),
    verifiedBy: uuid().references(() => users.id),
    verifiedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('action_items_position').on(t.sessionId, t.position),
    oneOf('action_items_state', t.state, ACTION_STATES),
    filled('action_items_what', t.what),
    filled('action_items_who', t.who),
    check('action_items_done', sql`(${t.state} in ('done', 'verified')) = (${t.doneAt} is not null)`),
    check('action_items_verified', sql`(${t.state} = 'verified') = (${t.verifiedAt} is not null)`),
    check(
      'action_items_verified_by_others',
      sql`${t.verifiedBy} is null or ${t.verifiedBy} is distinct from ${t.doneBy}`,
    ),
    index('action_items_due').on(t.state, t.dueOn),
  ],
)
