import { findSuccessor } from '#db/queries/practice-reviews.server.ts'
import { updatePractice } from '#db/queries/practices.server.ts'
import type { WithdrawalReason } from '#db/vocabulary.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Invalid } from '../shared/errors.ts'
import { practiceLifecycle } from './practice.ts'
import { letters, practiceFor, recordMove } from './practice-moves.server.ts'

type Input = { practiceId: string; reason: WithdrawalReason; note?: string | null; successor?: string | null }

/** Takes a published practice off the site. Its address answers with a tombstone: when, why, and what takes its place. */
export async function withdrawPractice(ctx: Context, { practiceId, reason, note = null, successor = null }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'withdraw')
  const state = practiceLifecycle.next(practice.state, 'withdraw')
  return ctx.db.transaction(async (tx) => {
    const next = successor ? await findSuccessor(tx, successor) : undefined
    if (successor && (!next || next.id === practice.id)) throw new Invalid({ successor: ['successor'] })
    const searchVersion = await updatePractice(
      tx,
      { id: practice.id, from: practice.state },
      { state, withdrawnAt: ctx.now, withdrawalReason: reason, withdrawalNote: note, successorId: next?.id ?? null },
    )
    if (searchVersion === undefined) throw new Conflict('the practice was moved meanwhile')
    await recordMove(tx, ctx, {
      practice,
      event: 'withdraw',
      from: practice.state,
      to: state,
      reason: note,
      data: { reason, successor },
      searchVersion,
      mail: await letters(tx, ctx, practice, {
        template: 'practice_withdrawn',
        path: paths.practice(practice.publicId),
        message: note ?? '',
        roles: ['author', 'agency_admin'],
      }),
    })
    return { publicId: practice.publicId }
  })
}
