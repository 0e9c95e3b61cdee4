import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { changeContact } from '#app/domain/heartbeat/change-contact.server.ts'
import { endMembership } from '#app/domain/people/end-membership.server.ts'
import { handOver } from '#app/domain/people/hand-over.server.ts'
import type { HandoverChoice } from '#app/domain/people/handover.schema.ts'
import { handoverWorkItems, readHandover, readHandoverPeople } from '#app/domain/people/read-handover.server.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { practiceWorkItems } from '#app/domain/practice/work-items.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/shared/errors.ts'
import { paths } from '#app/paths.ts'
import type { HoldingKind } from '#db/queries/handover.server.ts'
import { actionItems, adoptions, assignments, auditLog, coachingSessions, users } from '#db/schema/index.ts'
import { recordedNeed } from '#db/seed/factories/adoption.ts'
import { actionItem, assignedDistrict, coachingSession } from '#db/seed/factories/coaching.ts'
import { forgetLetters, orderedLetters } from '#tests/support/letters.ts'
import { practiceStage } from '../practice/stage.ts'

const { db, cast, stage } = await practiceStage()
const { regency, place } = cast.organisations
const none = { all: null, to: [], mailbox: null }
const choose = (kind: HoldingKind, id: string, to: string): HandoverChoice => ({ kind, id, to })
const emailOf = async ({ userId }: { userId: string }) =>
  (await db.select({ email: users.email }).from(users).where(eq(users.id, userId)))[0]!.email
const end = (actor: Parameters<typeof stage.as>[0], who: { hat: { membershipId: string } | null }) =>
  endMembership(stage.as(actor), { membershipId: who.hat?.membershipId ?? '' })

/** An author and adopter lead with a contact, a draft, an adoption and an action of their own. */
async function holder() {
  const person = await cast.person('author', regency)
  const lead = await cast.wearing(person, 'adopter_lead', regency)
  const publicId = await stage.published()
  await changeContact(stage.as(cast.admin), { publicId, intent: 'change', email: await emailOf(person) })
  const draft = await stage.draft(person)
  const need = await recordedNeed(db, { agencyId: regency.id, createdBy: person.userId })
  const [adoption] = await db
    .insert(adoptions)
    .values({
      publicId: `A-2026-${Math.floor(Math.random() * 1e6)}`,
      needId: need.id,
      agencyId: regency.id,
      leadId: person.userId,
    })
    .returning()
  const session = await coachingSession(db, {
    hubId: place.id,
    mentorId: cast.mentor.userId,
    regionCode: '11.01',
    agencyId: regency.id,
  })
  const item = await actionItem(db, session.id, '2026-12-01')
  await db
    .update(actionItems)
    .set({ who: ` ${person.name.toUpperCase()}` })
    .where(eq(actionItems.id, item.id))
  return { person, lead, publicId, draft, adoption: adoption!, item }
}

describe('the admin of an agency', () => {
  test('gives everything to one successor, all of it or nothing, with one letter to each', async () => {
    const { person, publicId, draft, adoption, item } = await holder()
    const successor = await cast.person('author', regency)
    await cast.wearing(successor, 'adopter_lead', regency)
    const ctx = stage.as(cast.admin)
    const view = await readHandover(ctx, person.userId, { ...none, all: successor.userId })
    expect(view.rows.map(({ kind }) => kind)).toEqual(['action', 'adoption', 'contact', 'draft'])
    expect(view.rows.every(({ chosen }) => chosen === successor.userId)).toBe(true)
    await forgetLetters(db)
    const to = view.rows.map(({ kind, id, chosen }) => choose(kind, id, chosen))
    expect(await handOver(ctx, { person: person.userId, to, mailbox: null })).toBe(4)

    expect((await readPractice(stage.as({ kind: 'visitor' }), publicId)).practice?.contactEmail).toBe(
      await emailOf(successor),
    )
    expect((await stage.open(draft)).authorIds).toEqual(expect.arrayContaining([person.userId, successor.userId]))
    const [led] = await db.select().from(adoptions).where(eq(adoptions.id, adoption.id))
    expect(led).toMatchObject({ leadId: successor.userId, version: 2 })
    const [done] = await db.select().from(actionItems).where(eq(actionItems.id, item.id))
    expect(done?.who).toBe(successor.name)
    expect((await readHandover(ctx, person.userId, none)).rows).toEqual([])

    const letters = await orderedLetters(db)
    expect(letters.map(({ to: address, template }) => [address, template]).sort()).toEqual(
      [
        [await emailOf(person), 'handover_given'],
        [await emailOf(successor), 'handover_received'],
      ].sort(),
    )
    const acts = await db
      .select()
      .from(auditLog)
      .where(sql`action like 'handover.%' and data ->> 'from' = ${person.userId}`)
    expect(acts.map(({ action }) => action).sort()).toEqual([
      'handover.action',
      'handover.adoption',
      'handover.contact',
      'handover.draft',
    ])
    // What was given away is no longer theirs to go on with, until they write in it again.
    const drafts = async (who: typeof person) =>
      (await practiceWorkItems(stage.as(who)))
        .filter(({ kind }) => kind === 'practice_continue')
        .map(({ href }) => href)
    expect(await drafts(person)).toEqual([])
    expect(await drafts(successor)).toEqual([paths.workPractice(draft)])
    await stage.save(person, draft, 'summary', { story: { summary: { id: 'Lampu menyala lagi.', en: null } } })
    expect(await drafts(person)).toEqual([paths.workPractice(draft)])
    // A second tab still shows the old state.
    await expect(handOver(ctx, { person: person.userId, to, mailbox: null })).rejects.toThrow(Conflict)
  })

  test('or part by part, with a mailbox for the contacts; what cannot be taken is refused and nothing happens', async () => {
    const { person, publicId, adoption, draft } = await holder()
    const writer = await cast.person('author', regency)
    const ctx = stage.as(cast.admin)
    const view = await readHandover(ctx, person.userId, { all: writer.userId, to: [], mailbox: 'unit@contoh.go.id' })
    const chosen = Object.fromEntries(view.rows.map((row) => [row.kind, row.chosen]))
    expect(chosen).toEqual({ action: writer.userId, adoption: 'keep', contact: 'mailbox', draft: writer.userId })
    const id = (kind: HoldingKind) => view.rows.find((row) => row.kind === kind)!.id
    const contact = choose('contact', id('contact'), 'mailbox')
    const bad = {
      person: person.userId,
      mailbox: 'unit@contoh.go.id',
      to: [contact, choose('adoption', adoption.id, writer.userId)],
    }
    await expect(handOver(ctx, bad)).rejects.toThrow(Invalid)
    await expect(handOver(ctx, { ...bad, mailbox: null, to: [contact] })).rejects.toThrow(Invalid)
    expect((await readPractice(stage.as({ kind: 'visitor' }), publicId)).practice?.contactEmail).toBe(
      await emailOf(person),
    )
    await handOver(ctx, { ...bad, to: [contact] })
    expect((await readPractice(stage.as({ kind: 'visitor' }), publicId)).practice?.contactEmail).toBe(
      'unit@contoh.go.id',
    )
    expect((await readHandover(ctx, person.userId, none)).rows.map(({ kind }) => kind)).toEqual([
      'action',
      'adoption',
      'draft',
    ])
    expect((await stage.open(draft)).authorIds).not.toContain(writer.userId)
  })

  test('sees who left and still holds something, until it is handed over', async () => {
    const { person, lead } = await holder()
    await end(cast.admin, person)
    await end(cast.admin, lead)
    const ctx = stage.as(cast.admin)
    const items = await handoverWorkItems(ctx)
    expect(items.filter(({ href }) => href.includes(person.userId))).toMatchObject([
      { kind: 'handover', params: { about: person.name, more: 3 } },
    ])
    expect((await readHandoverPeople(ctx)).leavers).toContainEqual({ id: person.userId, name: person.name, held: 4 })
    expect(await handoverWorkItems(stage.as(cast.neighbourAdmin))).toEqual([])
  })

  test('hands over for the own organisation only', async () => {
    const { person } = await holder()
    for (const actor of [cast.author, cast.curator, cast.national])
      await expect(readHandover(stage.as(actor), person.userId, none)).rejects.toThrow(Forbidden)
    await expect(readHandover(stage.as(cast.neighbourAdmin), person.userId, none)).rejects.toThrow(NotFound)
  })
})

describe('a mentor who leaves', () => {
  const districts = (mentorId: string) =>
    db
      .select()
      .from(assignments)
      .where(and(eq(assignments.mentorId, mentorId), eq(assignments.hubId, place.id)))
  async function mentor() {
    const person = await cast.person('mentor', place)
    const by = { hubId: place.id, mentorId: person.userId, createdBy: cast.manager.userId }
    await assignedDistrict(db, { ...by, regionCode: '11.02' })
    await assignedDistrict(db, { ...by, regionCode: '11.03', startsOn: '2027-01-01' })
    const session = await coachingSession(db, {
      hubId: place.id,
      mentorId: person.userId,
      regionCode: '11.02',
      agencyId: cast.organisations.neighbour.id,
      state: 'planned',
      findings: null,
      startsAt: new Date('2026-12-10T02:00:00Z'),
    })
    return { person, session }
  }

  test('has no districts any more; planned sessions wait for a successor', async () => {
    const { person, session } = await mentor()
    await end(cast.manager, person)
    expect((await districts(person.userId)).map(({ startsOn, endsOn }) => [startsOn, endsOn])).toEqual([
      ['2026-01-01', '2026-11-23'],
      ['2027-01-01', '2027-01-01'],
    ])
    const items = await handoverWorkItems(stage.as(cast.manager))
    expect(items).toMatchObject([{ kind: 'handover', params: { about: person.name } }])
    const successor = await cast.person('mentor', place)
    const ctx = stage.as(cast.manager)
    const { rows } = await readHandover(ctx, person.userId, { ...none, all: successor.userId })
    await handOver(ctx, {
      person: person.userId,
      to: rows.map(({ kind, id, chosen }) => choose(kind, id, chosen)),
      mailbox: null,
    })
    const [moved] = await db.select().from(coachingSessions).where(eq(coachingSessions.id, session.id))
    expect(moved?.mentorId).toBe(successor.userId)
    expect(await districts(successor.userId)).toMatchObject([
      { regionCode: '11.02', startsOn: '2026-11-22', endsOn: null },
    ])
    expect(await handoverWorkItems(ctx)).toEqual([])
  })

  test('or gives the districts over first: the successor begins today, what was logged stays inside', async () => {
    const { person } = await mentor()
    const successor = await cast.person('mentor', place)
    const ctx = stage.as(cast.manager)
    const { rows } = await readHandover(ctx, person.userId, { ...none, all: successor.userId })
    expect(rows.map(({ kind }) => kind)).toEqual(['assignment', 'assignment', 'session'])
    await handOver(ctx, {
      person: person.userId,
      to: rows.map(({ kind, id, chosen }) => choose(kind, id, chosen)),
      mailbox: null,
    })
    const periods = async (id: string) =>
      (await districts(id)).map(({ regionCode, startsOn, endsOn }) => [regionCode, startsOn, endsOn]).sort()
    expect(await periods(person.userId)).toEqual([
      ['11.02', '2026-01-01', '2026-11-23'],
      ['11.03', '2027-01-01', '2027-01-01'],
    ])
    expect(await periods(successor.userId)).toEqual([
      ['11.02', '2026-11-22', null],
      ['11.03', '2027-01-01', null],
    ])
  })
})
