import { updateRevision } from '#db/queries/practices.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { addDays, momentIn, today } from '../shared/dates.ts'
import { Conflict, Invalid } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { letters, openRevision, personOf, practiceFor, recordMove } from './practice-moves.server.ts'
import { orderPublication } from './publication-job.server.ts'
import { assertRequiredClosed } from './resolve-comment.server.ts'
import { assertNotTaken, assertSeen } from './review-moves.server.ts'

type Input = {
  practiceId: string
  version: number
  /** The fingerprint of the text that the reviewer had before them. */
  seen?: string
  /** Date and time of day (`09:30`) in the zone of the agency. */
  publishDate: string
  publishTime: string
  message?: string | null
  checks?: readonly string[]
}

const DAYS_AHEAD_AT_MOST = 365

/** Approves exactly the text that the curator read, to be put on the site by itself at a later moment. */
export async function schedulePractice(ctx: Context, input: Input) {
  const { practiceId, version, seen, publishDate, publishTime, message = null, checks = [] } = input
  const practice = await practiceFor(ctx, practiceId, 'schedule')
  const open = openRevision(practice, 'schedule')
  const to = revisionLifecycle.next(open.state, 'schedule')
  const zone = practice.timeZone ?? 'WIB'
  const publishAt = momentIn(zone, publishDate, publishTime)
  if (publishAt <= ctx.now) throw new Invalid({ publishTime: ['publishTimePast'] })
  if (publishDate > addDays(today(ctx.now), DAYS_AHEAD_AT_MOST)) throw new Invalid({ publishDate: ['publishDateFar'] })
  return ctx.db.transaction(async (tx) => {
    const { from } = revisionLifecycle.moves.schedule
    await assertRequiredClosed(tx, open.id)
    const scheduled = await updateRevision(
      tx,
      { id: open.id, version, from },
      { state: to, publishAt, scheduledBy: personOf(ctx) },
    )
    if (!scheduled) throw new Conflict('the text was moved meanwhile')
    await assertNotTaken(tx, ctx, practice, { revisionId: open.id, stage: 'substance' })
    const fingerprint = await assertSeen(tx, open.id, seen)
    await orderPublication(tx, { revisionId: open.id, publishAt })
    await recordMove(tx, ctx, {
      practice,
      event: 'schedule',
      revisionId: open.id,
      from: open.state,
      to,
      reason: message,
      data: { checks, publishAt, number: open.number, version, fingerprint },
      mail: await letters(tx, ctx, practice, {
        template: 'practice_scheduled',
        path: paths.workPractice(practice.publicId),
        message: message ?? '',
        more: { at: publishAt.toISOString(), zone },
        people: [...open.authorIds, open.submittedBy, open.documentVerifiedBy],
      }),
    })
    return { publicId: practice.publicId, publishAt, version: scheduled }
  })
}
