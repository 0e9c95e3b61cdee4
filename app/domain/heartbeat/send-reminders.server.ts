import { listLifeByPublicId, lockPublishedPractice } from '#db/queries/life.server.ts'
import { insertLifeQuestion, listOpenWhatsapp } from '#db/queries/life-questions.server.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { askLife } from './ask-life.server.ts'
import { lifeScope } from './heartbeat.policy.ts'
import { linkExpiry, mayAskByHand } from './heartbeat.ts'

async function chosen(ctx: Context, publicIds: readonly string[]) {
  const scope = lifeScope(ctx.actor)
  if (!scope) throw new Forbidden('keeps no practices alive')
  return listLifeByPublicId(ctx.db, scope, publicIds, today(ctx.now))
}

/** Writes to the owners of some practices now, due or not; answers of how many. Nobody gets two letters a day. */
export async function sendReminders(ctx: Context, { publicIds }: { publicIds: readonly string[] }): Promise<number> {
  let sent = 0
  for (const row of await chosen(ctx, publicIds)) {
    if (mayAskByHand(row, ctx.now) && (await askLife(ctx, row, row.letters + 1)) > 0) sent++
  }
  return sent
}

/**
 * Prepares a link of its own for WhatsApp for each of some practices; one that can still be answered stays. Answers for
 * how many there is one now. Nothing is sent: the person sends it from their own telephone.
 */
export async function prepareWhatsapp(ctx: Context, { publicIds }: { publicIds: readonly string[] }): Promise<number> {
  const rows = (await chosen(ctx, publicIds)).filter(({ isAnswered }) => !isAnswered)
  let ready = 0
  for (const row of rows) {
    const isReady = await ctx.db.transaction(async (tx) => {
      if (!(await lockPublishedPractice(tx, row.id))) return false
      const open = await listOpenWhatsapp(tx, [row.id], ctx.now)
      if (open.some(({ roundOn }) => roundOn === row.roundOn)) return true
      const question = await insertLifeQuestion(tx, {
        practiceId: row.id,
        roundOn: row.roundOn,
        number: row.letters,
        channel: 'whatsapp',
        askedAt: ctx.now,
        askedBy: userIdOf(ctx.actor),
        expiresAt: linkExpiry(ctx.now),
      })
      await recordChange(tx, ctx, {
        action: 'practice.prepare_whatsapp',
        entity: 'practice',
        entityId: row.id,
        data: { publicId: row.publicId, questionId: question?.id },
      })
      return true
    })
    if (isReady) ready++
  }
  return ready
}
