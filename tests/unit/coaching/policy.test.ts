import { describe, expect, test } from 'vitest'
import {
  actionMoves,
  canMove,
  canMoveAction,
  type SessionFacts,
  sessionMoves,
  visibilityFor,
} from '#app/domain/coaching/coaching.policy.ts'
import type { ActionEvent, SessionEvent } from '#app/domain/coaching/coaching.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import { type OrganisationKind, ROLES_OF_ORGANISATION, type Role } from '#db/vocabulary.ts'

const NOW = new Date('2026-11-22T03:00:00Z')
const SESSION: SessionFacts = {
  hubId: 'hub',
  mentorId: 'mentor',
  agencyId: 'unit',
  agencyParentId: 'district',
  state: 'held',
  visibility: 'pair',
  assignedMentorIds: ['mentor', 'successor'],
}

function wearing(userId: string, kind: OrganisationKind, organisationId: string, role: Role): Actor {
  const hat = {
    membershipId: 'm',
    role,
    organisationId,
    organisationKind: kind,
    organisationName: '',
    organisationSlug: '',
  }
  return { kind: 'user', userId, name: '', hat }
}

const WRITE: SessionEvent[] = ['replan', 'record', 'correct']
const ANSWER: SessionEvent[] = ['confirm', 'dispute']
const EVERY_EVENT: SessionEvent[] = [...WRITE, ...ANSWER, 'lock']

const CASES: [string, Actor, SessionEvent[], ActionEvent[]][] = [
  ['the mentor', wearing('mentor', 'hub', 'hub', 'mentor'), WRITE, ['start', 'finish', 'verify']],
  ['another mentor of the district', wearing('successor', 'hub', 'hub', 'mentor'), [], ['start', 'finish', 'verify']],
  ['a mentor of another district', wearing('third', 'hub', 'hub', 'mentor'), [], []],
  ['the mentor in another hub', wearing('mentor', 'hub', 'hub-2', 'mentor'), [], []],
  ['the mentor as agency admin', wearing('mentor', 'agency', 'unit', 'agency_admin'), [], ['start', 'finish']],
  ['the admin of the coached unit', wearing('a', 'agency', 'unit', 'agency_admin'), ANSWER, ['start', 'finish']],
  ['the head of its government', wearing('b', 'agency', 'district', 'agency_head'), ANSWER, ['start', 'finish']],
  ['its adopter lead', wearing('c', 'agency', 'unit', 'adopter_lead'), ANSWER, ['start', 'finish']],
  ['its author', wearing('d', 'agency', 'unit', 'author'), [], []],
  ['the admin of another agency', wearing('e', 'agency', 'other', 'agency_admin'), [], []],
  ['the hub manager', wearing('f', 'hub', 'hub', 'hub_manager'), ['lock'], []],
  ['the manager of another hub', wearing('g', 'hub', 'hub-2', 'hub_manager'), [], []],
  ['the curator', wearing('h', 'hub', 'hub', 'curator'), [], []],
  ['the national admin', wearing('i', 'national', 'nat', 'national_admin'), [], []],
  ['an observer', wearing('j', 'national', 'nat', 'observer'), [], []],
  ['a person without a hat', { kind: 'user', userId: 'mentor', name: '', hat: null }, [], []],
  ['a visitor', { kind: 'visitor' }, [], []],
  ['the program', { kind: 'system', name: 'seed' }, [], []],
]

describe.each(CASES)('%s', (_name, actor, events, itemEvents) => {
  test('moves sessions', () => {
    expect(EVERY_EVENT.filter((event) => canMove(actor, event, SESSION))).toEqual(
      EVERY_EVENT.filter((event) => events.includes(event)),
    )
  })

  test('moves action items', () => {
    const item = { state: 'done' as const, doneBy: 'somebody', session: SESSION }
    const all: ActionEvent[] = ['start', 'finish', 'verify']
    expect(all.filter((event) => canMoveAction(actor, event, item))).toEqual(itemEvents)
  })
})

test('the page offers what both the policy and the state allow', () => {
  const admin = wearing('a', 'agency', 'unit', 'agency_admin')
  const offered = (state: SessionFacts['state']) => {
    const moves = sessionMoves(admin, { ...SESSION, state })
    return EVERY_EVENT.filter((event) => moves[event])
  }
  expect(offered('planned')).toEqual([])
  expect(offered('held')).toEqual(['confirm', 'dispute'])
  expect(offered('disputed')).toEqual(['confirm'])
  expect(offered('confirmed')).toEqual([])
})

test('nobody is offered to verify the own work', () => {
  const mentor = wearing('mentor', 'hub', 'hub', 'mentor')
  const item = (doneBy: string) => ({ state: 'done' as const, doneBy, session: SESSION })
  expect(actionMoves(mentor, item('mentor')).verify).toBe(false)
  expect(actionMoves(mentor, item('a')).verify).toBe(true)
})

test('a role that an organisation cannot have opens nothing', () => {
  for (const role of ROLES_OF_ORGANISATION.hub)
    expect(visibilityFor(wearing('x', 'agency', 'unit', role), NOW)).toEqual([])
})
