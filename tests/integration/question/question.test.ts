import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { readHub } from '#app/domain/network/read-network.server.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { askQuestion } from '#app/domain/question/ask-question.server.ts'
import { answerQuestion, hideQuestion, moveQuestion } from '#app/domain/question/move-question.server.ts'
import {
  questionWorkItems,
  readPracticeQuestions,
  readQuestion,
  readWorkQuestions,
} from '#app/domain/question/read-questions.server.ts'
import { tellSilentQuestions } from '#app/domain/question/tell-silent.server.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import {
  Conflict,
  Forbidden,
  Invalid,
  InvalidTransition,
  NotFound,
  TooManyAttempts,
} from '#app/domain/shared/errors.ts'
import { auditLog, practiceQuestions, users } from '#db/schema/index.ts'
import { forgetLetters, orderedLetters } from '#tests/support/letters.ts'
import { NOW, practiceStage } from '../practice/stage.ts'

const { db, cast, stage } = await practiceStage()
const DAY = 86_400_000
const later = (days: number) => new Date(NOW.getTime() + days * DAY)
const SYSTEM: Actor = { kind: 'system', name: 'tell_silent_questions' }
const QUESTION = 'Berapa petugas yang diperlukan untuk memulai?'
const ANSWER = 'Dua petugas cukup untuk satu kecamatan.'

const idsOf = async (publicId: string) => {
  const { practice } = await readPractice(stage.as({ kind: 'visitor' }), publicId)
  return practice!
}
const theQuestion = async (publicId: string) => {
  const { id } = await idsOf(publicId)
  const [row] = await db.select().from(practiceQuestions).where(eq(practiceQuestions.practiceId, id))
  return row!
}
const lettersOf = async (template: string) =>
  (await orderedLetters(db)).flatMap((letter) => (letter.template === template ? [letter.to] : []))
const addressOf = async (actor: { userId: string }) =>
  (await db.select({ email: users.email }).from(users).where(eq(users.id, actor.userId)))[0]!.email

async function asked(question = QUESTION) {
  const publicId = await stage.published()
  await forgetLetters(db)
  await askQuestion(stage.as(cast.neighbourAuthor), { publicId, question })
  const { id, version } = await theQuestion(publicId)
  return { publicId, id, version }
}
async function answered() {
  const one = await asked()
  await answerQuestion(stage.as(cast.author, later(2)), { ...one, answer: ANSWER })
  return { ...one, version: one.version + 1 }
}
const publicView = async (publicId: string, actor: Actor = { kind: 'visitor' }) =>
  readPracticeQuestions(stage.as(actor), await idsOf(publicId), 1)

describe('asking and answering', () => {
  test('each side gets one letter, and everybody reads the answer in the name of organisations', async () => {
    const { publicId, id, version } = await asked()
    const owners = [cast.author, cast.coAuthor, cast.admin, cast.secondAdmin]
    expect((await lettersOf('question_asked')).sort()).toEqual((await Promise.all(owners.map(addressOf))).sort())
    expect((await publicView(publicId)).questions).toEqual([])
    expect((await publicView(publicId, cast.neighbourAuthor)).own).toMatchObject([{ question: QUESTION }])
    expect((await publicView(publicId, cast.curator)).own).toEqual([])
    await answerQuestion(stage.as(cast.coAuthor), { id, version, answer: ANSWER })
    expect(await lettersOf('question_answered')).toEqual([await addressOf(cast.neighbourAuthor)])
    const { questions } = await publicView(publicId)
    expect(questions).toMatchObject([{ question: QUESTION, answer: ANSWER, asker: 'Kabupaten Tetangga' }])
    expect(JSON.stringify(questions)).not.toMatch(/orang\d|author Kab/)
    expect((await idsOf(publicId)).answers).toMatchObject({ answered: 1, waiting: 0, latest: [{ answer: ANSWER }] })
  })

  test('the same question sent twice, also at once, is one', async () => {
    const { publicId } = await asked()
    const again = () => askQuestion(stage.as(cast.neighbourAuthor), { publicId, question: QUESTION })
    await Promise.all([again(), again()])
    expect((await idsOf(publicId)).answers.waiting).toBe(1)
  })

  test('two answers at once: one counts, the other is told; a correction tells nobody again', async () => {
    const { id, version } = await asked()
    const answers = await Promise.allSettled([
      answerQuestion(stage.as(cast.author), { id, version, answer: ANSWER }),
      answerQuestion(stage.as(cast.admin), { id, version, answer: 'Tiga petugas, termasuk cadangan.' }),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await answerQuestion(stage.as(cast.author), { id, version: version + 1, answer: 'Dua petugas dan satu cadangan.' })
    expect(await lettersOf('question_answered')).toHaveLength(1)
  })

  test('is for officials of others, and the owner answers', async () => {
    const { publicId, id, version } = await asked()
    const ask = (actor: Actor) =>
      askQuestion(stage.as(actor), { publicId, question: 'Apakah ada contoh peraturannya?' })
    for (const actor of [cast.author, cast.admin, cast.observer, { kind: 'visitor' } as Actor])
      await expect(ask(actor)).rejects.toThrow(Forbidden)
    for (const actor of [cast.neighbourAuthor, cast.otherCurator, cast.mentor])
      await expect(answerQuestion(stage.as(actor), { id, version, answer: ANSWER })).rejects.toThrow(NotFound)
    await expect(answerQuestion(stage.as(cast.curator), { id, version, answer: ANSWER })).rejects.toThrow(Forbidden)
  })

  test('twenty a day', async () => {
    const publicId = await stage.published()
    const asker = await cast.person('adopter_lead', cast.organisations.neighbour)
    for (let n = 0; n < 20; n++)
      await askQuestion(stage.as(asker), { publicId, question: `Pertanyaan nomor ${n} dari kami?` })
    await expect(askQuestion(stage.as(asker), { publicId, question: 'Satu pertanyaan lagi?' })).rejects.toThrow(
      TooManyAttempts,
    )
  })
})

describe('seven days of silence', () => {
  test('tell the hub once, and only where nobody has answered', async () => {
    const silent = await asked()
    // The list of work begins with the oldest, and ends with the twentieth.
    await db.execute(sql`update practice_questions set asked_at = asked_at - interval '1 hour' where id = ${silent.id}`)
    await answered()
    await forgetLetters(db)
    expect(await tellSilentQuestions(stage.as(SYSTEM, later(6.9)))).toBe(0)
    const runs = await Promise.all([1, 2, 3].map(() => tellSilentQuestions(stage.as(SYSTEM, later(7)))))
    expect(runs.reduce((sum, told) => sum + told, 0)).toBe(
      (await readWorkQuestions(stage.as(cast.curator, later(7)), { view: 'open', page: 1 })).total,
    )
    const letters = await lettersOf('question_silent')
    expect(new Set(letters)).toEqual(new Set([await addressOf(cast.curator), await addressOf(cast.secondCurator)]))
    const items = await questionWorkItems(stage.as(cast.curator, later(8)))
    expect(items.map(({ href }) => href)).toContain(`/work/questions/${silent.id}`)
    expect(await questionWorkItems(stage.as(cast.curator))).toEqual([])
    expect((await questionWorkItems(stage.as(cast.author))).map(({ kind }) => kind)).toContain('question_answer')
  })
})

describe('into the next version', () => {
  test('times are told in the zone of the owner', async () => {
    const { id } = await answered()
    await db.execute(sql`update regions set time_zone = 'WIT' where code = '11.01'`)
    expect(await readQuestion(stage.as(cast.author), id)).toMatchObject({ timeZone: 'WIT' })
  })

  test('an answer is put behind a section of a new draft, credited, once', async () => {
    const { publicId, id, version } = await answered()
    const take = (section: 'resources' | 'background') =>
      moveQuestion(stage.as(cast.author), id, { intent: 'take', version, section })
    const both = await Promise.allSettled([take('resources'), take('resources')])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { resources } = (await stage.contentOf(publicId)).story
    expect(resources.id).toBe(`${ANSWER} (Dari tanya jawab dengan Kabupaten Tetangga, 22 November 2026.)`)
    expect(await readQuestion(stage.as(cast.author), id)).toMatchObject({
      takenInto: 'resources',
      can: { take: false },
    })
    await expect(
      moveQuestion(stage.as(cast.author), id, { intent: 'take', version: version + 1, section: 'background' }),
    ).rejects.toThrow(Conflict)
  })

  test('or of the draft that is open; while it is reviewed nothing is changed and it can be taken later', async () => {
    const { publicId, id, version } = await answered()
    await moveQuestion(stage.as(cast.author), id, { intent: 'take', version, section: 'background' })
    const { background } = (await stage.contentOf(publicId)).story
    expect(background.id).toMatch(/padam lebih dari sebulan\.\n\nDua petugas/)
    await stage.submit(publicId)
    await askQuestion(stage.as(cast.neighbourAdmin), { publicId, question: 'Apakah ada contoh peraturannya?' })
    const [, second] = await db
      .select()
      .from(practiceQuestions)
      .where(eq(practiceQuestions.practiceId, (await idsOf(publicId)).id))
      .orderBy(practiceQuestions.answeredAt)
    await answerQuestion(stage.as(cast.author), { id: second!.id, version: 1, answer: 'Ada, Peraturan Bupati 2024.' })
    const late = moveQuestion(stage.as(cast.author), second!.id, { intent: 'take', version: 2, section: 'background' })
    await expect(late).rejects.toThrow(Invalid)
    expect(await readQuestion(stage.as(cast.author), second!.id)).toMatchObject({ takenAt: null, can: { take: true } })
    await expect(
      moveQuestion(stage.as(cast.admin), second!.id, { intent: 'take', version: 2, section: 'background' }),
    ).rejects.toThrow(Forbidden)
  })
})

describe('order', () => {
  test('the hub hides with a reason, which whoever asked reads, and shows again; both are on record', async () => {
    const { publicId, id, version } = await answered()
    await expect(hideQuestion(stage.as(cast.author), { id, version, reason: 'tidak suka' })).rejects.toThrow(Forbidden)
    await hideQuestion(stage.as(cast.manager), { id, version, reason: 'Bukan tentang praktik ini.' })
    expect(await publicView(publicId)).toMatchObject({ questions: [], counts: { answered: 0 } })
    expect((await publicView(publicId, cast.neighbourAuthor)).own).toMatchObject([
      { hiddenReason: 'Bukan tentang praktik ini.' },
    ])
    const answer = answerQuestion(stage.as(cast.author), { id, version: version + 1, answer: 'Jawaban yang lain.' })
    await expect(answer).rejects.toThrow(InvalidTransition)
    await hideQuestion(stage.as(cast.curator), { id, version: version + 1, reason: null })
    expect((await publicView(publicId)).questions).toHaveLength(1)
    const acts = await db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id)
    expect(acts.map(({ action }) => action)).toEqual([
      'question.ask',
      'question.answer',
      'question.hide',
      'question.show',
    ])
  })

  test('of a withdrawn practice nothing is left', async () => {
    const { publicId, id } = await answered()
    await withdrawPractice(stage.as(cast.curator), {
      practiceId: publicId,
      reason: 'inaccurate',
      note: null,
      successor: null,
    })
    expect((await readPractice(stage.as({ kind: 'visitor' }), publicId)).practice).toBeUndefined()
    for (const actor of [cast.author, cast.curator])
      await expect(readQuestion(stage.as(actor), id)).rejects.toThrow(NotFound)
    await expect(askQuestion(stage.as(cast.neighbourAuthor), { publicId, question: QUESTION })).rejects.toThrow(
      NotFound,
    )
    const { questions } = await readWorkQuestions(stage.as(cast.curator), { view: 'answered', page: 1 })
    expect(questions.map((one) => one.id)).not.toContain(id)
  })

  test('the hub is measured by how many are answered, and how soon', async () => {
    const { answers } = await readHub(stage.as({ kind: 'visitor' }), cast.organisations.place.slug, {
      sort: 'confirmed',
      page: 1,
    })
    const [row] = await db.execute<{ asked: number; answered: number }>(sql`select count(*)::int as asked,
      count(answered_at)::int as answered from practice_questions q join practices p on p.id = q.practice_id
      where p.state = 'published' and q.hidden_at is null`)
    expect(answers).toMatchObject({ asked: row!.asked, answered: row!.answered })
    expect(answers.medianHours).toBeGreaterThanOrEqual(0)
  })
})
