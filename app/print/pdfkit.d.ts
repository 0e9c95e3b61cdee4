/** What this project uses of pdfkit, which brings no types of its own. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  type StructureType =
    | 'Document'
    | 'Sect'
    | 'H1'
    | 'H2'
    | 'H3'
    | 'P'
    | 'L'
    | 'LI'
    | 'Lbl'
    | 'LBody'
    | 'Table'
    | 'THead'
    | 'TBody'
    | 'TR'
    | 'TH'
    | 'TD'
    | 'Link'
    | 'Figure'
    | 'BlockQuote'

  type StructureOptions = {
    lang?: string
    alt?: string
    title?: string
    bbox?: [left: number, top: number, right: number, bottom: number]
    scope?: 'Column' | 'Row'
  }

  type Draw = () => void

  namespace PDFDocument {
    interface Structure {
      add(child: Structure | Draw): this
      end(): void
    }

    type TextOptions = {
      width?: number
      height?: number
      align?: 'left' | 'right'
      lineGap?: number
      lineBreak?: boolean
      continued?: boolean
      ellipsis?: boolean
      link?: string
      underline?: boolean
    }
  }

  class PDFDocument extends Readable {
    constructor(options: {
      size: 'A4'
      margins: { top: number; bottom: number; left: number; right: number }
      pdfVersion: '1.7'
      tagged: true
      displayTitle: true
      lang: string
      bufferPages: true
      font: string
      info: Record<string, string | Date>
    })
    x: number
    y: number
    page: { width: number; height: number; margins: { top: number; bottom: number }; maxY(): number }
    readonly outline: { addItem(title: string): unknown }

    registerFont(name: string, file: string): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    fill(color?: string): this
    path(d: string): this
    image(source: Buffer, x: number, y: number, options: { width: number; height: number }): this
    save(): this
    restore(): this
    translate(x: number, y: number): this
    scale(factor: number): this

    text(text: string, x: number, y: number, options?: PDFDocument.TextOptions): this
    text(text: string, options?: PDFDocument.TextOptions): this
    heightOfString(text: string, options: PDFDocument.TextOptions): number
    widthOfString(text: string): number
    currentLineHeight(withGap: boolean): number

    addPage(): this
    bufferedPageRange(): { start: number; count: number }
    switchToPage(index: number): unknown

    struct(type: StructureType, options: StructureOptions, children: Draw[]): PDFDocument.Structure
    struct(type: StructureType, children: Draw[]): PDFDocument.Structure
    struct(type: StructureType, options?: StructureOptions): PDFDocument.Structure
    addStructure(structure: PDFDocument.Structure): this
    markContent(tag: 'Artifact', options: { type: 'Layout' | 'Pagination'; attached?: ('Top' | 'Bottom')[] }): this
    endMarkedContent(): this
    end(): this
  }
  export default PDFDocument
}
