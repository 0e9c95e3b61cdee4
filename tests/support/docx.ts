import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'

type Child = NonNullable<ISectionOptions['children']>[number]

const NUMBERING = [
  { reference: 'angka', levels: [{ level: 0, format: 'decimal' as const, text: '%1.' }] },
  { reference: 'butir', levels: [{ level: 0, format: 'bullet' as const, text: '•' }] },
]

/** A Word file as Word writes it. */
export async function docx(children: Child[], notes: Record<string, string> = {}): Promise<Buffer> {
  const footnotes = Object.fromEntries(
    Object.entries(notes).map(([id, text]) => [id, { children: [new Paragraph(text)] }]),
  )
  const document = new Document({ numbering: { config: NUMBERING }, footnotes, sections: [{ children }] })
  return Packer.toBuffer(document)
}

export const p = (text: string) => new Paragraph(text)
export const h1 = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 })
export const h2 = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 })
export const bold = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] })
export const item = (text: string) => new Paragraph({ text, numbering: { reference: 'angka', level: 0 } })
export const bullet = (text: string) => new Paragraph({ text, numbering: { reference: 'butir', level: 0 } })
export const boldItem = (text: string) =>
  new Paragraph({ children: [new TextRun({ text, bold: true })], numbering: { reference: 'angka', level: 0 } })
export const noted = (text: string, note: number) =>
  new Paragraph({ children: [new TextRun(text), new FootnoteReferenceRun(note)] })
export const linked = (before: string, text: string, link: string) =>
  new Paragraph({ children: [new TextRun(before), new ExternalHyperlink({ children: [new TextRun(text)], link })] })

/** A table; a cell of several paragraphs is a list. */
export const table = (rows: (string | Child[])[][]) =>
  new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            (cell) =>
              new TableCell({ children: typeof cell === 'string' ? [p(cell)] : (cell as (Paragraph | Table)[]) }),
          ),
        }),
    ),
  })

/** Words that no other sentence has, so that a test sees where they went. */
export const sentence = (about: string, words = 12) =>
  `${Array.from({ length: words }, (_, i) => `${about}${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${i}`).join(' ')}.`
