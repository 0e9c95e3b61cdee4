import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { listPresence, upsertPresence } from '#db/queries/presence.server.ts'
import type { Context } from '../shared/context.ts'
import { openRevision, personOf, practiceFor } from './practice-moves.server.ts'
import { sectionBase } from './save-section.server.ts'
import type { Section } from './sections.ts'

/** Somebody of the same unit who has a section open; `minutes` since their page last said so. */
export type Present = { name: string; section: string; minutes: number }

type Place = { practiceId: string; section: Section }

/** So long after their page last spoke somebody counts as there; pages speak every minute. */
const PRESENT_MINUTES = 3

/**
 * Notes that this person has a section open, and answers who else has one. A courtesy among the people who may write
 * this text, no lock: nothing depends on it, it leaves no trace in the audit and is forgotten within a day.
 */
export async function notePresence(ctx: Context, { practiceId, section }: Place) {
  const { id } = openRevision(await practiceFor(ctx, practiceId, 'edit'), 'edit')
  await upsertPresence(ctx.db, { revisionId: id, userId: personOf(ctx), section, seenAt: ctx.now })
  return listBeside(ctx, id, section)
}

/** Who else has a section of this text open, and which text of this section the server holds. */
export async function readPresence(ctx: Context, { practiceId, section }: Place) {
  const { id } = openRevision(await practiceFor(ctx, practiceId, 'edit'), 'edit')
  return listBeside(ctx, id, section)
}

async function listBeside(ctx: Context, revisionId: string, section: Section) {
  const [present, revision] = await Promise.all([othersIn(ctx, revisionId), findRevision(ctx.db, revisionId)])
  return { present, base: sectionBase(revision!.content, section) }
}

/** Who else has a section of this revision open; asked for people who may write it only. */
export async function othersIn(ctx: Context, revisionId: string): Promise<Present[]> {
  const userId = personOf(ctx)
  const since = new Date(ctx.now.getTime() - PRESENT_MINUTES * 60_000)
  const rows = await listPresence(ctx.db, { revisionId, since })
  return rows
    .filter((row) => row.userId !== userId)
    .map(({ name, section, seenAt }) => ({
      name,
      section,
      minutes: Math.max(0, Math.floor((ctx.now.getTime() - seenAt.getTime()) / 60_000)),
    }))
}
