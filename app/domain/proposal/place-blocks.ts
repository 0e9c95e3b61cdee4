import type { ResultLine } from '#db/practice-content.ts'
import { STORY_SECTIONS } from '#db/vocabulary.ts'
import { type Block, cellText, type Paragraph, type Table, tableText, written } from './blocks.ts'
import {
  endsTheStory,
  fieldNamedBy,
  isInstruction,
  isShouted,
  looksLikeHeading,
  type ProposalField,
  type ProposalTarget,
  rankOf,
  sectionNamedBy,
  splitLabel,
} from './headings.ts'
import { readResults } from './results-table.ts'

/** Why a part of the document was not put anywhere. */
export const LEFTOVER_REASONS = ['before', 'heading', 'instruction', 'table', 'note', 'unreadable'] as const
export type LeftoverReason = (typeof LEFTOVER_REASONS)[number]

/** A part of the document: where its heading says that it belongs, or why nobody knows. */
export type Piece = {
  /** The words by which it was recognised, as they stand in the document. */
  heading: string | null
  target: ProposalTarget | null
  reason: LeftoverReason | null
  text: string
  results?: ResultLine[]
}

/** Answers of the head of the form are short; a longer text under such a word is a section after all. */
const MOST_ANSWER_WORDS = 60
const isStory = (target: string): boolean => (STORY_SECTIONS as readonly string[]).includes(target)

/**
 * Puts every part of a document where its heading says: headings by style, by number or in bold, labels before a colon,
 * tables of label and text, boxes around a section. What no heading claims is left over; nothing is dropped, so that all
 * words of the document stand in the pieces, in their order.
 */
export function placeBlocks(blocks: readonly Block[]): Piece[] {
  const placer = new Placer()
  for (const block of blocks) placer.add(block)
  return placer.finish()
}

type Open = { target: ProposalTarget | null; rank: number; isShouted: boolean }

class Placer {
  private readonly pieces: (Piece & { lines: { text: string; tight: boolean }[] })[] = []
  /** The section that plain text belongs to now. */
  private open: Open | null = null
  /** A label of the head of the form that stands alone: the next line is its answer. */
  private awaited: { field: ProposalField; heading: string } | null = null

  add(block: Block) {
    if (block.kind === 'table') this.table(block)
    else this.paragraph(block)
  }

  finish(): Piece[] {
    this.settleAwaited()
    return this.pieces
      .map(({ lines, ...piece }) => ({ ...piece, text: joined(lines) }))
      .filter(({ heading, text }) => heading !== null || text !== '')
  }

  private paragraph(paragraph: Paragraph) {
    const { text } = paragraph
    if (text === '') return
    if (paragraph.note) return this.leftover(paragraph, 'note')
    if (this.awaited && !this.named(text)) return this.answer(paragraph)
    this.settleAwaited()
    const label = splitLabel(text)
    const whole = sectionNamedBy(text)
    if (whole && this.mayHead(paragraph)) return this.section(whole, paragraph, text, '')
    if (label?.rest) {
      const section = sectionNamedBy(label.label)
      if (section) return this.section(section, paragraph, label.label, label.rest)
      const field = fieldNamedBy(label.label)
      if (field && !this.isInStory(paragraph)) return this.field(field, label.label, label.rest)
    }
    const field = fieldNamedBy(text)
    if (field && looksLikeHeading({ ...paragraph, text: text.replace(/:$/, '') })) {
      this.awaited = { field, heading: text }
      return
    }
    if (isInstruction(text) && this.current()?.lines.length === 0) return this.aside(text, 'instruction')
    if (looksLikeHeading(paragraph)) return this.unknownHeading(paragraph)
    this.write(paragraph)
  }

  /** Plain short lines head a section too when they say nothing but its name. */
  private mayHead(paragraph: Paragraph): boolean {
    return looksLikeHeading(paragraph) || !/[.;,!?]$/.test(paragraph.text)
  }

  private named = (text: string) =>
    sectionNamedBy(text) !== null || fieldNamedBy(splitLabel(text)?.label ?? text) !== null

  /** Inside a section a line such as `Tautan: …` is part of the text. */
  private isInStory = ({ level, bold }: Paragraph) =>
    this.open?.target != null && isStory(this.open.target) && level === null && !bold

  private section(target: ProposalTarget, paragraph: Paragraph, heading: string, rest: string) {
    if (this.open?.target === target && this.current()) {
      // A part of the same section (`Strategi manajerial`): its heading is read with the text.
      this.write({ ...paragraph, text: rest ? `${heading}: ${rest}` : heading })
      return
    }
    this.open = { target, rank: rankOf(paragraph), isShouted: isShouted(heading) }
    this.begin({ heading, target, reason: null })
    if (rest) this.write({ ...paragraph, text: rest, mark: null })
  }

  private field(target: ProposalField, heading: string, text: string) {
    if (text.split(/\s+/).length > MOST_ANSWER_WORDS && target === 'sdgs') {
      this.open = { target: 'significance', rank: 15, isShouted: false }
      this.begin({ heading, target: 'significance', reason: null }, text)
      return
    }
    this.aside(text, null, { heading, target })
  }

  private answer(paragraph: Paragraph) {
    const { field, heading } = this.awaited!
    this.awaited = null
    this.field(field, heading, written(paragraph))
  }

  private settleAwaited() {
    if (!this.awaited) return
    this.aside('', 'heading', { heading: this.awaited.heading })
    this.awaited = null
  }

  private unknownHeading(paragraph: Paragraph) {
    const rank = rankOf(paragraph)
    const isBelow = rank > (this.open?.rank ?? 0) && !endsTheStory(paragraph.text)
    if (this.open?.target && isBelow && !(this.open.isShouted && isShouted(paragraph.text)))
      return this.write(paragraph)
    this.open = { target: null, rank, isShouted: isShouted(paragraph.text) }
    this.begin({ heading: null, target: null, reason: 'heading' })
    this.write(paragraph)
  }

  private write(paragraph: Paragraph) {
    const line = { text: written(paragraph), tight: paragraph.mark !== null }
    const current = this.current()
    if (current) current.lines.push(line)
    else this.begin({ heading: null, target: null, reason: 'before' }, line.text)
  }

  /** The piece that text goes to; a piece beside it (an answer, a note) does not take it. */
  private current() {
    for (let i = this.pieces.length - 1; i >= 0; i--) {
      const piece = this.pieces[i]!
      if (this.beside.has(piece)) continue
      return piece.target === (this.open?.target ?? null) ? piece : undefined
    }
    return undefined
  }

  private readonly beside = new Set<Piece>()

  private begin(piece: Pick<Piece, 'heading' | 'target' | 'reason' | 'results'>, text?: string) {
    const made = { ...piece, text: '', lines: text ? [{ text, tight: false }] : [] }
    this.pieces.push(made)
    return made
  }

  private aside(text: string, reason: LeftoverReason | null, piece: Partial<Piece> = {}) {
    this.beside.add(this.begin({ heading: null, target: null, reason, ...piece }, text))
  }

  private leftover(paragraph: Paragraph, reason: LeftoverReason) {
    const last = this.pieces.at(-1)
    if (last?.reason === reason) last.lines.push({ text: written(paragraph), tight: false })
    else this.aside(written(paragraph), reason)
  }

  private table(table: Table) {
    this.settleAwaited()
    const rows = table.rows.map((row) => row.filter((cell) => cellText(cell) !== '')).filter((row) => row.length > 0)
    if (rows.length === 0) return
    const results = readResults(table)
    if (results) {
      this.aside(tableText(table), null, { target: 'results', results: results.lines })
      // A column that no result line has would be lost.
      if (!results.complete) this.aside(tableText(table), 'table')
      return
    }
    // A box around a section, or several: read as if the box were not there.
    if (rows.every((row) => row.length === 1)) {
      for (const [cell] of rows) for (const paragraph of cell ?? []) this.paragraph(paragraph)
      return
    }
    const labelled = rows.filter((row) => this.labelOf(row) !== null).length
    if (labelled > 0 && labelled >= rows.length / 4) return this.form(rows)
    this.write({ kind: 'paragraph', text: tableText(table), level: null, bold: false, mark: null })
  }

  /** A form laid out as a table: number, label, text. */
  private form(rows: Paragraph[][][]) {
    for (const row of rows) {
      const found = this.labelOf(row)
      const rest = found ? row.slice(found.at + 1).flat() : row.flat()
      if (!found) {
        this.formRowWithoutLabel(row)
        continue
      }
      const before = row.slice(0, found.at).map(cellText).join(' ')
      const [, ...inLabel] = row[found.at]!
      const heading = [before, found.label].filter(Boolean).join(' ')
      if (found.kind === 'field') {
        this.instructions(inLabel)
        this.field(found.target as ProposalField, heading, cellText(rest).replace(/^\s*:\s*/, ''))
        continue
      }
      this.open = { target: found.target, rank: 0, isShouted: false }
      this.begin({ heading, target: found.target, reason: null })
      this.instructions(inLabel)
      for (const paragraph of rest) if (paragraph.text !== '') this.write(withoutColon(paragraph))
    }
    this.open = null
  }

  private instructions(paragraphs: readonly Paragraph[]) {
    for (const paragraph of paragraphs) if (paragraph.text !== '') this.aside(written(paragraph), 'instruction')
  }

  private formRowWithoutLabel(row: Paragraph[][]) {
    const [only] = row
    // A row of one cell goes on with the row above: the label stands over its text.
    if (row.length === 1 && only && this.open?.target) {
      for (const paragraph of only) this.paragraph(paragraph)
      return
    }
    this.open = null
    const text = row.map(cellText).join(' | ')
    const last = this.pieces.at(-1)
    if (last?.reason === 'table') last.lines.push({ text, tight: true })
    else this.aside(text, 'table')
  }

  /** The cell of a row that names a section or a field, with text after it. */
  private labelOf(row: Paragraph[][]) {
    for (const [at, cell] of row.slice(0, 2).entries()) {
      const label = cell.find(({ text }) => text !== '')?.text.replace(/\s*:\s*$/, '') ?? ''
      const section = sectionNamedBy(label)
      if (section) return { at, label, kind: 'section' as const, target: section }
      const field = at < row.length - 1 ? fieldNamedBy(label) : null
      if (field) return { at, label, kind: 'field' as const, target: field }
    }
    return null
  }
}

const withoutColon = (paragraph: Paragraph): Paragraph => ({ ...paragraph, text: paragraph.text.replace(/^:\s*/, '') })

/** Entries of a list follow each other; between paragraphs stands an empty line. */
function joined(lines: readonly { text: string; tight: boolean }[]): string {
  return lines
    .filter(({ text }) => text !== '')
    .reduce(
      (text, line, i, all) => text + (i === 0 ? '' : line.tight && all[i - 1]?.tight ? '\n' : '\n\n') + line.text,
      '',
    )
}
