import { findAgencyPlace } from '#db/queries/practice-places.server.ts'
import { findRevision, insertRevisionAuthor, listReviewComments } from '#db/queries/practice-reviews.server.ts'
import { updatePractice, updateRevision } from '#db/queries/practices.server.ts'
import { insertSubmission } from '#db/queries/review-work.server.ts'
import { paths } from '../../paths.ts'
import { assertFilesReady } from '../attachment/show-attachments.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Invalid } from '../shared/errors.ts'
import { fingerprintOf } from './fingerprint.server.ts'
import { revisionLifecycle } from './practice.ts'
import { letters, openRevision, personOf, practiceFor, recordMove } from './practice-moves.server.ts'
import { isUnticked } from './remark.ts'
import { reviewersToTell } from './review-moves.server.ts'
import { submissionGaps } from './submission.ts'

type Input = {
  practiceId: string
  version: number
  /** Refused once where a required remark is not marked as dealt with: whoever sends it may have forgotten it. */
  asksFirst?: boolean
}

/**
 * Sends a draft to the document check of the own agency. `Invalid` names each section that still blocks it.
 * A practice of a place that had no hub when it was begun comes to the hub that covers the place by now.
 */
export async function submitPractice(ctx: Context, { practiceId, version, asksFirst = false }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'submit')
  const open = openRevision(practice, 'submit')
  const to = revisionLifecycle.next(open.state, 'submit')
  const userId = personOf(ctx)
  const hubId = practice.hubId ?? (await findAgencyPlace(ctx.db, practice.agencyId))?.hubId ?? null
  return ctx.db.transaction(async (tx) => {
    const { from } = revisionLifecycle.moves.submit
    const submitted = await updateRevision(
      tx,
      { id: open.id, version, from },
      { state: to, submittedBy: userId, submittedAt: ctx.now },
    )
    if (!submitted) throw new Conflict('the draft was changed since it was read')
    const revision = await findRevision(tx, open.id)
    const gaps = submissionGaps(revision!.content)
    if (gaps.length > 0) throw new Invalid({ '': ['notReady'] })
    if (asksFirst && (await listReviewComments(tx, open.id)).some(isUnticked)) throw new Invalid({ '': ['unticked'] })
    await assertFilesReady(tx, revision!.content)
    await insertRevisionAuthor(tx, open.id, userId)
    const sent = { revisionId: open.id, version: submitted, submittedBy: userId, submittedAt: ctx.now }
    const { content } = revision!
    await insertSubmission(tx, { ...sent, content, fingerprint: fingerprintOf(content) })
    if (
      hubId !== practice.hubId &&
      (await updatePractice(tx, { id: practice.id, from: practice.state }, { hubId })) === undefined
    ) {
      throw new Conflict('the practice was changed since it was read')
    }
    await recordMove(tx, ctx, {
      practice,
      event: 'submit',
      revisionId: open.id,
      from: open.state,
      to,
      mail: await letters(tx, ctx, practice, {
        template: 'practice_submitted',
        path: paths.review(practice.publicId),
        people: await reviewersToTell(tx, ctx, practice, 'documents'),
      }),
    })
    return { publicId: practice.publicId, version: submitted }
  })
}
