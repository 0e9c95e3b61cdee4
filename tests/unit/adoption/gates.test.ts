import { describe, expect, test } from 'vitest'
import {
  ADOPTION_ACTS,
  type AdoptionWork,
  ALL_ACTS,
  checklistOf,
  isPossible,
  missingItems,
  nextOutcome,
  progressTo,
} from '#app/domain/adoption/adoption.ts'
import { onlySignaturesIn, processOf, stepOf } from '#app/domain/adoption/process.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'
import { ADOPTION_STATES, ADOPTION_STEPS } from '#db/vocabulary.ts'
import { fileOf, interest, NOW } from './file.ts'

describe('the process', () => {
  test('has the eight steps in order, each with a gate and a checklist', () => {
    const steps = processOf(1)
    expect(steps.map(({ step }) => step)).toEqual([...ADOPTION_STEPS])
    for (const step of steps) {
      expect(step.keepers.length, step.key).toBeGreaterThan(0)
      expect(step.items.filter(({ required }) => required).length, step.key).toBeGreaterThan(1)
    }
    const keys = steps.flatMap(({ items }) => items.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each([
    [1, 'keeper', ['adopter:agency_head', 'adopter:agency_admin']],
    [2, 'keeper', ['adopter:adopter_lead']],
    [3, 'answer', ['source:agency_admin', 'source:agency_head']],
    [4, 'keeper', ['hub:mentor', 'hub:hub_manager', 'hub:curator']],
    [5, 'signatures', ['adopter:agency_head', 'source:agency_head']],
    [6, 'keeper', ['adopter:agency_head']],
    [7, 'keeper', ['hub:hub_manager', 'hub:curator']],
    [8, 'signatures', ['source:agency_head', 'hub:hub_manager', 'hub:curator']],
  ] as const)('gate %i is opened by %s of %j', (step, opening, keepers) => {
    const config = stepOf(1, step)
    expect(config.opening).toBe(opening)
    expect(config.keepers.flatMap(({ party, roles }) => roles.map((role) => `${party}:${role}`))).toEqual([...keepers])
  })

  test('an adoption of an unknown version is not lost', () => {
    expect(processOf(99)).toBe(processOf(1))
  })
})

const works = Object.keys(ADOPTION_ACTS) as AdoptionWork[]
const independent = works.filter(
  (act) =>
    ![
      'sign_letter',
      'verify_interest',
      'answer_interest',
      'sign_adopter',
      'sign_source',
      'report_outcome',
      'cosign_source',
      'cosign_hub',
    ].includes(act),
)

describe('the moment', () => {
  test.each(independent.flatMap((act) => ADOPTION_STEPS.map((step) => [act, step] as const)))(
    '%s in step %i',
    (act, step) => {
      const expected = (ADOPTION_ACTS[act] as readonly number[]).includes(step)
      expect(isPossible(act, fileOf({ step }), NOW)).toBe(expected)
    },
  )

  test.each(
    ADOPTION_STATES.filter((state) => state !== 'active').flatMap((state) => works.map((act) => [act, state] as const)),
  )('%s is impossible while %s', (act, state) => {
    for (const step of ADOPTION_STEPS) expect(isPossible(act, fileOf({ step, state }), NOW)).toBe(false)
  })

  test.each(ADOPTION_STEPS)('pass_gate in step %i only where a keeper opens', (step) => {
    expect(isPossible('pass_gate', fileOf({ step }), NOW)).toBe([1, 2, 4, 6, 7].includes(step))
  })

  test('nobody goes back from step 1', () => {
    expect(isPossible('step_back', fileOf({ step: 1 }), NOW)).toBe(false)
    expect(isPossible('step_back', fileOf({ step: 2 }), NOW)).toBe(true)
    expect(isPossible('step_back', fileOf({ step: 3, state: 'declined' }), NOW)).toBe(true)
  })

  test('a stopped or completed adoption allows nothing', () => {
    for (const state of ['stopped', 'completed'] as const) {
      for (const act of ALL_ACTS) expect(isPossible(act, fileOf({ step: 8, state }), NOW), act).toBe(false)
    }
  })

  test('letter, check and answer follow each other', () => {
    const at = (letter: Parameters<typeof interest>[0] | null) =>
      fileOf({ step: 3, interest: letter && interest(letter) })
    const possible = (file: ReturnType<typeof fileOf>) =>
      (['write_letter', 'sign_letter', 'verify_interest', 'answer_interest'] as const).filter((act) =>
        isPossible(act, file, NOW),
      )
    expect(possible(at(null))).toEqual(['write_letter'])
    expect(possible(at({}))).toEqual(['write_letter', 'sign_letter'])
    expect(possible(at({ signedAt: NOW }))).toEqual(['verify_interest'])
    expect(possible(at({ signedAt: NOW, hubVerifiedAt: NOW }))).toEqual(['answer_interest'])
    expect(possible(at({ signedAt: NOW, hubVerifiedAt: NOW, sourceAnsweredAt: NOW, sourceAccepts: true }))).toEqual([])
  })
})

describe('the checklist', () => {
  test('of step 1 names what the need sheet lacks', () => {
    expect(missingItems(fileOf(), NOW)).toEqual(['affected_group', 'baseline', 'plan_reference'])
    const { need } = fileOf()
    const whole = { ...need, affectedGroup: 'Warga', baseline: '61%', planReference: 'RPJMD' }
    expect(missingItems(fileOf({ need: whole }), NOW)).toEqual([])
    expect(missingItems(fileOf({ need: { ...whole, baseline: '   ' } }), NOW)).toEqual(['baseline'])
  })

  const candidate = (changes: object = {}) => ({
    practiceId: 'p1',
    note: 'Paling murah',
    publicId: 'JIPP-16-0001',
    state: 'published' as const,
    lifeStatus: 'unconfirmed' as const,
    lifeConfirmedOn: null,
    agencyId: 'source',
    agency: 'Kabupaten Muara Enim',
    title: null,
    brand: 'PELITA',
    ...changes,
  })
  const chosen = { practiceId: 'p1', revisionId: 'r1' }

  test.each([
    ['published, another agency’s, with a reason', {}, true],
    ['withdrawn meanwhile', { state: 'withdrawn' }, false],
    ['stopped meanwhile', { lifeStatus: 'stopped' }, false],
    ['the own agency’s', { agencyId: 'adopter' }, false],
    ['without a reason', { note: ' ' }, false],
    ['another one', { practiceId: 'p2' }, false],
  ])('a choice that is %s', (_name, changes, sound) => {
    const file = fileOf({ step: 2, adoption: chosen, candidates: [candidate(changes)] })
    expect(missingItems(file, NOW).includes('one_chosen')).toBe(!sound)
  })

  test('wants every part of the source decided, and at least one', () => {
    const content = practiceContent()
    const part = (name: string) => ({
      id: name,
      adoptionId: 'a',
      part: name,
      kind: 'core' as const,
      decision: 'kept' as const,
      becomes: null,
      reason: null,
      decidedBy: 'lead',
      createdAt: NOW,
    })
    const missing = (file: ReturnType<typeof fileOf>) => missingItems(file, NOW).includes('parts_decided')
    expect(missing(fileOf({ step: 6, content }))).toBe(true)
    expect(missing(fileOf({ step: 6, content, adaptations: [part('Sesuatu yang lain')] }))).toBe(true)
    expect(missing(fileOf({ step: 6, content, adaptations: [part('Penjaga lampu di setiap RT')] }))).toBe(false)
    expect(missing(fileOf({ step: 6, content: null }))).toBe(true)
    expect(missing(fileOf({ step: 6, content: null, adaptations: [part('Apa saja')] }))).toBe(false)
  })

  test('counts a report only when it has a value for every indicator', () => {
    const indicator = (id: string) => ({
      id,
      adoptionId: 'a',
      name: id,
      unit: '%',
      baselineValue: 1,
      baselineOn: '2026-01-01',
      targetValue: 2,
      targetOn: null,
    })
    const report = (...ids: string[]) => ({
      id: 'r',
      adoptionId: 'a',
      month: 3 as const,
      measuredOn: '2026-11-01',
      narrative: 'x',
      createdBy: 'lead',
      createdAt: NOW,
      values: ids.map((indicatorId) => ({ reportId: 'r', indicatorId, value: 2 })),
    })
    const indicators = [indicator('i1'), indicator('i2')]
    const missing = (reports: ReturnType<typeof report>[]) =>
      missingItems(fileOf({ step: 7, indicators, reports }), NOW).includes('outcome_reported')
    expect(missing([])).toBe(true)
    expect(missing([report('i1')])).toBe(true)
    expect(missing([report('i1', 'i2')])).toBe(false)
  })

  test('wants actions of the coaching verified', () => {
    const line = (open: number) =>
      checklistOf(fileOf({ step: 7, actions: { all: 3, open } }), 7, NOW).find(({ key }) => key === 'actions_closed')
    expect(line(1)).toMatchObject({ done: false, count: 2, of: 3 })
    expect(line(0)).toMatchObject({ done: true, count: 3, of: 3 })
  })

  test('keeps optional items out of what is missing', () => {
    const missing = missingItems(fileOf({ step: 8 }), NOW)
    expect(missing).toEqual(['closing_written', 'source_cosigned', 'hub_cosigned'])
    expect(onlySignaturesIn(missing)).toBe(false)
    expect(onlySignaturesIn(['source_cosigned', 'hub_cosigned'])).toBe(true)
  })
})

describe('figures', () => {
  test.each([
    [19, 54, 27, 23],
    [10, 2, 6, 50],
    [0, 70, 70, 100],
    [0, 70, 84, 120],
    [50, 100, 40, -20],
    [5, 5, 5, 100],
    [5, 5, 4, 0],
  ])('from %d to %d, at %d it is %d percent', (baselineValue, targetValue, value, percent) => {
    expect(Math.round(progressTo({ baselineValue, targetValue }, value))).toBe(percent)
  })

  test('the next report is the first month without one, counted in calendar months', () => {
    const { adoption } = fileOf({ adoption: { launchedOn: '2025-11-30' } })
    expect(nextOutcome({ adoption, reports: [] }, NOW)).toEqual({ month: 3, dueOn: '2026-02-28', daysLate: 267 })
    const done = (month: 3 | 6 | 12 | 24) => ({ month }) as never
    expect(nextOutcome({ adoption, reports: [done(3), done(6)] }, NOW)).toEqual({
      month: 12,
      dueOn: '2026-11-30',
      daysLate: -8,
    })
    expect(nextOutcome({ adoption, reports: [done(3), done(6), done(12), done(24)] }, NOW)).toBeNull()
    expect(nextOutcome({ adoption: { ...adoption, launchedOn: null }, reports: [] }, NOW)).toBeNull()
  })
})
