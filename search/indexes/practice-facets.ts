import type { CostBand, LaunchBand } from '#db/vocabulary.ts'
import { ageValue } from '../ages.ts'
import type { Facet } from '../engine.ts'
import { awardGroup } from './awards.ts'
import { districtOf, type PracticeDocument } from './practices.ts'

const MILLION = 1_000_000

/** The band of a cost in rupiah; each band begins with its lower limit. */
export function costBandOf(rupiah: number): CostBand {
  if (rupiah <= 0) return 'free'
  if (rupiah < 50 * MILLION) return 'under-50'
  if (rupiah < 250 * MILLION) return '50-250'
  return rupiah < 1_000 * MILLION ? '250-1000' : 'over-1000'
}

/** The band of a number of months. */
export function launchBandOf(months: number): LaunchBand {
  if (months <= 3) return '3'
  if (months <= 6) return '6'
  return months <= 12 ? '12' : '13'
}

/** The values of a document in every facet, each once. */
export function facetValuesOf(document: PracticeDocument): Record<Facet, string[]> {
  const { costToStart, launchMonths, startYear, hub } = document
  return {
    province: one(document.provinceCode),
    district: one(districtOf(document)),
    sector: [document.sector],
    form: one(document.form),
    group: [...new Set(document.groups)],
    life: [document.lifeStatus],
    age: [ageValue(document.lifeConfirmedOn)],
    maturity: one(document.maturity),
    evidence: [String(document.evidence)],
    award: [...new Set(document.awards.map(({ name }) => awardGroup(name)))],
    cost: costToStart === null ? [] : [costBandOf(costToStart)],
    launch: launchMonths === null ? [] : [launchBandOf(launchMonths)],
    licence: one(document.licence),
    year: startYear === null ? [] : [String(startYear)],
    sdg: [...new Set(document.sdgs.map(String))],
    hub: hub ? [hub.slug] : [],
  }
}

const one = (value: string | null) => (value === null ? [] : [value])
