import type { Transaction } from '#db/client.server.ts'
import { updatePractice } from '#db/queries/practices.server.ts'
import type { WorkPractice } from '#db/queries/practices-work.server.ts'
import { insertPublication } from '#db/queries/saved-searches.server.ts'
import { paths } from '../../paths.ts'
import type { Context } from '../shared/context.ts'
import { Conflict } from '../shared/errors.ts'
import { practiceLifecycle } from './practice.ts'
import { letters, recordMove } from './practice-moves.server.ts'

type Publication = {
  practice: WorkPractice
  open: NonNullable<WorkPractice['open']>
  reason?: string | null
  data?: Record<string, unknown>
  /** Who is told beside the authors, the checker and the admin of the agency. */
  people?: readonly (string | null)[]
}

/** What a publication is beside the text that became `published`: the practice, saved searches, history, search, mail. */
export async function putOnSite(
  tx: Transaction,
  ctx: Context,
  { practice, open, reason, data, people = [] }: Publication,
) {
  const state = practiceLifecycle.next(practice.state, 'publish')
  const live = { state, liveRevisionId: open.id, ...(practice.live ? {} : { firstPublishedAt: ctx.now }) }
  const searchVersion = await updatePractice(tx, { id: practice.id, from: practice.state }, live)
  if (searchVersion === undefined) throw new Conflict('the practice was moved meanwhile')
  await insertPublication(tx, { practiceId: practice.id, version: searchVersion, publishedAt: ctx.now })
  await recordMove(tx, ctx, {
    practice,
    event: 'publish',
    revisionId: open.id,
    from: open.state,
    to: 'published',
    reason,
    data: { ...data, number: open.number },
    searchVersion,
    mail: await letters(tx, ctx, practice, {
      template: 'practice_published',
      path: paths.practice(practice.publicId),
      message: reason ?? '',
      people: [...open.authorIds, open.submittedBy, open.documentVerifiedBy, ...people],
      roles: ['agency_admin'],
    }),
  })
  return { publicId: practice.publicId, number: open.number, searchVersion }
}
