import PDFDocument from 'pdfkit'
import { type FontRun, fontFile, fontRuns, type Range, type Weight } from './fonts.ts'

const MM = 72 / 25.4

/** A4 with the margins of a printed letter, wider on the left for binding; widths and heights in points. */
export const PAGE = {
  left: 20 * MM,
  right: 595.28 - 16 * MM,
  top: 22 * MM,
  bottom: 21 * MM,
  width: 595.28,
  height: 841.89,
}
export const INK = {
  text: '#1f1b16',
  dim: '#585045',
  nila: '#14294f',
  soga: '#784720',
  line: '#dcd6ca',
  link: '#1d4591',
}

type Look = { size: number; weight?: Weight; color?: string; lineGap?: number; align?: 'left' | 'right'; link?: string }
export type Box = { x: number; width: number }

/** Writes on a document: the right font for every character, measured before it is set. */
export class Pen {
  readonly doc: PDFDocument
  readonly #registered = new Set<string>()

  /** `isTight` sets lines and parts closer together, at the same size of letters. */
  constructor(
    lang: string,
    info: Record<string, string | Date>,
    readonly isTight = false,
  ) {
    this.doc = new PDFDocument({
      size: 'A4',
      margins: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.width - PAGE.right },
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang,
      bufferPages: true,
      font: fontFile('latin', 'regular'),
      info,
    })
  }

  /** Room between two parts. */
  space(points: number): number {
    return this.isTight ? points * 0.4 : points
  }

  #gap({ lineGap = 0 }: Pick<Look, 'lineGap'>): number {
    return this.isTight ? lineGap * 0.15 : lineGap
  }

  #font(range: Range, weight: Weight) {
    const name = `${range} ${weight}`
    if (!this.#registered.has(name)) {
      this.doc.registerFont(name, fontFile(range, weight))
      this.#registered.add(name)
    }
    this.doc.font(name)
  }

  /** How high a text will stand. */
  height(text: string, width: number, look: Look): number {
    this.#font('latin', look.weight ?? 'regular')
    this.doc.fontSize(look.size)
    const plain = plainOf(fontRuns(text))
    return plain === '' ? 0 : this.doc.heightOfString(plain, { width, lineGap: this.#gap(look) })
  }

  /** The height of one line. */
  line(look: Look): number {
    this.#font('latin', look.weight ?? 'regular')
    return this.doc.fontSize(look.size).currentLineHeight(true) + this.#gap(look)
  }

  /** Sets a text from a point on; it goes on at the same place of the next page where the page ends. */
  write(text: string, { x, width }: Box, y: number, look: Look): void {
    const { size, weight = 'regular', color = INK.text, align = 'left', link } = look
    const lineGap = this.#gap(look)
    const runs = fontRuns(text)
    this.doc.fontSize(size).fillColor(color)
    for (const [index, run] of runs.entries()) {
      this.#font(run.range, weight)
      const options = { width, lineGap, align, link, continued: index < runs.length - 1 }
      if (index === 0) this.doc.text(run.text, x, y, options)
      else this.doc.text(run.text, options)
    }
  }

  /** Sets one line that never leaves its place: heads and feet of pages. */
  stamp(text: string, x: number, y: number, look: Look): void {
    const { size, weight = 'regular', color = INK.dim } = look
    this.doc.fontSize(size).fillColor(color)
    let at = x - (look.align === 'right' ? this.width(text, look) : 0)
    for (const run of fontRuns(text)) {
      this.#font(run.range, weight)
      this.doc.text(run.text, at, y, { lineBreak: false })
      at += this.doc.widthOfString(run.text)
    }
  }

  width(text: string, { size, weight = 'regular' }: Look): number {
    this.doc.fontSize(size)
    return fontRuns(text).reduce((sum, run) => {
      this.#font(run.range, weight)
      return sum + this.doc.widthOfString(run.text)
    }, 0)
  }

  /** A rule, which is decoration. */
  rule(y: number, { x, width }: Box, thickness = 0.6, color = INK.line): void {
    this.doc.markContent('Artifact', { type: 'Layout' })
    this.doc.strokeColor(color).lineWidth(thickness)
    this.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke()
    this.doc.endMarkedContent()
  }

  /** The finished document. */
  finish(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = []
      this.doc.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)))
      this.doc.once('end', () => resolve(Buffer.concat(chunks)))
      this.doc.once('error', reject)
      this.doc.end()
    })
  }
}

const plainOf = (runs: readonly FontRun[]) => runs.map(({ text }) => text).join('')
