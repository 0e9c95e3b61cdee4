export type SheetRow = {
  /** As the program that made it shows it, from 1. */
  number: number
  cells: string[]
  /** Columns whose cell is a formula. */
  formulas: number[]
}

export type Sheet = { name: string; rows: () => AsyncIterable<SheetRow> }
