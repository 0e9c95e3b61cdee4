import {
  deleteDeadMailbox,
  findDeadMailbox,
  insertDeadMailbox,
  upsertPracticeContact,
} from '#db/queries/contacts.server.ts'
import { listLifeByPublicId, lockPublishedPractice } from '#db/queries/life.server.ts'
import { listLifeQuestions } from '#db/queries/life-questions.server.ts'
import { PUBLIC_ID } from '../practice/practice.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, Forbidden, NotFound } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { canChangeContact } from './heartbeat.policy.ts'
import type { ContactInput } from './heartbeat.schema.ts'

async function practiceOf(ctx: Context, publicId: string) {
  const [row] = PUBLIC_ID.test(publicId) ? await listLifeByPublicId(ctx.db, null, [publicId], today(ctx.now)) : []
  if (!row) throw new NotFound('no such published practice')
  if (!canChangeContact(ctx.actor, row)) throw new Forbidden('may not change the contact')
  return row
}

/** The contact of a published practice, whether letters reach it, and who was asked what about its life. */
export async function readContact(ctx: Context, publicId: string) {
  const row = await practiceOf(ctx, publicId)
  const [dead, questions] = await Promise.all([
    row.contact ? findDeadMailbox(ctx.db, row.contact) : undefined,
    listLifeQuestions(ctx.db, row.id),
  ])
  return { ...row, title: row.titleId ?? row.brand, dead: dead ?? null, questions }
}

/**
 * Puts another contact in the place of the published one, without a new version of the text, or notes that it takes no
 * letters. The next published text that names another address has the last word.
 */
export async function changeContact(ctx: Context, { publicId, ...input }: { publicId: string } & ContactInput) {
  const row = await practiceOf(ctx, publicId)
  await ctx.db.transaction(async (tx) => {
    if (!(await lockPublishedPractice(tx, row.id))) throw new Conflict('it was withdrawn meanwhile')
    const by = userIdOf(ctx.actor)
    if (input.intent === 'dead') {
      if (!row.contact) throw new Conflict('there is no contact')
      await insertDeadMailbox(tx, { email: row.contact, answer: null, reportedBy: by, since: ctx.now })
    } else {
      const contact = { practiceId: row.id, email: input.email, replaces: row.textEmail, setBy: by, setAt: ctx.now }
      await upsertPracticeContact(tx, contact)
      // Whoever names it says that it works; if not, the next letter will tell.
      await deleteDeadMailbox(tx, input.email, 'any')
    }
    await recordChange(tx, ctx, {
      action: input.intent === 'dead' ? 'practice.report_contact' : 'practice.change_contact',
      entity: 'practice',
      entityId: row.id,
      data: { publicId, from: row.contact, to: input.intent === 'dead' ? undefined : input.email },
    })
  })
}
