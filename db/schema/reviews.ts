import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { PracticeContent } from '../practice-content.ts'
import {
  BATCH_ACTIONS,
  type BatchAction,
  MINOR_KINDS,
  type MinorKind,
  REVIEW_STAGES,
  type ReviewStage,
  type RevisionState,
} from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { hubs, organisations } from './organisations.ts'
import { users } from './people.ts'
import { practiceRevisions, practices, reviewComments } from './practices.ts'

/** Who has taken a text for one of its two checks. Kept when the text goes back to its authors: it returns to the same reviewer. */
export const reviewClaims = pgTable(
  'review_claims',
  {
    revisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id),
    stage: text().$type<ReviewStage>().notNull(),
    reviewerId: uuid()
      .notNull()
      .references(() => users.id),
    claimedAt: createdAt(),
    /** Who handed it to them; null when they took it. */
    assignedBy: uuid().references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.stage] }),
    oneOf('review_claims_stage', t.stage, REVIEW_STAGES),
    index('review_claims_reviewer').on(t.reviewerId),
  ],
)

/** The text as it was sent in, each time: what a reviewer saw, and what changed since. */
export const revisionSubmissions = pgTable(
  'revision_submissions',
  {
    id: id(),
    revisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id),
    /** The version that the revision got by being sent in. */
    version: integer().notNull(),
    content: jsonb().$type<PracticeContent>().notNull(),
    /** SHA-256 of the text. */
    fingerprint: text().notNull(),
    submittedBy: uuid()
      .notNull()
      .references(() => users.id),
    submittedAt: createdAt(),
  },
  (t) => [unique('revision_submissions_version').on(t.revisionId, t.version)],
)

/** Answers to a remark, by its writers or reviewers. */
export const reviewReplies = pgTable(
  'review_replies',
  {
    id: id(),
    commentId: uuid()
      .notNull()
      .references(() => reviewComments.id),
    authorId: uuid()
      .notNull()
      .references(() => users.id),
    body: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [filled('review_replies_body', t.body), index('review_replies_comment').on(t.commentId)],
)

/** Sentences that reviewers of an organisation write again and again, in both languages, with variables in braces. */
export const reviewTemplates = pgTable(
  'review_templates',
  {
    id: id(),
    organisationId: uuid()
      .notNull()
      .references(() => organisations.id),
    name: text().notNull(),
    bodyId: text().notNull(),
    bodyEn: text().notNull(),
    version: integer().notNull().default(1),
    updatedBy: uuid()
      .notNull()
      .references(() => users.id),
    updatedAt: createdAt(),
    archivedAt: moment(),
  },
  (t) => [
    filled('review_templates_name', t.name),
    filled('review_templates_body_id', t.bodyId),
    filled('review_templates_body_en', t.bodyEn),
    index('review_templates_organisation').on(t.organisationId),
  ],
)

/** One decision on several texts. The letters about it wait until it can no longer be undone. */
export const reviewBatches = pgTable(
  'review_batches',
  {
    /** Made by the form: sent twice, it is one decision. */
    id: uuid().primaryKey(),
    action: text().$type<BatchAction>().notNull(),
    actorId: uuid()
      .notNull()
      .references(() => users.id),
    message: text(),
    at: createdAt(),
    undoneAt: moment(),
    toldAt: moment(),
  },
  (t) => [oneOf('review_batches_action', t.action, BATCH_ACTIONS), index('review_batches_actor').on(t.actorId, t.at)],
)

/** What became of each text of such a decision. */
export const reviewBatchItems = pgTable(
  'review_batch_items',
  {
    batchId: uuid()
      .notNull()
      .references(() => reviewBatches.id),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    revisionId: uuid().references(() => practiceRevisions.id),
    fromState: text().$type<RevisionState>(),
    /** The version that the revision got; undone only while it has it. */
    version: integer(),
    /** Who had checked the documents before, to be put back by an undo. */
    documentVerifiedBy: uuid().references(() => users.id),
    documentVerifiedAt: moment(),
    /** The message as this text's authors read it. */
    message: text(),
    /** Why nothing was done with it. */
    refused: text(),
    undoneAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.practiceId] }),
    check('review_batch_items_done_or_refused', sql`(${t.refused} is null) = (${t.version} is not null)`),
  ],
)

/** That a manager was told of a text that waits too long; once for each time it waits. */
export const reviewEscalations = pgTable(
  'review_escalations',
  {
    revisionId: uuid()
      .notNull()
      .references(() => practiceRevisions.id),
    stage: text().$type<ReviewStage>().notNull(),
    waitingSince: moment().notNull(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.stage, t.waitingSince] }),
    oneOf('review_escalations_stage', t.stage, REVIEW_STAGES),
  ],
)

/** What a hub lets its authors publish without a review. No row: nothing. */
export const hubReviewRules = pgTable(
  'hub_review_rules',
  {
    hubId: uuid()
      .primaryKey()
      .references(() => hubs.organisationId),
    minorKinds: text().array().$type<MinorKind[]>().notNull(),
    version: integer().notNull().default(1),
    updatedBy: uuid()
      .notNull()
      .references(() => users.id),
    updatedAt: createdAt(),
  },
  (t) => [
    check(
      'hub_review_rules_minor_kinds',
      sql`${t.minorKinds} <@ array[${sql.raw(MINOR_KINDS.map((kind) => `'${kind}'`).join(', '))}]::text[]`,
    ),
  ],
)
