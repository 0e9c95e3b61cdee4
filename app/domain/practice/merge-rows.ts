import { mergeText, type TextMerge } from './merge-text.ts'
import type { FormEntries } from './section-form.ts'

type Row = Record<string, string>
type MergedRow = Record<string, TextMerge>

const NAME = /^([\w.]+)\[(\d+)\]\.(.+)$/

/** The parts of the name of a cell: `costs[1].item`. */
export function rowName(name: string): { list: string; index: number; column: string } | undefined {
  const [, list, index, column] = NAME.exec(name) ?? []
  return list && column ? { list, index: Number(index), column } : undefined
}

/** The rows of a table, in their order. */
export function rowsIn(entries: FormEntries, list: string): Row[] {
  const rows = new Map<number, Row>()
  for (const [name, value] of entries) {
    const cell = rowName(name)
    if (cell?.list === list) rows.set(cell.index, { ...rows.get(cell.index), [cell.column]: value })
  }
  return [...rows.entries()].sort(([a], [b]) => a - b).map(([, row]) => row)
}

/**
 * Three-way merge of a table. Rows have no names of their own: they are recognised by what they say. A row that one took
 * out and the other changed stays; rows that both put in stay both, unless they say the same.
 */
export function mergeRows(base: Row[], mine: Row[], theirs: Row[]): MergedRow[] {
  const [own, other] = [partners(base, mine), partners(base, theirs)]
  const merged: { row: MergedRow; mine?: number }[] = []
  const isTaken = new Set<number>()
  theirs.forEach((row, at) => {
    const origin = other[at]!
    const index = origin < 0 ? mine.findIndex((one, i) => own[i]! < 0 && isSame(one, row)) : own.indexOf(origin)
    if (index >= 0) isTaken.add(index)
    if (index >= 0) merged.push({ row: mergeCells(base[origin] ?? row, mine[index]!, row), mine: index })
    else if (origin < 0 || !isSame(row, base[origin]!)) merged.push({ row: plain(row) })
  })
  mine.forEach((row, index) => {
    if (isTaken.has(index)) return
    const origin = base[own[index]!]
    if (origin && isSame(row, origin)) return
    const before = merged.findLastIndex((one) => one.mine !== undefined && one.mine < index)
    const position = index > 0 && before >= 0 ? before + 1 : merged.length
    merged.splice(position, 0, { row: plain(row), mine: index })
  })
  return merged.map(({ row }) => row)
}

function mergeCells(base: Row, mine: Row, theirs: Row): MergedRow {
  const columns = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  return Object.fromEntries(
    columns.map((column) => [column, mergeText(base[column] ?? '', mine[column] ?? '', theirs[column] ?? '')]),
  )
}

const plain = (row: Row): MergedRow =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, { mine: value }]))

const isSame = (a: Row, b: Row) => likeness(a, b).share === 1

/** For each row of a later table the row of the first one that it was, or -1: equal rows first, then the most alike. */
function partners(base: readonly Row[], later: readonly Row[]): number[] {
  const found = later.map(() => -1)
  const isFree = base.map(() => true)
  const pairs = later
    .flatMap((row, at) => base.map((origin, from) => ({ at, from, ...likeness(origin, row) })))
    .filter(({ share, isNamedAlike }) => isNamedAlike || share >= 0.5)
    .sort((a, b) => b.share - a.share || Number(b.isNamedAlike) - Number(a.isNamedAlike) || distance(a) - distance(b))
  for (const { at, from } of pairs) {
    if (found[at] !== -1 || !isFree[from]) continue
    found[at] = from
    isFree[from] = false
  }
  return found
}

const distance = ({ at, from }: { at: number; from: number }) => Math.abs(at - from)

/** The column that says what a row is about. */
const TITLES = ['indicator', 'item', 'name', 'text', 'role', 'about']

/** How much two rows say the same; a name that somebody went on typing is still that name. */
function likeness(a: Row, b: Row): { share: number; isNamedAlike: boolean } {
  const columns = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => a[key] || b[key])
  const equal = columns.filter((key) => (a[key] ?? '') === (b[key] ?? '')).length
  const title = TITLES.find((key) => a[key] && b[key])
  const [x, y] = title ? [a[title]!, b[title]!] : ['', '']
  const isNamedAlike = x !== '' && (x.startsWith(y) || y.startsWith(x))
  return { share: columns.length === 0 ? 1 : equal / columns.length, isNamedAlike }
}
