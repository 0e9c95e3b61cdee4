import type { Section } from '#app/domain/practice/sections.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { vocabularyText } from '#app/i18n/vocabulary.ts'

type FieldKey = keyof ReturnType<typeof editorText>['field']

const ROW_LABEL: Record<string, Partial<Record<string, FieldKey>>> = {
  results: { unit: 'unitOfMeasure' },
  awards: { name: 'awardName', year: 'awardYear' },
  parts: { name: 'partName', kind: 'partKind' },
}

/** What a field of the editor is called: `text.en`, `costs[1].setUp`, `sector`. */
export function fieldLabel(lang: Lang, section: Section, name: string): string {
  const words = editorText(lang)
  const [, list, index, column] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(name) ?? []
  if (list && column) {
    const label = words.field[ROW_LABEL[list]?.[column] ?? (column as FieldKey)]
    return `${words.field[list as FieldKey]}, ${words.row(Number(index) + 1).toLowerCase()}: ${label}`
  }
  const [key = '', language] = name.split('.')
  const label = key === 'text' ? sectionName(lang, section) : (words.field[key as FieldKey] ?? key)
  return language === 'en' ? `${label} (${words.english})` : label
}

/** What is chosen in a field, in words: codes of the vocabulary are never shown. */
export function fieldValue(lang: Lang, name: string, value: string): string {
  const words = vocabularyText(lang)
  const key = name.replace(/^.*\]\./, '')
  const table: Record<string, Record<string, string>> = {
    form: words.form,
    sector: words.sector,
    affair: words.affair,
    kippCategory: words.kippCategory,
    targetGroups: words.targetGroup,
    sdgs: words.sdg,
    maturity: words.maturity,
    kind: words.partKind,
    digital: yesNo(lang),
    replicable: yesNo(lang),
  }
  return table[key]?.[value] ?? value
}

function yesNo(lang: Lang): Record<string, string> {
  const { yes, no } = editorText(lang)
  return { yes, no }
}

/** The language of a field, where it has one. */
export function fieldLanguage(name: string): 'id' | 'en' | undefined {
  if (name.endsWith('.en')) return 'en'
  return name.endsWith('.id') ? 'id' : undefined
}
