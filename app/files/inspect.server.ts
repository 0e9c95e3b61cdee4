import { open, readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import type { AttachmentKind } from '#db/vocabulary.ts'
import { ACCEPTED, type AcceptedType, LARGEST_FILE, nameFault } from '../domain/attachment/attachment.ts'
import { inspectOffice } from './inspect-office.server.ts'
import { inspectPdf } from './inspect-pdf.server.ts'
import { inspectPhoto, type PhotoLook } from './inspect-photo.server.ts'
import { Refused } from './refused.ts'

export type Inspected = { kind: AttachmentKind; type: AcceptedType; photo: PhotoLook | null }

const HEAD = 4_100

/**
 * What a file is by its content, whatever its name says. Throws `Refused` for everything that is not plainly one of the
 * accepted kinds, or that could do something when it is opened.
 */
export async function inspectFile({
  path,
  name,
  bytes,
}: {
  path: string
  name: string
  bytes: number
}): Promise<Inspected> {
  if (bytes === 0) throw new Refused('empty')
  if (bytes > LARGEST_FILE) throw new Refused('tooLarge')
  const type = await typeOf(path)
  const fault = nameFault(name, type)
  if (fault) throw new Refused(fault)
  if (type.startsWith('image/')) {
    await refuseMarkup(path)
    return { kind: 'photo', type, photo: await inspectPhoto(path) }
  }
  if (type === 'application/pdf') await inspectPdf(path)
  return { kind: 'document', type, photo: null }
}

async function typeOf(path: string): Promise<AcceptedType> {
  const head = await headOf(path)
  if (head.subarray(0, 4).equals(ZIP)) return inspectOffice(path)
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  if (found && found.mime in ACCEPTED) return found.mime as AcceptedType
  if (found?.mime === 'image/heic' || found?.mime === 'image/heif') throw new Refused('heic')
  if (found && found.ext !== 'xml') throw new Refused(`otherType|${found.ext}`)
  throw new Refused(markupIn(head) ?? 'unknownType')
}

const ZIP = Buffer.from('PK\x03\x04', 'latin1')

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** What a text is that is no picture and no document: a page, a drawing, a program. */
function markupIn(head: Buffer): string | undefined {
  const text = head.toString('latin1').replaceAll('\0', '').toLowerCase()
  if (/<svg[\s>]/.test(text)) return 'svg'
  if (/<!doctype html|<html[\s>]|<script[\s>]|<body[\s>]|<iframe[\s>]|<img[\s/]/.test(text)) return 'html'
  if (/^#!|<\?php|<%|^mz/.test(text)) return 'program'
  return undefined
}

/** Long enough that no picture holds it by chance. */
const IN_PICTURES =
  /<script[\s>]|<\?php\s|<!doctype html|<html[\s>]|<iframe[\s>]|javascript:|\bon(?:error|load)\s*=\s*["'a-z]/i

/** A picture that is a page or a program as well; the sizes made of it would be harmless, but nobody sends one by mistake. */
async function refuseMarkup(path: string): Promise<void> {
  if (IN_PICTURES.test((await readFile(path)).toString('latin1'))) throw new Refused('hidden')
}
