import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PracticeContent } from '../practice-content.ts'
import {
  type Language,
  LIFE_CHANNELS,
  LIFE_STATUSES,
  LIFE_STOP_REASONS,
  type LifeChannel,
  type LifeStatus,
  type LifeStopReason,
  PRACTICE_STATES,
  type PracticeState,
  REVIEW_STAGES,
  REVISION_STATES,
  type ReviewStage,
  type RevisionState,
  STORY_SECTIONS,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { agencies, hubs } from './organisations.ts'
import { users } from './people.ts'

/** The last public number given in a province (`00` national, `99` abroad): numbers are never used twice. */
export const publicIdCounters = pgTable('public_id_counters', {
  scope: text().primaryKey(),
  lastNumber: integer().notNull(),
})

/** One innovation, owned by an agency. What is written about it lives in its revisions. */
export const practices = pgTable(
  'practices',
  {
    id: id(),
    publicId: text().notNull(),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.organisationId),
    /** The hub whose curator reviews; null where no hub covers the place (national admin reviews). */
    hubId: uuid().references(() => hubs.organisationId),
    state: text().$type<PracticeState>().notNull().default('unpublished'),
    /** The revision the public reads. */
    liveRevisionId: uuid().references((): AnyPgColumn => practiceRevisions.id),
    replicaOfId: uuid().references((): AnyPgColumn => practices.id),
    lifeStatus: text().$type<LifeStatus>().notNull().default('unconfirmed'),
    lifeConfirmedOn: date({ mode: 'string' }),
    lifeConfirmedBy: uuid().references(() => users.id),
    /** Words by which people look for it, assigned by curators beside the text; null until somebody has. */
    searchTerms: jsonb().$type<Record<Language, string[]>>(),
    /** Grows with every change that the search index must follow. */
    searchVersion: bigint({ mode: 'number' }).notNull().default(1),
    firstPublishedAt: moment(),
    withdrawnAt: moment(),
    withdrawalReason: text().$type<WithdrawalReason>(),
    withdrawalNote: text(),
    successorId: uuid().references((): AnyPgColumn => practices.id),
    /** Key of a record of the starting catalogue; makes loading it repeatable. */
    catalogueKey: text(),
    isDemo: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('practices_public_id').on(t.publicId),
    uniqueIndex('practices_catalogue_key').on(t.catalogueKey),
    check('practices_public_id_form', sql`${t.publicId} ~ '^JIPP-[0-9]{2}-[0-9]{4,}$'`),
    oneOf('practices_state', t.state, PRACTICE_STATES),
    oneOf('practices_life_status', t.lifeStatus, LIFE_STATUSES),
    oneOf('practices_withdrawal_reason', t.withdrawalReason, WITHDRAWAL_REASONS),
    check('practices_live', sql`(${t.state} = 'published') <= (${t.liveRevisionId} is not null)`),
    check(
      'practices_withdrawn',
      sql`(${t.state} = 'withdrawn') = (${t.withdrawnAt} is not null and ${t.withdrawalReason} is not null)`,
    ),
    check('practices_confirmed', sql`(${t.lifeStatus} = 'unconfirmed') or (${t.lifeConfirmedOn} is not null)`),
    check(
      'practices_not_own_source',
      sql`${t.replicaOfId} is distinct from ${t.id} and ${t.successorId} is distinct from ${t.id}`,
    ),
    index('practices_agency').on(t.agencyId),
    index('practices_hub').on(t.hubId, t.state),
    index('practices_state').on(t.state, t.firstPublishedAt),
  ],
)

/** A text of a practice. One at most is being written or reviewed; a published one is frozen by a trigger. */
export const practiceRevisions = pgTable(
  'practice_revisions',
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references((): AnyPgColumn => practices.id),
    number: integer().notNull(),
    state: text().$type<RevisionState>().notNull().default('draft'),
    content: jsonb().$type<PracticeContent>().notNull(),
    /** Compare-and-set: grows with every save and every move. */
    version: integer().notNull().default(1),
    createdBy: uuid().references(() => users.id),
    createdAt: createdAt(),
    savedAt: moment().notNull().defaultNow(),
    submittedBy: uuid().references(() => users.id),
    submittedAt: moment(),
    documentVerifiedBy: uuid().references(() => users.id),
    documentVerifiedAt: moment(),
    /** While it is scheduled: when it is to be published, and who decided so and publishes it. */
    publishAt: moment(),
    scheduledBy: uuid().references(() => users.id),
    publishedBy: uuid().references(() => users.id),
    publishedAt: moment(),
    /** The reviewed revision that this one differs from in small things only; it was published without a review. */
    minorOf: uuid().references((): AnyPgColumn => practiceRevisions.id),
  },
  (t) => [
    unique('practice_revisions_number').on(t.practiceId, t.number),
    uniqueIndex('practice_revisions_one_open')
      .on(t.practiceId)
      .where(sql`${t.state} in ('draft', 'submitted', 'document_verified', 'scheduled', 'changes_requested')`),
    oneOf('practice_revisions_state', t.state, REVISION_STATES),
    check('practice_revisions_number_positive', sql`${t.number} > 0`),
    check('practice_revisions_published', sql`(${t.state} = 'published') = (${t.publishedAt} is not null)`),
    check(
      'practice_revisions_scheduled',
      sql`${t.state} <> 'scheduled' or (${t.publishAt} is not null and ${t.scheduledBy} is not null)`,
    ),
    check(
      'practice_revisions_checked_by_others',
      sql`${t.documentVerifiedBy} is null or ${t.documentVerifiedBy} is distinct from ${t.submittedBy}`,
    ),
    check(
      'practice_revisions_published_by_others',
      sql`${t.publishedBy} is null or ${t.publishedBy} is distinct from ${t.submittedBy}`,
    ),
    check(
      'practice_revisions_minor',
      sql`${t.minorOf} is null or (${t.state} = 'published' and ${t.publishedBy} is null and ${t.submittedBy} is not null)`,
    ),
    index('practice_revisions_queue').on(t.state, t.submittedAt),
  ],
)

/** Everybody who wrote in a revision: none of them may check or publish it. */
export const revisionAuthors = pgTable(
  'revision_authors',
  {
    revisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** They wrote in it and have given it to somebody else: theirs to judge it is not, to go on with it neither. */
    handedOver: boolean().notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.userId] })],
)

/** Remarks of a reviewer on a section; a required one must be closed before publication. */
export const reviewComments = pgTable(
  'review_comments',
  {
    id: id(),
    revisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id),
    /** The check during which it was made: its side confirms that it is dealt with. */
    stage: text().$type<ReviewStage>().notNull().default('documents'),
    section: text().notNull(),
    /** The field of the section that is meant, by the name it has in the form. */
    field: text(),
    /** The words that are meant. */
    quote: text(),
    body: text().notNull(),
    required: boolean().notNull().default(false),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    /** The author says it is done … */
    addressedAt: moment(),
    /** … and a reviewer agrees. */
    resolvedAt: moment(),
    resolvedBy: uuid().references(() => users.id),
  },
  (t) => [
    filled('review_comments_body', t.body),
    oneOf('review_comments_stage', t.stage, REVIEW_STAGES),
    oneOf('review_comments_section', t.section, [
      ...STORY_SECTIONS,
      'identity',
      'classification',
      'results',
      'kit',
      'sources',
      'general',
    ]),
    index('review_comments_revision').on(t.revisionId),
  ],
)

/** The history of a practice: every move with actor, time and reason. */
export const practiceEvents = pgTable(
  'practice_events',
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    revisionId: uuid().references(() => practiceRevisions.id),
    event: text().notNull(),
    fromState: text(),
    toState: text(),
    actorId: uuid().references(() => users.id),
    reason: text(),
    at: createdAt(),
  },
  (t) => [index('practice_events_practice').on(t.practiceId, t.at)],
)

/** What the owner said about the life of a practice and what the hub confirmed. */
export const lifeAssertions = pgTable(
  'life_assertions',
  {
    id: id(),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    status: text().$type<LifeStatus>().notNull(),
    note: text(),
    /** Why it stopped, and since which year it is so, where the owner says. */
    stopReason: text().$type<LifeStopReason>(),
    sinceYear: integer(),
    channel: text().$type<LifeChannel>().notNull().default('workspace'),
    assertedBy: uuid().references(() => users.id),
    assertedAt: createdAt(),
    confirmedBy: uuid().references(() => users.id),
    confirmedAt: moment(),
    rejectedAt: moment(),
  },
  (t) => [
    oneOf('life_assertions_status', t.status, LIFE_STATUSES),
    oneOf('life_assertions_channel', t.channel, LIFE_CHANNELS),
    oneOf('life_assertions_stop_reason', t.stopReason, LIFE_STOP_REASONS),
    check('life_assertions_stopped', sql`${t.stopReason} is null or ${t.status} = 'stopped'`),
    check(
      'life_assertions_by_others',
      sql`${t.confirmedBy} is null or ${t.confirmedBy} is distinct from ${t.assertedBy}`,
    ),
    uniqueIndex('life_assertions_one_open')
      .on(t.practiceId)
      .where(sql`${t.confirmedAt} is null and ${t.rejectedAt} is null`),
  ],
)
