// biome-ignore-all lint/a11y/noRedundantRoles: `display: block` on phones makes some browsers forget the roles of a table
// biome-ignore-all lint/suspicious/noArrayIndexKey: columns never move
import type { ReactNode } from 'react'
import { cx } from './class-names.ts'

export type Column<Row> = {
  /** The heading. */
  head: ReactNode
  cell: (row: Row, index: number) => ReactNode
  /** The words repeated before the value on phones, when `head` is long or not plain text. */
  label?: string
  /** This cell names its row. Exactly one column of a table should. */
  header?: boolean
  /** Figures: aligned at the end together with their heading. */
  end?: boolean
  /** The rows are in the order of this column. */
  sorted?: 'ascending' | 'descending'
  /** The heading is read aloud but not shown (a column of check boxes or acts). */
  hideHead?: boolean
  /** Extra classes: `nowrap`, `dim`, `sel`, or a width for the heading such as `w-25`. */
  className?: string
  headClassName?: string
}

type TableProps<Row> = {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row, index: number) => string | number
  caption?: ReactNode
  /** The id of the heading that names the table, when it has no caption. */
  labelledBy?: string
  /** Rows light up under the pointer: for rows that lead somewhere. */
  hot?: boolean
  /** One cell per column. */
  foot?: readonly ReactNode[]
}

/** A real table; on phones each row becomes a block and `data-l` repeats the heading. */
export function Table<Row>({ columns, rows, rowKey, caption, labelledBy, hot, foot }: TableProps<Row>) {
  return (
    <table role="table" className={cx('t t--list', hot && 't--hot')} aria-labelledby={labelledBy}>
      {caption && <caption>{caption}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, hideHead, end, sorted, headClassName }, index) => (
            <th
              key={index}
              role="columnheader"
              scope="col"
              aria-sort={sorted}
              className={cx(end && 'r', headClassName)}
            >
              {hideHead ? <span className="vh">{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <TableRow key={rowKey(row, index)} columns={columns} cell={(column) => column.cell(row, index)} />
        ))}
      </tbody>
      {foot && (
        <tfoot role="rowgroup">
          <TableRow columns={columns} cell={(_column, index) => foot[index]} />
        </tfoot>
      )}
    </table>
  )
}

type TableRowProps<Row> = {
  columns: readonly Column<Row>[]
  cell: (column: Column<Row>, index: number) => ReactNode
}

function TableRow<Row>({ columns, cell }: TableRowProps<Row>) {
  return (
    <tr role="row">
      {columns.map((column, index) => {
        const content = cell(column, index)
        if (column.header) {
          return (
            <th key={index} role="rowheader" scope="row" className={column.className}>
              {content}
            </th>
          )
        }
        const label = isEmpty(content) ? undefined : phoneLabel(column)
        return (
          <td key={index} role="cell" className={cx(column.end && 'r', column.className)} data-l={label}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}

const isEmpty = (content: ReactNode) => content === undefined || content === null || content === ''

function phoneLabel<Row>({ label, head, hideHead }: Column<Row>): string | undefined {
  if (hideHead) return undefined
  return label ?? (typeof head === 'string' ? head : undefined)
}
