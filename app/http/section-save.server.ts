import type { ContentPatch } from '../domain/practice/practice.schema.ts'
import { saveSection } from '../domain/practice/save-section.server.ts'
import { choicesIn, ENVELOPE, parseEntries } from '../domain/practice/section-form.ts'
import type { Section } from '../domain/practice/sections.ts'
import { userIdOf } from '../domain/shared/context.ts'
import { Forbidden } from '../domain/shared/errors.ts'
import type { RequestContext } from './context.server.ts'

/**
 * Saves a section as the editor posts it: its text, the text that the writer began with, and what was chosen where two
 * texts contradicted each other. What one person typed is not saved in the name of another who signed in meanwhile.
 */
export function savePostedSection(
  ctx: RequestContext,
  { practiceId, section }: { practiceId: string; section: Section },
  { patch, form }: { patch: ContentPatch; form: FormData },
) {
  const one = (name: string) => String(form.get(name) ?? '')
  const writer = one(ENVELOPE.writer)
  if (writer && writer !== userIdOf(ctx.actor)) throw new Forbidden('typed by another person')
  return saveSection(ctx, {
    ...{ practiceId, section, patch },
    base: one(ENVELOPE.base),
    ancestor: parseEntries(form.get(ENVELOPE.ancestor)),
    decided: { seen: one(ENVELOPE.seen), choices: choicesIn(form) },
  })
}
