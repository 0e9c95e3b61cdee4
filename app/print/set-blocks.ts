import type PDFDocument from 'pdfkit'
import { type Box, INK, type Pen } from './pen.ts'
import type { SheetBlock, SheetColumn, SheetPhoto, SheetText } from './sheet.ts'

type Structure = PDFDocument.Structure
type Of<Kind extends SheetBlock['kind']> = Extract<SheetBlock, { kind: Kind }>

const BODY = { size: 10.25, lineGap: 2.2 }
const SMALL = { size: 9, lineGap: 1.6, color: INK.dim }
const CELL = { size: 9.25, lineGap: 1.4 }
const HEAD = { size: 9, lineGap: 1.2, weight: 'bold' as const, color: INK.dim }
const SUBHEAD = { size: 10.25, lineGap: 1.5, weight: 'bold' as const, color: INK.nila }
const BULLET = 11
const LABEL = 96
const CELL_PAD = 4
const CELL_GAP = 10
/** A block begins on a page only with so many lines. */
const FIRST_LINES = 3
/** A row higher than this is told line by line instead. */
const HIGHEST_ROW = 260
const HIGHEST_PHOTO = 230
const HIGHEST_PHOTO_TIGHT = 190

/** Sets the blocks of a section one below the other, each under its tag, and never leaves a heading alone. */
export class BlockSetter {
  constructor(
    readonly pen: Pen,
    readonly box: Box,
  ) {}

  get #doc() {
    return this.pen.doc
  }

  /** Goes on a new page where there is less room than this. */
  need(height: number): void {
    if (this.#doc.y + height > this.#doc.page.maxY()) this.#doc.addPage()
  }

  set(blocks: readonly SheetBlock[], parent: Structure): void {
    for (const [index, block] of blocks.entries()) {
      const next = block.kind === 'subhead' ? blocks[index + 1] : undefined
      this.need(this.start(block) + (next ? this.start(next) : 0))
      this.#set(block, parent)
    }
  }

  /** How much of a block must stand on the page where it begins. */
  start(block: SheetBlock): number {
    const { pen, box } = this
    const lines = (text: string, width: number, look: { size: number; lineGap: number }) =>
      Math.min(pen.height(text, width, look), FIRST_LINES * pen.line(look))
    switch (block.kind) {
      case 'subhead':
        return pen.height(block.text, box.width, SUBHEAD) + 8
      case 'text':
        return lines(block.text, box.width, block.look === 'small' ? SMALL : BODY)
      case 'list':
        return lines(block.items[0]?.text ?? '', box.width - BULLET, BODY)
      case 'photo':
        return this.#photoSize(block.photo).height + 2 * pen.line(SMALL)
      case 'facts':
        return lines(block.rows[0]?.[1].text ?? '', box.width - LABEL, BODY)
      case 'table':
        return Math.min(
          HIGHEST_ROW,
          this.#rowHeight(block, headsOf(block), HEAD) + this.#rowHeight(block, block.rows[0]),
        )
    }
  }

  #set(block: SheetBlock, parent: Structure) {
    switch (block.kind) {
      case 'subhead':
        return this.#subhead(block, parent)
      case 'text':
        return this.#text(block, parent)
      case 'list':
        return this.#list(block, parent)
      case 'photo':
        return this.#photo(block.photo, parent)
      case 'facts':
        return this.#facts(block.rows, parent)
      case 'table':
        return this.#table(block, parent)
    }
  }

  #subhead({ text }: Of<'subhead'>, parent: Structure) {
    this.#doc.y += this.pen.space(5)
    this.#tagged(parent, 'H3', { text }, this.box, SUBHEAD)
    this.#doc.y += this.pen.space(1)
  }

  #text(block: Of<'text'>, parent: Structure) {
    const look = block.look === 'small' ? SMALL : block.look === 'quote' ? { ...BODY, size: 9.75 } : BODY
    for (const paragraph of block.text.split(/\n+/).filter((line) => line.trim() !== '')) {
      this.need(Math.min(this.pen.height(paragraph, this.box.width, look), 2 * this.pen.line(look)))
      this.#tagged(parent, block.look === 'quote' ? 'BlockQuote' : 'P', { ...block, text: paragraph }, this.box, look)
      this.#doc.y += this.pen.space(4)
    }
  }

  #photo(photo: SheetPhoto, parent: Structure) {
    const doc = this.#doc
    const { width, height } = this.#photoSize(photo)
    const { x } = this.box
    const { y } = doc
    const draw = () => doc.image(Buffer.from(photo.jpeg, 'base64'), x, y, { width, height })
    parent.add(doc.struct('Figure', { alt: photo.alt, bbox: [x, y, x + width, y + height] }, [draw]))
    doc.y = y + height + 4
    if (photo.caption) this.#tagged(parent, 'P', photo.caption, this.box, SMALL)
    doc.y += this.pen.space(8)
  }

  /** As wide as the text, unless it would be very high. */
  #photoSize({ width, height }: SheetPhoto) {
    const highest = this.pen.isTight ? HIGHEST_PHOTO_TIGHT : HIGHEST_PHOTO
    const scale = Math.min(this.box.width / width, highest / height)
    return { width: width * scale, height: height * scale }
  }

  #list({ items }: Of<'list'>, parent: Structure) {
    const doc = this.#doc
    const list = doc.struct('L')
    parent.add(list)
    const body = { x: this.box.x + BULLET, width: this.box.width - BULLET }
    for (const item of items) {
      this.need(Math.min(this.pen.height(item.text, body.width, BODY), 2 * this.pen.line(BODY)))
      const entry = doc.struct('LI')
      list.add(entry)
      const { y } = doc
      entry.add(doc.struct('Lbl', [() => this.pen.stamp('•', this.box.x, y, { ...BODY, color: INK.soga })]))
      doc.y = y
      this.#tagged(entry, 'LBody', item, body, BODY)
      entry.end()
      doc.y += this.pen.space(2)
    }
    list.end()
    doc.y += this.pen.space(3)
  }

  #facts(rows: Of<'facts'>['rows'], parent: Structure) {
    const doc = this.#doc
    const list = doc.struct('L')
    parent.add(list)
    for (const [label, value] of rows) {
      const width = this.box.width - LABEL
      this.need(Math.min(this.pen.height(value.text, width, BODY), FIRST_LINES * this.pen.line(BODY)))
      const entry = doc.struct('LI')
      list.add(entry)
      const { y } = doc
      this.#tagged(entry, 'Lbl', { text: label }, { x: this.box.x, width: LABEL - 8 }, { ...BODY, color: INK.dim })
      const labelEnd = doc.y
      doc.y = y
      this.#tagged(entry, 'LBody', value, { x: this.box.x + LABEL, width }, BODY)
      entry.end()
      // The value may have gone on to the next page; the label has not.
      if (doc.y >= y) doc.y = Math.max(doc.y, labelEnd)
      doc.y += this.pen.space(2)
    }
    list.end()
    doc.y += this.pen.space(3)
  }

  #table(block: Of<'table'>, parent: Structure) {
    const { rows, columns } = block
    if (rows.some((row) => this.#rowHeight(block, row) > HIGHEST_ROW)) {
      for (const row of rows) {
        this.#facts(
          columns.flatMap(({ head }, index) => (row[index]?.text ? [[head, row[index]] as const] : [])),
          parent,
        )
      }
      return
    }
    const doc = this.#doc
    const table = doc.struct('Table')
    parent.add(table)
    const head = doc.struct('THead')
    table.add(head)
    this.#row(block, headsOf(block), head, HEAD)
    head.end()
    const body = doc.struct('TBody')
    table.add(body)
    for (const row of rows) {
      const before = doc.page
      this.need(this.#rowHeight(block, row))
      if (doc.page !== before) this.#headAgain(block)
      this.#row(block, row, body, CELL)
    }
    body.end()
    table.end()
    doc.y += this.pen.space(6)
  }

  #rowHeight(block: Of<'table'>, row: readonly SheetText[] = [], look: typeof CELL = CELL): number {
    const boxes = this.#cells(block.columns)
    return (
      Math.max(...boxes.map(({ width }, index) => this.pen.height(row[index]?.text ?? '', width, look))) + CELL_PAD * 2
    )
  }

  #cells(columns: readonly SheetColumn[]): Box[] {
    const shares = columns.reduce((sum, { share }) => sum + share, 0)
    const room = this.box.width - CELL_GAP * (columns.length - 1)
    let { x } = this.box
    return columns.map(({ share }) => {
      const cell = { x, width: (room * share) / shares }
      x += cell.width + CELL_GAP
      return cell
    })
  }

  #row(block: Of<'table'>, row: readonly SheetText[], parent: Structure, look: typeof CELL) {
    const doc = this.#doc
    const height = this.#rowHeight(block, row, look)
    const { y } = doc
    const line = doc.struct('TR')
    parent.add(line)
    for (const [index, cell] of this.#cells(block.columns).entries()) {
      const { text, lang } = row[index] ?? { text: '' }
      const align = block.columns[index]?.end ? ('right' as const) : ('left' as const)
      const draw = () => {
        if (text) this.pen.write(text, cell, y + CELL_PAD, { ...look, align })
      }
      const scope = look === HEAD ? 'Column' : index === 0 ? 'Row' : undefined
      line.add(doc.struct(scope ? 'TH' : 'TD', { lang, scope }, [draw]))
    }
    line.end()
    doc.y = y + height
    this.pen.rule(doc.y, this.box, look === HEAD ? 0.9 : 0.5, look === HEAD ? INK.dim : INK.line)
  }

  /** The heads of the columns on the next page: read once is enough. */
  #headAgain(block: Of<'table'>) {
    const doc = this.#doc
    const { y } = doc
    const heads = headsOf(block)
    doc.markContent('Artifact', { type: 'Pagination' })
    for (const [index, cell] of this.#cells(block.columns).entries()) {
      const align = block.columns[index]?.end ? ('right' as const) : ('left' as const)
      this.pen.write(heads[index]?.text ?? '', cell, y + CELL_PAD, { ...HEAD, align })
    }
    doc.endMarkedContent()
    doc.y = y + this.#rowHeight(block, heads, HEAD)
    this.pen.rule(doc.y, this.box, 0.9, INK.dim)
  }

  /** A text under a tag of its own; an address is a link under one more. */
  #tagged(
    parent: Structure,
    tag: 'P' | 'H3' | 'LBody' | 'Lbl' | 'BlockQuote',
    { text, lang, link }: SheetText,
    box: Box,
    look: Parameters<Pen['write']>[3],
  ) {
    const doc = this.#doc
    const { y } = doc
    if (!link) {
      parent.add(doc.struct(tag, { lang }, [() => this.pen.write(text, box, y, look)]))
      return
    }
    const element = doc.struct(tag, { lang })
    parent.add(element)
    element.add(
      doc.struct('Link', { alt: link }, [() => this.pen.write(text, box, y, { ...look, link, color: INK.link })]),
    )
    element.end()
  }
}

const headsOf = ({ columns }: Of<'table'>): SheetText[] => columns.map(({ head }) => ({ text: head }))
