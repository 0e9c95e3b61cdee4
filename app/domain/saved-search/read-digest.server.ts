import { findDigestReceiver, listDigestHits } from '#db/queries/search-digests.server.ts'
import type { Language, TimeZone } from '#db/vocabulary.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import type { Digest } from './saved-search.ts'

/** Practices that a mail names for one search; of more only the number. */
const NAMED = 10

export type DigestToSend = { userId: string; name: string; language: Language; zone: TimeZone; digest: Digest }

/**
 * What a mail about new practices tells, as things are at this moment: what was withdrawn since it was ordered is left
 * out, and so are searches whose mail was turned off. Null when nothing is left to tell or nobody is left to be told.
 */
export async function readDigest(ctx: Pick<Context, 'db' | 'now'>, digestId: string): Promise<DigestToSend | null> {
  const receiver = await findDigestReceiver(ctx.db, digestId, today(ctx.now))
  const rows = receiver ? await listDigestHits(ctx.db, digestId) : []
  if (!receiver || rows.length === 0) return null
  const { userId, name, language, zone } = receiver
  const searches = new Map<string, Digest['searches'][number]>()
  const seen = new Set<string>()
  for (const row of rows) {
    // A practice that was published twice since the last mail is told once, by its newest text.
    if (seen.has(`${row.searchId} ${row.publicId}`)) continue
    seen.add(`${row.searchId} ${row.publicId}`)
    const search = searches.get(row.searchId) ?? { name: row.searchName, params: row.params, hits: [], more: 0 }
    searches.set(row.searchId, search)
    if (search.hits.length >= NAMED) search.more += 1
    else
      search.hits.push({
        publicId: row.publicId,
        title: row.title[language] ?? row.title.id ?? row.brand,
        place: row.agency,
        publishedAt: row.publishedAt.toISOString(),
        isRevision: row.isRevision,
      })
  }
  const practices = new Set(rows.map(({ publicId }) => publicId)).size
  return { userId, name, language, zone, digest: { searches: [...searches.values()], practices } }
}
