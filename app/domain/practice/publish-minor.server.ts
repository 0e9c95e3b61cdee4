import { findRevision, insertRevisionAuthor } from '#db/queries/practice-reviews.server.ts'
import { updatePractice, updateRevision } from '#db/queries/practices.server.ts'
import { findReviewRules } from '#db/queries/review-texts.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, Invalid, InvalidTransition } from '../shared/errors.ts'
import { fingerprintOf } from './fingerprint.server.ts'
import { isMinorEdit, minorChanges } from './minor-edit.ts'
import { practiceLifecycle, revisionLifecycle } from './practice.ts'
import { letters, openRevision, personOf, practiceFor, recordMove, substanceRole } from './practice-moves.server.ts'

/**
 * Publishes a revision that differs from the live one only in what the hub allows without a review. The history shows
 * it to everybody; the reviewers of the hub are told, searches that people have saved are not alerted. `Invalid` when
 * anything else differs.
 */
export async function publishMinor(ctx: Context, { practiceId, version }: { practiceId: string; version: number }) {
  const practice = await practiceFor(ctx, practiceId, 'publish_minor')
  const open = openRevision(practice, 'publish_minor')
  const to = revisionLifecycle.next(open.state, 'publish_minor')
  const { live, hubId } = practice
  if (practice.state !== 'published' || !live || !hubId) throw new InvalidTransition(practice.state, 'publish_minor')
  const state = practiceLifecycle.next(practice.state, 'publish')
  const userId = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    const [draft, before, rules] = [
      await findRevision(tx, open.id, { lock: true }),
      await findRevision(tx, live.id),
      await findReviewRules(tx, hubId),
    ]
    if (!draft || draft.version !== version) throw new Conflict('the draft was changed since it was read')
    const allowed = rules?.minorKinds ?? []
    if (!isMinorEdit(before!.content, draft.content, allowed)) throw new Invalid({ '': ['notMinor'] })
    const { from } = revisionLifecycle.moves.publish_minor
    const changes = {
      state: to,
      submittedBy: userId,
      submittedAt: ctx.now,
      publishedAt: ctx.now,
      minorOf: before!.minorOf ?? before!.id,
    }
    if (!(await updateRevision(tx, { id: open.id, version, from }, changes))) throw new Conflict('the draft was moved')
    await insertRevisionAuthor(tx, open.id, userId)
    const searchVersion = await updatePractice(
      tx,
      { id: practice.id, from: practice.state },
      { state, liveRevisionId: open.id },
    )
    if (searchVersion === undefined) throw new Conflict('the practice was moved meanwhile')
    const fields = minorChanges(before!.content, draft.content).map(({ section, field, kind }) => ({
      section,
      field,
      kind,
    }))
    await recordMove(tx, ctx, {
      practice,
      event: 'publish_minor',
      revisionId: open.id,
      from: open.state,
      to,
      data: { fields, allowed, number: open.number, version, fingerprint: fingerprintOf(draft.content) },
      searchVersion,
      mail: await letters(tx, ctx, practice, {
        template: 'practice_minor_edit',
        path: paths.practice(practice.publicId),
        people: open.authorIds,
        roles: ['agency_admin', substanceRole(practice)],
      }),
    })
    return { publicId: practice.publicId, number: open.number, searchVersion }
  })
}
