import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerLife } from '#app/domain/heartbeat/answer-life.server.ts'
import { askDueLife, LIFE_LETTER } from '#app/domain/heartbeat/ask-life.server.ts'
import { changeContact, readContact } from '#app/domain/heartbeat/change-contact.server.ts'
import { lifeLetterParams } from '#app/domain/heartbeat/life-letter.server.ts'
import { lifeToken } from '#app/domain/heartbeat/life-token.server.ts'
import { previewReminders, readLifeList } from '#app/domain/heartbeat/read-life.server.ts'
import { readLifeQuestion } from '#app/domain/heartbeat/read-question.server.ts'
import { prepareWhatsapp, sendReminders } from '#app/domain/heartbeat/send-reminders.server.ts'
import { heartbeatWorkItems } from '#app/domain/heartbeat/work-items.server.ts'
import { assertLife } from '#app/domain/practice/assert-life.server.ts'
import { confirmLife } from '#app/domain/practice/confirm-life.server.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import type { Actor, Context } from '#app/domain/shared/context.ts'
import { Conflict, Forbidden, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { writeMail } from '#app/i18n/mail.ts'
import { insertDeadMailbox } from '#db/queries/contacts.server.ts'
import {
  auditLog,
  deadMailboxes,
  lifeAssertions,
  lifeQuestions,
  memberships,
  practiceContacts,
  practices,
} from '#db/schema/index.ts'
import { forgetLetters, orderedLetters } from '#tests/support/letters.ts'
import { NOW, practiceStage } from '../practice/stage.ts'

const { db, cast, stage } = await practiceStage()
const SECRET = 'rahasia-rahasia-rahasia-rahasia-raha'
const SITE = 'https://jipp.test'
const DAY = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY)
const SYSTEM: Actor = { kind: 'system', name: 'ask_life' }
const visitor = (now = NOW) => stage.as({ kind: 'visitor' }, now)
const ADDRESS = '10.3.0.1'
const CONTACT = 'pelita@contoh.invalid'

beforeEach(async () => {
  await forgetLetters(db)
  await db.execute(sql`update practices set life_status = 'stopped', life_confirmed_on = '2026-11-01'
    where state = 'published'`)
  await db.delete(deadMailboxes)
  await db.delete(practiceContacts)
})

/** A published practice whose last word is older than half a year, with a role mailbox. */
async function due(): Promise<{ publicId: string; id: string }> {
  const publicId = await stage.published()
  await db.execute(sql`update practices set life_status = 'steady', life_confirmed_on = '2026-05-01'
    where public_id = ${publicId}`)
  const [row] = await db.select({ id: practices.id }).from(practices).where(eq(practices.publicId, publicId))
  await changeContact(stage.as(cast.author), { publicId, intent: 'change', email: CONTACT })
  return { publicId, id: row!.id }
}

const letters = async () =>
  (await orderedLetters(db)).filter(({ template }) => template === LIFE_LETTER).sort((a, b) => (a.to < b.to ? -1 : 1))
const questionsOf = (practiceId: string) =>
  db.select().from(lifeQuestions).where(eq(lifeQuestions.practiceId, practiceId)).orderBy(lifeQuestions.askedAt)
const steady = { status: 'steady', stopReason: null, note: null, sinceYear: null } as const
const answer = (ctx: Context, questionId: string, more: object = {}) =>
  answerLife(ctx, {
    secret: SECRET,
    token: lifeToken(SECRET, questionId),
    address: ADDRESS,
    answer: { ...steady, ...more },
  })
const see = (questionId: string, now = NOW) =>
  readLifeQuestion(visitor(now), { secret: SECRET, token: lifeToken(SECRET, questionId), address: ADDRESS })
const asked = async () => {
  const practice = await due()
  await askDueLife(stage.as(SYSTEM))
  const [question] = await questionsOf(practice.id)
  return { ...practice, questionId: question!.id }
}

describe('asking', () => {
  test('writes to the role mailbox once, however often and in however many processes it runs', async () => {
    const { id } = await due()
    const runs = await Promise.all([1, 2, 3, 4].map(() => askDueLife(stage.as(SYSTEM))))
    expect(runs.reduce((sum, run) => sum + run.letters, 0)).toBe(1)
    expect((await letters()).map(({ to }) => to)).toEqual([CONTACT])
    expect(await questionsOf(id)).toMatchObject([{ number: 1, channel: 'mail', sentTo: CONTACT, askedBy: null }])
    expect(await askDueLife(stage.as(SYSTEM, later(13)))).toEqual({ practices: 0, letters: 0 })
  })

  test('comes again after two weeks, the third time to the admins of the owner, then it is for the hub', async () => {
    const { id, publicId } = await due()
    for (const days of [0, 14, 28, 42, 80]) await askDueLife(stage.as(SYSTEM, later(days)))
    const [one, two, three] = await letters()
    expect(new Set((await questionsOf(id)).map(({ number }) => number))).toEqual(new Set([1, 2, 3]))
    expect([one, two, three].map((letter) => letter?.to)).toContain(CONTACT)
    const addresses = (await letters()).map(({ to }) => to)
    expect(addresses.filter((to) => to === CONTACT)).toHaveLength(2)
    expect(addresses.filter((to) => to !== CONTACT)).toHaveLength(2)
    const hub = stage.as(cast.curator, later(43))
    expect((await heartbeatWorkItems(hub)).map(({ kind }) => kind)).toEqual(['life_silent'])
    const { practices: silent, counts } = await readLifeList(hub, { view: 'silent', page: 1, secret: SECRET })
    expect(silent.map((row) => row.publicId)).toEqual([publicId])
    expect(counts).toMatchObject({ silent: 1, aging: 1 })
    expect(await heartbeatWorkItems(stage.as(cast.otherCurator, later(43)))).toEqual([])
    expect(await heartbeatWorkItems(stage.as(cast.admin, later(43)))).toEqual([])
  })

  test('a dead mailbox: the admins are asked, and the hub finds a new contact', async () => {
    const { publicId } = await due()
    await insertDeadMailbox(db, { email: CONTACT, answer: '550 no such user', reportedBy: null, since: NOW })
    await askDueLife(stage.as(SYSTEM))
    expect((await letters()).map(({ to }) => to).includes(CONTACT)).toBe(false)
    expect(await letters()).toHaveLength(2)
    for (const who of [cast.curator, cast.admin])
      expect((await heartbeatWorkItems(stage.as(who))).map(({ kind }) => kind)).toEqual(['contact_dead'])
    await changeContact(stage.as(cast.manager), { publicId, intent: 'change', email: 'baru@contoh.go.id' })
    expect(await heartbeatWorkItems(stage.as(cast.curator))).toEqual([])
    expect((await readPractice(visitor(), publicId)).practice?.contactEmail).toBe('baru@contoh.go.id')
  })

  test('a contact who left the agency is no contact any more', async () => {
    const { publicId } = await due()
    const person = await cast.person('author', cast.organisations.regency)
    const [{ email }] = (await db.execute<{ email: string }>(
      sql`select email from users where id = ${person.userId}`,
    )) as unknown as [{ email: string }]
    await changeContact(stage.as(cast.author), { publicId, intent: 'change', email })
    expect((await readContact(stage.as(cast.admin), publicId)).contactState).toBe('ok')
    await db
      .update(memberships)
      .set({ endsOn: '2026-11-22' })
      .where(eq(memberships.id, person.hat?.membershipId ?? ''))
    expect((await readContact(stage.as(cast.admin), publicId)).contactState).toBe('left')
    expect((await heartbeatWorkItems(stage.as(cast.curator))).map(({ kind }) => kind)).toEqual(['contact_dead'])
  })

  test('the letter is written when it is sent, with a link that opens this question only', async () => {
    const { questionId, publicId } = await asked()
    const told = await lifeLetterParams({ db, now: NOW }, { questionId, secret: SECRET, language: 'id' })
    const letter = writeMail('id', { template: LIFE_LETTER, params: told!.params, site: 'https://jipp.example.go.id' })
    expect(letter?.subject).toContain('Masih berjalan?')
    expect(letter?.text).toContain(`https://jipp.example.go.id/alive?token=${questionId}`)
    expect(letter?.text).toContain(publicId)
    const stored = await db.select().from(lifeQuestions).where(eq(lifeQuestions.id, questionId))
    const { params } = (await letters()).find((one) => one.params.questionId === questionId)!
    expect(JSON.stringify([stored, params])).not.toContain(lifeToken(SECRET, questionId).split('.')[1])
  })

  test.each([
    [
      'answered in the workspace',
      (id: string) => assertLife(stage.as(cast.author), { practiceId: id, status: 'steady' }),
    ],
    [
      'withdrawn',
      (id: string) =>
        withdrawPractice(stage.as(cast.curator), { practiceId: id, reason: 'stopped', note: null, successor: null }),
    ],
    ['reported as dead', (id: string) => changeContact(stage.as(cast.curator), { publicId: id, intent: 'dead' })],
  ])('no letter leaves once it is %s', async (_, happens) => {
    const { questionId, publicId } = await asked()
    await happens(publicId)
    expect(await lifeLetterParams({ db, now: NOW }, { questionId, secret: SECRET })).toBeNull()
  })
})

describe('answering', () => {
  test('is an assertion that waits for the hub, which confirms it', async () => {
    const { questionId, publicId, id } = await asked()
    expect(await see(questionId)).toMatchObject({ state: 'open', publicId, agency: 'Kabupaten Uji', answer: null })
    await answer(visitor(), questionId, {
      status: 'stopped',
      stopReason: 'budget',
      note: 'Dana dialihkan.',
      sinceYear: 2025,
    })
    const [assertion] = await db.select().from(lifeAssertions).where(eq(lifeAssertions.practiceId, id))
    expect(assertion).toMatchObject({ status: 'stopped', stopReason: 'budget', channel: 'mail', assertedBy: null })
    expect((await readPractice(visitor(), publicId)).practice?.lifeStatus).toBe('steady')
    await confirmLife(stage.as(cast.curator), { practiceId: publicId, assertionId: assertion!.id, answer: 'confirm' })
    expect((await readPractice(visitor(), publicId)).practice?.lifeStatus).toBe('stopped')
    const acts = await db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id)
    const said = acts.find(({ action }) => action === 'practice.assert_life')
    expect(said).toMatchObject({ actedAs: 'system:life_link', data: { questionId, channel: 'mail' } })
  })

  test('looking changes nothing, however often programs that check mail look', async () => {
    const { questionId } = await asked()
    for (let look = 0; look < 5; look++) expect((await see(questionId))?.state).toBe('open')
  })

  test('works once: of two taps at once one counts, and a further one is told what was answered', async () => {
    for (let turn = 0; turn < 6; turn++) {
      const { questionId, id } = await asked()
      const taps = await Promise.allSettled([
        answer(visitor(), questionId),
        answer(visitor(), questionId, { status: 'growing' }),
        answer(visitor(), questionId, { status: 'constrained' }),
      ])
      expect(taps.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(await db.select().from(lifeAssertions).where(eq(lifeAssertions.practiceId, id))).toHaveLength(1)
      await expect(answer(visitor(), questionId)).rejects.toThrow(Conflict)
      const view = await see(questionId)
      expect(view?.state).toBe('answered')
      expect(['steady', 'growing', 'constrained']).toContain(view && 'answer' in view ? view.answer?.status : null)
      await db.execute(sql`update practices set life_status = 'stopped' where id = ${id}`)
    }
  })

  test('ends after sixty days', async () => {
    const { questionId } = await asked()
    expect((await see(questionId, later(59)))?.state).toBe('open')
    expect((await see(questionId, later(60)))?.state).toBe('expired')
    await expect(answer(visitor(later(60)), questionId)).rejects.toThrow(Conflict)
  })

  test('is for one practice: the link of another question says nothing about it', async () => {
    const one = await asked()
    const other = await asked()
    await answer(visitor(), one.questionId)
    expect((await see(other.questionId))?.state).toBe('open')
    const swapped = lifeToken(SECRET, one.questionId).replace(one.questionId, other.questionId)
    const link = { secret: SECRET, token: swapped, address: ADDRESS }
    await expect(answerLife(visitor(), { ...link, answer: steady })).rejects.toThrow(NotFound)
    expect(await readLifeQuestion(visitor(), link)).toBeNull()
  })

  test('a withdrawn practice shows nothing but that it is gone', async () => {
    const { questionId, publicId } = await asked()
    await withdrawPractice(stage.as(cast.curator), {
      practiceId: publicId,
      reason: 'inaccurate',
      note: null,
      successor: null,
    })
    expect(await see(questionId)).toEqual({ state: 'gone', publicId })
    await expect(answer(visitor(), questionId)).rejects.toThrow(Conflict)
  })

  test('answered by another way meanwhile: the link says so and not what', async () => {
    const { questionId, publicId } = await asked()
    await assertLife(stage.as(cast.author), { practiceId: publicId, status: 'growing', note: 'Rapat internal' })
    const view = await see(questionId)
    expect(view).toMatchObject({ state: 'settled', answer: null })
    expect(JSON.stringify(view)).not.toContain('Rapat internal')
    await expect(answer(visitor(), questionId)).rejects.toThrow(Conflict)
  })

  test('unknown links are slowed down', async () => {
    const link = { secret: SECRET, token: 'x', address: '10.99.0.1' }
    let refused = 0
    for (let attempt = 0; attempt < 45; attempt++)
      await readLifeQuestion(visitor(), link).catch(() => {
        refused++
      })
    expect(refused).toBe(5)
  })
})

describe('the hub', () => {
  test('sends by hand what it has seen before, once a day', async () => {
    const { publicId } = await due()
    const ctx = stage.as(cast.curator)
    const [preview] = await previewReminders(ctx, [publicId], SITE)
    expect(preview).toMatchObject({ publicId, letters: [{ email: CONTACT }], why: null })
    const [letter] = preview!.letters
    expect(letter?.subject).toBe(`Masih berjalan? ${preview!.title}`)
    expect(letter?.text).toContain(`Kabar terakhir: lancar, 1 Mei 2026.`)
    expect(letter?.text).toContain(`${SITE}/alive?token=xxxxxxxx`)
    expect(await sendReminders(ctx, { publicIds: [publicId] })).toBe(1)
    expect(await sendReminders(ctx, { publicIds: [publicId] })).toBe(0)
    expect(await previewReminders(ctx, [publicId], SITE)).toMatchObject([{ publicId, letters: [], why: 'asked' }])
    expect(await sendReminders(stage.as(cast.otherCurator), { publicIds: [publicId] })).toBe(0)
    await expect(sendReminders(stage.as(cast.author), { publicIds: [publicId] })).rejects.toThrow(Forbidden)
  })

  test('prepares one WhatsApp link a practice, and whoever prepared it does not confirm its answer', async () => {
    const { publicId, id } = await due()
    const ctx = stage.as(cast.curator)
    await Promise.all([1, 2].map(() => prepareWhatsapp(ctx, { publicIds: [publicId] })))
    const [question, ...others] = await questionsOf(id)
    expect(others).toEqual([])
    expect(question).toMatchObject({ channel: 'whatsapp', sentTo: null, askedBy: cast.curator.userId })
    const { practices: ready } = await readLifeList(ctx, { view: 'whatsapp', page: 1, secret: SECRET })
    expect(ready).toMatchObject([{ publicId, whatsapp: { token: lifeToken(SECRET, question!.id) } }])
    const { assertionId } = await answer(visitor(), question!.id)
    const confirm = { practiceId: publicId, assertionId, answer: 'confirm' } as const
    await expect(confirmLife(ctx, confirm)).rejects.toThrow(Forbidden)
    expect((await confirmLife(stage.as(cast.secondCurator), confirm)).confirmed).toBe(true)
    await expect(confirmLife(stage.as(cast.secondCurator), confirm)).rejects.toThrow(InvalidTransition)
  })

  test('an agency admin asks for the own practices only', async () => {
    const { publicId } = await due()
    expect(await sendReminders(stage.as(cast.neighbourAdmin), { publicIds: [publicId] })).toBe(0)
    expect(await sendReminders(stage.as(cast.admin), { publicIds: [publicId] })).toBe(1)
    await expect(readContact(stage.as(cast.neighbourAdmin), publicId)).rejects.toThrow(Forbidden)
  })
})
