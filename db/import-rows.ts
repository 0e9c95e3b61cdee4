import type { ResultLine } from './practice-content.ts'

/** Something to say about a cell or a row of a sheet: a key of app/i18n/import-issues.ts with what it names. */
export type ImportIssue = {
  level: 'error' | 'warning'
  /** The column of the sheet, counted from 0; null where the row as a whole is meant. */
  column: number | null
  message: string
  /** What the message names: the value, a number, another row. */
  args?: string[]
  /** The practice that may be the same. */
  publicId?: string
}

/** A part of a Word file as app/domain/proposal/place-blocks.ts makes it. */
export type ProposalPiece = {
  /** The words by which it was recognised, as they stand in the document. */
  heading: string | null
  /** Where its heading says that it belongs; null where nobody knows. */
  target: string | null
  reason: string | null
  text: string
  results?: ResultLine[]
}
