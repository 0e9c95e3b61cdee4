import { updatePractice, updateRevision } from '#db/queries/practices.server.ts'
import { insertPublication } from '#db/queries/saved-searches.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { practiceLifecycle, revisionLifecycle } from './practice.ts'
import { letters, openRevision, personOf, practiceFor, recordMove } from './practice-moves.server.ts'
import { assertRequiredClosed } from './resolve-comment.server.ts'

type Input = { practiceId: string; version: number; message?: string | null; checks?: readonly string[] }

/** Puts exactly the text that the curator read on the site; from here on it never changes. The search follows at once. */
export async function publishPractice(ctx: Context, { practiceId, version, message = null, checks = [] }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'publish')
  const open = openRevision(practice, 'publish')
  const to = revisionLifecycle.next(open.state, 'publish')
  const state = practiceLifecycle.next(practice.state, 'publish')
  return ctx.db.transaction(async (tx) => {
    const { from } = revisionLifecycle.moves.publish
    const changes = { state: to, publishedBy: personOf(ctx), publishedAt: ctx.now }
    await assertRequiredClosed(tx, open.id)
    if (!(await updateRevision(tx, { id: open.id, version, from }, changes))) {
      throw new Conflict('the text was moved meanwhile')
    }
    const live = { state, liveRevisionId: open.id, ...(practice.live ? {} : { firstPublishedAt: ctx.now }) }
    const searchVersion = await updatePractice(tx, { id: practice.id, from: practice.state }, live)
    if (searchVersion === undefined) throw new Conflict('the practice was moved meanwhile')
    await insertPublication(tx, { practiceId: practice.id, version: searchVersion, publishedAt: ctx.now })
    await recordMove(tx, ctx, {
      practice,
      event: 'publish',
      revisionId: open.id,
      from: open.state,
      to,
      reason: message,
      data: { checks, number: open.number },
      searchVersion,
      mail: await letters(tx, ctx, practice, {
        template: 'practice_published',
        path: paths.practice(practice.publicId),
        message: message ?? '',
        people: [...open.authorIds, open.submittedBy, open.documentVerifiedBy],
        roles: ['agency_admin'],
      }),
    })
    return { publicId: practice.publicId, number: open.number, searchVersion }
  })
}
