import type { LifeChannel, MinorKind, PracticeState, ReviewStage, RevisionState, Role } from '#db/vocabulary.ts'
import { type Actor, type Hat, roleOf } from '../shared/context.ts'
import { practiceLifecycle, revisionLifecycle, WRITABLE_REVISION_STATES } from './practice.ts'

export const PRACTICE_ACTIONS = [
  'edit',
  'submit',
  'take_back',
  'discard',
  'start_revision',
  'verify_documents',
  'request_changes',
  'publish',
  'schedule',
  'unschedule',
  'publish_minor',
  'claim',
  'reassign',
  'withdraw',
  'merge',
  'undo_merge',
  'assert_life',
  'confirm_life',
  'read_draft',
  'comment',
  'address_comment',
  'resolve_comment',
  'reply_comment',
  'assign_terms',
] as const
export type PracticeAction = (typeof PRACTICE_ACTIONS)[number]

/** What the rules need to know of a practice and of the text that is being written or reviewed. */
export type PracticeFacts = {
  state: PracticeState
  agencyId: string
  /** The agency that the owner is a unit of: its people count as the owner's. */
  agencyParentId: string | null
  hubId: string | null
  /** Everybody who ever wrote in it, in any version: it is their own record. */
  writerIds: readonly string[]
  /** What the hub lets authors publish without a review. */
  minorKinds: readonly MinorKind[] | null
  open: {
    state: RevisionState
    submittedBy: string | null
    submittedAt: Date | null
    documentVerifiedBy: string | null
    /** Everybody who wrote in it. */
    authorIds: readonly string[]
  } | null
  /** The life status that the owner named and nobody has confirmed; `preparedBy` wrote the link that it came with. */
  assertion: { assertedBy: string | null; channel?: LifeChannel; preparedBy?: string | null } | null
}

type User = Extract<Actor, { kind: 'user' }> & { hat: Hat }
type Rule = (user: User, practice: PracticeFacts) => boolean

const owns: Rule = ({ hat }, { agencyId, agencyParentId }) =>
  hat.organisationId === agencyId || (agencyParentId !== null && hat.organisationId === agencyParentId)

const inRole = (user: User, ...roles: Role[]) => roles.includes(user.hat.role)

/** The hub that answers for the place; the national office where no hub covers it. */
const curates: Rule = (user, { hubId }) =>
  hubId === null ? inRole(user, 'national_admin') : inRole(user, 'curator') && user.hat.organisationId === hubId

const manages: Rule = (user, { hubId }) =>
  hubId !== null && inRole(user, 'hub_manager') && user.hat.organisationId === hubId

/** Whether this person wrote in the text that is being written or reviewed, or sent it in. */
const wroteOpen: Rule = ({ userId }, { open }) =>
  open !== null && (open.submittedBy === userId || open.authorIds.includes(userId))

/**
 * Nobody judges a record that is their own, in whatever hat and however long ago they wrote in it: the person counts,
 * not the membership.
 */
const isOutsider: Rule = (user, practice) => !wroteOpen(user, practice) && !practice.writerIds.includes(user.userId)

/** They said it, or held the link that it was said with: whoever prepares a WhatsApp message could have answered it. */
const saidThemself: Rule = ({ userId }, { assertion }) =>
  assertion?.assertedBy === userId || (assertion?.channel === 'whatsapp' && assertion.preparedBy === userId)

const writes: Rule = (user, practice) => inRole(user, 'author') && owns(user, practice)

const checksDocuments: Rule = (user, practice) =>
  inRole(user, 'agency_admin') && owns(user, practice) && isOutsider(user, practice)

/** The second check is another person's than the first. */
const checksSubstance: Rule = (user, practice) =>
  curates(user, practice) && isOutsider(user, practice) && practice.open?.documentVerifiedBy !== user.userId

/** Each check has its reviewer; when nothing waits (any more), either is told so and not sent away. */
const reviews: Rule = (user, practice) => {
  if (practice.open?.state === 'submitted') return checksDocuments(user, practice)
  if (practice.open?.state === 'document_verified') return checksSubstance(user, practice)
  return checksDocuments(user, practice) || checksSubstance(user, practice)
}

/** Each side confirms what it asked for: the admins of the owner, or the curators and managers of the hub. */
const SIDE: Record<ReviewStage, Rule> = {
  documents: checksDocuments,
  substance: (user, practice) =>
    isOutsider(user, practice) &&
    (curates(user, practice) || (inRole(user, 'hub_manager') && user.hat.organisationId === practice.hubId)),
}

const nationalOutsider: Rule = (user, practice) => inRole(user, 'national_admin') && isOutsider(user, practice)

/** Whoever may close some remark; which one, `canCloseRemark` says. */
const closesSome: Rule = (user, practice) =>
  SIDE.documents(user, practice) || SIDE.substance(user, practice) || nationalOutsider(user, practice)

/** Who hands texts to other reviewers: the manager of the hub, the admins of the owner, the national office. */
const distributes: Rule = (user, practice) => {
  if (practice.open?.state === 'submitted') return inRole(user, 'agency_admin') && owns(user, practice)
  if (practice.hubId === null) return inRole(user, 'national_admin')
  return manages(user, practice)
}

/** Who makes two records one, and two of one again: the reviewers' side, and nobody whose own record it is. */
const merges: Rule = (user, practice) =>
  isOutsider(user, practice) &&
  (inRole(user, 'national_admin') ||
    (inRole(user, 'curator', 'hub_manager') && user.hat.organisationId === practice.hubId))

const MAY: Record<PracticeAction, Rule> = {
  edit: writes,
  submit: writes,
  start_revision: writes,
  discard: writes,
  take_back: (user, practice) => writes(user, practice) && wroteOpen(user, practice),
  verify_documents: checksDocuments,
  publish: checksSubstance,
  schedule: checksSubstance,
  unschedule: checksSubstance,
  publish_minor: writes,
  claim: reviews,
  reassign: distributes,
  request_changes: reviews,
  resolve_comment: closesSome,
  comment: reviews,
  address_comment: writes,
  reply_comment: (user, practice) => writes(user, practice) || reviews(user, practice),
  withdraw: (user, practice) => curates(user, practice) || inRole(user, 'national_admin'),
  merge: merges,
  undo_merge: merges,
  assert_life: (user, practice) => inRole(user, 'author', 'agency_admin') && owns(user, practice),
  confirm_life: (user, practice) =>
    (curates(user, practice) || manages(user, practice)) && !saidThemself(user, practice),
  read_draft: (user, practice) => owns(user, practice) || practice.open?.submittedAt != null,
  assign_terms: (user, practice) =>
    (inRole(user, 'author', 'agency_admin') && owns(user, practice)) ||
    (inRole(user, 'curator', 'hub_manager') && user.hat.organisationId === practice.hubId) ||
    inRole(user, 'national_admin'),
}

/** Whether this person, in the hat they wear, is the one to do it; when it may be done is asked of the lifecycle. */
export function can(actor: Actor, action: PracticeAction, practice: PracticeFacts): boolean {
  return actor.kind === 'user' && actor.hat !== null && MAY[action]({ ...actor, hat: actor.hat }, practice)
}

/** A remark as the rules know it: the check during which it was made, by whom, and whether approval waits for it. */
export type RemarkFacts = { stage: ReviewStage; authorId: string; required: boolean }

/**
 * Whether this person confirms that a remark is dealt with, or gives it back: whoever made it, a reviewer of the same
 * side, the national admin. What was only suggested, the reviewer whose turn it is may close too.
 */
export function canCloseRemark(actor: Actor, practice: PracticeFacts, remark: RemarkFacts): boolean {
  if (actor.kind !== 'user' || actor.hat === null) return false
  const user = { ...actor, hat: actor.hat }
  if (!closesSome(user, practice)) return false
  return (
    remark.authorId === user.userId ||
    SIDE[remark.stage](user, practice) ||
    nationalOutsider(user, practice) ||
    (!remark.required && reviews(user, practice))
  )
}

/** Whether anybody may write a new practice in this hat. */
export function canCreatePractice(actor: Actor): boolean {
  return roleOf(actor) === 'author'
}

/** Whether texts wait for a check in this hat. */
export function canReviewPractices(actor: Actor): boolean {
  return ['agency_admin', 'curator', 'hub_manager', 'national_admin'].includes(roleOf(actor) ?? '')
}

/** Whether this hat keeps the answer templates of its hub or of the national office. */
export function canManageReviewTexts(actor: Actor): boolean {
  return ['curator', 'hub_manager', 'national_admin'].includes(roleOf(actor) ?? '')
}

/** Whether this hat decides what needs no review in its hub. */
export function canSetReviewRules(actor: Actor): boolean {
  return roleOf(actor) === 'hub_manager'
}

const WHEN: Record<PracticeAction, (practice: PracticeFacts) => boolean> = {
  edit: ({ open }) => open !== null && WRITABLE_REVISION_STATES.includes(open.state),
  submit: inOpen('submit'),
  take_back: inOpen('take_back'),
  discard: inOpen('discard'),
  verify_documents: inOpen('verify_documents'),
  request_changes: inOpen('request_changes'),
  // What is scheduled is published by the program, at its time.
  publish: (practice) => practice.open?.state !== 'scheduled' && inOpen('publish')(practice),
  schedule: inOpen('schedule'),
  unschedule: inOpen('unschedule'),
  publish_minor: (practice) =>
    inOpen('publish_minor')(practice) && practice.state === 'published' && (practice.minorKinds?.length ?? 0) > 0,
  claim: inOpen('request_changes'),
  reassign: inOpen('request_changes'),
  start_revision: ({ state, open }) => open === null && state === 'published',
  withdraw: ({ state }) => practiceLifecycle.allows(state, 'withdraw'),
  merge: ({ state }) => practiceLifecycle.allows(state, 'merge'),
  undo_merge: ({ state }) => practiceLifecycle.allows(state, 'undo_merge'),
  assert_life: ({ state, assertion }) => state === 'published' && assertion === null,
  confirm_life: ({ state, assertion }) => state === 'published' && assertion !== null,
  read_draft: ({ open }) => open !== null,
  comment: inOpen('request_changes'),
  resolve_comment: inOpen('request_changes'),
  // Also in a text that was taken back: its remarks still wait.
  address_comment: ({ state, open }) =>
    state !== 'withdrawn' && open !== null && WRITABLE_REVISION_STATES.includes(open.state),
  reply_comment: ({ state, open }) =>
    state !== 'withdrawn' &&
    open !== null &&
    (open.submittedAt !== null || WRITABLE_REVISION_STATES.includes(open.state)),
  assign_terms: ({ state }) => state !== 'withdrawn',
}

function inOpen(event: keyof typeof revisionLifecycle.moves) {
  return ({ state, open }: PracticeFacts) =>
    state !== 'withdrawn' && open !== null && revisionLifecycle.allows(open.state, event)
}

/** Whether the moment allows it, whoever asks. */
export function isPossible(action: PracticeAction, practice: PracticeFacts): boolean {
  return WHEN[action](practice)
}

export type PracticeAbilities = Record<PracticeAction, boolean>

/** What this person may do with the practice now: pages offer exactly this. */
export function abilitiesOf(actor: Actor, practice: PracticeFacts): PracticeAbilities {
  const entries = PRACTICE_ACTIONS.map((action) => [
    action,
    can(actor, action, practice) && isPossible(action, practice),
  ])
  return Object.fromEntries(entries) as PracticeAbilities
}

/** Roles that find practices in the workspace at all; which ones, `visibilityFor` says. */
export const PRACTICE_READERS: readonly Role[] = [
  'author',
  'agency_admin',
  'agency_head',
  'adopter_lead',
  'curator',
  'hub_manager',
  'national_admin',
]

/** Which practices an actor knows of in the workspace. Hubs and the national office see what was sent in at least once. */
export type PracticeVisibility =
  | { kind: 'none' }
  | { kind: 'agency'; agencyId: string }
  | { kind: 'hub'; hubId: string }
  | { kind: 'national' }
  | { kind: 'all' }

/** The practices of the workspace that this actor may see; the public site is another matter. */
export function visibilityFor(actor: Actor): PracticeVisibility {
  if (actor.kind === 'system') return { kind: 'all' }
  if (actor.kind === 'visitor' || !actor.hat) return { kind: 'none' }
  const { role, organisationId } = actor.hat
  switch (role) {
    case 'author':
    case 'agency_admin':
    case 'agency_head':
    case 'adopter_lead':
      return { kind: 'agency', agencyId: organisationId }
    case 'curator':
    case 'hub_manager':
      return { kind: 'hub', hubId: organisationId }
    case 'national_admin':
      return { kind: 'national' }
    case 'mentor':
    case 'observer':
      return { kind: 'none' }
  }
}
