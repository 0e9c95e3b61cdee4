import { findLikenessTarget, insertLikeness } from '#db/queries/likeness.server.ts'
import { updatePractice } from '#db/queries/practices.server.ts'
import type { LikenessAnswer } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Invalid, InvalidTransition } from '../shared/errors.ts'
import { personOf, practiceFor, recordMove } from './practice-moves.server.ts'

type Input = { practiceId: string; other: string; answer: LikenessAnswer }

/**
 * The owner says what a resembling practice is to theirs: its source (`replica`: the link is shown to everybody), or a
 * different one (`different`: it is not shown again, and a link to it is taken off). Throws `Invalid` for what is not
 * published and for a circle of replicas.
 */
export async function answerLikeness(ctx: Context, { practiceId, other, answer }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'edit')
  if (practice.state === 'withdrawn') throw new InvalidTransition(practice.state, 'answer_likeness')
  return ctx.db.transaction(async (tx) => {
    const target = await findLikenessTarget(tx, other)
    if (!target || target.origins.includes(practice.id)) throw new Invalid({ other: ['likenessOther'] })
    await insertLikeness(tx, {
      ...{ practiceId: practice.id, otherId: target.id, answer },
      ...{ answeredBy: personOf(ctx), answeredAt: ctx.now },
    })
    const wasSource = practice.replicaOfId === target.id
    const isSource = answer === 'replica'
    let searchVersion: number | undefined
    if (isSource !== wasSource) {
      const changes = { replicaOfId: isSource ? target.id : null }
      searchVersion = await updatePractice(tx, { id: practice.id, from: practice.state }, changes)
      if (searchVersion === undefined) throw new Conflict('the practice was moved meanwhile')
    }
    await recordMove(tx, ctx, {
      practice,
      event: 'answer_likeness',
      data: { other, answer },
      ...(practice.state === 'published' && searchVersion !== undefined && { searchVersion }),
    })
    return { publicId: practice.publicId }
  })
}
