import { Invalid } from '../shared/errors.ts'
import { openCsv } from './read-csv.server.ts'
import { openXlsx } from './read-xlsx.server.ts'
import type { Sheet } from './sheet.ts'

const OFFICE = [Buffer.from('PK\x03\x04', 'latin1'), Buffer.from('d0cf11e0a1b11ae1', 'hex')]
/** What is no sheet although it may be called one: PDF, pages of the web, pictures. */
const OTHER = /^(?:%PDF|<|\{\\rtf|\x89PNG|GIF8|\xff\xd8\xff)/

/** The sheets of an Excel file, or the one of a file of separated values; told apart by content, not by name. */
export async function openSheets(bytes: Buffer): Promise<{ sheets: Sheet[]; close: () => void }> {
  if (bytes.length === 0) throw new Invalid({ file: ['fileEmpty'] })
  if (OFFICE.some((mark) => bytes.subarray(0, mark.length).equals(mark))) return openXlsx(bytes)
  if (OTHER.test(bytes.subarray(0, 64).toString('latin1').trimStart())) throw new Invalid({ file: ['fileNotSheet'] })
  return { sheets: [openCsv(bytes)], close: () => {} }
}
