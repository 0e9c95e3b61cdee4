import { INK, PAGE, Pen } from './pen.ts'
import { BlockSetter } from './set-blocks.ts'
import type { Sheet, SheetSection } from './sheet.ts'

const FULL = { x: PAGE.left, width: PAGE.right - PAGE.left }
/** Headings hang beside the text: lines stay short enough to read, and a heading is never alone. */
const HANG = { x: PAGE.left, width: 108 }
const BODY = { x: PAGE.left + 124, width: PAGE.right - PAGE.left - 124 }
const QR_SIDE = 76
const TITLE = { size: 20, weight: 'bold' as const, lineGap: 1 }
const HEADING = { size: 11.5, weight: 'bold' as const, color: INK.nila, lineGap: 1 }
const FACT = { size: 9.25, lineGap: 1.2 }
const FACT_LABEL = 76
const SECTION_GAP = 12
const SECTION_GAP_TIGHT = 6
/** A last page with less than this is better set closer together and spared. */
const SPILL = 190

/**
 * Sets a sheet as a tagged PDF: structure, language, title, alternative text; the same sheet gives the same bytes. Where
 * only a few lines stand on the last page, all is set closer together if that spares the page.
 */
export async function typeset(sheet: Sheet): Promise<Uint8Array> {
  const loose = setSheet(sheet)
  const pages = pagesOf(loose)
  const isSpill = pages > 1 && loose.doc.y - PAGE.top < SPILL
  const tight = isSpill ? setSheet(sheet, true) : loose
  const pen = pagesOf(tight) < pages ? tight : loose
  setFeet(pen, sheet)
  return pen.finish()
}

const pagesOf = ({ doc }: Pen) => doc.bufferedPageRange().count

function setSheet(sheet: Sheet, isTight = false): Pen {
  const { lang, info, title } = sheet
  const about = {
    Title: title.text,
    Author: info.author,
    Subject: info.subject,
    Keywords: info.keywords,
    Creator: 'JIPP',
    CreationDate: new Date(info.publishedAt),
  }
  const pen = new Pen(lang === 'id' ? 'id-ID' : 'en-GB', about, isTight)
  const { doc } = pen
  const whole = doc.struct('Document')
  doc.addStructure(whole)
  setHead(pen, sheet, whole)
  const blocks = new BlockSetter(pen, BODY)
  for (const section of sheet.sections) setSection(pen, blocks, section, whole)
  blocks.need(3 * pen.line(FACT))
  whole.add(doc.struct('P', [() => pen.write(sheet.notice, BODY, doc.y + 4, { ...FACT, color: INK.dim })]))
  whole.end()
  return pen
}

type Structure = ReturnType<Pen['doc']['struct']>

/** Letterhead, title, whose it is, the code that leads to this version, the marks and the facts. */
function setHead(pen: Pen, sheet: Sheet, whole: Structure) {
  const { doc } = pen
  doc.markContent('Artifact', { type: 'Pagination', attached: ['Top'] })
  pen.stamp('JIPP', FULL.x, 34, { size: 17, weight: 'bold', color: INK.nila })
  pen.stamp(sheet.words.network, FULL.x + 46, 40.5, { size: 10 })
  pen.stamp(sheet.words.host, PAGE.right, 40.5, { size: 9, align: 'right' })
  doc.endMarkedContent()
  pen.rule(60, FULL, 2.4, INK.nila)
  pen.rule(63.2, FULL, 0.7, INK.nila)
  const top = 78
  const box = { x: FULL.x, width: FULL.width - QR_SIDE - 22 }
  doc.y = top
  whole.add(doc.struct('H1', { lang: sheet.title.lang }, [() => pen.write(sheet.title.text, box, top, TITLE)]))
  const line = (text: string | undefined, look: Parameters<Pen['write']>[3], lang?: string) => {
    if (!text) return
    const y = doc.y + 2
    whole.add(doc.struct('P', { lang }, [() => pen.write(text, box, y, look)]))
  }
  line(sheet.brand, { size: 11.5, weight: 'bold', color: INK.soga, lineGap: 1 })
  line(sheet.where, { size: 10.25, lineGap: 1.5 })
  if (sheet.lead) {
    doc.y += 4
    line(sheet.lead.text, { size: 12, lineGap: 2 }, sheet.lead.lang)
  }
  const textEnd = doc.y
  setCode(pen, sheet, whole, top)
  doc.y = Math.max(textEnd, top + QR_SIDE + 14) + pen.space(8)
  pen.rule(doc.y, FULL)
  doc.y += 6
  whole.add(doc.struct('P', [() => pen.write(sheet.marks.join('  ·  '), FULL, doc.y, { size: 10 })]))
  doc.y += 5
  pen.rule(doc.y, FULL)
  doc.y += 8
  setFacts(pen, sheet.facts, whole)
}

function setCode(pen: Pen, { qr }: Sheet, whole: Structure, y: number) {
  const { doc } = pen
  const x = PAGE.right - QR_SIDE
  const draw = () => {
    doc
      .save()
      .translate(x, y)
      .scale(QR_SIDE / qr.path.size)
      .path(qr.path.d)
      .fill('#000000')
      .restore()
    pen.stamp(qr.caption, PAGE.right, y + QR_SIDE + 3, { size: 8.5, align: 'right' })
  }
  whole.add(doc.struct('Figure', { alt: qr.alt, bbox: [x, y, PAGE.right, y + QR_SIDE + 14] }, [draw]))
}

/** The head of the letter in two columns, read row by row. */
function setFacts(pen: Pen, facts: Sheet['facts'], whole: Structure) {
  const { doc } = pen
  const list = doc.struct('L')
  whole.add(list)
  const column = (FULL.width - 24) / 2
  const width = column - FACT_LABEL
  for (let index = 0; index < facts.length; index += 2) {
    const { y } = doc
    let end = y
    for (const [at, fact] of facts.slice(index, index + 2).entries()) {
      const [label, value] = fact
      const x = FULL.x + at * (column + 24)
      const entry = doc.struct('LI')
      list.add(entry)
      entry.add(
        doc.struct('Lbl', [() => pen.write(label, { x, width: FACT_LABEL - 6 }, y, { ...FACT, color: INK.dim })]),
      )
      entry.add(doc.struct('LBody', [() => pen.write(value, { x: x + FACT_LABEL, width }, y, FACT)]))
      entry.end()
      end = Math.max(end, doc.y)
    }
    doc.y = end + pen.space(2.5)
  }
  list.end()
  doc.y += pen.space(4)
}

function setSection(pen: Pen, blocks: BlockSetter, { title, blocks: parts }: SheetSection, whole: Structure) {
  const { doc } = pen
  const height = pen.height(title, HANG.width, HEADING)
  const [first, second] = parts
  const start = first ? blocks.start(first) + (first.kind === 'subhead' && second ? blocks.start(second) : 0) : 0
  const gap = pen.isTight ? SECTION_GAP_TIGHT : SECTION_GAP
  blocks.need(gap + Math.max(height, start))
  // At the top of a page its own rule is enough.
  if (doc.y > PAGE.top) pen.rule(doc.y + 2, FULL)
  doc.y += gap - 2
  const { y, page } = doc
  const section = doc.struct('Sect')
  whole.add(section)
  section.add(doc.struct('H2', [() => pen.write(title, HANG, y, HEADING)]))
  doc.outline.addItem(title)
  doc.y = y
  blocks.set(parts, section)
  section.end()
  doc.y = (doc.page === page ? Math.max(doc.y, y + height) : doc.y) + pen.space(4)
}

/** What every page carries once the number of pages is known. */
function setFeet(pen: Pen, { words, title }: Sheet) {
  const { doc } = pen
  const { start, count } = doc.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    doc.switchToPage(index)
    const foot = PAGE.height - 40
    pen.rule(foot - 6, FULL)
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    pen.stamp(words.foot, FULL.x, foot, { size: 8.5 })
    pen.stamp(`${words.page} ${index + 1} ${words.of} ${count}`, PAGE.right, foot, { size: 8.5, align: 'right' })
    doc.endMarkedContent()
    if (index === start) continue
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Top'] })
    pen.stamp('JIPP', FULL.x, 36, { size: 9, weight: 'bold', color: INK.nila })
    pen.stamp(shortened(pen, title.text, FULL.width - 30), PAGE.right, 36, { size: 8.5, align: 'right' })
    doc.endMarkedContent()
    pen.rule(50, FULL)
  }
}

function shortened(pen: Pen, text: string, width: number): string {
  let short = text
  while (short.length > 10 && pen.width(short, { size: 8.5 }) > width) short = `${short.slice(0, -2).trimEnd()}…`
  return short
}
