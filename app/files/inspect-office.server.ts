import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { AcceptedType } from '../domain/attachment/attachment.ts'
import { Refused } from './refused.ts'

const MOST_PARTS = 3_000
/** Bytes that all parts may unpack to, and how many times as large as packed that may be. */
const MOST_UNPACKED = 150_000_000
const MOST_TIMES = 100
/** Small files repeat themselves a lot: below this the share says nothing. */
const SMALL = 5_000_000
/** Of a part that is read as text. */
const LONGEST_PART = 60_000_000

const MAIN = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<string, AcceptedType>

/** Parts that run or carry programs. */
const RUNS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|attachedToolbars\.bin)$|\/(?:activeX|macrosheets|dialogsheets)\//i
const CARRIES = /\/embeddings\/(?!.*\.(?:xlsx|docx|pptx)$)|\.(?:exe|dll|js|vbs|bat|cmd|jar|html?|svgz|swf|zip)$/i

/** The kind of an office document. Throws `Refused` when it is none, broken, packed to burst, or runs something. */
export async function inspectOffice(path: string): Promise<AcceptedType> {
  let room = MOST_UNPACKED
  let packed = 0
  let count = 0
  let type: AcceptedType | undefined
  let isPackage = false
  for await (const { entry, content } of partsOf(path, () => room)) {
    count += 1
    if (count > MOST_PARTS) throw new Refused('bomb')
    const name = entry.fileName
    if (RUNS.test(name)) throw new Refused('macro')
    if (CARRIES.test(name)) throw new Refused('carries')
    room -= content.bytes
    packed += entry.compressedSize
    if (room < 0 || (MOST_UNPACKED - room > SMALL && MOST_UNPACKED - room > packed * MOST_TIMES))
      throw new Refused('bomb')
    if (content.text) refuseParts(name, content.text)
    if (name === '[Content_Types].xml') isPackage = true
    if (Object.hasOwn(MAIN, name)) type ??= MAIN[name as keyof typeof MAIN]
  }
  if (!isPackage || !type) throw new Refused('otherType|zip')
  return type
}

/** What the text of a part must not hold. */
function refuseParts(name: string, text: string): void {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Refused('officeBroken')
  if (name === '[Content_Types].xml' && /macroEnabled|vbaProject/i.test(text)) throw new Refused('macro')
  if (
    /\.rels$/.test(name) &&
    /TargetMode\s*=\s*["']External["']/i.test(text) &&
    /(?:attachedTemplate|oleObject|frame|externalLinkPath|subDocument)["']/i.test(text)
  )
    throw new Refused('fetches')
  if (/\bDDE(?:AUTO)?\b\s+(?:&quot;|["a-z\\])/i.test(text) || /<ddeLink\b/i.test(text)) throw new Refused('fetches')
}

type Part = { entry: Entry; content: { bytes: number; text: string | null } }

/** Every part in turn, unpacked: what a part says of its own size is not believed. */
async function* partsOf(path: string, room: () => number): AsyncGenerator<Part> {
  const zip = await openPromise(path, { strictFileNames: true, validateEntrySizes: true, autoClose: false }).catch(
    broken,
  )
  try {
    if (zip.comment.length > 0) throw new Refused('hidden')
    if (zip.entryCount > MOST_PARTS) throw new Refused('bomb')
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new Refused('officeLocked')
      yield { entry, content: await unpack(zip, entry, Math.max(0, room())) }
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    broken()
  } finally {
    zip.close()
  }
}

function broken(): never {
  throw new Refused('officeBroken')
}

/** Unpacks a part, and stops as soon as there is more than may be. */
async function unpack(zip: ZipFile, entry: Entry, room: number): Promise<Part['content']> {
  const isText = /\.(?:xml|rels|vml)$/i.test(entry.fileName)
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    bytes += (piece as Buffer).length
    if (bytes > room || bytes > LONGEST_PART) throw new Refused('bomb')
    if (isText) pieces.push(piece as Buffer)
  }
  return { bytes, text: isText ? Buffer.concat(pieces).toString('utf8') : null }
}
