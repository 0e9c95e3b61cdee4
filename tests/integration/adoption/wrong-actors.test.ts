import { beforeAll, describe, expect, test } from 'vitest'
import { ADOPTION_ACTS, type AdoptionWork } from '#app/domain/adoption/adoption.ts'
import { signAgreement, writeAgreement } from '#app/domain/adoption/agree.server.ts'
import { answerInterest } from '#app/domain/adoption/answer-interest.server.ts'
import { addCandidate, choosePractice } from '#app/domain/adoption/choose-practice.server.ts'
import { cosignClosing, writeClosing } from '#app/domain/adoption/close-adoption.server.ts'
import { signLetter, writeLetter } from '#app/domain/adoption/declare-interest.server.ts'
import { adaptParts, planAdoption, setIndicator } from '#app/domain/adoption/design-adaptation.server.ts'
import { addDocument, launchAdoption, reportOutcome } from '#app/domain/adoption/implement.server.ts'
import { passGate } from '#app/domain/adoption/pass-gate.server.ts'
import { readAdoptionFor } from '#app/domain/adoption/read-adoption.server.ts'
import { recordVisit } from '#app/domain/adoption/record-visit.server.ts'
import { tickItems } from '#app/domain/adoption/tick-items.server.ts'
import { verifyInterest } from '#app/domain/adoption/verify-interest.server.ts'
import { type Actor, type Context, VISITOR } from '#app/domain/shared/context.ts'
import { Conflict, Forbidden, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { CLOSING, INDICATOR, PARTS, started, walker } from './walk.ts'
import { adoptionWorld, type World } from './world.ts'

let world: World
let adoptionId: string
beforeAll(async () => {
  world = await adoptionWorld()
  adoptionId = (await started(world)).adoptionId
})

type Target = { adoptionId: string; version: number }
type Try = (ctx: Context, target: Target) => Promise<unknown>

const paper = { kind: 'other', title: 'Nota', number: null, datedOn: '2026-11-01', body: null } as const
const visit = { heldOn: '2026-11-10', mode: 'remote', participants: 5, findings: 'x', mustKeep: null } as const
const agreement = { number: '1', title: 'x', scope: 'x', startsOn: '2026-11-12' }
const plan = { title: 'x', number: null, datedOn: '2026-11-12', body: 'x', plannedCost: null }

const TRIES: Record<AdoptionWork, Try> = {
  compare: (ctx, at) => addCandidate(ctx, { ...at, practiceId: world.practice.publicId }),
  choose: (ctx, at) => choosePractice(ctx, { ...at, practiceId: world.practice.publicId, reason: 'x' }),
  tick: (ctx, at) => tickItems(ctx, { ...at, items: [] }),
  write_letter: (ctx, at) => writeLetter(ctx, { ...at, letterNumber: '1', letterOn: '2026-11-01', message: 'x' }),
  sign_letter: (ctx, at) => signLetter(ctx, at),
  verify_interest: (ctx, at) => verifyInterest(ctx, { ...at, verdict: 'valid', note: null }),
  answer_interest: (ctx, at) => answerInterest(ctx, { ...at, answer: 'accept', note: null }),
  record_visit: (ctx, at) => recordVisit(ctx, { ...at, ...visit }),
  write_agreement: (ctx, at) => writeAgreement(ctx, { ...at, ...agreement }),
  sign_adopter: (ctx, at) => signAgreement(ctx, { ...at, side: 'adopter' }),
  sign_source: (ctx, at) => signAgreement(ctx, { ...at, side: 'source' }),
  adapt: (ctx, at) => adaptParts(ctx, { ...at, parts: PARTS }),
  set_indicator: (ctx, at) => setIndicator(ctx, { ...at, ...INDICATOR }),
  plan: (ctx, at) => planAdoption(ctx, { ...at, ...plan }),
  launch: (ctx, at) => launchAdoption(ctx, { ...at, launchedOn: '2026-11-16', spentCost: null }),
  report_outcome: (ctx, at) =>
    reportOutcome(ctx, { ...at, month: 3, measuredOn: '2026-11-20', narrative: 'x', values: [] }),
  add_document: (ctx, at) => addDocument(ctx, { ...at, ...paper }),
  write_closing: (ctx, at) => writeClosing(ctx, { ...at, ...CLOSING }),
  cosign_source: (ctx, at) => cosignClosing(ctx, { ...at, side: 'source' }),
  cosign_hub: (ctx, at) => cosignClosing(ctx, { ...at, side: 'hub' }),
}

/** Who may ever do it; all others are refused, whatever the step. */
const MAY: Record<AdoptionWork, (keyof World['actors'])[]> = {
  compare: ['lead', 'admin'],
  choose: ['lead', 'admin'],
  tick: ['lead', 'admin'],
  write_letter: ['lead', 'admin'],
  sign_letter: ['head'],
  verify_interest: ['curator', 'manager'],
  answer_interest: ['sourceAdmin', 'sourceHead'],
  record_visit: ['lead', 'admin'],
  write_agreement: ['lead', 'admin'],
  sign_adopter: ['head'],
  sign_source: ['sourceHead'],
  adapt: ['lead', 'admin'],
  set_indicator: ['lead', 'admin'],
  plan: ['lead', 'admin'],
  launch: ['lead', 'admin'],
  report_outcome: ['lead', 'admin'],
  add_document: ['lead', 'admin', 'curator', 'manager', 'mentor'],
  write_closing: ['lead', 'admin'],
  cosign_source: ['sourceHead'],
  cosign_hub: ['curator', 'manager'],
}

const GATE_KEEPERS: Record<number, (keyof World['actors'])[]> = {
  1: ['head', 'admin'],
  2: ['lead'],
  4: ['mentor', 'manager', 'curator'],
  6: ['head'],
  7: ['manager', 'curator'],
}

/** What it throws; null when it does not. */
const refusal = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )

const isRefusal = (error: unknown) => error instanceof Forbidden || error instanceof NotFound

const ACTORS = () => Object.entries(world.actors) as [keyof World['actors'], Actor][]
const worksOf = (step: number) => (Object.keys(TRIES) as AdoptionWork[]).filter((act) => ADOPTION_ACTS[act][0] === step)

/** One adoption walked from gate to gate; in every step everybody else tries what belongs to it. */
describe.each([1, 2, 3, 4, 5, 6, 7, 8])('in step %i', (step) => {
  let target: Target
  beforeAll(async () => {
    await walker(world, adoptionId).walkTo(step)
    target = await walker(world, adoptionId).target()
  })
  const unchanged = async () => expect(await walker(world, adoptionId).target()).toEqual(target)

  test('its work is refused to everybody else', async () => {
    for (const act of worksOf(step)) {
      for (const [name, actor] of [...ACTORS(), ['visitor', VISITOR] as const]) {
        if (name !== 'visitor' && MAY[act].includes(name)) continue
        const error = await refusal(TRIES[act](world.ctx(actor), target))
        expect(isRefusal(error), `${act} by ${name}: ${error}`).toBe(true)
      }
    }
    await unchanged()
  })

  test('its gate is refused to everybody else, and to its keepers while something is missing', async () => {
    for (const [name, actor] of ACTORS()) {
      const isKeeper = (GATE_KEEPERS[step] ?? []).includes(name)
      // The need of step 1 is complete: an old page must not open its gate, a new one would.
      const version = step === 1 && isKeeper ? target.version + 7 : target.version
      const error = await refusal(passGate(world.ctx(actor), { adoptionId, version, note: null }))
      if (!isKeeper) expect(isRefusal(error) || error instanceof InvalidTransition, `${name}: ${error}`).toBe(true)
      else if (step === 1) expect(error).toBeInstanceOf(Conflict)
      else expect(error, name).toMatchObject({ fieldErrors: { '': ['gateIncomplete'] } })
    }
    await unchanged()
  })

  test('the work of other steps is impossible, even to whom it belongs', async () => {
    for (const act of Object.keys(TRIES) as AdoptionWork[]) {
      if ((ADOPTION_ACTS[act] as readonly number[]).includes(step)) continue
      const actor = world.actors[MAY[act][0]!]
      const error = await refusal(TRIES[act](world.ctx(actor), target))
      const early = error instanceof NotFound || error instanceof Forbidden
      expect(error instanceof InvalidTransition || (step < 3 && early), `${act}: ${error}`).toBe(true)
    }
    await unchanged()
  })

  test('a page that is older than the last change is refused', async () => {
    const actor = world.actors[MAY.tick[0]!]
    await expect(
      tickItems(world.ctx(actor), { adoptionId, version: target.version - 1, items: [] }),
    ).rejects.toBeInstanceOf(Conflict)
  })
})

test('whoever sees an adoption may read its papers; forms of others are refused', async () => {
  const answer = readAdoptionFor(world.ctx(world.actors.lead), adoptionId, 'answer_interest')
  await expect(answer).rejects.toBeInstanceOf(Forbidden)
  await expect(readAdoptionFor(world.ctx(world.actors.neighbour), adoptionId, 'tick')).rejects.toBeInstanceOf(NotFound)
  await expect(
    readAdoptionFor(world.ctx(world.actors.sourceAdmin), adoptionId, 'answer_interest'),
  ).resolves.toBeTruthy()
})
