import { createHash } from 'node:crypto'
import type { PracticeContent } from '#db/practice-content.ts'
import { findRevision, insertRevisionAuthor } from '#db/queries/practice-reviews.server.ts'
import { updateRevision } from '#db/queries/practices.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { type ContentPatch, withSection } from './practice.schema.ts'
import { WRITABLE_REVISION_STATES } from './practice.ts'
import { openRevision, personOf, practiceFor } from './practice-moves.server.ts'
import { sectionEntries } from './section-form.ts'
import type { Section } from './sections.ts'
import { stampTranslations } from './translation.ts'

/** Recognises the text of one section: two people in two sections do not disturb each other. */
export function sectionBase(content: PracticeContent, section: Section): string {
  return createHash('sha256')
    .update(JSON.stringify(sectionEntries(content, section)))
    .digest('hex')
    .slice(0, 24)
}

type Input = {
  practiceId: string
  section: Section
  /** `sectionBase` of the text that the writer had before them. */
  base: string
  patch: ContentPatch
}

/**
 * Saves one section of a draft, if it is still the text that the writer started from; otherwise `Conflict`, and nothing
 * is overwritten. The same text sent twice is one change. Everybody who writes becomes an author of the revision.
 */
export async function saveSection(ctx: Context, { practiceId, section, base, patch }: Input) {
  const practice = await practiceFor(ctx, practiceId, 'edit')
  const { id } = openRevision(practice, 'edit')
  const userId = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, id, { lock: true })
    if (!revision || !WRITABLE_REVISION_STATES.includes(revision.state)) {
      throw new InvalidTransition(revision?.state ?? 'discarded', 'edit')
    }
    const { content, version, savedAt } = revision
    const next = stampTranslations(content, withSection(content, patch), today(ctx.now))
    const nextBase = sectionBase(next, section)
    const current = sectionBase(content, section)
    if (nextBase === current) return { version, base: current, savedAt }
    if (base !== current) throw new Conflict('somebody else saved this section')
    const from = WRITABLE_REVISION_STATES
    const saved = await updateRevision(tx, { id, version, from }, { content: next, savedAt: ctx.now })
    if (!saved) throw new Conflict('somebody else saved this revision')
    await insertRevisionAuthor(tx, id, userId)
    await recordChange(tx, ctx, {
      action: 'practice.save_section',
      entity: 'practice',
      entityId: practice.id,
      data: { publicId: practice.publicId, revisionId: id, section, version: saved },
    })
    return { version: saved, base: nextBase, savedAt: ctx.now }
  })
}
