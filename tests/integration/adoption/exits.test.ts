import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { signAgreement } from '#app/domain/adoption/agree.server.ts'
import { answerInterest } from '#app/domain/adoption/answer-interest.server.ts'
import { addCandidate, choosePractice, removeCandidate } from '#app/domain/adoption/choose-practice.server.ts'
import { cosignClosing, writeClosing } from '#app/domain/adoption/close-adoption.server.ts'
import { closeNeed } from '#app/domain/adoption/close-need.server.ts'
import { signLetter, writeLetter } from '#app/domain/adoption/declare-interest.server.ts'
import { reportOutcome } from '#app/domain/adoption/implement.server.ts'
import { pauseAdoption, resumeAdoption } from '#app/domain/adoption/pause-adoption.server.ts'
import { recordVisit } from '#app/domain/adoption/record-visit.server.ts'
import { startAdoption } from '#app/domain/adoption/start-adoption.server.ts'
import { stepBack } from '#app/domain/adoption/step-back.server.ts'
import { stopAdoption } from '#app/domain/adoption/stop-adoption.server.ts'
import { verifyInterest } from '#app/domain/adoption/verify-interest.server.ts'
import { Forbidden, Invalid, InvalidTransition } from '#app/domain/shared/errors.ts'
import { listAdoptionsOfPractice } from '#db/queries/adoptions.server.ts'
import { needs, practices, users } from '#db/schema/index.ts'
import { CLOSING, started, walker } from './walk.ts'
import { adoptionWorld } from './world.ts'

const world = await adoptionWorld()
const { actors, ctx, db } = world

/** Another adoption of the same practice is allowed once the one before has ended. */
async function end(adoptionId: string) {
  const target = await walker(world, adoptionId).target()
  await stopAdoption(ctx(actors.lead), { ...target, reason: 'other', note: 'Selesai diuji' })
}

test('a pause stops everything until it is resumed where it stood', async () => {
  const { adoptionId, target, walkTo, read, letter } = await started(world)
  await walkTo(3)
  await pauseAdoption(ctx(actors.head), {
    ...(await target()),
    reviewOn: '2027-01-15',
    note: 'Menunggu APBD perubahan',
  })
  expect((await read()).adoption).toMatchObject({ state: 'paused', step: 3, reviewOn: '2027-01-15' })
  await expect(letter()).rejects.toBeInstanceOf(InvalidTransition)
  await resumeAdoption(ctx(actors.lead), await target())
  expect((await read()).adoption).toMatchObject({ state: 'active', step: 3, reviewOn: null })
  await letter()
  await end(adoptionId)
})

test('a stop is final, keeps the papers, and its reason is public', async () => {
  const { adoptionId, target, walkTo, read, need } = await started(world)
  await walkTo(5)
  const outbox = (await world.outboxOf(world.practice.id)).length
  await stopAdoption(ctx(actors.lead), { ...(await target()), reason: 'budget', note: 'Anggaran dialihkan' })
  const { adoption, documents } = await read()
  expect(adoption).toMatchObject({ state: 'stopped', stopReason: 'budget', step: 5 })
  expect(documents.length).toBeGreaterThan(1)
  const [line] = (await listAdoptionsOfPractice(db, world.practice.id)).filter(
    ({ publicId }) => publicId === adoptionId,
  )
  expect(line).toMatchObject({ state: 'stopped', stopReason: 'budget' })
  expect(await world.outboxOf(world.practice.id)).toHaveLength(outbox + 1)
  expect((await world.mailTo(actors.sourceHead)).at(-1)).toMatchObject({ params: { event: 'stop' } })
  await expect(resumeAdoption(ctx(actors.lead), await target())).rejects.toBeInstanceOf(InvalidTransition)
  // The need may be tried again, or closed.
  const [row] = await db.select().from(needs).where(eq(needs.id, need.id))
  expect(row?.state).toBe('taken_up')
  const second = await startAdoption(ctx(actors.lead), need.publicId, { version: row!.version })
  await expect(
    closeNeed(ctx(actors.lead), need.publicId, { version: row!.version + 1, reason: 'x' }),
  ).rejects.toBeInstanceOf(InvalidTransition)
  await end(second)
  await closeNeed(ctx(actors.lead), need.publicId, { version: row!.version + 1, reason: 'Tidak relevan lagi' })
})

describe('declaring interest', () => {
  test('a letter that the hub returns is written and signed anew', async () => {
    const { adoptionId, target, walkTo, read, letter } = await started(world)
    await walkTo(3)
    await letter()
    await verifyInterest(ctx(actors.curator), {
      ...(await target()),
      verdict: 'returned',
      note: 'Tambahkan narahubung',
    })
    const { interest, adoption } = await read()
    expect(interest).toMatchObject({ signedAt: null, hubVerifiedAt: null, hubNote: 'Tambahkan narahubung' })
    expect(adoption.step).toBe(3)
    expect((await world.mailTo(actors.lead)).at(-1)).toMatchObject({ params: { event: 'return_interest' } })
    await letter()
    expect((await read()).interest?.signedBy).toBe(actors.head.userId)
    await end(adoptionId)
  })

  test('a refusal ends it; going back one step lets the adopter choose another practice', async () => {
    const { adoptionId, target, walkTo, read, letter } = await started(world)
    await walkTo(3)
    await letter()
    await verifyInterest(ctx(actors.manager), { ...(await target()), verdict: 'valid', note: null })
    const refusal = { answer: 'decline', note: 'Kuota kunjungan tahun ini habis' } as const
    await answerInterest(ctx(actors.sourceHead), { ...(await target()), ...refusal })
    expect((await read()).adoption).toMatchObject({ state: 'declined', step: 3 })
    const lines = await listAdoptionsOfPractice(db, world.practice.id)
    expect(lines.map(({ publicId }) => publicId)).not.toContain(adoptionId)
    await stepBack(ctx(actors.lead), { ...(await target()), reason: 'Memilih praktik lain' })
    const { adoption, interest, events } = await read()
    expect(adoption).toMatchObject({ state: 'active', step: 2, practiceId: null, endedAt: null })
    expect(interest).toBeNull()
    expect(events.some(({ event, reason }) => event === 'step_back' && reason === 'Memilih praktik lain')).toBe(true)
    expect(events.some(({ event, reason }) => event === 'decline' && reason?.includes('Kuota'))).toBe(true)
    const other = { practiceId: world.alternative.publicId, reason: 'Pilihan kedua' }
    await choosePractice(ctx(actors.lead), { ...(await target()), ...other })
    expect((await read()).adoption.practiceId).toBe(world.alternative.id)
    await end(adoptionId)
  })

  test('what the source gave on paper is recorded by the hub, and said so', async () => {
    const { adoptionId, target, walkTo, read, letter, agreement, tickAll, openGate } = await started(world)
    await walkTo(2)
    await addCandidate(ctx(actors.lead), { ...(await target()), practiceId: world.practice.publicId })
    await addCandidate(ctx(actors.lead), { ...(await target()), practiceId: world.alternative.publicId })
    // Somebody else's practice whose agency has a head here: then nothing goes on paper.
    const choice = { practiceId: world.alternative.publicId, reason: 'Dekat' }
    await choosePractice(ctx(actors.lead), { ...(await target()), ...choice })
    await tickAll()
    await openGate(actors.lead)
    await letter()
    await verifyInterest(ctx(actors.curator), { ...(await target()), verdict: 'valid', note: null })
    const accept = { answer: 'accept', note: 'Surat nomor 5' } as const
    await expect(answerInterest(ctx(actors.curator), { ...(await target()), ...accept })).rejects.toBeInstanceOf(
      Forbidden,
    )
    await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, actors.strangerHead.userId))
    await answerInterest(ctx(actors.curator), { ...(await target()), ...accept })
    expect((await read()).interest).toMatchObject({ sourceAccepts: true, sourceAnsweredOnPaper: true })
    const visit = { heldOn: '2026-11-10', mode: 'on_site', participants: 5, findings: 'x', mustKeep: 'y' } as const
    await recordVisit(ctx(actors.lead), { ...(await target()), ...visit })
    await tickAll()
    await openGate(actors.mentor)
    await agreement()
    await signAgreement(ctx(actors.curator), { ...(await target()), side: 'source' })
    await signAgreement(ctx(actors.head), { ...(await target()), side: 'adopter' })
    const { agreement: signed, adoption } = await read()
    expect(signed).toMatchObject({ sourceSignedOnPaper: true, sourceSignedBy: actors.curator.userId })
    expect(adoption.step).toBe(6)
    await walkTo(8)
    await writeClosing(ctx(actors.lead), { ...(await target()), ...CLOSING })
    await cosignClosing(ctx(actors.curator), { ...(await target()), side: 'source' })
    // The same desk may sign for itself too, because the other signature is the source's on paper.
    await cosignClosing(ctx(actors.curator), { ...(await target()), side: 'hub' })
    expect((await read()).adoption.state).toBe('completed')
    expect(adoptionId).toBeTruthy()
    await db.update(users).set({ disabledAt: null }).where(eq(users.id, actors.strangerHead.userId))
  })
})

describe('signing', () => {
  test('waits for the rest of the checklist, takes two people, and starts again with a new text', async () => {
    const { adoptionId, target, walkTo, read, agreement } = await started(world)
    await walkTo(5)
    await expect(signAgreement(ctx(actors.head), { ...(await target()), side: 'adopter' })).rejects.toBeInstanceOf(
      InvalidTransition,
    )
    await agreement()
    await signAgreement(ctx(actors.head), { ...(await target()), side: 'adopter' })
    await expect(signAgreement(ctx(actors.head), { ...(await target()), side: 'adopter' })).rejects.toBeInstanceOf(
      InvalidTransition,
    )
    const both = await world.as('agency_head', world.source, actors.head.userId)
    await expect(signAgreement(ctx(both), { ...(await target()), side: 'source' })).rejects.toBeInstanceOf(Invalid)
    await agreement()
    expect((await read()).agreement).toMatchObject({ adopterSignedAt: null, sourceSignedAt: null })
    expect((await read()).adoption.step).toBe(5)
    await end(adoptionId)
  })

  test('going back asks for the signatures again and keeps the text', async () => {
    const { adoptionId, target, walkTo, read } = await started(world)
    await walkTo(6)
    await stepBack(ctx(actors.manager), { ...(await target()), reason: 'Nomor keliru' })
    const { adoption, agreement, steps } = await read()
    expect(adoption.step).toBe(5)
    expect(agreement).toMatchObject({ number: 'PKS/1/2026', adopterSignedAt: null, sourceSignedAt: null })
    expect(steps.map(({ step, passedAt }) => [step, passedAt !== null])).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
      [5, false],
    ])
    await end(adoptionId)
  })
})

describe('choosing', () => {
  test('takes published, living practices of other agencies, and one adoption of each at a time', async () => {
    const { adoptionId, target, walkTo, read } = await started(world)
    await walkTo(2)
    const add = async (practiceId: string) => addCandidate(ctx(actors.lead), { ...(await target()), practiceId })
    await expect(add('JIPP-97-9999')).rejects.toMatchObject({ fieldErrors: { practiceId: ['unknownPractice'] } })
    await db
      .update(practices)
      .set({ lifeStatus: 'stopped', lifeConfirmedOn: '2026-01-01' })
      .where(eq(practices.id, world.practice.id))
    await expect(add(world.practice.publicId)).rejects.toMatchObject({
      fieldErrors: { practiceId: ['stoppedPractice'] },
    })
    await db
      .update(practices)
      .set({ lifeStatus: 'unconfirmed', lifeConfirmedOn: null })
      .where(eq(practices.id, world.practice.id))
    const choice = { practiceId: world.practice.publicId, reason: 'x' }
    await expect(choosePractice(ctx(actors.lead), { ...(await target()), ...choice })).rejects.toMatchObject({
      fieldErrors: { practiceId: ['notCompared'] },
    })
    await add(world.practice.publicId)
    await add(world.practice.publicId)
    expect((await read()).candidates).toHaveLength(1)
    await choosePractice(ctx(actors.lead), { ...(await target()), ...choice })
    const rival = await started(world)
    await rival.walkTo(2)
    await addCandidate(ctx(actors.lead), { ...(await rival.target()), practiceId: world.practice.publicId })
    await expect(choosePractice(ctx(actors.lead), { ...(await rival.target()), ...choice })).rejects.toMatchObject({
      fieldErrors: { practiceId: ['alreadyRunning'] },
    })
    await removeCandidate(ctx(actors.lead), { ...(await target()), practiceId: world.practice.publicId })
    expect((await read()).adoption.practiceId).toBeNull()
    await end(adoptionId)
    await end(rival.adoptionId)
  })
})

test('a report wants a value for every indicator, and no day before the launch', async () => {
  const { adoptionId, target, walkTo, works, read } = await started(world)
  await walkTo(7)
  const report = { month: 3, measuredOn: '2026-11-20', narrative: 'x', values: [] } as const
  await expect(reportOutcome(ctx(actors.lead), { ...(await target()), ...report, values: [] })).rejects.toBeInstanceOf(
    InvalidTransition,
  )
  await works[7]!()
  const send = async (changes: object) =>
    reportOutcome(ctx(actors.lead), { ...(await target()), ...report, values: [], ...changes })
  await expect(send({})).rejects.toMatchObject({ fieldErrors: { '': ['valueMissing'] } })
  await expect(send({ measuredOn: '2026-11-15' })).rejects.toMatchObject({
    fieldErrors: { measuredOn: ['beforeLaunch'] },
  })
  const values = [{ indicatorId: (await read()).indicators[0]!.id, value: 85 }]
  await send({ values })
  const { reports } = await read()
  expect(reports).toHaveLength(1)
  expect(reports[0]?.values).toMatchObject([{ value: 85 }])
  await end(adoptionId)
})

test('letters of a step that has passed cannot be changed', async () => {
  const { adoptionId, target, walkTo } = await started(world)
  await walkTo(4)
  const again = { letterNumber: '2', letterOn: '2026-11-01', message: 'x' }
  await expect(writeLetter(ctx(actors.lead), { ...(await target()), ...again })).rejects.toBeInstanceOf(
    InvalidTransition,
  )
  await expect(signLetter(ctx(actors.head), await target())).rejects.toBeInstanceOf(InvalidTransition)
  await end(adoptionId)
})
