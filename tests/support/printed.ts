import { inflateSync } from 'node:zlib'

type PdfObject = { dictionary: string; stream?: Buffer }

/** A PDF taken apart far enough for tests: its objects, its words page by page, and how they are tagged. */
export function readPdf(bytes: Uint8Array) {
  const file = Buffer.from(bytes)
  const objects = objectsOf(file)
  const all = [...objects.values()].map(({ dictionary }) => dictionary)
  const pages = all.filter((dictionary) => /\/Type \/Page\b(?!s)/.test(dictionary))
  return {
    dictionaries: all,
    catalog: all.find((dictionary) => /\/Type \/Catalog\b/.test(dictionary)) ?? '',
    /** Tags in the order in which they were made, with their counts. */
    tags: count(all.flatMap((dictionary) => /\/S \/([A-Z]\w*)\b/.exec(dictionary)?.[1] ?? [])),
    alternatives: all.flatMap((dictionary) => (/\/S \/Figure\b/.test(dictionary) ? stringsAt(dictionary, 'Alt') : [])),
    links: all.flatMap((dictionary) => (/\/S \/URI\b/.test(dictionary) ? stringsAt(dictionary, 'URI') : [])),
    pages: pages.map((page) => readPage(page, objects)),
    info: Object.fromEntries(
      ['Title', 'Author', 'Subject'].map((name) => [name, infoOf(file.toString('latin1'), objects, name)]),
    ),
  }
}

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const text = file.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const from = match.index + match[0].length
    const end = text.indexOf('\nendobj', from)
    const streamAt = text.slice(from, end).indexOf('\nstream\n')
    const dictionary = text.slice(from, streamAt < 0 ? end : from + streamAt)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
    const start = from + streamAt + '\nstream\n'.length
    const raw = streamAt < 0 ? undefined : file.subarray(start, start + length)
    const stream = raw && /\/FlateDecode/.test(dictionary) ? inflateSync(raw) : raw
    objects.set(match[1] ?? '', { dictionary, stream })
  }
  return objects
}

function readPage(page: string, objects: Map<string, PdfObject>) {
  const content = objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '')?.stream?.toString('latin1') ?? ''
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '')?.dictionary ?? page
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id, objects)]),
  )
  let depth = 0
  let font = ''
  let untagged = 0
  const lines: string[] = []
  for (const line of content.split('\n')) {
    if (/B(?:DC|MC)$/.test(line)) depth++
    if (/^EMC$/.test(line)) depth--
    if (/^(?:BT|S|f)$/.test(line) && depth === 0) untagged++
    font = /^\/(F\d+) [\d.]+ Tf$/.exec(line)?.[1] ?? font
    if (!line.endsWith('TJ')) continue
    const glyphs = [...line.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    lines.push(glyphs.map((glyph) => fonts.get(font)?.[Number.parseInt(glyph, 16)] ?? '�').join(''))
  }
  return { lines, text: lines.join('\n'), untagged, openAtEnd: depth }
}

/** The letters of the glyphs of a font, from the map that the font carries for copying text. */
function lettersOf(id: string, objects: Map<string, PdfObject>): string[] {
  const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '')?.[1] ?? '')?.stream
  return [...(map?.toString('latin1') ?? '').matchAll(/\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = '']) => utf16(hex.replaceAll(' ', ''))),
  )
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

function infoOf(text: string, objects: Map<string, PdfObject>, name: string): string {
  const info = objects.get(/\/Info (\d+) 0 R/.exec(text)?.[1] ?? '')?.dictionary ?? ''
  const id = new RegExp(`/${name} (\\d+) 0 R`).exec(info)?.[1] ?? ''
  return decoded(objects.get(id)?.dictionary.trim() ?? '')
}

const stringsAt = (dictionary: string, key: string) =>
  [...dictionary.matchAll(new RegExp(`/${key} (\\((?:\\\\.|[^\\\\)])*\\))`, 'gs'))].map(([, text = '']) =>
    decoded(text),
  )

/** A literal string: bytes, or UTF-16 when it begins with its mark. */
function decoded(literal: string): string {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const text = literal.slice(1, -1).replace(/\\(.)/gs, (_, sign: string) => escapes[sign] ?? sign)
  const bytes = Buffer.from(text, 'latin1')
  return bytes[0] === 0xfe && bytes[1] === 0xff ? bytes.subarray(2).swap16().toString('utf16le') : text
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
