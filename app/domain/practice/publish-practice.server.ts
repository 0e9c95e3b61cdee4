import { updateRevision } from '#db/queries/practices.server.ts'
import type { Context } from '../shared/context.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { revisionLifecycle } from './practice.ts'
import { openRevision, personOf, practiceFor } from './practice-moves.server.ts'
import { putOnSite } from './put-on-site.server.ts'
import { assertRequiredClosed } from './resolve-comment.server.ts'
import { assertNotTaken, assertSeen } from './review-moves.server.ts'

type Input = {
  practiceId: string
  version: number
  /** The fingerprint of the text that the reviewer had before them. */
  seen?: string
  message?: string | null
  checks?: readonly string[]
}

/**
 * Puts exactly the text that the curator read on the site; from here on it never changes. The search follows at once.
 * What is scheduled is left to the program: whoever wants it sooner takes it off the schedule first.
 */
export async function publishPractice(ctx: Context, input: Input) {
  const { practiceId, version, seen, message = null, checks = [] } = input
  const practice = await practiceFor(ctx, practiceId, 'publish')
  const open = openRevision(practice, 'publish')
  const to = revisionLifecycle.next(open.state, 'publish')
  if (open.state === 'scheduled') throw new InvalidTransition(open.state, 'publish')
  return ctx.db.transaction(async (tx) => {
    const changes = { state: to, publishedBy: personOf(ctx), publishedAt: ctx.now }
    await assertRequiredClosed(tx, open.id)
    if (!(await updateRevision(tx, { id: open.id, version, from: [open.state] }, changes))) {
      throw new Conflict('the text was moved meanwhile')
    }
    await assertNotTaken(tx, ctx, practice, { revisionId: open.id, stage: 'substance' })
    const fingerprint = await assertSeen(tx, open.id, seen)
    return putOnSite(tx, ctx, { practice, open, reason: message, data: { checks, version, fingerprint } })
  })
}
