import { listReceiversByRole } from '#db/queries/practice-reviews.server.ts'
import { listPracticesInWork, type WorkPractice } from '#db/queries/practices-work.server.ts'
import { insertEscalation } from '#db/queries/review-work.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { REVIEWED_REVISION_STATES } from './practice.ts'
import { titleOf } from './practice-moves.server.ts'
import { reviewDue } from './review-due.ts'

const LIMIT = 1_000

/**
 * Tells each hub manager (the national office where no hub answers) of the texts that have waited too long, in one
 * letter, each wait once. Computed from the state at this moment: what was decided meanwhile is not mentioned.
 */
export async function escalateReviews(ctx: Context): Promise<{ texts: number; mails: number }> {
  const waiting = await listPracticesInWork(ctx.db, {
    scope: { kind: 'all' },
    limit: LIMIT,
    openStates: REVIEWED_REVISION_STATES,
  })
  const late = waiting.filter((practice) => dueOf(practice, ctx.now)?.escalated)
  const byHub = new Map<string | null, WorkPractice[]>()
  for (const practice of late) byHub.set(practice.hubId, [...(byHub.get(practice.hubId) ?? []), practice])
  let [texts, mails] = [0, 0]
  for (const [hubId, practices] of byHub) {
    const told = await escalateTo(ctx, hubId, practices)
    texts += told.texts
    mails += told.mails
  }
  return { texts, mails }
}

const dueOf = ({ open, timeZone }: WorkPractice, now: Date) => open && reviewDue(open, timeZone ?? 'WIB', now)

async function escalateTo(ctx: Context, hubId: string | null, practices: readonly WorkPractice[]) {
  return ctx.db.transaction(async (tx) => {
    const fresh: WorkPractice[] = []
    for (const practice of practices) {
      const due = dueOf(practice, ctx.now)!
      const row = { revisionId: practice.open!.id, stage: due.stage, waitingSince: due.since, at: ctx.now }
      if (await insertEscalation(tx, row)) fresh.push(practice)
    }
    if (fresh.length === 0) return { texts: 0, mails: 0 }
    const managers = await listReceiversByRole(tx, {
      role: hubId ? 'hub_manager' : 'national_admin',
      organisationIds: hubId ? [hubId] : null,
      today: today(ctx.now),
    })
    const params = {
      count: String(fresh.length),
      list: fresh.map((practice) => `${practice.publicId}, ${titleOf(practice)}`).join('\n'),
      path: paths.reviewQueue({ show: 'overdue' }),
    }
    const mail = managers.map(({ email, language }) => ({ to: email, template: 'review_late', language, params }))
    for (const [index, practice] of fresh.entries()) {
      await recordChange(tx, ctx, {
        action: 'practice.escalate_review',
        entity: 'practice',
        entityId: practice.id,
        data: { publicId: practice.publicId, revisionId: practice.open!.id, hubId },
        mail: index === 0 ? mail : [],
      })
    }
    return { texts: fresh.length, mails: mail.length }
  })
}
