import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { LANGUAGES, type Language, ROLES, type Role } from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { organisations } from './organisations.ts'

export const users = pgTable(
  'users',
  {
    id: id(),
    /** Lower case; unique. */
    email: text().notNull(),
    name: text().notNull(),
    /** argon2id; null until the person has chosen a password. */
    passwordHash: text(),
    language: text().$type<Language>().notNull().default('id'),
    isDemo: boolean().notNull().default(false),
    disabledAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('users_email').on(t.email),
    check('users_email_form', sql`${t.email} = lower(${t.email}) and ${t.email} ~ '^[^@[:space:]]+@[^@[:space:]]+$'`),
    filled('users_name', t.name),
    oneOf('users_language', t.language, LANGUAGES),
  ],
)

/** Person × organisation × role × period. The migration adds an exclusion: the same role may not overlap in time. */
export const memberships = pgTable(
  'memberships',
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    role: text().$type<Role>().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    /** First day on which the membership no longer holds; null while it is open. */
    endsOn: date({ mode: 'string' }),
    createdBy: uuid().references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf('memberships_role', t.role, ROLES),
    check('memberships_period', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    index('memberships_user').on(t.userId),
    index('memberships_organisation').on(t.organisationId, t.role),
  ],
)

/** Signed-in browsers. Only the SHA-256 of the token is kept. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** The hat the person wears in this browser. */
    membershipId: uuid().references(() => memberships.id, { onDelete: 'set null' }),
    /** Idle expiry, moved forward by use. */
    expiresAt: moment().notNull(),
    /** Absolute expiry, never moved. */
    endsAt: moment().notNull(),
    createdAt: createdAt(),
    lastSeenAt: moment().notNull().defaultNow(),
    /** Browser family and system, to recognise a session in the list; no address is kept. */
    device: text().notNull().default(''),
  },
  (t) => [index('sessions_user').on(t.userId), index('sessions_expires').on(t.expiresAt)],
)

/** The only way in: a single-use link, bound to an address, an organisation and a role. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    tokenHash: text().notNull(),
    email: text().notNull(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    role: text().$type<Role>().notNull(),
    invitedBy: uuid().references(() => users.id),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    acceptedAt: moment(),
    acceptedBy: uuid().references(() => users.id),
    revokedAt: moment(),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenHash),
    uniqueIndex('invitations_open')
      .on(t.email, t.organisationId, t.role)
      .where(sql`${t.acceptedAt} is null and ${t.revokedAt} is null`),
    oneOf('invitations_role', t.role, ROLES),
    check('invitations_ended_once', sql`${t.acceptedAt} is null or ${t.revokedAt} is null`),
    index('invitations_organisation').on(t.organisationId),
  ],
)

export const passwordResets = pgTable(
  'password_resets',
  {
    tokenHash: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (t) => [index('password_resets_user').on(t.userId)],
)
