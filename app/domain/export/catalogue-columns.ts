import { exportText } from '#app/i18n/export.ts'
import { launchWords } from '#app/i18n/practice-kit.ts'
import { vocabularyText } from '#app/i18n/vocabulary.ts'
import { namedAdopters } from '#db/practice-content.ts'
import type { Language } from '#db/vocabulary.ts'
import { written } from '../practice/bilingual.ts'
import type { PracticeCard } from '../practice/read-practice.server.ts'
import type { Cell } from './csv.ts'

export type Column = { head: string; width: number; cell: (practice: Exported) => Cell }

/** A public practice as a row of a list sees it. */
export type Exported = PracticeCard & { hub: string | null; url: string }

const joined = (values: readonly string[]) => values.join('; ') || null
const lines = (values: readonly string[]) => values.join('\n') || null

/** The columns of the list of practices, in the words of a language: what the page of a practice says, one line each. */
export function catalogueColumns(lang: Language): Column[] {
  const t = exportText(lang).columns
  const words = vocabularyText(lang)
  const text = (value: { id: string | null; en: string | null }) => written(value, lang)?.text ?? null
  return [
    { head: t.id, width: 14, cell: (p) => p.publicId },
    { head: t.title, width: 50, cell: (p) => text(p.content.title) },
    { head: t.brand, width: 28, cell: (p) => p.content.brand },
    { head: t.summary, width: 60, cell: (p) => text(p.content.tagline) ?? text(p.content.story.summary) },
    { head: t.agency, width: 34, cell: (p) => p.agency },
    { head: t.unit, width: 28, cell: (p) => p.content.unit },
    { head: t.region, width: 24, cell: (p) => p.region },
    { head: t.regionCode, width: 10, cell: (p) => p.regionCode },
    { head: t.province, width: 22, cell: (p) => p.province },
    { head: t.country, width: 10, cell: (p) => p.country },
    { head: t.sector, width: 24, cell: (p) => words.sector[p.content.sector] },
    { head: t.form, width: 18, cell: (p) => p.content.form && words.form[p.content.form] },
    { head: t.affair, width: 24, cell: (p) => p.content.affair && words.affair[p.content.affair] },
    { head: t.category, width: 24, cell: (p) => p.content.kippCategory && words.kippCategory[p.content.kippCategory] },
    { head: t.sdgs, width: 10, cell: (p) => joined(p.content.sdgs.map(String)) },
    { head: t.groups, width: 24, cell: (p) => joined(p.content.targetGroups.map((group) => words.targetGroup[group])) },
    { head: t.subjects, width: 34, cell: (p) => joined(p.content.subjects[lang]) },
    { head: t.startedOn, width: 12, cell: (p) => p.content.startedOn },
    { head: t.maturity, width: 14, cell: (p) => p.content.maturity && words.maturity[p.content.maturity] },
    { head: t.life, width: 20, cell: (p) => words.lifeStatus[p.lifeStatus] },
    { head: t.lifeOn, width: 12, cell: (p) => p.lifeConfirmedOn },
    { head: t.evidence, width: 10, cell: (p) => p.evidence },
    { head: t.adoptions, width: 10, cell: (p) => p.adoptionsRecorded },
    { head: t.copiedBy, width: 28, cell: (p) => joined(namedAdopters(p.content)) },
    { head: t.results, width: 50, cell: (p) => lines(p.content.results.map(resultLine)) },
    { head: t.setUp, width: 16, cell: (p) => sumOf(p.content.kit.costs.map(({ setUp }) => setUp)) },
    { head: t.yearly, width: 16, cell: (p) => sumOf(p.content.kit.costs.map(({ yearly }) => yearly)) },
    { head: t.prerequisites, width: 40, cell: (p) => lines(p.content.kit.prerequisites) },
    { head: t.timeToLaunch, width: 18, cell: (p) => launchWords(lang, p.content.kit) ?? null },
    {
      head: t.awards,
      width: 34,
      cell: (p) => joined(p.content.awards.map(({ name, year }) => (year ? `${name} (${year})` : name))),
    },
    { head: t.contact, width: 26, cell: (p) => p.contactEmail },
    { head: t.hub, width: 26, cell: (p) => p.hub },
    { head: t.version, width: 8, cell: (p) => p.version },
    { head: t.publishedOn, width: 12, cell: (p) => p.versionPublishedAt?.toISOString().slice(0, 10) ?? null },
    { head: t.url, width: 40, cell: (p) => p.url },
  ]
}

/** `Waktu tunggu: 120 → 15 menit (2018–2020)`. */
export function resultLine(line: {
  indicator: string
  unit: string | null
  baseline: string | null
  result: string | null
  period: string | null
}): string {
  const values = [line.baseline, line.result].filter(Boolean).join(' → ')
  const measured = [values, line.unit].filter(Boolean).join(' ')
  return `${line.indicator}${measured && `: ${measured}`}${line.period ? ` (${line.period})` : ''}`
}

/** Null where nobody has named a figure: that is not the same as free. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}
