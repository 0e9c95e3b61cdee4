import type { Transaction } from '#db/client.server.ts'
import { updateRevision } from '#db/queries/practices.server.ts'
import type { WorkPractice } from '#db/queries/practices-work.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { letters, openRevision, practiceFor, recordMove, substanceRole } from './practice-moves.server.ts'
import { cancelPublication } from './publication-job.server.ts'

/** Takes a text off the schedule: it waits for the decision of a curator again. */
export async function unschedulePractice(
  ctx: Context,
  { practiceId, version }: { practiceId: string; version: number },
) {
  const practice = await practiceFor(ctx, practiceId, 'unschedule')
  const open = openRevision(practice, 'unschedule')
  revisionLifecycle.next(open.state, 'unschedule')
  return ctx.db.transaction((tx) => takeOffSchedule(tx, ctx, { practice, open, version }))
}

type Scheduled = { practice: WorkPractice; open: NonNullable<WorkPractice['open']>; version: number }

/** The same in the name of the program too, when a rule forbids by now what was scheduled: the curators are told then. */
export async function takeOffSchedule(tx: Transaction, ctx: Context, { practice, open, version }: Scheduled) {
  const { from, to } = revisionLifecycle.moves.unschedule
  const returned = await updateRevision(
    tx,
    { id: open.id, version, from },
    { state: to, publishAt: null, scheduledBy: null },
  )
  if (!returned) throw new Conflict('the text was moved meanwhile')
  await cancelPublication(tx, open.id)
  await recordMove(tx, ctx, {
    practice,
    event: 'unschedule',
    revisionId: open.id,
    from: open.state,
    to,
    data: { publishAt: open.publishAt, number: open.number },
    mail: await letters(tx, ctx, practice, {
      template: 'practice_unscheduled',
      path: paths.workPractice(practice.publicId),
      people: [...open.authorIds, open.submittedBy, open.documentVerifiedBy, open.scheduledBy],
      roles: ctx.actor.kind === 'system' ? [substanceRole(practice)] : [],
    }),
  })
  return { publicId: practice.publicId, version: returned }
}
