import mammoth from 'mammoth'
import { openOfficePackage } from '../import/office-package.server.ts'
import { Invalid } from '../shared/errors.ts'
import type { Block, Paragraph } from './blocks.ts'

/** What mammoth knows of an element of a document; its own types leave it open. */
type Element = {
  type: string
  value?: string
  children?: Element[]
  styleId?: string | null
  styleName?: string | null
  numbering?: { isOrdered?: boolean; level?: string } | null
  isBold?: boolean
  checked?: boolean
  href?: string
  noteType?: string
  noteId?: string
  body?: Element[]
  notes?: { resolve: (reference: Element) => Element | null }
}

export type WordDocument = { blocks: Block[]; images: number }

/** Characters of a document: a proposal has twenty thousand. */
const MOST_TEXT = 400_000
const XML = /\.(xml|rels)$/i

/**
 * The paragraphs and tables of a Word file, in their order; notes follow at the end. Pictures are counted, not read;
 * text that was struck out as a tracked change is left out, as Word would print it. Refuses what is not a sound `.docx`.
 */
export async function readBlocks(bytes: Buffer): Promise<WordDocument> {
  const office = await openOfficePackage(bytes, 'docx')
  try {
    // Reading each part to its end proves the sizes that the table of contents gave.
    for (const part of office.parts()) if (XML.test(part)) await office.read(part)
  } finally {
    office.close()
  }
  const document = await parse(bytes)
  const reader = new Reader(document)
  const blocks = reader.blocks(document.children ?? [])
  blocks.push(...reader.noteBlocks())
  if (JSON.stringify(blocks).length > MOST_TEXT) throw new Invalid({ file: ['fileTooLong'] })
  if (!blocks.some(hasText)) throw new Invalid({ file: ['fileNoText'] })
  return { blocks, images: reader.images }
}

async function parse(buffer: Buffer): Promise<Element> {
  let found: Element | undefined
  try {
    await mammoth.convertToHtml(
      { buffer },
      {
        transformDocument: (document: Element) => {
          found = document
          // Only the tree is wanted: nothing of it is turned into HTML.
          return { ...document, children: [] }
        },
      },
    )
  } catch {
    throw new Invalid({ file: ['fileBroken'] })
  }
  if (!found) throw new Invalid({ file: ['fileBroken'] })
  return found
}

const hasText = (block: Block): boolean =>
  block.kind === 'paragraph'
    ? block.text !== ''
    : block.rows.some((row) => row.some((cell) => cell.some(({ text }) => text !== '')))

class Reader {
  images = 0
  private readonly notes: { mark: string; body: Element[] }[] = []
  private readonly counters: number[] = []

  constructor(private readonly document: Element) {}

  blocks(elements: readonly Element[]): Block[] {
    return elements.flatMap((element): Block[] => {
      if (element.type === 'table') return [{ kind: 'table', rows: this.rows(element) }]
      if (element.type === 'paragraph') return [this.paragraph(element)]
      return this.blocks(element.children ?? [])
    })
  }

  noteBlocks(): Block[] {
    return this.notes.flatMap(({ mark, body }) =>
      this.blocks(body).flatMap((block): Block[] =>
        block.kind === 'paragraph'
          ? [{ ...block, text: `${mark} ${block.text}`.trim(), level: null, bold: false, note: true }]
          : [block],
      ),
    )
  }

  private rows(table: Element): Paragraph[][][] {
    return (table.children ?? []).map((row) =>
      (row.children ?? []).map((cell) => this.blocks(cell.children ?? []).flatMap(flatten)),
    )
  }

  private paragraph(element: Element): Paragraph {
    const texts: { text: string; bold: boolean }[] = []
    this.collect(element.children ?? [], false, texts)
    const text = tidy(texts.map((piece) => piece.text).join(''))
    const written = texts.filter((piece) => piece.text.trim() !== '')
    return {
      kind: 'paragraph',
      text,
      level: headingLevel(element),
      bold: written.length > 0 && written.every((piece) => piece.bold),
      mark: text === '' ? null : this.listMark(element),
    }
  }

  private listMark({ numbering }: Element): string | null {
    if (!numbering) {
      this.counters.length = 0
      return null
    }
    const level = Number(numbering.level ?? 0) || 0
    this.counters.length = Math.min(this.counters.length, level + 1)
    if (!numbering.isOrdered) return '-'
    while (this.counters.length <= level) this.counters.push(0)
    this.counters[level] = (this.counters[level] ?? 0) + 1
    return `${this.counters[level]}.`
  }

  private collect(elements: readonly Element[], bold: boolean, into: { text: string; bold: boolean }[]) {
    for (const element of elements) {
      switch (element.type) {
        case 'text':
          into.push({ text: element.value ?? '', bold })
          break
        case 'tab':
          into.push({ text: ' ', bold })
          break
        case 'break':
          into.push({ text: '\n', bold })
          break
        case 'checkbox':
          into.push({ text: element.checked ? '☑ ' : '☐ ', bold })
          break
        case 'image':
          this.images += 1
          break
        case 'noteReference':
          into.push({ text: this.note(element), bold })
          break
        case 'hyperlink':
          this.link(element, bold, into)
          break
        default:
          this.collect(element.children ?? [], element.type === 'run' ? Boolean(element.isBold) : bold, into)
      }
    }
  }

  /** Evidence is often a word with a link behind it: the address is what a reader needs. */
  private link(element: Element, bold: boolean, into: { text: string; bold: boolean }[]) {
    const inside: typeof into = []
    this.collect(element.children ?? [], bold, inside)
    into.push(...inside)
    const text = inside.map((piece) => piece.text).join('')
    const href = element.href?.trim()
    if (href && /^https?:\/\//i.test(href) && !text.includes(href)) into.push({ text: ` (${href})`, bold })
  }

  private note(reference: Element): string {
    const note = this.document.notes?.resolve(reference)
    if (!note?.body) return ''
    const mark = `[${this.notes.length + 1}]`
    this.notes.push({ mark, body: note.body })
    return mark
  }
}

/** A table inside a cell is read line by line. */
function flatten(block: Block): Paragraph[] {
  if (block.kind === 'paragraph') return [block]
  return block.rows.flatMap((row) => row.flat())
}

const HEADING_STYLE = /^(?:heading|judul|title|subtitle|kop)\s*(\d)?/i

function headingLevel({ styleName, styleId }: Element): number | null {
  const match = HEADING_STYLE.exec(styleName ?? '') ?? HEADING_STYLE.exec(styleId ?? '')
  return match ? Number(match[1] ?? 0) : null
}

/** Soft hyphens and other unseen signs go, spaces become one, lines keep their breaks. */
function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\ufeff\0]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
