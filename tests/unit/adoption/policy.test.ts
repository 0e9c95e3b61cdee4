import { describe, expect, test } from 'vitest'
import { type AdoptionFacts, can, partyOf, visibilityFor } from '#app/domain/adoption/adoption.policy.ts'
import { type AdoptionAct, ALL_ACTS } from '#app/domain/adoption/adoption.ts'
import * as needs from '#app/domain/adoption/need.policy.ts'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { ADOPTION_STEPS, NEED_STATES, type OrganisationKind, type Role } from '#db/vocabulary.ts'

const FACTS: AdoptionFacts = {
  agencyId: 'adopter',
  sourceAgencyId: 'source',
  sourceParentId: 'source-government',
  hubId: 'hub',
  step: 1,
  state: 'active',
  processVersion: 1,
  sourceHasSignatory: true,
  sourceHasHead: true,
}

function person(role: Role, organisationId: string, organisationKind: OrganisationKind = 'agency'): Actor {
  const names = { organisationName: organisationId, organisationSlug: organisationId }
  return {
    kind: 'user',
    userId: `${role}@${organisationId}`,
    name: role,
    hat: { membershipId: 'm', role, organisationId, organisationKind, ...names },
  }
}

const PEOPLE: Record<string, Actor> = {
  visitor: VISITOR,
  system: { kind: 'system', name: 'seed' },
  hatless: { kind: 'user', userId: 'u', name: 'u', hat: null },
  lead: person('adopter_lead', 'adopter'),
  admin: person('agency_admin', 'adopter'),
  head: person('agency_head', 'adopter'),
  author: person('author', 'adopter'),
  otherHead: person('agency_head', 'elsewhere'),
  sourceAdmin: person('agency_admin', 'source'),
  sourceHead: person('agency_head', 'source'),
  sourceGovernmentHead: person('agency_head', 'source-government'),
  sourceAuthor: person('author', 'source'),
  curator: person('curator', 'hub', 'hub'),
  manager: person('hub_manager', 'hub', 'hub'),
  mentor: person('mentor', 'hub', 'hub'),
  hubObserver: person('observer', 'hub', 'hub'),
  otherManager: person('hub_manager', 'other-hub', 'hub'),
  national: person('national_admin', 'nation', 'national'),
  observer: person('observer', 'nation', 'national'),
}

const who = (act: AdoptionAct, facts: AdoptionFacts = FACTS) =>
  Object.keys(PEOPLE).filter((name) => can(PEOPLE[name]!, act, facts))

const TEAM = ['lead', 'admin']
const SOURCE_HEADS = ['sourceHead', 'sourceGovernmentHead']
const HUB_DESK = ['curator', 'manager']

const EXPECTED: Record<Exclude<AdoptionAct, 'pass_gate'>, string[]> = {
  compare: TEAM,
  choose: TEAM,
  tick: TEAM,
  write_letter: TEAM,
  sign_letter: ['head'],
  verify_interest: HUB_DESK,
  answer_interest: ['sourceAdmin', ...SOURCE_HEADS],
  record_visit: TEAM,
  write_agreement: TEAM,
  sign_adopter: ['head'],
  sign_source: SOURCE_HEADS,
  adapt: TEAM,
  set_indicator: TEAM,
  plan: TEAM,
  launch: TEAM,
  report_outcome: TEAM,
  add_document: [...TEAM, ...HUB_DESK, 'mentor'],
  write_closing: TEAM,
  cosign_source: SOURCE_HEADS,
  cosign_hub: HUB_DESK,
  step_back: [...TEAM, 'head', ...HUB_DESK],
  pause: [...TEAM, 'head'],
  resume: [...TEAM, 'head'],
  stop: [...TEAM, 'head'],
}

const GATES: Record<number, string[]> = {
  1: ['admin', 'head'],
  2: ['lead'],
  3: ['sourceAdmin', ...SOURCE_HEADS],
  4: [...HUB_DESK, 'mentor'],
  5: ['head', ...SOURCE_HEADS],
  6: ['head'],
  7: HUB_DESK,
  8: [...SOURCE_HEADS, ...HUB_DESK],
}

describe('who does what', () => {
  test.each(Object.entries(EXPECTED))('%s', (act, expected) => {
    expect(who(act as AdoptionAct).toSorted()).toEqual(expected.toSorted())
  })

  test.each(ADOPTION_STEPS)('the gate of step %i', (step) => {
    expect(who('pass_gate', { ...FACTS, step }).toSorted()).toEqual(GATES[step]!.toSorted())
  })

  test('every act has its row', () => {
    expect([...Object.keys(EXPECTED), 'pass_gate'].toSorted()).toEqual([...ALL_ACTS].toSorted())
  })

  test.each(['answer_interest', 'sign_source', 'cosign_source'] as const)(
    '%s falls to the hub while nobody of the source can sign in',
    (act) => {
      const absent = { ...FACTS, sourceHasSignatory: false, sourceHasHead: false }
      expect(who(act, absent)).toEqual(expect.arrayContaining(HUB_DESK))
      expect(who(act, absent)).not.toContain('mentor')
    },
  )

  test('an admin of the source answers but never signs', () => {
    const onlyAdmin = { ...FACTS, sourceHasHead: false }
    expect(who('answer_interest', onlyAdmin)).not.toEqual(expect.arrayContaining(HUB_DESK))
    expect(who('sign_source', onlyAdmin)).toEqual(expect.arrayContaining(HUB_DESK))
    expect(who('sign_source', onlyAdmin)).not.toContain('sourceAdmin')
  })

  test('the national office stands in where no hub covers the province', () => {
    const alone = { ...FACTS, hubId: null }
    expect(who('verify_interest', alone)).toEqual(['national'])
    expect(who('pass_gate', { ...alone, step: 4 })).toEqual(['national'])
    expect(who('verify_interest')).not.toContain('national')
  })
})

test.each([
  ['lead', 'adopter'],
  ['sourceGovernmentHead', 'source'],
  ['mentor', 'hub'],
  ['otherHead', null],
  ['national', null],
  ['visitor', null],
  ['hatless', null],
] as const)('%s speaks for %s', (name, party) => {
  expect(partyOf(PEOPLE[name]!, FACTS)).toBe(party)
})

test.each([
  ['visitor', { kind: 'none' }],
  ['hatless', { kind: 'none' }],
  ['system', { kind: 'all' }],
  ['national', { kind: 'all' }],
  ['observer', { kind: 'all' }],
  ['hubObserver', { kind: 'hub', hubId: 'hub' }],
  ['mentor', { kind: 'hub', hubId: 'hub' }],
  ['author', { kind: 'agency', agencyId: 'adopter' }],
] as const)('%s sees %j', (name, visibility) => {
  expect(visibilityFor(PEOPLE[name]!)).toEqual(visibility)
})

describe('needs', () => {
  const need: needs.NeedFacts = { state: 'open', agencyId: 'adopter', hubIds: ['hub'], running: false }
  const may = (act: needs.NeedAct) => Object.keys(PEOPLE).filter((name) => needs.can(PEOPLE[name]!, act, need))

  test.each([
    ['edit', TEAM],
    ['adopt', TEAM],
    ['close', TEAM],
    ['match', [...TEAM, ...HUB_DESK]],
    ['unmatch', [...TEAM, ...HUB_DESK]],
  ] as const)('%s', (act, expected) => {
    expect(may(act).toSorted()).toEqual([...expected].toSorted())
  })

  test.each(NEED_STATES)('what a need that is %s allows', (state) => {
    const live = ['open', 'matched', 'taken_up'].includes(state)
    for (const act of needs.NEED_ACTS) expect(needs.isPossible(act, { ...need, state }), act).toBe(live)
  })

  test('while an adoption is under way no second one starts and the need is not closed', () => {
    const running = { ...need, state: 'taken_up', running: true } as const
    expect(needs.NEED_ACTS.filter((act) => needs.isPossible(act, running))).toEqual(['edit', 'match', 'unmatch'])
  })
})
