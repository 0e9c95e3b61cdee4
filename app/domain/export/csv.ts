export type Cell = string | number | null

/** What spreadsheet programs read as the beginning of a formula, also behind blanks. */
const FORMULA = /^[\s\u00a0]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/

/**
 * A text that a spreadsheet program shows and never runs: an apostrophe before what it would read as a formula
 * (OWASP, CSV Injection). Control characters that no cell can hold are left out.
 */
export function safeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
  return FORMULA.test(clean) ? `'${clean}` : clean
}

/** One record of a comma-separated file (RFC 4180), with the end of its line. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = safeText(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** By this mark at the beginning spreadsheet programs know that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'
