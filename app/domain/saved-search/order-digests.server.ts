import {
  deleteDigest,
  deleteOldPublications,
  existsDueMatch,
  insertDigest,
  listDigestReceivers,
  updateMatchesDigested,
} from '#db/queries/search-digests.server.ts'
import type { Context } from '../shared/context.ts'
import { addDays, dateIn, today } from '../shared/dates.ts'
import { orderMail } from '../shared/order-mail.server.ts'
import { lastDue, OVERLAP_MS } from './saved-search.ts'

/** The letter whose contents `readDigest` makes at the moment it is sent. */
export const DIGEST_LETTER = 'search_digest'

const KEEP_DAYS = 366

/**
 * Orders the mail about new practices that is due: for each person one for all their saved searches, at most one a day.
 * The order, its day and what it tells are written in one transaction: a crash loses or repeats nothing, and of two
 * processes at the same time one finds the day taken. Answers how many were ordered.
 */
export async function orderDigests(ctx: Pick<Context, 'db' | 'now'>): Promise<number> {
  const receivers = await listDigestReceivers(ctx.db, today(ctx.now))
  let ordered = 0
  for (const receiver of receivers) if (await order(ctx, receiver)) ordered += 1
  await deleteOldPublications(ctx.db, new Date(`${addDays(today(ctx.now), -KEEP_DAYS)}T00:00:00Z`))
  return ordered
}

type Receiver = Awaited<ReturnType<typeof listDigestReceivers>>[number]

async function order({ db, now }: Pick<Context, 'db' | 'now'>, { userId, email, language, zone }: Receiver) {
  const day = dateIn(zone, now)
  const moments = { daily: lastDue('daily', zone, now), weekly: lastDue('weekly', zone, now) }
  const due = { userId, due: moments, overlapMs: OVERLAP_MS }
  if (!(await existsDueMatch(db, due))) return false
  return db.transaction(async (tx) => {
    const digestId = await insertDigest(tx, { userId, day })
    if (!digestId) return false
    if ((await updateMatchesDigested(tx, digestId, due)) === 0) {
      await deleteDigest(tx, digestId)
      return false
    }
    const uniqueKey = `${DIGEST_LETTER}:${userId}:${day}`
    await orderMail(tx, { to: email, template: DIGEST_LETTER, language, params: { digestId }, uniqueKey })
    return true
  })
}
