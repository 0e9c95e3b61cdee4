import type { Transaction } from '#db/client.server.ts'
import { type LifeRow, listDueLife, lockPublishedPractice } from '#db/queries/life.server.ts'
import { insertLifeQuestion } from '#db/queries/life-questions.server.ts'
import { listReceiversByRole } from '#db/queries/practice-reviews.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { linkExpiry, nextLetter, receiverOf } from './heartbeat.ts'

export const LIFE_LETTER = 'life_question'

type Receiver = { email: string; language: Language }

/** Who a letter goes to now: the contact, else the admins of the owner, else the contact after all. */
export async function receiversOf(tx: Transaction | Context['db'], practice: LifeRow, number: number, on: string) {
  const contact: Receiver[] =
    practice.contact && practice.contactState === 'ok' ? [{ email: practice.contact, language: 'id' }] : []
  if (receiverOf(number, practice.contactState) === 'contact') return contact
  const organisationIds = [practice.agencyId, practice.agencyParentId].filter((id) => id !== null)
  const admins: Receiver[] = await listReceiversByRole(tx, { role: 'agency_admin', organisationIds, today: on })
  return admins.length > 0 ? admins : contact
}

/**
 * Asks the owner of one published practice whether it still runs: one letter with an own link to each receiver. Answers
 * how many were ordered: none when the same letter was ordered before, or when nobody can be reached.
 */
export async function askLife(ctx: Context, practice: LifeRow, number: number): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    if (!(await lockPublishedPractice(tx, practice.id))) return 0
    const receivers = await receiversOf(tx, practice, number, today(ctx.now))
    const questions: { id: string; to: Receiver }[] = []
    for (const to of receivers) {
      const question = await insertLifeQuestion(tx, {
        practiceId: practice.id,
        roundOn: practice.roundOn,
        number,
        channel: 'mail',
        sentTo: to.email,
        askedAt: ctx.now,
        askedBy: userIdOf(ctx.actor),
        expiresAt: linkExpiry(ctx.now),
      })
      if (question) questions.push({ id: question.id, to })
    }
    if (questions.length === 0) return 0
    await recordChange(tx, ctx, {
      action: 'practice.ask_life',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, number, letters: questions.length },
      mail: questions.map(({ id, to }) => ({
        to: to.email,
        template: LIFE_LETTER,
        language: to.language,
        // What it says is looked up when it is sent; the link is signed then.
        params: { questionId: id, language: to.language },
        uniqueKey: `${LIFE_LETTER}:${id}`,
      })),
    })
    return questions.length
  })
}

const PAGE = 200

/**
 * Asks about every practice whose turn it is: the first letter when the last word is half a year old, further ones two
 * weeks apart. Safe to run again and in several processes: each letter is ordered once.
 */
export async function askDueLife(ctx: Context): Promise<{ practices: number; letters: number }> {
  const date = today(ctx.now)
  const sum = { practices: 0, letters: 0 }
  let after: string | undefined
  for (;;) {
    const rows = await listDueLife(ctx.db, { today: date, limit: PAGE, after })
    for (const row of rows) {
      const number = nextLetter(row, date, ctx.now)
      const letters = number === null ? 0 : await askLife(ctx, row, number)
      sum.letters += letters
      if (letters > 0) sum.practices++
    }
    if (rows.length < PAGE) return sum
    after = rows.at(-1)?.id
  }
}
