import type { ResultLine } from '#db/practice-content.ts'

/** A figure of a result line as sources write it: `15,5%`, `12 kasus (2019)`, `sekitar 50 orang`, `Rp5.000 per kg`. */
const FIGURE =
  /^(?:(?:sekitar|kurang lebih|hampir|mendekati|lebih dari|kurang dari|paling banyak|paling sedikit|about|over|under)\s+)?(Rp\s?)?(\d[\d.,]*)\s*(%|persen)?\s*([\p{L}/]+(?:\s[\p{L}/]+){0,2})?\s*(?:\([^()]*\))?$/iu

const MAGNITUDE: Record<string, number> = {
  ribu: 1e3,
  juta: 1e6,
  miliar: 1e9,
  triliun: 1e12,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
}

export type Figure = { value: number; unit: string }

/**
 * The number and the unit of a figure, or `undefined` where the text says more than one number can.
 * Points group thousands and a comma is the decimal sign; English records have it the other way round.
 */
export function parseFigure(text: string | null, english = false): Figure | undefined {
  const parts = FIGURE.exec(text?.trim() ?? '')
  if (!parts) return undefined
  const [, currency, digits = '', percent, words = ''] = parts
  const value = parseDigits(digits, english)
  if (value === undefined) return undefined
  const [first = '', ...rest] = words.toLowerCase().split(' ')
  const magnitude = MAGNITUDE[first]
  const unit = [currency && 'rp', percent && '%', ...(magnitude ? rest : [first, ...rest])].filter(Boolean).join(' ')
  return { value: value * (magnitude ?? 1), unit }
}

function parseDigits(digits: string, english: boolean): number | undefined {
  const [group, point] = english ? [',', '.'] : ['.', ',']
  const shape = new RegExp(`^(?:\\d{1,3}(?:[${group}]\\d{3})+|\\d+)(?:[${point}]\\d+)?$`)
  if (!shape.test(digits)) return undefined
  return Number(digits.replaceAll(group, '').replace(point, '.'))
}

/**
 * Baseline and result as shares of the larger one (0–100), for a pair of bars.
 * Only where both are plain numbers of one unit: a bar must not suggest a comparison the source does not make.
 */
export function barPair(
  line: Pick<ResultLine, 'baseline' | 'result'>,
  english = false,
): { before: number; after: number } | undefined {
  const [before, after] = [parseFigure(line.baseline, english), parseFigure(line.result, english)]
  if (!before || !after) return undefined
  if (before.unit !== after.unit && before.unit !== '' && after.unit !== '') return undefined
  const largest = Math.max(before.value, after.value)
  if (largest <= 0) return undefined
  return { before: share(before.value, largest), after: share(after.value, largest) }
}

const share = (value: number, largest: number) => Math.round((value / largest) * 100)

/**
 * A figure and the date to print behind it. A year that the figure already ends with in brackets is not printed twice:
 * brackets with nothing but the year give way to the date, brackets that say more stay and the date is left out.
 */
export function datedFigure(
  figure: string | null,
  on: string | undefined,
): { figure: string | null; on: string | undefined } {
  const [whole, inside = ''] = /\s*\(([^()]*)\)\s*$/.exec(figure ?? '') ?? []
  if (!figure || !on || !whole) return { figure, on }
  const year = on.slice(0, 4)
  if (inside.trim() === year) return { figure: figure.slice(0, -whole.length), on }
  return new RegExp(`\\b${year}\\b`).test(inside) ? { figure, on: undefined } : { figure, on }
}
