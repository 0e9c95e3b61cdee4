import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { formatDate } from '#app/i18n/format.ts'
import type { Context } from '../shared/context.ts'
import { type KippPart, kippForm } from './kipp-form.ts'
import { readFormSource } from './read-export.server.ts'

const GREY = '5A6472'
const RED = 'A4262C'

/** The proposal of the competition as a Word file, ready to be read and completed: every section with its words counted. */
export async function exportKippProposal(ctx: Context, publicId: string, site: string): Promise<Buffer> {
  const { practice, title, content, isDraft } = await readFormSource(ctx, publicId)
  const form = kippForm({ content, title, agency: practice.agency, isReplica: practice.replicaOfId !== null })
  const origin = `${practice.publicId} · ${site}/practices/${practice.publicId} · ${isDraft ? 'dari draf' : 'dari versi terbit'}, ${formatDate('id', ctx.now)}`
  const document = new Document({
    title: `Proposal KIPP: ${title}`,
    creator: practice.agency,
    description: origin,
    styles: { default: { document: { run: { font: 'Arial', size: 22, language: { value: 'id-ID' } } } } },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        footers: { default: new Footer({ children: [footer(practice.publicId)] }) },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: [new TextRun({ text: title, size: 36, bold: true })],
          }),
          new Paragraph({ spacing: { after: 200 }, children: [new TextRun({ text: origin, color: GREY, size: 18 })] }),
          table(form.header.map(([label, value]) => [bold(label), value ? plain(value) : missing()])),
          ...form.parts.flatMap(partOf),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function partOf({ heading, asks, paragraphs, words, cap, table: rows }: KippPart) {
  const over = words - cap
  const count = over > 0 ? `${words} kata, ${over} melebihi batas ${cap}` : `${words} dari ${cap} kata`
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 320, after: 60 },
      keepNext: true,
      text: heading,
    }),
    new Paragraph({
      keepNext: true,
      spacing: { after: 120 },
      children: [
        new TextRun({ text: `${asks} `, italics: true, color: GREY, size: 18 }),
        new TextRun({ text: `${count}.`, bold: over > 0, color: over > 0 ? RED : GREY, size: 18 }),
      ],
    }),
    ...(paragraphs.length === 0
      ? [new Paragraph({ children: [missing()] })]
      : paragraphs.map(
          (text) => new Paragraph({ text, spacing: { after: 120, line: 300 }, alignment: AlignmentType.LEFT }),
        )),
    ...(rows ? [table([rows.head.map(bold), ...rows.rows.map((row) => row.map(plain))])] : []),
  ]
}

const plain = (text: string) => new TextRun({ text })
const bold = (text: string) => new TextRun({ text, bold: true })
const missing = () => new TextRun({ text: 'Belum diisi', italics: true, color: RED })

function table(rows: TextRun[][]): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'C8CED6' }
  const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (cell) =>
              new TableCell({
                margins: { top: 60, bottom: 60, left: 100, right: 100 },
                children: [new Paragraph({ children: [cell] })],
              }),
          ),
        }),
    ),
  })
}

const footer = (publicId: string) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        size: 16,
        color: GREY,
        children: [`${publicId} · halaman `, PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
      }),
    ],
  })
