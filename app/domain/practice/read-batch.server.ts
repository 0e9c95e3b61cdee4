import { listReviewComments } from '#db/queries/practice-reviews.server.ts'
import { findPracticeInWork } from '#db/queries/practices-work.server.ts'
import { findBatch } from '#db/queries/review-work.server.ts'
import type { BatchAction, Language } from '#db/vocabulary.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { Forbidden, NotFound } from '../shared/errors.ts'
import { decideBatch } from './decide-batch.server.ts'
import { visibilityFor } from './practice.policy.ts'
import { PUBLIC_ID } from './practice.ts'
import { rowFor, stageOfHat } from './read-queue.server.ts'
import { listTemplatesFor, messageTo } from './read-review-texts.server.ts'
import { MAX_BATCH } from './review.schema.ts'
import { isUndoable, undoableUntil } from './undo-batch.server.ts'

type Asked = { action: BatchAction; practiceIds: readonly string[]; lang: Language }

/**
 * What a decision on several texts would do, before it is made: for each whether it can be done, why not, and what its
 * authors would read of each template.
 */
export async function previewBatch(ctx: Context, { action, practiceIds, lang }: Asked) {
  const stage = stageOfHat(ctx)
  if (!stage) throw new Forbidden('this hat checks nothing')
  const ids = [...new Set(practiceIds.filter((id) => PUBLIC_ID.test(id)))].slice(0, MAX_BATCH)
  const rows = []
  for (const id of ids) {
    const practice = await findPracticeInWork(ctx.db, id, visibilityFor(ctx.actor))
    if (!practice) continue
    const row = rowFor(ctx)(practice)
    const comments = practice.open ? await listReviewComments(ctx.db, practice.open.id) : []
    const requiredOpen = comments.filter(({ required, resolvedAt }) => required && !resolvedAt).length
    const templates = action === 'request_changes' ? await listTemplatesFor(ctx, practice, { lang, comments }) : []
    const refused = !row.can[action]
      ? ('not_yours' as const)
      : row.taken && !row.mine
        ? ('taken' as const)
        : action === 'verify_documents' && requiredOpen > 0
          ? ('required_open' as const)
          : null
    rows.push({ ...row, requiredOpen, templates, refused })
  }
  return { action, stage, rows, ready: rows.filter(({ refused }) => refused === null).length }
}

type Sent = {
  batchId: string
  action: BatchAction
  items: readonly string[]
  template: string | null
  message: string | null
}

/** Makes the decision of the form: `JIPP-35-0042@7` is a practice and the version that was on the page. */
export async function makeBatch(ctx: Context, { batchId, action, items, template, message }: Sent) {
  const decided = []
  for (const item of items) {
    const [practiceId = '', version = '0'] = item.split('@')
    const practice = await findPracticeInWork(ctx.db, practiceId, visibilityFor(ctx.actor))
    if (!practice) continue
    const comments = practice.open && template ? await listReviewComments(ctx.db, practice.open.id) : []
    const own = action === 'request_changes' ? await messageTo(ctx, practice, { template, message, comments }) : message
    decided.push({ practiceId, version: Number(version), message: own })
  }
  return decideBatch(ctx, { batchId, action, message, items: decided })
}

/** What became of a decision on several texts, for the one who made it. */
export async function readBatch(ctx: Context, batchId: string) {
  const batch = await findBatch(ctx.db, batchId)
  if (!batch || batch.actorId !== userIdOf(ctx.actor)) throw new NotFound(`no batch ${batchId} of this person`)
  const { items } = batch
  return {
    ...batch,
    done: items.filter((item) => item.refused === null && item.undoneAt === null),
    refused: items.filter((item) => item.refused !== null),
    undone: items.filter((item) => item.undoneAt !== null),
    undoable: isUndoable(batch, ctx.now),
    until: undoableUntil(batch),
  }
}
