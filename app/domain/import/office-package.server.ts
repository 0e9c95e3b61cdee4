import type { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { Invalid } from '../shared/errors.ts'

export type OfficeKind = 'docx' | 'xlsx'

/** A Word or Excel file that was looked through: parts by name, each read within the sizes that were checked. */
export type OfficePackage = {
  has: (part: string) => boolean
  parts: () => string[]
  read: (part: string) => Promise<Buffer>
  stream: (part: string) => Promise<Readable>
  close: () => void
}

const MOST_PARTS = 3_000
/** Text of a book takes a hundredth of it; only files made to harm unfold to more. */
const MOST_UNFOLDED = 120_000_000
const LARGEST_PART = 60_000_000
/** Plain XML folds to a tenth or a thirtieth. */
const STEEPEST_RATIO = 250
const SMALL_PART = 1_000_000

const MAIN_PART: Record<OfficeKind, RegExp> = {
  docx: /wordprocessingml\.document\.main\+xml/,
  xlsx: /spreadsheetml\.sheet\.main\+xml/,
}
const MACROS = /macroEnabled|vbaProject/i

const ZIP = Buffer.from('PK\x03\x04', 'latin1')
const END_OF_ZIP = Buffer.from('PK\x05\x06', 'latin1')
const END_LENGTH = 22
/** What Office wrote before 2007, and what it still puts around a file with a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')

const WRONG_KIND: Record<OfficeKind, string> = { docx: 'fileNotWord', xlsx: 'fileNotSheet' }

const refuse = (key: string) => new Invalid({ file: [key] })

/**
 * Opens a Word or Excel file after looking at it by its content, whatever its name says. Refuses, with the key of a
 * message at the field `file`: empty, of another kind, encrypted, of before 2007, damaged, with macros, and files that
 * unfold to far more than they hold ("zip bombs") or that hide parts from one of the two ways to read a ZIP.
 */
export async function openOfficePackage(bytes: Buffer, kind: OfficeKind): Promise<OfficePackage> {
  if (bytes.length === 0) throw refuse('fileEmpty')
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) {
    throw refuse(bytes.includes(ENCRYPTED_PACKAGE) ? 'fileEncrypted' : 'fileOld')
  }
  if (!bytes.subarray(0, ZIP.length).equals(ZIP)) throw refuse(WRONG_KIND[kind])
  // Readers differ in where they look for the end: here it must be where all of them find it.
  if (!bytes.subarray(-END_LENGTH).subarray(0, 4).equals(END_OF_ZIP)) throw refuse('fileBroken')
  const zip = await openZip(bytes)
  try {
    const entries = await listEntries(zip)
    const office = packageOf(zip, entries)
    if (!office.has('[Content_Types].xml')) throw refuse(WRONG_KIND[kind])
    const types = (await office.read('[Content_Types].xml')).toString('utf8')
    if (MACROS.test(types) || office.parts().some((part) => MACROS.test(part))) throw refuse('fileMacros')
    if (!MAIN_PART[kind].test(types)) throw refuse(WRONG_KIND[kind])
    return office
  } catch (error) {
    zip.close()
    throw error instanceof Invalid ? error : refuse('fileBroken')
  }
}

function openZip(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error || !zip) reject(refuse('fileBroken'))
      else resolve(zip)
    })
  })
}

/** The table of contents, checked: yauzl itself refuses paths that lead out and sizes that were lied about. */
function listEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>()
  let unfolded = 0
  return new Promise((resolve, reject) => {
    zip.on('error', () => reject(refuse('fileBroken')))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: yauzl.Entry) => {
      unfolded += entry.uncompressedSize
      const fault = faultOf(entry, entries, unfolded)
      if (fault) return reject(refuse(fault))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function faultOf(entry: yauzl.Entry, known: Map<string, yauzl.Entry>, unfolded: number): string | undefined {
  const { uncompressedSize, compressedSize, fileName, generalPurposeBitFlag } = entry
  if (generalPurposeBitFlag & 1) return 'fileEncrypted'
  if (known.has(fileName)) return 'fileBroken'
  const steep = uncompressedSize > SMALL_PART && uncompressedSize > compressedSize * STEEPEST_RATIO
  if (steep || uncompressedSize > LARGEST_PART || unfolded > MOST_UNFOLDED || known.size >= MOST_PARTS)
    return 'fileBomb'
}

function packageOf(zip: yauzl.ZipFile, entries: Map<string, yauzl.Entry>): OfficePackage {
  const stream = (part: string) =>
    new Promise<Readable>((resolve, reject) => {
      const entry = entries.get(part)
      if (!entry) return reject(refuse('fileBroken'))
      zip.openReadStream(entry, (error, opened) => (error || !opened ? reject(refuse('fileBroken')) : resolve(opened)))
    })
  return {
    has: (part) => entries.has(part),
    parts: () => [...entries.keys()],
    stream,
    async read(part) {
      const opened = await stream(part)
      const chunks: Buffer[] = []
      try {
        for await (const chunk of opened) chunks.push(chunk)
      } catch {
        // Not what it was said to be: longer, shorter, or no folded data at all.
        throw refuse('fileBroken')
      }
      return Buffer.concat(chunks)
    },
    close: () => zip.close(),
  }
}
