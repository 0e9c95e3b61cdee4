/** A paragraph of a Word file. */
export type Paragraph = {
  kind: 'paragraph'
  text: string
  /** Level of its heading style: 0 for a title, 1 to 9; null for plain text. */
  level: number | null
  /** All of it is bold: people who do not use styles make headings this way. */
  bold: boolean
  /** What Word puts before an entry of a list: `-` or `3.`. */
  mark: string | null
  /** A footnote or endnote, moved to the end. */
  note?: boolean
}

export type Table = { kind: 'table'; rows: Paragraph[][][] }

export type Block = Paragraph | Table

/** The words of a cell, its paragraphs on lines of their own. */
export function cellText(cell: readonly Paragraph[]): string {
  return cell.map(written).filter(Boolean).join('\n')
}

/** A paragraph with the sign of its list. */
export function written({ text, mark }: Paragraph): string {
  return mark && text !== '' ? `${mark} ${text}` : text
}

/** A table as lines of text. */
export function tableText({ rows }: Table): string {
  return rows
    .map((row) =>
      row
        .map((cell) => cellText(cell).replaceAll('\n', ' '))
        .filter(Boolean)
        .join(' | '),
    )
    .filter(Boolean)
    .join('\n')
}
