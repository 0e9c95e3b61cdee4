import { setTimeout as sleep } from 'node:timers/promises'
import { countOpenRequiredComments } from '#db/queries/practice-reviews.server.ts'
import { findScheduledRevision, listOverdueRevisions } from '#db/queries/practice-schedule.server.ts'
import { updateRevision } from '#db/queries/practices.server.ts'
import { findPracticeInWork, type WorkPractice } from '#db/queries/practices-work.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { EARLY_MS, orderPublication } from './publication-job.server.ts'
import { putOnSite } from './put-on-site.server.ts'
import { assertSeen } from './review-moves.server.ts'
import { takeOffSchedule } from './unschedule-practice.server.ts'

/**
 * Publishes a scheduled text as soon as its moment has come by the clock of the database, which it asks in the
 * transaction that publishes: a job that comes too early, by whatever clock, waits or orders itself anew.
 */
export async function publishWhenDue(ctx: Context, { revisionId }: { revisionId: string }): Promise<void> {
  for (;;) {
    const early = await publishScheduled(ctx, { revisionId })
    if (!early) return
    if (early.waitMs > 2 * EARLY_MS) return orderPublication(ctx.db, { revisionId, publishAt: early.publishAt })
    await sleep(Math.ceil(early.waitMs) + 1)
  }
}

/** Publishes what should have been published and was not, because nothing ran or its job was lost. Answers how many. */
export async function publishOverdue(ctx: Context): Promise<number> {
  const overdue = await listOverdueRevisions(ctx.db)
  for (const revisionId of overdue) await publishScheduled(ctx, { revisionId })
  return overdue.length
}

type TooEarly = { waitMs: number; publishAt: Date }

/** One attempt. Answers how long it is too early; nothing when it was published, or is not scheduled any more. */
async function publishScheduled(ctx: Context, { revisionId }: { revisionId: string }): Promise<TooEarly | undefined> {
  return ctx.db.transaction(async (tx) => {
    // Held until the end: of two processes the second finds the text published.
    const scheduled = await findScheduledRevision(tx, revisionId)
    if (!scheduled) return undefined
    const { publicId, version, now, publishAt } = scheduled
    if (publishAt > now) return { publishAt, waitMs: publishAt.getTime() - now.getTime() }
    const atDue = { ...ctx, now }
    const practice = await findPracticeInWork(tx, publicId, { kind: 'all' })
    const open = practice?.open
    if (!practice || open?.id !== revisionId) throw new Conflict('another text is open')
    if (isByOutsider(practice, open) && (await countOpenRequiredComments(tx, revisionId)) === 0) {
      const { to } = revisionLifecycle.moves.publish
      const changes = { state: to, publishedBy: open.scheduledBy, publishedAt: now }
      if (!(await updateRevision(tx, { id: revisionId, version, from: ['scheduled'] }, changes)))
        throw new Conflict('the text was moved meanwhile')
      const fingerprint = await assertSeen(tx, revisionId, undefined)
      const data = { fingerprint, scheduledBy: open.scheduledBy, publishAt }
      await putOnSite(tx, atDue, { practice, open, data, people: [open.scheduledBy] })
    } else {
      await takeOffSchedule(tx, atDue, { practice, open, version })
    }
    return undefined
  })
}

/** Who scheduled it is who publishes it: nobody publishes what they wrote, sent in or checked before. */
function isByOutsider({ writerIds }: WorkPractice, open: NonNullable<WorkPractice['open']>) {
  const { scheduledBy, submittedBy, documentVerifiedBy, authorIds } = open
  const insiders = [submittedBy, documentVerifiedBy, ...authorIds, ...writerIds]
  return scheduledBy !== null && !insiders.includes(scheduledBy)
}
