import { formValues, sectionEntries } from '#app/domain/practice/section-form.ts'
import { isStorySection, SECTIONS, type Section } from '#app/domain/practice/sections.ts'
import { formatList } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import type { PracticeContent } from '#db/practice-content.ts'
import { fieldLabel, fieldLanguage, fieldValue } from '../field-words.ts'

/** One field of a section in the words of the reader, before and after. */
export type FieldChange = { name: string; label: string; before: string; after: string; lang?: 'id' | 'en' }

export type SectionChange = { section: Section; fields: FieldChange[]; changed: boolean }

/** Every section with its fields in both versions; a section counts as changed when one of them does. */
export function sectionChanges(lang: Lang, before: PracticeContent | null, after: PracticeContent): SectionChange[] {
  return SECTIONS.map((section) => {
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
}

/** Fields by name; the rows of a list become one text with a line for each row. */
function readable(lang: Lang, content: PracticeContent, section: Section): Map<string, string> {
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
        ([name, value]) => `${fieldLabel(lang, section, name).replace(/^.*: /, '')}: ${fieldValue(lang, name, value)}`,
      )
      .join(' · ')
  }
}
