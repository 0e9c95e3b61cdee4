import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { Refused } from './refused.ts'

/** Bytes that the packed object streams of one document may unpack to. */
const MOST_UNPACKED = 60_000_000
const MOST_PAGES = 2_000

type Act = readonly [sign: RegExp, reason: string]

/** A name as it may be written: each letter as itself or by its number (`/J#61vaScript`; ISO 32000-1, 7.3.5). */
function named(reason: string, ...names: string[]): Act {
  const letter = (one: string) => `(?:${one}|#${one.charCodeAt(0).toString(16)})`
  const either = names.map((name) => [...name].map(letter).join('')).join('|')
  return [new RegExp(`/(?:${either})(?![A-Za-z#])`, 'i'), reason]
}

/** Names of what a document does when it is opened, or carries inside (ISO 32000-1, 12.6.4, 7.11.4, 12.7.8). */
const ACTS: readonly Act[] = [
  named('pdfScript', 'JavaScript', 'JS'),
  named('pdfActs', 'Launch', 'ImportData', 'SubmitForm', 'RichMedia', 'Rendition', 'XFA'),
  named('pdfInside', 'EmbeddedFile', 'EmbeddedFiles'),
]
/** In packed bytes a short name can stand by chance; these are long enough. */
const LONG_ACTS: readonly Act[] = [
  named('pdfScript', 'JavaScript'),
  named('pdfActs', 'ImportData', 'SubmitForm', 'RichMedia'),
  named('pdfInside', 'EmbeddedFile'),
]

/** Throws `Refused` for a PDF that is broken, locked, runs something, or carries another file. Names may be written with `#4A`. */
export async function inspectPdf(path: string): Promise<void> {
  const text = (await readFile(path)).toString('latin1')
  if (!/^%PDF-(?:1\.[0-7]|2\.0)/.test(text)) throw new Refused('pdfBroken')
  const end = text.lastIndexOf('%%EOF')
  if (end < 0 || !text.includes('startxref')) throw new Refused('pdfBroken')
  if (!/^[\s\0]*$/.test(text.slice(end + 5))) throw new Refused('hidden')
  if (/\/Encrypt(?![A-Za-z])/.test(text.slice(-200_000)) || /\/Encrypt\s+\d+\s+\d+\s+R/.test(text))
    throw new Refused('pdfLocked')
  refuseActs(text, LONG_ACTS)
  const { outside, packed } = parted(text)
  const parts = [outside, ...unpacked(packed)]
  for (const part of parts) refuseActs(part, ACTS)
  const pages = parts.reduce((sum, part) => sum + (part.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0), 0)
  if (pages === 0) throw new Refused('pdfBroken')
  if (pages > MOST_PAGES) throw new Refused('pdfTooLong')
}

function refuseActs(text: string, acts: readonly Act[]): void {
  for (const [act, reason] of acts) if (act.test(text)) throw new Refused(reason)
}

/** `/J#61vaScript` says `/JavaScript`. */
const plainNames = (text: string) =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_sign, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** What stands outside of streams, and the streams that hold objects. */
function parted(text: string): { outside: string; packed: { head: string; body: string }[] } {
  const outside: string[] = []
  const packed: { head: string; body: string }[] = []
  let from = 0
  for (;;) {
    const start = text.indexOf('stream', from)
    const isEnd = start >= 3 && text.startsWith('end', start - 3)
    if (start < 0) break
    if (isEnd) {
      outside.push(text.slice(from, start + 6))
      from = start + 6
      continue
    }
    const body = start + 6 + (text.startsWith('\r\n', start + 6) ? 2 : 1)
    const stop = text.indexOf('endstream', body)
    if (stop < 0) throw new Refused('pdfBroken')
    const head = text.slice(Math.max(from, start - 2_000), start)
    outside.push(text.slice(from, start))
    const dictionary = head.slice(Math.max(0, head.lastIndexOf(' obj')))
    if (/\/ObjStm/.test(plainNames(dictionary))) packed.push({ head: dictionary, body: text.slice(body, stop) })
    from = stop + 9
  }
  outside.push(text.slice(from))
  return { outside: outside.join('\n'), packed }
}

function unpacked(packed: readonly { head: string; body: string }[]): string[] {
  let room = MOST_UNPACKED
  return packed.map(({ head, body }) => {
    const filters = plainNames(head).match(/\/Filter\s*(\[[^\]]*\]|\/\w+)/)?.[1]
    if (!filters) return body
    // Every program that packs objects does it like this; anything else hides them.
    if (!/^\[?\s*\/FlateDecode\s*\]?$/.test(filters)) throw new Refused('pdfBroken')
    try {
      const text = inflateSync(Buffer.from(body, 'latin1'), { maxOutputLength: room }).toString('latin1')
      room -= text.length
      if (room <= 0) throw new Refused('bomb')
      return text
    } catch (error) {
      if (error instanceof Refused) throw error
      throw new Refused((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'pdfBroken')
    }
  })
}
