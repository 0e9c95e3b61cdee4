import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = {
  name: string
  content: Buffer | string
  /** What the directory says instead of the truth. */
  claims?: { size?: number; flags?: number }
}

/** A zip file as office programs write it: every part deflated, one directory at the end. */
export function zipOf(parts: readonly ZipPart[], comment = ''): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claims = {} } of parts) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const title = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(claims.flags ?? 0, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(plain), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(claims.size ?? plain.length, 18)
    facts.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, title, packed])
    const more = Buffer.alloc(14)
    more.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), facts, more, title)
    locals.push(local)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length & 0xffff, 4)
  end.writeUInt16LE(parts.length & 0xffff, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...locals, list, Buffer.from('PK\x05\x06', 'latin1'), end, Buffer.from(comment)])
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const types = (part: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`

/** A small Word document; `more` parts are added, or take the place of its own. */
export function docxOf(more: readonly ZipPart[] = [], words = 'Peraturan bupati'): Buffer {
  return zipOf(
    withParts(
      [
        { name: '[Content_Types].xml', content: types('word/document.xml', WORD) },
        {
          name: 'word/document.xml',
          content: `<?xml version="1.0"?><w:document><w:body><w:p><w:t>${words}</w:t></w:p></w:body></w:document>`,
        },
      ],
      more,
    ),
  )
}

/** A small Excel sheet; `more` parts are added, or take the place of its own. */
export function xlsxOf(more: readonly ZipPart[] = []): Buffer {
  return zipOf(
    withParts(
      [
        { name: '[Content_Types].xml', content: types('xl/workbook.xml', SHEET) },
        { name: 'xl/workbook.xml', content: '<?xml version="1.0"?><workbook><sheets/></workbook>' },
      ],
      more,
    ),
  )
}

const withParts = (own: ZipPart[], more: readonly ZipPart[]) => [
  ...own.filter(({ name }) => !more.some((part) => part.name === name)),
  ...more,
]
