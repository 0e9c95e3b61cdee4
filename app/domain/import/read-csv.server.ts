import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Invalid } from '../shared/errors.ts'
import type { Sheet, SheetRow } from './sheet.ts'

const LONGEST_RECORD = 2_000_000
const DELIMITERS = [';', ',', '\t', '|'] as const

/** A file of separated values as one sheet: comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252. */
export function openCsv(bytes: Buffer): Sheet {
  const text = decode(bytes)
  const named = /^sep=(.)\r?\n/i.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const delimiter = named?.[1] ?? delimiterOf(body)
  return { name: '', rows: () => readRows(body, delimiter, named ? 1 : 0) }
}

async function* readRows(text: string, delimiter: string, before: number): AsyncGenerator<SheetRow> {
  const parser = Readable.from(pieces(text)).pipe(
    parse({ delimiter, relax_column_count: true, max_record_size: LONGEST_RECORD }),
  )
  let number = before
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1
      yield { number, cells, formulas: [] }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const good = typeof error.records === 'number' ? error.records : number - before
    throw new Invalid({ file: [`csvBroken|${before + good + 1}`] })
  }
}

const PIECE = 65_536

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

/** The bytes as text: by their mark, by where the zeros of UTF-16 stand, as UTF-8, else as Windows wrote in Europe. */
function decode(bytes: Buffer): string {
  const as = (encoding: string, fatal = false) => new TextDecoder(encoding, { fatal }).decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be')
  const sample = bytes.subarray(0, 4_000)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1
  const many = sample.length / 5
  if (zeros[1]! > many) return as('utf-16le')
  if (zeros[0]! > many) return as('utf-16be')
  if (zeros[0]! + zeros[1]! > 0) throw new Invalid({ file: ['fileNotSheet'] })
  try {
    return as('utf-8', true)
  } catch {
    return as('windows-1252')
  }
}

/** The sign that parts the first lines into most columns, outside of quotes. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"?/g, '')
  const [line = ''] = head.split(/\r?\n/).filter((one) => one.trim() !== '')
  const counted = DELIMITERS.map((sign) => [sign, line.split(sign).length] as const)
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}
