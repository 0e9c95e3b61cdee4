import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { signAgreement } from '#app/domain/adoption/agree.server.ts'
import { addCandidate, choosePractice } from '#app/domain/adoption/choose-practice.server.ts'
import { cosignClosing, writeClosing } from '#app/domain/adoption/close-adoption.server.ts'
import { closeNeed } from '#app/domain/adoption/close-need.server.ts'
import { passGate } from '#app/domain/adoption/pass-gate.server.ts'
import { startAdoption } from '#app/domain/adoption/start-adoption.server.ts'
import { stopAdoption } from '#app/domain/adoption/stop-adoption.server.ts'
import { Conflict } from '#app/domain/shared/errors.ts'
import { adoptions, needs } from '#db/schema/index.ts'
import { recordedNeed } from '#db/seed/factories/adoption.ts'
import { CLOSING, started, walker } from './walk.ts'
import { adoptionWorld } from './world.ts'

const world = await adoptionWorld()
const { actors, ctx, db } = world

/** Runs attempts at the same moment; answers how many won and what the others were told. */
async function race(...attempts: (() => Promise<unknown>)[]) {
  const results = await Promise.allSettled(attempts.map((attempt) => attempt()))
  const lost = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason)
  return { won: results.length - lost.length, lost }
}

test('two people open the same gate: one does, the other is told', async () => {
  const { adoptionId, target, read } = await started(world)
  const at = await target()
  const { won, lost } = await race(
    () => passGate(ctx(actors.head), { ...at, note: 'satu' }),
    () => passGate(ctx(actors.admin), { ...at, note: 'dua' }),
  )
  expect(won).toBe(1)
  expect(lost[0]).toBeInstanceOf(Conflict)
  const { adoption, events } = await read()
  expect(adoption.step).toBe(2)
  expect(events.filter(({ event }) => event === 'pass_gate')).toHaveLength(1)
  expect((await world.auditOf(adoptionId)).filter((action) => action === 'adoption.pass_gate')).toHaveLength(1)
})

test('a form sent twice has one effect', async () => {
  const { target, walkTo, agreement, read } = await started(world)
  await walkTo(5)
  await agreement()
  const at = await target()
  const sign = () => signAgreement(ctx(actors.head), { ...at, side: 'adopter' })
  const { won, lost } = await race(sign, sign, sign)
  expect(won).toBe(1)
  for (const error of lost) expect(error).toBeInstanceOf(Conflict)
  const { events } = await read()
  expect(events.filter(({ event }) => event === 'sign_adopter')).toHaveLength(1)
  await stopAdoption(ctx(actors.lead), { ...(await target()), reason: 'other', note: 'Selesai diuji' })
})

test('one need is taken up once, or closed', async () => {
  const need = await recordedNeed(db, { agencyId: world.hulu.id, createdBy: actors.lead.userId })
  const { won, lost } = await race(
    () => startAdoption(ctx(actors.lead), need.publicId, { version: 1 }),
    () => startAdoption(ctx(actors.admin), need.publicId, { version: 1 }),
    () => closeNeed(ctx(actors.admin), need.publicId, { version: 1, reason: 'x' }),
  )
  expect(won).toBe(1)
  for (const error of lost) expect(error).toBeInstanceOf(Conflict)
  expect((await db.select().from(adoptions).where(eq(adoptions.needId, need.id))).length).toBeLessThan(2)
})

test('two adoptions of one agency choose the same practice: one does', async () => {
  const both = [await started(world), await started(world)]
  for (const one of both) {
    await one.walkTo(2)
    await addCandidate(ctx(actors.lead), { ...(await one.target()), practiceId: world.alternative.publicId })
  }
  const targets = await Promise.all(both.map((one) => one.target()))
  const choice = { practiceId: world.alternative.publicId, reason: 'x' }
  const { won, lost } = await race(...targets.map((at) => () => choosePractice(ctx(actors.lead), { ...at, ...choice })))
  expect(won).toBe(1)
  expect(lost).toHaveLength(1)
})

test('both last signatures at the same moment complete it once', async () => {
  const { adoptionId, target, walkTo, read, need } = await started(world)
  await walkTo(8)
  await writeClosing(ctx(actors.lead), { ...(await target()), ...CLOSING })
  const at = await target()
  const { won, lost } = await race(
    () => cosignClosing(ctx(actors.sourceHead), { ...at, side: 'source' }),
    () => cosignClosing(ctx(actors.manager), { ...at, side: 'hub' }),
  )
  expect(won).toBe(1)
  expect(lost[0]).toBeInstanceOf(Conflict)
  expect((await read()).adoption.state).toBe('active')
  const { closing } = await read()
  const rest = closing?.hubSignedAt
    ? () =>
        walker(world, adoptionId)
          .target()
          .then((now) => cosignClosing(ctx(actors.sourceHead), { ...now, side: 'source' }))
    : () =>
        walker(world, adoptionId)
          .target()
          .then((now) => cosignClosing(ctx(actors.manager), { ...now, side: 'hub' }))
  await rest()
  expect((await read()).adoption.state).toBe('completed')
  const [row] = await db.select().from(needs).where(eq(needs.id, need.id))
  expect(row?.state).toBe('met')
})
