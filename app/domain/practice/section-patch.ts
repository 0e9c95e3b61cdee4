import { parseWithZod } from '@conform-to/zod/v4'
import type { PracticeContent } from '#db/practice-content.ts'
import { type ContentPatch, sectionSchemas, withSection } from './practice.schema.ts'
import { type FormEntries, sectionEntries } from './section-form.ts'
import type { Section } from './sections.ts'

/** The fields of a section as the part of the content that they are; `undefined` when they cannot be stored. */
export function sectionPatch(section: Section, entries: FormEntries): ContentPatch | undefined {
  const form = new URLSearchParams(entries.map(([name, value]) => [name, value]))
  const submission = parseWithZod(form, { schema: sectionSchemas[section] })
  return submission.status === 'success' ? submission.value : undefined
}

/** Fields as they would be stored in this content: trimmed, figures without dots, rows without gaps. */
export function asStored(content: PracticeContent, section: Section, entries: FormEntries): FormEntries | undefined {
  const patch = sectionPatch(section, entries)
  return patch && sectionEntries(withSection(content, patch), section)
}
