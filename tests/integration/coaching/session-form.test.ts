import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readNewSessionForm, readSessionForm } from '#app/domain/coaching/read-session-form.server.ts'
import { recordSession } from '#app/domain/coaching/record-session.server.ts'
import { Forbidden, Invalid, NotFound } from '#app/domain/shared/errors.ts'
import { adoptions } from '#db/schema/index.ts'
import { recordedNeed } from '#db/seed/factories/adoption.ts'
import { actionItem } from '#db/seed/factories/coaching.ts'
import { coachingWorld, heldSession, logFor, type World } from './world.ts'

let w: World
let adoptionId: string
beforeAll(async () => {
  w = await coachingWorld()
  const need = await recordedNeed(w.db, { agencyId: w.hulu.id, createdBy: w.actors.lead.userId })
  const [row] = await w.db
    .insert(adoptions)
    .values({ publicId: 'A-2026-9999', needId: need.id, agencyId: w.hulu.id, leadId: w.actors.lead.userId, step: 2 })
    .returning()
  adoptionId = row!.id
})

test('the form offers the own districts: each running adoption, and the agency by itself', async () => {
  const form = await readNewSessionForm(w.ctx(w.actors.mentor), { id: randomUUID(), plan: false })
  expect(form.partners.map((one) => [one.agencyName, one.adoptionRef, one.step])).toEqual([
    ['Pemerintah Kabupaten Contoh Hulu', 'A-2026-9999', 2],
    ['Pemerintah Kabupaten Contoh Hulu', null, null],
    ['Pemerintah Kota Contoh Pesisir', null, null],
  ])
  expect(form.defaults).toMatchObject({ partner: undefined, date: '2026-11-22' })
  const wished = await readNewSessionForm(w.ctx(w.actors.mentor), {
    id: randomUUID(),
    plan: true,
    agencyId: w.pesisir.id,
  })
  expect(wished.defaults).toMatchObject({ partner: w.pesisir.id, date: undefined })
  expect((await readNewSessionForm(w.ctx(w.actors.secondMentor), { id: randomUUID(), plan: false })).partners).toEqual(
    [],
  )
  await expect(readNewSessionForm(w.ctx(w.actors.manager), { id: randomUUID(), plan: false })).rejects.toThrow(
    Forbidden,
  )
})

test('a session of an adoption keeps it and its step; the next form starts from it', async () => {
  const stored = await recordSession(w.ctx(w.actors.mentor), logFor(w.hulu.id, { adoptionId }))
  expect(stored).toMatchObject({ adoptionId, step: 2 })
  const next = await readNewSessionForm(w.ctx(w.actors.mentor), { id: randomUUID(), plan: false })
  expect(next.defaults).toMatchObject({ partner: `${w.hulu.id}/${adoptionId}`, mode: 'technical_assistance' })
  const foreign = recordSession(w.ctx(w.actors.mentor), logFor(w.pesisir.id, { adoptionId }))
  expect(await foreign.catch((error) => (error instanceof Invalid ? error.fieldErrors : error))).toEqual({
    partner: ['choice'],
  })
})

test('a log that is corrected keeps its adoption after that has ended; a new one cannot have it', async () => {
  const stored = await recordSession(w.ctx(w.actors.mentor), logFor(w.hulu.id, { adoptionId }))
  const ended = { state: 'stopped', stopReason: 'budget', endedAt: new Date() } as const
  await w.db.update(adoptions).set(ended).where(eq(adoptions.id, adoptionId))
  const form = await readSessionForm(w.ctx(w.actors.mentor), stored.id, false)
  expect(form.defaults.partner).toBe(`${w.hulu.id}/${adoptionId}`)
  expect(form.partners.some((one) => one.value === form.defaults.partner)).toBe(true)
  const fresh = recordSession(w.ctx(w.actors.mentor), logFor(w.hulu.id, { adoptionId }))
  await expect(fresh).rejects.toThrow(Invalid)
  const running = { state: 'active', stopReason: null, endedAt: null } as const
  await w.db.update(adoptions).set(running).where(eq(adoptions.id, adoptionId))
})

test('the form of a correction shows what is stored, by the clock of the district', async () => {
  const session = await heldSession(w, { travelMinutes: 45, durationMinutes: 75 })
  const open = await actionItem(w.db, session.id, '2026-12-06')
  const form = await readSessionForm(w.ctx(w.actors.mentor), session.id, false)
  expect(form.defaults).toMatchObject({
    version: 1,
    date: '2026-11-19',
    time: '10:00',
    duration: undefined,
    durationOther: 75,
    women: 7,
    items: [{ id: open.id, version: 1, what: open.what }],
  })
})

test('only its mentor opens the form, and only while it can be written', async () => {
  const session = await heldSession(w)
  await expect(readSessionForm(w.ctx(w.actors.admin), session.id, false)).rejects.toThrow(Forbidden)
  await expect(readSessionForm(w.ctx(w.actors.otherHubMentor), session.id, false)).rejects.toThrow(NotFound)
  await expect(readSessionForm(w.ctx(w.actors.mentor), randomUUID(), false)).rejects.toThrow(NotFound)
  await expect(readSessionForm(w.ctx(w.actors.mentor), 'no-uuid', false)).rejects.toThrow(NotFound)
  await expect(readSessionForm(w.ctx(w.actors.mentor), session.id, true)).rejects.toThrow(Forbidden)
  const done = await heldSession(w, { state: 'confirmed', confirmedAt: new Date(), confirmedBy: w.actors.admin.userId })
  await expect(readSessionForm(w.ctx(w.actors.mentor), done.id, false)).rejects.toThrow(Forbidden)
})
