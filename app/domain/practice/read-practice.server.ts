import { namedAdopters } from '#db/practice-content.ts'
import { listAdoptionsOfPractice } from '#db/queries/adoptions.server.ts'
import {
  findPracticeTies,
  findPublishedPractice,
  findPublishedRevision,
  listLifeConfirmations,
  listPublishedPractices,
  type PublicPracticeRow,
} from '#db/queries/practices-public.server.ts'
import type { Language } from '#db/vocabulary.ts'
import { listShownAttachments } from '../attachment/show-attachments.server.ts'
import { readLatestAnswers } from '../question/read-questions.server.ts'
import type { Context } from '../shared/context.ts'
import { NotFound } from '../shared/errors.ts'
import { withoutFormerNames } from './innovators.ts'
import { findMerged, type Readable, throughMerges } from './merged-practice.server.ts'
import { evidenceLevelOf, PUBLIC_ID } from './practice.ts'
import { MAX_COMPARED } from './practice-query.ts'
import { readTombstone } from './read-tombstone.server.ts'
import { readHistory } from './read-versions.server.ts'
import { completenessOf } from './sections.ts'

export type PracticeView = NonNullable<Awaited<ReturnType<typeof readPractice>>['practice']>

/**
 * A practice as everybody reads it: the newest version, or the published version `number`. A withdrawn one leaves only
 * its tombstone; of one that was merged into another, whoever names a version still reads it. Throws `NotFound` for what
 * was never published.
 */
export async function readPractice(ctx: Context, publicId: string, number?: number) {
  if (!PUBLIC_ID.test(publicId)) throw new NotFound('not a public id')
  const row = await findPublishedPractice(ctx.db, publicId)
  if (!row) {
    const merged = number === undefined ? undefined : await findMerged(ctx, publicId)
    if (!merged) return { tombstone: await readTombstone(ctx, publicId) }
    return { practice: await readVersion(ctx, merged, number) }
  }
  return { practice: await readVersion(ctx, { row, newest: row.content, mergedInto: null }, number) }
}

async function readVersion(ctx: Context, { row, newest, mergedInto }: Readable, number?: number) {
  const version = number === undefined || number === row.version ? row : await findRevision(ctx, row, number)
  const [ties, versions, confirmations, adoptions, attachments, answers] = await Promise.all([
    findPracticeTies(ctx.db, row.id),
    readHistory(ctx, row.id),
    listLifeConfirmations(ctx.db, row.id),
    listAdoptionsOfPractice(ctx.db, row.id),
    listShownAttachments(ctx, version.content),
    readLatestAnswers(ctx, row.id),
  ])
  return {
    // An old version is judged by what it said.
    ...factsOf({ ...row, content: version.content, checkedByHub: version.checkedByHub }),
    content: withoutFormerNames(version.content, newest),
    mergedInto,
    version: version.version,
    versionPublishedAt: version.versionPublishedAt,
    latestVersion: row.version,
    completeness: completenessOf(version.content).percent,
    hub: ties?.hub && ties.hubSlug ? { name: ties.hub, slug: ties.hubSlug } : null,
    originalId: ties?.original ?? null,
    versions,
    confirmations,
    adoptions,
    attachments,
    answers,
  }
}

async function findRevision(ctx: Context, row: PublicPracticeRow, number: number) {
  const revision = await findPublishedRevision(ctx.db, row.id, number)
  if (!revision) throw new NotFound('no such version')
  return revision
}

/** A row with the evidence level that the shown rule gives it; the facts behind the level stay inside. */
export function factsOf({ checkedByHub, repeatedElsewhere, ...row }: PublicPracticeRow) {
  const evidence = evidenceLevelOf(row.content, { checkedByHub, repeatedElsewhere })
  return { ...row, evidence, adoptionCount: row.adoptionsRecorded + namedAdopters(row.content).length }
}

export type PracticeCard = ReturnType<typeof factsOf>

/**
 * The published practices among the first four ids, in the order asked for, with those that were asked for and are not
 * published, and, while there is room, practices that resemble the first one.
 */
export async function readComparison(ctx: Context, publicIds: readonly string[], lang: Language) {
  const ids = [...new Set(publicIds.map((id) => id.trim().toUpperCase()).filter((id) => PUBLIC_ID.test(id)))]
  const wanted = await throughMerges(ctx, ids.slice(0, MAX_COMPARED))
  const rows = await listPublishedPractices(ctx.db, wanted)
  const practices = wanted.flatMap((id) => rows.filter((row) => row.publicId === id).map(factsOf))
  const [first] = practices
  const similar = first && practices.length < MAX_COMPARED ? await ctx.search.similar(first.id, lang) : []
  return {
    practices,
    missing: wanted.filter((id) => !practices.some(({ publicId }) => publicId === id)),
    cut: ids.length > MAX_COMPARED,
    similar,
  }
}
