import { deflateSync } from 'node:zlib'

/** A PDF of one page. `catalog` goes into its root, `objects` beside the page, `tail` behind its end. */
export function pdfOf({
  catalog = '',
  objects = [] as string[],
  trailer = '',
  head = '%PDF-1.7\n',
  tail = '',
  words = 'Panduan',
} = {}): Buffer {
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>',
    streamOf(`BT /F1 12 Tf (${words}) Tj ET`),
    ...objects,
  ]
  let text = head
  const offsets = bodies.map((body, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = text.length
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`
  text += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  text += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n${tail}`
  return Buffer.from(text, 'latin1')
}

const streamOf = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

/** An object stream, in which other objects lie packed. */
export function objectStreamOf(content: string, filter = '/Filter /FlateDecode'): string {
  const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1')
  return `<< /Type /ObjStm /N 1 /First 4 ${filter} /Length ${packed.length} >>\nstream\n${packed}\nendstream`
}
