import type { CoachingReach } from '#db/queries/coaching.server.ts'
import {
  type ActionState,
  type Role,
  SESSION_VISIBILITIES,
  type SessionState,
  type SessionVisibility,
} from '#db/vocabulary.ts'
import type { Actor } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { type ActionEvent, actionLifecycle, type SessionEvent, sessionLifecycle } from './coaching.ts'

/** Roles that speak for the coached agency: they confirm, dispute and report what was done. */
export const COACHED_ROLES: readonly Role[] = ['agency_admin', 'agency_head', 'adopter_lead']
const AGENCY_ROLES: readonly Role[] = [...COACHED_ROLES, 'author']

/** All that decides about a session. */
export type SessionFacts = {
  hubId: string
  mentorId: string
  agencyId: string
  /** The government that the coached agency is a unit of. */
  agencyParentId: string | null
  state: SessionState
  visibility: SessionVisibility
  /** Mentors of the hub who are assigned to the district today. */
  assignedMentorIds: readonly string[]
}

export type ActionFacts = { state: ActionState; doneBy: string | null; session: SessionFacts }

const EVERY_LEVEL = SESSION_VISIBILITIES
const BEYOND_THE_PAIR: readonly SessionVisibility[] = ['hub', 'public_lesson']

/**
 * Which sessions an actor may read: any of these reaches. `pair` is for the mentor (also one who took the district
 * over), the coached agency with its parent, and the hub manager; `hub` for the whole hub, its observers and the
 * national level; visitors read lessons only, which are a list of their own.
 */
export function visibilityFor(actor: Actor, now: Date): readonly CoachingReach[] {
  if (actor.kind !== 'user' || !actor.hat) return []
  const { role, organisationId, organisationKind } = actor.hat
  if (organisationKind === 'agency')
    return AGENCY_ROLES.includes(role) ? [{ levels: EVERY_LEVEL, agencyId: organisationId }] : []
  if (organisationKind === 'national') return [{ levels: BEYOND_THE_PAIR }]
  if (role === 'hub_manager') return [{ levels: EVERY_LEVEL, hubId: organisationId }]
  const wholeHub = { levels: BEYOND_THE_PAIR, hubId: organisationId }
  if (role !== 'mentor') return [wholeHub]
  return [
    { levels: EVERY_LEVEL, hubId: organisationId, mentorId: actor.userId },
    { levels: EVERY_LEVEL, hubId: organisationId, assignedTo: { userId: actor.userId, on: today(now) } },
    wholeHub,
  ]
}

/** The part of it that the actor answers for: for a mentor the own sessions and districts, for others all they may read. */
export function dutyOf(actor: Actor, now: Date): readonly CoachingReach[] {
  const reaches = visibilityFor(actor, now)
  return mentoringHub(actor) ? reaches.filter((reach) => reach.mentorId || reach.assignedTo) : reaches
}

/** The same rule for one session that is already at hand; a test compares it with the query. */
export function isVisible(reaches: readonly CoachingReach[], session: SessionFacts): boolean {
  return reaches.some(
    ({ levels, hubId, agencyId, mentorId, assignedTo }) =>
      levels.includes(session.visibility) &&
      (hubId === undefined || hubId === session.hubId) &&
      (agencyId === undefined || agencyId === session.agencyId || agencyId === session.agencyParentId) &&
      (mentorId === undefined || mentorId === session.mentorId) &&
      (assignedTo === undefined || session.assignedMentorIds.includes(assignedTo.userId)),
  )
}

/**
 * Who may do what with a session, whatever its state: the mentor who held it writes, people of the coached agency
 * answer, the hub manager locks. The mentor never answers the own log, not through a second membership either.
 */
export function canMove(actor: Actor, event: SessionEvent, session: SessionFacts): boolean {
  if (actor.kind !== 'user' || !actor.hat) return false
  const { role, organisationId } = actor.hat
  switch (event) {
    case 'replan':
    case 'record':
    case 'correct':
      return role === 'mentor' && organisationId === session.hubId && actor.userId === session.mentorId
    case 'confirm':
    case 'dispute':
      return isCoached(actor, session) && actor.userId !== session.mentorId
    case 'lock':
      return role === 'hub_manager' && organisationId === session.hubId
  }
}

/**
 * Who may move an action item: people of the coached agency and mentors of the district start and finish it, a mentor
 * verifies it, and nobody verifies what they marked as done.
 */
export function canMoveAction(actor: Actor, event: ActionEvent, item: ActionFacts): boolean {
  if (actor.kind !== 'user') return false
  if (event === 'verify') return isMentorOf(actor, item.session) && item.doneBy !== actor.userId
  return isMentorOf(actor, item.session) || isCoached(actor, item.session)
}

/** Exact counts of participants are for those who were there and the hub manager; others read small ones as "fewer than 5". */
export function seesExactCounts(actor: Actor, session: SessionFacts): boolean {
  if (actor.kind !== 'user' || !actor.hat) return false
  const { role, organisationKind, organisationId } = actor.hat
  if (organisationKind === 'agency')
    return organisationId === session.agencyId || organisationId === session.agencyParentId
  return organisationId === session.hubId && (role === 'hub_manager' || isMentorOf(actor, session))
}

/** The hub whose mentors the actor assigns; `null` when they assign none. */
export function assigningHub(actor: Actor): string | null {
  return actor.kind === 'user' && actor.hat?.role === 'hub_manager' ? actor.hat.organisationId : null
}

/** The hub for which the actor logs sessions; `null` when they are no mentor. */
export function mentoringHub(actor: Actor): string | null {
  return actor.kind === 'user' && actor.hat?.role === 'mentor' ? actor.hat.organisationId : null
}

/** Which events the actor may trigger on a session now: the policy and the lifecycle together, for the page. */
export function sessionMoves(actor: Actor, session: SessionFacts): Record<SessionEvent, boolean> {
  const may = (event: SessionEvent) => sessionLifecycle.allows(session.state, event) && canMove(actor, event, session)
  return {
    replan: may('replan'),
    record: may('record'),
    confirm: may('confirm'),
    dispute: may('dispute'),
    correct: may('correct'),
    lock: may('lock'),
  }
}

/** Which events the actor may trigger on an action item now. */
export function actionMoves(actor: Actor, item: ActionFacts): Record<ActionEvent, boolean> {
  const may = (event: ActionEvent) => actionLifecycle.allows(item.state, event) && canMoveAction(actor, event, item)
  return { start: may('start'), finish: may('finish'), verify: may('verify') }
}

type Person = Extract<Actor, { kind: 'user' }>

function isCoached({ hat }: Person, session: SessionFacts): boolean {
  if (!hat || !COACHED_ROLES.includes(hat.role)) return false
  return hat.organisationId === session.agencyId || hat.organisationId === session.agencyParentId
}

function isMentorOf({ hat, userId }: Person, session: SessionFacts): boolean {
  if (hat?.role !== 'mentor' || hat.organisationId !== session.hubId) return false
  return session.mentorId === userId || session.assignedMentorIds.includes(userId)
}
