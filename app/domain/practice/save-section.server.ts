import { createHash } from 'node:crypto'
import type { Executor } from '#db/client.server.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { findRevision, insertRevisionAuthor } from '#db/queries/practice-reviews.server.ts'
import { findSectionSaver } from '#db/queries/practice-saves.server.ts'
import { updateRevision } from '#db/queries/practices.server.ts'
import type { Context } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Conflict, InvalidTransition } from '../shared/errors.ts'
import { recordChange } from '../shared/record-change.server.ts'
import { mergeSection } from './merge-section.ts'
import { type ContentPatch, withSection } from './practice.schema.ts'
import { WRITABLE_REVISION_STATES } from './practice.ts'
import { openRevision, personOf, practiceFor } from './practice-moves.server.ts'
import { SectionConflict } from './section-conflict.ts'
import { type FieldChoice, type FormEntries, sectionEntries } from './section-form.ts'
import { asStored, sectionPatch } from './section-patch.ts'
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
  /** That text itself: without it nothing can be merged, and a section that somebody else saved is refused. */
  ancestor?: FormEntries
  patch: ContentPatch
  /** What the writer chose for fields that contradicted the text with the base `seen`. */
  decided?: { seen: string; choices: ReadonlyMap<string, FieldChoice> }
}

type Saved = {
  version: number
  /** Recognises the text that was sent, also where the stored one holds more. */
  base: string
  savedAt: Date
  /** The stored text, where it holds what somebody else wrote meanwhile; null where it is what was sent. */
  merged: { base: string; entries: FormEntries; own: boolean } | null
}

/**
 * Saves one section of a draft. When somebody else saved it since the writer began, both texts are merged field by field;
 * where they contradict each other nothing is stored and `SectionConflict` carries both. The same text sent twice is one
 * change. Everybody who writes becomes an author of the revision.
 */
export async function saveSection(ctx: Context, input: Input): Promise<Saved> {
  const { practiceId, section, base, patch } = input
  const practice = await practiceFor(ctx, practiceId, 'edit')
  const { id } = openRevision(practice, 'edit')
  const userId = personOf(ctx)
  return ctx.db.transaction(async (tx) => {
    const revision = await findRevision(tx, id, { lock: true })
    if (!revision || !WRITABLE_REVISION_STATES.includes(revision.state)) {
      throw new InvalidTransition(revision?.state ?? 'discarded', 'edit')
    }
    const { content, version, savedAt } = revision
    const where = { practiceId: practice.id, revisionId: id, section }
    const current = sectionBase(content, section)
    const sent = withSection(content, patch)
    const sentBase = sectionBase(sent, section)
    if (sentBase === current) return { version, base: current, savedAt, merged: null }
    const own = base !== current && (await isOwnSave(tx, { ...where, userId }))
    const both = base === current ? sent : merged(content, input, own)
    const next = stampTranslations(content, both, today(ctx.now))
    const nextBase = sectionBase(next, section)
    const stored = nextBase === sentBase ? null : { base: nextBase, entries: sectionEntries(next, section), own }
    if (nextBase === current) return { version, base: sentBase, savedAt, merged: stored }
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
    return { version: saved, base: sentBase, savedAt: ctx.now, merged: stored }
  })
}

/** Whether the stored text of a section was saved by this person. */
export async function isOwnSave(
  db: Executor,
  { userId, ...where }: { practiceId: string; revisionId: string; section: Section; userId: string },
): Promise<boolean> {
  return (await findSectionSaver(db, where)) === userId
}

/** The content with both texts of the section. */
function merged(content: PracticeContent, { section, ancestor, patch, decided }: Input, own: boolean): PracticeContent {
  const theirs = sectionEntries(content, section)
  const mine = sectionEntries(withSection(content, patch), section)
  const base = sectionBase(content, section)
  if (!ancestor) throw new SectionConflict({ base, theirs, own, fields: null })
  // A text that can no longer be read counts as none: then every difference is asked.
  const { entries, conflicts } = mergeSection(asStored(content, section, ancestor) ?? [], mine, theirs)
  const choices = decided?.seen === base ? decided.choices : new Map<string, FieldChoice>()
  const chosen = new Map(conflicts.map((field) => [field.name, field[choices.get(field.name) ?? 'mine'] ?? field.mine]))
  const isOpen = conflicts.some(({ name }) => !choices.has(name))
  const both = isOpen
    ? undefined
    : sectionPatch(
        section,
        entries.map(([name, value]) => [name, chosen.get(name) ?? value]),
      )
  if (!both) throw new SectionConflict({ base, theirs, own, fields: conflicts })
  return withSection(content, both)
}
