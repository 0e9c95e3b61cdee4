import { listMergeCandidates, searchMergeCandidates } from '#db/queries/merge-candidates.server.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import type { WorkPractice } from '#db/queries/practices-work.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { type Context, organisationOf, roleOf } from '../shared/context.ts'
import { Invalid } from '../shared/errors.ts'
import { findLikelySame } from './likely-same.server.ts'
import type { MergeQuery } from './merge.schema.ts'
import { mergePair, mergeTextsOf, recordToMerge, seenOf, undoableUntil } from './merge-pair.server.ts'
import { mergeDifferences, mergeTexts, missingPicks } from './merge-parts.ts'
import { personOf, titleOf } from './practice-moves.server.ts'
import { findWork } from './read-work.server.ts'

const SHOWN = 20
const ALIKE = 6

export type MergeView = Awaited<ReturnType<typeof readMerge>>

/**
 * The step at which somebody is who merges a practice with another: look for the other one, say which goes on, choose
 * part by part, see what comes of it. What is wrong with an address leads back to the step that can mend it.
 */
export async function readMerge(ctx: Context, publicId: string, query: MergeQuery, lang: Language) {
  const practice = await recordToMerge(ctx, publicId)
  const base = { publicId, title: titleIn(lang, practice), isBeingWritten: practice.open !== null, query }
  const search = async (problem: string | null) => ({
    ...{ step: 'search' as const, ...base, problem },
    candidates: await candidatesFor(ctx, practice, query.q, lang),
  })
  if (practice.state !== 'published') return { step: 'over' as const, ...base }
  if (!query.with) return search(null)
  try {
    return { ...base, ...(await readPair(ctx, publicId, { ...query, with: query.with })) }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return search(Object.values(error.fieldErrors)[0]?.[0] ?? null)
  }
}

async function readPair(ctx: Context, publicId: string, query: MergeQuery & { with: string }) {
  const pair = await mergePair(ctx, { first: publicId, second: query.with, survivor: query.keep ?? publicId })
  const texts = await mergeTextsOf(ctx.db, pair)
  const { survivor, other } = texts
  if (!query.keep) return { step: 'survivor' as const, survivor, other }
  const parts = mergeDifferences(survivor.content, other.content)
  const seen = seenOf(texts)
  const isStale = query.step === 'preview' && query.seen !== seen
  const missing = query.step === 'preview' && !isStale ? missingPicks(parts, query.picks) : []
  const pick = { step: 'pick' as const, survivor, other, parts, seen, missing, isStale }
  if (query.step !== 'preview' || isStale || missing.length > 0) return pick
  const after = mergeTexts(survivor.content, other.content, query.picks)
  const undoUntil = undoableUntil(ctx.now)
  return { step: 'preview' as const, survivor, other, parts, seen, after, undoUntil }
}

/** Its title in the language of the reader where it has one. */
const titleIn = (lang: Language, practice: WorkPractice) =>
  (lang === 'en' && practice.live?.titleEn) || titleOf(practice)

const scopeOf = (ctx: Context, except: string) => ({
  hubId: roleOf(ctx.actor) === 'national_admin' ? null : (organisationOf(ctx.actor) ?? null),
  userId: personOf(ctx),
  except,
  limit: SHOWN,
})

/** What resembles the practice, or what the words find; always only what the same person answers for. */
async function candidatesFor(ctx: Context, practice: WorkPractice, q: string, lang: Language) {
  const scope = scopeOf(ctx, practice.publicId)
  if (q.length > 1) return searchMergeCandidates(ctx.db, scope, q)
  const live = practice.live && (await findRevision(ctx.db, practice.live.id))
  if (!live) return []
  const { title, brand, problem } = live.content
  const typed = { title: title.id ?? brand, problem: problem.id, except: practice.publicId }
  const found = await alike(ctx, (await findLikelySame(ctx, typed, lang)).published, practice.publicId)
  // The search looks through the whole country; twins under one hub often have titles of the same words.
  const named = await searchMergeCandidates(ctx.db, { ...scope, limit: ALIKE }, title.id ?? brand)
  const isNew = ({ publicId }: { publicId: string }) => !found.some((one) => one.publicId === publicId)
  return [...found, ...named.filter(isNew)].slice(0, ALIKE)
}

async function alike(ctx: Context, found: readonly { publicId: string }[], except: string) {
  const ids = found.map(({ publicId }) => publicId)
  const rows = await listMergeCandidates(ctx.db, scopeOf(ctx, except), ids)
  return ids.flatMap((id) => rows.filter(({ publicId }) => publicId === id))
}

/** Those among resembling practices with which this person may merge one. */
export async function mergeableAmong(ctx: Context, publicId: string, found: readonly { publicId: string }[]) {
  const { can: may } = await findWork(ctx, publicId)
  if (!may.merge) return []
  const rows = await alike(ctx, found, publicId)
  return rows.filter(({ isOwn }) => !isOwn).map(({ publicId: id }) => id)
}
