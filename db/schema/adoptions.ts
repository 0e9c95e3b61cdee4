import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  ADAPTATION_DECISIONS,
  ADOPTION_DOCUMENT_KINDS,
  ADOPTION_STATES,
  ADOPTION_STEPS,
  type AdaptationDecision,
  type AdoptionDocumentKind,
  type AdoptionState,
  type AdoptionStep,
  OUTCOME_MONTHS,
  type OutcomeMonth,
  PART_KINDS,
  type PartKind,
  STOP_REASONS,
  type StopReason,
} from '../vocabulary.ts'
import { createdAt, filled, id, moment, oneOf } from './columns.ts'
import { needs } from './needs.ts'
import { agencies, hubs } from './organisations.ts'
import { users } from './people.ts'
import { practiceRevisions, practices } from './practices.ts'

/** One district taking over one practice, in eight steps. */
export const adoptions = pgTable(
  'adoptions',
  {
    id: id(),
    /** `A-<year>-<number>`. */
    publicId: text().notNull(),
    needId: uuid()
      .notNull()
      .references(() => needs.id),
    /** Chosen in step 2; null before. */
    practiceId: uuid().references(() => practices.id),
    /** The version that was read when it was chosen. */
    revisionId: uuid().references(() => practiceRevisions.id),
    agencyId: uuid()
      .notNull()
      .references(() => agencies.organisationId),
    /** The hub of the adopter's province that opens the gates; null: the national office. */
    hubId: uuid().references(() => hubs.organisationId),
    /** Version of the process configuration, see app/domain/adoption. */
    processVersion: smallint().notNull().default(1),
    step: smallint().$type<AdoptionStep>().notNull().default(1),
    state: text().$type<AdoptionState>().notNull().default('active'),
    version: integer().notNull().default(1),
    leadId: uuid()
      .notNull()
      .references(() => users.id),
    reviewOn: date({ mode: 'string' }),
    /** First day of service here; outcome reports are due 3, 6, 12 and 24 months later. */
    launchedOn: date({ mode: 'string' }),
    /** Whole rupiah: planned in step 6, spent so far in step 7. */
    plannedCost: bigint({ mode: 'number' }),
    spentCost: bigint({ mode: 'number' }),
    stopReason: text().$type<StopReason>(),
    stopNote: text(),
    endedAt: moment(),
    replicaPracticeId: uuid().references(() => practices.id),
    certificateNumber: text(),
    isDemo: boolean().notNull().default(false),
    createdAt: createdAt(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('adoptions_public_id').on(t.publicId),
    uniqueIndex('adoptions_certificate').on(t.certificateNumber),
    oneOf('adoptions_step', t.step, ADOPTION_STEPS),
    oneOf('adoptions_state', t.state, ADOPTION_STATES),
    oneOf('adoptions_stop_reason', t.stopReason, STOP_REASONS),
    check(
      'adoptions_practice_chosen',
      sql`${t.step} < 3 or (${t.practiceId} is not null and ${t.revisionId} is not null)`,
    ),
    check('adoptions_paused', sql`(${t.state} = 'paused') = (${t.reviewOn} is not null)`),
    check('adoptions_stopped', sql`(${t.state} = 'stopped') = (${t.stopReason} is not null)`),
    check('adoptions_costs', sql`${t.plannedCost} >= 0 and ${t.spentCost} >= 0`),
    check('adoptions_ended', sql`(${t.state} in ('stopped', 'declined', 'completed')) = (${t.endedAt} is not null)`),
    uniqueIndex('adoptions_one_running').on(t.agencyId, t.practiceId).where(sql`${t.state} in ('active', 'paused')`),
    index('adoptions_agency').on(t.agencyId, t.state),
    index('adoptions_practice').on(t.practiceId, t.state),
    index('adoptions_hub').on(t.hubId, t.state),
  ],
)

/** When a step was opened and who let it pass. */
export const adoptionSteps = pgTable(
  'adoption_steps',
  {
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    step: smallint().$type<AdoptionStep>().notNull(),
    openedAt: createdAt(),
    passedAt: moment(),
    passedBy: uuid().references(() => users.id),
    /** Remark of the gate keeper. */
    note: text(),
  },
  (t) => [primaryKey({ columns: [t.adoptionId, t.step] }), oneOf('adoption_steps_step', t.step, ADOPTION_STEPS)],
)

/** Ticked items of a step's checklist; which items exist is configuration. */
export const adoptionChecks = pgTable(
  'adoption_checks',
  {
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    item: text().notNull(),
    note: text(),
    checkedBy: uuid()
      .notNull()
      .references(() => users.id),
    checkedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.adoptionId, t.item] })],
)

/** Practices compared in step 2: at least two before the gate opens. */
export const adoptionCandidates = pgTable(
  'adoption_candidates',
  {
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    practiceId: uuid()
      .notNull()
      .references(() => practices.id),
    /** Why it was chosen or not. */
    note: text(),
    addedAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.adoptionId, t.practiceId] })],
)

/** Step 3: the hub verifies the interest, the source agency accepts or declines with a reason. */
export const interests = pgTable(
  'interests',
  {
    adoptionId: uuid()
      .primaryKey()
      .references(() => adoptions.id),
    letterNumber: text().notNull(),
    letterOn: date({ mode: 'string' }).notNull(),
    message: text().notNull(),
    signedBy: uuid().references(() => users.id),
    signedAt: moment(),
    hubVerifiedBy: uuid().references(() => users.id),
    hubVerifiedAt: moment(),
    hubNote: text(),
    sourceAnsweredBy: uuid().references(() => users.id),
    sourceAnsweredAt: moment(),
    sourceAccepts: boolean(),
    sourceNote: text(),
    /** Where the source agency has no account yet: the hub records the answer given on paper and says so. */
    sourceAnsweredOnPaper: boolean().notNull().default(false),
  },
  (t) => [
    check('interests_answer', sql`(${t.sourceAccepts} is null) = (${t.sourceAnsweredAt} is null)`),
    check(
      'interests_declined_with_reason',
      sql`${t.sourceAccepts} is not false or length(btrim(coalesce(${t.sourceNote}, ''))) > 0`,
    ),
  ],
)

/** Step 4: visits to the source, on site or remote. */
export const visits = pgTable(
  'visits',
  {
    id: id(),
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    heldOn: date({ mode: 'string' }).notNull(),
    remote: boolean().notNull(),
    participants: integer().notNull(),
    /** Similarities and differences, success factors, failures met. */
    findings: text().notNull(),
    /** What must not change. */
    mustKeep: text(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    filled('visits_findings', t.findings),
    check('visits_participants', sql`${t.participants} > 0`),
    index('visits_adoption').on(t.adoptionId),
  ],
)

/** Step 5: the agreement; in force when both heads have signed. */
export const agreements = pgTable(
  'agreements',
  {
    id: id(),
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    number: text().notNull(),
    title: text().notNull(),
    scope: text().notNull(),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }),
    adopterSignedBy: uuid().references(() => users.id),
    adopterSignedAt: moment(),
    sourceSignedBy: uuid().references(() => users.id),
    sourceSignedAt: moment(),
    /** Where the source agency has no account yet: the hub records the signature on paper and says so. */
    sourceSignedOnPaper: boolean().notNull().default(false),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('agreements_adoption').on(t.adoptionId),
    filled('agreements_number', t.number),
    check('agreements_period', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
    check(
      'agreements_two_signatures',
      sql`${t.adopterSignedBy} is null or ${t.adopterSignedBy} is distinct from ${t.sourceSignedBy}`,
    ),
  ],
)

/** Step 6: what is kept, changed or dropped of each part, and why. */
export const adaptations = pgTable(
  'adaptations',
  {
    id: id(),
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    part: text().notNull(),
    kind: text().$type<PartKind>().notNull(),
    decision: text().$type<AdaptationDecision>().notNull(),
    /** What it becomes here. */
    becomes: text(),
    reason: text(),
    decidedBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('adaptations_part').on(t.adoptionId, t.part),
    filled('adaptations_part_filled', t.part),
    oneOf('adaptations_kind', t.kind, PART_KINDS),
    oneOf('adaptations_decision', t.decision, ADAPTATION_DECISIONS),
    check('adaptations_reason', sql`${t.decision} = 'kept' or length(btrim(coalesce(${t.reason}, ''))) > 0`),
  ],
)

/** What the adoption wants to move, with baseline and target. */
export const adoptionIndicators = pgTable(
  'adoption_indicators',
  {
    id: id(),
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    name: text().notNull(),
    unit: text().notNull(),
    baselineValue: numeric({ mode: 'number' }).notNull(),
    baselineOn: date({ mode: 'string' }).notNull(),
    targetValue: numeric({ mode: 'number' }).notNull(),
    targetOn: date({ mode: 'string' }),
  },
  (t) => [
    unique('adoption_indicators_name').on(t.adoptionId, t.name),
    filled('adoption_indicators_name_filled', t.name),
  ],
)

/** Outcome reports at 3, 6, 12 and 24 months. */
export const outcomeReports = pgTable(
  'outcome_reports',
  {
    id: id(),
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    month: smallint().$type<OutcomeMonth>().notNull(),
    measuredOn: date({ mode: 'string' }).notNull(),
    narrative: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique('outcome_reports_month').on(t.adoptionId, t.month),
    oneOf('outcome_reports_month_value', t.month, OUTCOME_MONTHS),
    filled('outcome_reports_narrative', t.narrative),
  ],
)

export const outcomeValues = pgTable(
  'outcome_values',
  {
    reportId: uuid()
      .notNull()
      .references(() => outcomeReports.id, { onDelete: 'cascade' }),
    indicatorId: uuid()
      .notNull()
      .references(() => adoptionIndicators.id),
    value: numeric({ mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.indicatorId] })],
)

/** Step 8: what became of it, signed by the hub and the source. Both signatures complete the adoption. */
export const adoptionClosings = pgTable(
  'adoption_closings',
  {
    adoptionId: uuid()
      .primaryKey()
      .references(() => adoptions.id),
    /** Before and after, in words; the figures are in the outcome reports. */
    comparison: text().notNull(),
    /** How it differs from the source. */
    differences: text().notNull(),
    legalBasis: text().notNull(),
    nextBudget: text().notNull(),
    lessons: text(),
    writtenBy: uuid()
      .notNull()
      .references(() => users.id),
    writtenAt: createdAt(),
    hubSignedBy: uuid().references(() => users.id),
    hubSignedAt: moment(),
    sourceSignedBy: uuid().references(() => users.id),
    sourceSignedAt: moment(),
    /** Recorded by the hub from paper, where the head of the source agency has no account yet. */
    sourceSignedOnPaper: boolean().notNull().default(false),
  },
  (t) => [
    filled('adoption_closings_comparison', t.comparison),
    filled('adoption_closings_differences', t.differences),
    filled('adoption_closings_legal_basis', t.legalBasis),
    filled('adoption_closings_next_budget', t.nextBudget),
    check(
      'adoption_closings_two_signatures',
      sql`${t.sourceSignedOnPaper} or ${t.hubSignedBy} is null or ${t.hubSignedBy} is distinct from ${t.sourceSignedBy}`,
    ),
  ],
)

/** Papers of an adoption: what they are, their number and date, and where the original is kept. */
export const adoptionDocuments = pgTable(
  'adoption_documents',
  {
    id: id(),
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    kind: text().$type<AdoptionDocumentKind>().notNull(),
    title: text().notNull(),
    number: text(),
    datedOn: date({ mode: 'string' }).notNull(),
    /** Text of the document, or where the original is kept. */
    body: text(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    oneOf('adoption_documents_kind', t.kind, ADOPTION_DOCUMENT_KINDS),
    filled('adoption_documents_title', t.title),
    index('adoption_documents_adoption').on(t.adoptionId),
  ],
)

/** The history of an adoption: every move with actor, time and reason. */
export const adoptionEvents = pgTable(
  'adoption_events',
  {
    id: id(),
    adoptionId: uuid()
      .notNull()
      .references(() => adoptions.id),
    event: text().notNull(),
    step: smallint().notNull(),
    actorId: uuid().references(() => users.id),
    reason: text(),
    data: jsonb().$type<Record<string, string | number | boolean | null>>(),
    at: createdAt(),
  },
  (t) => [index('adoption_events_adoption').on(t.adoptionId, t.at)],
)
