import type { ResultLine } from '#db/practice-content.ts'
import { cellText, type Table } from './blocks.ts'

/** What a table says of a result. */
type Part = 'indicator' | 'unit' | 'baseline' | 'result' | 'period' | 'method'
type Column = Part | 'number'

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(no\.?|nomor|#)$/],
  ['method', /metode|cara (ukur|menghitung|pengukuran)|sumber data|pengukuran|method/],
  ['unit', /^satuan|^unit$/],
  ['baseline', /sebelum|baseline|kondisi awal|data awal|keadaan awal|^awal|before/],
  ['result', /sesudah|setelah|hasil|capaian|realisasi|kondisi akhir|keadaan akhir|after|result/],
  ['period', /periode|tahun|waktu|period/],
  ['indicator', /indikator|parameter|uraian|ukuran|aspek|indicator|variabel/],
]

const MOST = 60
const LONGEST: Record<Part, number> = {
  indicator: 300,
  unit: 80,
  baseline: 300,
  result: 300,
  period: 300,
  method: 600,
}

/**
 * The result lines of a table whose head names an indicator, what was before and what came of it; `null` for any other
 * table. `complete` is false where a cell has no place in a line, so that the table must be kept beside them.
 */
export function readResults({ rows }: Table): { lines: ResultLine[]; complete: boolean } | null {
  const [head, ...body] = rows.map((row) => row.map((cell) => cellText(cell).replaceAll('\n', ' ').trim()))
  if (!head || body.length === 0) return null
  const columns = columnsOf(head)
  const has = (column: Column) => columns.includes(column)
  if (!has('indicator') || !has('result') || !(has('baseline') || has('unit') || has('period'))) return null
  let complete = true
  const lines = body.flatMap((row) => {
    const line: ResultLine = { indicator: '', unit: null, baseline: null, result: null, period: null, method: null }
    for (const [at, value] of row.entries()) {
      const column = columns[at] ?? null
      if (value === '' || (column === 'number' && /^[\d.]+$/.test(value))) continue
      if (column === null || column === 'number' || value.length > LONGEST[column]) complete = false
      else line[column] = value
    }
    if (line.indicator === '') {
      if (row.some(Boolean)) complete = false
      return []
    }
    return [line]
  })
  if (lines.length > MOST) complete = false
  return lines.length === 0 ? null : { lines: lines.slice(0, MOST), complete }
}

/** What each column holds; the first that fits takes the meaning, a second one of the same kind has none. */
function columnsOf(head: readonly string[]): (Column | null)[] {
  const taken = new Set<Column>()
  return head.map((title) => {
    const name = title.toLowerCase()
    const found = COLUMNS.find(([column, pattern]) => !taken.has(column) && pattern.test(name))?.[0] ?? null
    if (found) taken.add(found)
    return found
  })
}
