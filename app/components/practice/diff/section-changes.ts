import { attachmentsOf } from '#app/domain/attachment/attachment.ts'
import { formValues, sectionEntries } from '#app/domain/practice/section-form.ts'
import { isStorySection, SECTIONS, type Section } from '#app/domain/practice/sections.ts'
import { attachmentText } from '#app/i18n/attachments.ts'
import { formatList } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import type { Bilingual, PracticeContent } from '#db/practice-content.ts'
import { typeAndSize } from '../attachment/document-link.tsx'
import { fieldLabel, fieldLanguage, fieldValue } from '../field-words.ts'

/** One field of a section in the words of the reader, before and after. */
export type FieldChange = { name: string; label: string; before: string; after: string; lang?: 'id' | 'en' }

export type SectionChange = { section: Section | 'attachments'; fields: FieldChange[]; changed: boolean }

/**
 * Every section with its fields in both versions; a section counts as changed when one of them does. The files come
 * last, where either text has some.
 */
export function sectionChanges(lang: Lang, before: PracticeContent | null, after: PracticeContent): SectionChange[] {
  const sections = SECTIONS.map((section): SectionChange => {
    const [old, next] = [
      before ? readable(lang, before, section) : new Map<string, string>(),
      readable(lang, after, section),
    ]
    const names = [...new Set([...next.keys(), ...old.keys()])]
    const fields = names.map((name) => ({
      name,
      label: fieldLabel(lang, section, name),
      before: old.get(name) ?? '',
      after: next.get(name) ?? '',
      lang: fieldLanguage(name) ?? (isStorySection(section) ? 'id' : undefined),
    }))
    return { section, fields, changed: fields.some((field) => field.before !== field.after) }
  })
  const [old, next] = [before ? fileLines(lang, before) : '', fileLines(lang, after)]
  if (!old && !next) return sections
  const files = { name: 'attachments', label: sectionName(lang, 'attachments'), before: old, after: next }
  return [...sections, { section: 'attachments', fields: [files], changed: old !== next }]
}

/** The files of a text, a line for each, with all that is said of them. */
export function fileLines(lang: Lang, content: PracticeContent): string {
  const t = attachmentText(lang)
  const both = ({ id, en }: Bilingual) => [id, en && `(en) ${en}`].filter(Boolean).join(' ')
  return attachmentsOf(content)
    .map((file) => t.line(`${file.name} (${typeAndSize(lang, file)})`, both(file.caption), both(file.alt)))
    .join('\n')
}

/** Fields by name; the rows of a list become one text with a line for each row. */
export function readable(lang: Lang, content: PracticeContent, section: Section): Map<string, string> {
  const entries = sectionEntries(content, section)
  const values = formValues(entries)
  const words = new Map<string, string>()
  for (const [name] of entries) {
    const list = /^(\w+)\[/.exec(name)?.[1]
    if (list) {
      if (!words.has(list))
        words.set(
          list,
          values
            .rows(list)
            .map((index) => rowLine(`${list}[${index}].`))
            .join('\n'),
        )
    } else if (!words.has(name)) {
      words.set(
        name,
        formatList(
          lang,
          values
            .all(name)
            .filter(Boolean)
            .map((value) => fieldValue(lang, name, value)),
        ),
      )
    }
  }
  return words

  function rowLine(prefix: string): string {
    const cells = entries.filter(([name, value]) => name.startsWith(prefix) && value !== '')
    return cells
      .map(
        ([name, value]) =>
          `${fieldLabel(lang, section, name).replace(/^.*: | \(Rp\)$/g, '')}: ${fieldValue(lang, name, value)}`,
      )
      .join(' · ')
  }
}
