import { signAgreement, writeAgreement } from '#app/domain/adoption/agree.server.ts'
import { answerInterest } from '#app/domain/adoption/answer-interest.server.ts'
import { readFile } from '#app/domain/adoption/change-adoption.server.ts'
import { choosePractice } from '#app/domain/adoption/choose-practice.server.ts'
import { signLetter, writeLetter } from '#app/domain/adoption/declare-interest.server.ts'
import { adaptParts, planAdoption, setIndicator } from '#app/domain/adoption/design-adaptation.server.ts'
import { launchAdoption, reportOutcome } from '#app/domain/adoption/implement.server.ts'
import { matchNeed } from '#app/domain/adoption/match-need.server.ts'
import { passGate } from '#app/domain/adoption/pass-gate.server.ts'
import { recordNeed } from '#app/domain/adoption/record-need.server.ts'
import { recordVisit } from '#app/domain/adoption/record-visit.server.ts'
import { startAdoption } from '#app/domain/adoption/start-adoption.server.ts'
import { stopAdoption } from '#app/domain/adoption/stop-adoption.server.ts'
import { tickItems } from '#app/domain/adoption/tick-items.server.ts'
import { verifyInterest } from '#app/domain/adoption/verify-interest.server.ts'
import type { Context } from '#app/domain/shared/context.ts'
import { addDays, today } from '#app/domain/shared/dates.ts'
import { countNeedsByState, listPublishedByBrand } from '#db/queries/needs.server.ts'
import { findOrganisationBySlug } from '#db/queries/organisations-admin.server.ts'
import { recordedNeed } from '#db/seed/factories/adoption.ts'
import { BIRTH, DEMO_NEEDS, DEMO_PRACTICES, MALARIA, MATCH_NOTES, NEIGHBOUR_NEEDS } from './adoption-records.ts'
import type { DemoPeople } from './people.ts'

type Base = Omit<Context, 'actor'>
const DAY = 86_400_000

/** Needs of the demo districts, an adoption in its seventh step, and one that was stopped. Repeatable: what is there stays. */
export async function seedDemoAdoptions(base: Base, people: DemoPeople): Promise<void> {
  const agencyId = people.adopter.hat?.organisationId
  if (!agencyId) throw new Error('the demo adopter has no agency')
  if ((await countNeedsByState(base.db, { kind: 'agency', agencyId })).length > 0) return
  const at = (who: keyof DemoPeople, daysAgo: number): Context => ({
    ...base,
    actor: people[who],
    now: new Date(base.now.getTime() - daysAgo * DAY),
  })
  const steps = demoSteps(base, at)
  await steps.need('queue', 41)
  await neighbours(base, people)
  await runningAdoption(base, at, steps)
  await stoppedAdoption(at, steps)
}

type At = (who: keyof DemoPeople, daysAgo: number) => Context
type Steps = ReturnType<typeof demoSteps>

/** What both adoptions do alike; each call says how many days ago it happened. */
function demoSteps(base: Base, at: At) {
  const system: Context = { ...base, actor: { kind: 'system', name: 'demo' } }
  const target = async (adoptionId: string) => {
    const { adoption } = await readFile(system, adoptionId)
    return { adoptionId, version: adoption.version }
  }
  async function need(key: keyof typeof DEMO_NEEDS, daysAgo: number): Promise<{ needId: string; version: number }> {
    const needId = await recordNeed(at('adopter', daysAgo), DEMO_NEEDS[key])
    let version = 1
    const found = await listPublishedByBrand(base.db, DEMO_PRACTICES[key])
    for (const [index, practiceId] of found.entries()) {
      const note = key === 'queue' ? (MATCH_NOTES[index] ?? null) : null
      await matchNeed(at('curator', daysAgo - 3 - index), needId, { version: version++, practiceId, note })
    }
    return { needId, version }
  }
  async function tick(adoptionId: string, daysAgo: number, notes: Record<string, string>) {
    const items = Object.entries(notes).map(([key, note]) => ({ key, done: true, note }))
    await tickItems(at('adopter', daysAgo), { ...(await target(adoptionId)), items })
  }
  const gate = async (who: keyof DemoPeople, adoptionId: string, daysAgo: number) =>
    passGate(at(who, daysAgo), { ...(await target(adoptionId)), note: null })
  /** Steps 1 to 3 up to the signed letter, with the first of the practices found. */
  async function declare(key: 'birth' | 'malaria', text: { reason: string; letter: string }, daysAgo: number) {
    const { needId, version } = await need(key, daysAgo)
    const adoptionId = await startAdoption(at('adopter', daysAgo - 7), needId, { version })
    await gate('head', adoptionId, daysAgo - 9)
    const [practiceId = ''] = await listPublishedByBrand(base.db, DEMO_PRACTICES[key].slice(0, 1))
    const choice = { practiceId, reason: text.reason }
    await choosePractice(at('adopter', daysAgo - 25), { ...(await target(adoptionId)), ...choice })
    await tick(adoptionId, daysAgo - 26, {
      evidence_read: 'Dibaca bersama bidan koordinator',
      prerequisites_checked: 'Kader ada; transpor belum',
    })
    await gate('adopter', adoptionId, daysAgo - 28)
    const on = addDays(today(base.now), 35 - daysAgo)
    const letter = { letterNumber: `440/${key === 'birth' ? 118 : 231}/DINKES`, letterOn: on, message: text.letter }
    await writeLetter(at('adopter', daysAgo - 35), { ...(await target(adoptionId)), ...letter })
    await signLetter(at('head', daysAgo - 37), await target(adoptionId))
    return adoptionId
  }
  return { target, need, tick, gate, declare }
}

async function neighbours(base: Base, people: DemoPeople) {
  for (const { slug, daysAgo, ...sheet } of NEIGHBOUR_NEEDS) {
    const agency = await findOrganisationBySlug(base.db, 'agency', slug)
    if (!agency) throw new Error(`there is no agency "${slug}"`)
    const createdAt = new Date(base.now.getTime() - daysAgo * DAY)
    await recordedNeed(base.db, { ...sheet, agencyId: agency.id, createdBy: people.adopter.userId, createdAt })
  }
}

async function runningAdoption(base: Base, at: At, { target, tick, gate, declare }: Steps) {
  const day = (daysAgo: number) => addDays(today(base.now), -daysAgo)
  const id = await declare('birth', BIRTH, 340)
  await verifyInterest(at('curator', 298), { ...(await target(id)), verdict: 'valid', note: null })
  await answerInterest(at('curator', 290), {
    ...(await target(id)),
    answer: 'accept',
    note: BIRTH.answer,
  })
  const visit = { mode: 'remote', participants: 9, findings: BIRTH.findings, mustKeep: BIRTH.mustKeep } as const
  await recordVisit(at('adopter', 268), { ...(await target(id)), heldOn: day(270), ...visit })
  await tick(id, 266, {
    success_factors: 'Undangan dari kepala desa',
    failures_met: 'Kelas tanpa suami tidak mengubah apa pun',
    real_cost: 'Rp9 juta setahun untuk tiap desa',
  })
  await gate('mentor', id, 262)
  const text = {
    number: 'PKS/07/DINKES',
    title: 'Kesepakatan adopsi gerakan desa merawat ibu dan bayi',
    scope: BIRTH.agreement,
  }
  await writeAgreement(at('adopter', 240), { ...(await target(id)), ...text, startsOn: day(225) })
  await tick(id, 238, { contact_persons: 'Bidan koordinator kedua pihak', budget_line: 'DPA Dinas Kesehatan' })
  await signAgreement(at('head', 232), { ...(await target(id)), side: 'adopter' })
  await signAgreement(at('manager', 225), { ...(await target(id)), side: 'source' })
  await adaptParts(at('adopter', 205), { ...(await target(id)), parts: [...BIRTH.parts] })
  for (const { value: _reported, ...indicator } of BIRTH.indicators) {
    await setIndicator(at('adopter', 204), { ...(await target(id)), ...indicator, baselineOn: day(345) })
  }
  const plan = {
    title: 'Rencana aksi gerakan desa merawat ibu dan bayi',
    number: null,
    body: BIRTH.plan,
    plannedCost: 42_000_000,
  }
  await planAdoption(at('adopter', 200), { ...(await target(id)), ...plan, datedOn: day(200) })
  await gate('head', id, 192)
  await launchAdoption(at('adopter', 160), { ...(await target(id)), launchedOn: day(165), spentCost: 29_500_000 })
  await tick(id, 158, { team_trained: 'SK Kepala Dinas, 12 kader dilatih' })
  const { indicators } = await readFile(at('adopter', 70), id)
  const reportedFor = (name: string) => BIRTH.indicators.find((one) => one.name === name)?.value ?? 0
  await reportOutcome(at('adopter', 70), {
    ...(await target(id)),
    month: 3,
    measuredOn: day(73),
    narrative: BIRTH.outcome,
    values: indicators.map(({ id: indicatorId, name }) => ({ indicatorId, value: reportedFor(name) })),
  })
}

async function stoppedAdoption(at: At, { target, declare }: Steps) {
  const id = await declare('malaria', MALARIA, 210)
  await verifyInterest(at('manager', 170), { ...(await target(id)), verdict: 'valid', note: null })
  const reason = { reason: 'leadership_change', note: MALARIA.stopNote } as const
  await stopAdoption(at('adopter', 120), { ...(await target(id)), ...reason })
}
