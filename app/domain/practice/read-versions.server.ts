import { listVersionTexts, listVersionTextsByNumber } from '#db/queries/practice-versions.server.ts'
import { findPublishedPractice, listPublishedRevisions } from '#db/queries/practices-public.server.ts'
import type { Context } from '../shared/context.ts'
import { NotFound } from '../shared/errors.ts'
import { withoutFormerNames } from './innovators.ts'
import { findMerged } from './merged-practice.server.ts'
import { PUBLIC_ID } from './practice.ts'
import { readTombstone } from './read-tombstone.server.ts'
import { historyOf, type Version } from './versions.ts'

/** Versions whose changes are told in the history; those before are listed by number and date alone. */
const MOST_COMPARED = 25

/** All published versions of a practice, newest first, with what each changed. */
export async function readHistory(ctx: Context, practiceId: string): Promise<Version[]> {
  const versions = await listPublishedRevisions(ctx.db, practiceId)
  const texts = versions.length > 1 ? await listVersionTexts(ctx.db, practiceId, MOST_COMPARED) : []
  return historyOf(versions, texts)
}

export type VersionDiff = NonNullable<Awaited<ReturnType<typeof readVersionDiff>>['diff']>

/**
 * Two published versions of a practice side by side. Without numbers: the newest and the one before it. `missing` names
 * numbers that were never published; a withdrawn practice leaves only its tombstone, a merged one its numbered versions. Throws `NotFound` for what was
 * never published.
 */
export async function readVersionDiff(ctx: Context, publicId: string, asked: { from?: number; to?: number }) {
  if (!PUBLIC_ID.test(publicId)) throw new NotFound('not a public id')
  const published = await findPublishedPractice(ctx.db, publicId)
  const isNumbered = asked.from !== undefined || asked.to !== undefined
  const merged = !published && isNumbered ? await findMerged(ctx, publicId) : undefined
  const row = published ?? merged?.row
  if (!row) return { tombstone: await readTombstone(ctx, publicId) }
  const versions = await listPublishedRevisions(ctx.db, row.id)
  const numbers = versions.map(({ number }) => number)
  const to = asked.to ?? row.version
  const from = asked.from ?? numbers.find((number) => number < to) ?? to
  const texts = await listVersionTextsByNumber(ctx.db, row.id, [from, to])
  const textOf = (wanted: number) => {
    const text = texts.find(({ number }) => number === wanted)
    return text && { ...text, content: withoutFormerNames(text.content, merged?.newest ?? row.content) }
  }
  const { isDemo, country } = row
  return {
    diff: {
      publicId,
      isDemo,
      country,
      title: row.content.title,
      brand: row.content.brand,
      latest: row.version,
      numbers,
      from,
      to,
      missing: [...new Set([from, to])].filter((number) => !numbers.includes(number)),
      before: textOf(from),
      after: textOf(to),
    },
  }
}
