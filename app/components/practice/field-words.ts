import type { Section } from '#app/domain/practice/sections.ts'
import { formatDateShort, formatNumber, formatRupiah } from '#app/i18n/format.ts'
import type { Lang } from '#app/i18n/lang.ts'
import { editorText } from '#app/i18n/practice-editor.ts'
import { sectionName } from '#app/i18n/practice-sections.ts'
import { templateText } from '#app/i18n/practice-template.ts'
import { practiceVocabulary } from '#app/i18n/practice-vocabulary.ts'
import { vocabularyText } from '#app/i18n/vocabulary.ts'

/** Columns whose label is not called as the column is. */
const ROW_LABEL: Record<string, Record<string, string>> = {
  innovators: { name: 'innovatorName', role: 'innovatorRole' },
  results: { unit: 'unitOfMeasure' },
  prerequisites: { text: 'prerequisiteText' },
  regulations: { year: 'regulationYear' },
  technologies: { name: 'technologyName' },
  awards: { name: 'awardName', year: 'awardYear' },
  parts: { name: 'partName', kind: 'partKind', note: 'partNote' },
  pitfalls: { text: 'pitfallText' },
}

/** What a field of the editor is called: `text.en`, `costs[1].setUp`, `sector`. `row` is the number that the row has on the page, where it is another. */
export function fieldLabel(lang: Lang, section: Section | 'attachments', name: string, row?: number): string {
  const words = editorText(lang)
  const labels: Record<string, string> = { ...words.field, ...templateText(lang) }
  const [, list, index, column] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(name) ?? []
  if (list && column) {
    const label = labels[ROW_LABEL[list]?.[column] ?? column]
    return `${labels[list]}, ${words.row(row ?? Number(index) + 1).toLowerCase()}: ${label}`
  }
  const [key = '', language] = name.split('.')
  const label = key === 'text' ? sectionName(lang, section) : (labels[key] ?? key)
  return language === 'en' ? `${label} (${words.english})` : label
}

/** What is chosen in a field, in words: codes of the vocabulary are never shown. */
export function fieldValue(lang: Lang, name: string, value: string): string {
  const words = vocabularyText(lang)
  const more = practiceVocabulary(lang)
  const [, list, column] = /^(?:(\w+)\[\d+\]\.)?(\w+)/.exec(name) ?? []
  const lists: Record<string, Record<string, string>> = {
    prerequisites: more.prerequisiteKind,
    regulations: more.regulationKind,
    technologies: more.technologyKind,
    parts: words.partKind,
  }
  const table: Record<string, Record<string, string> | undefined> = {
    form: words.form,
    sector: words.sector,
    affair: words.affair,
    kippCategory: words.kippCategory,
    targetGroups: words.targetGroup,
    sdgs: words.sdg,
    maturity: words.maturity,
    kind: lists[list ?? ''],
    scale: more.costScale,
    time: more.staffTime,
    scheme: more.awardScheme,
    level: more.level,
    serviceType: more.serviceType,
    roundtableTopic: more.roundtableTopic,
    licenceKind: more.licence,
    digital: yesNo(lang),
    replicable: yesNo(lang),
    consent: yesNo(lang),
    openSource: yesNo(lang),
    shared: yesNo(lang),
  }
  return table[column ?? '']?.[value] ?? figure(lang, column ?? '', value)
}

const MONEY = ['setUp', 'yearly']
const COUNTS = ['women', 'men', 'withDisability', 'count']
const DATES = ['startedOn', 'trialOn', 'implementedOn', 'baselineOn', 'resultOn', 'period']

/** A figure as people write it: `Rp45.000.000`, `31 Des 2022`, `Mar 2023`. What was written in words stays. */
function figure(lang: Lang, column: string, value: string): string {
  if (/^\d+$/.test(value) && MONEY.includes(column)) return formatRupiah(lang, Number(value))
  if (/^\d+$/.test(value) && COUNTS.includes(column)) return formatNumber(lang, Number(value))
  return DATES.includes(column) && /^\d{4}(-\d{2}){1,2}$/.test(value) ? formatDateShort(lang, value) : value
}

function yesNo(lang: Lang): Record<string, string> {
  const { yes, no } = editorText(lang)
  return { yes, no, on: yes }
}

/** The language of a field, where it has one. */
export function fieldLanguage(name: string): 'id' | 'en' | undefined {
  if (name.endsWith('.en')) return 'en'
  return name.endsWith('.id') ? 'id' : undefined
}
