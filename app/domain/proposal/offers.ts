import type { PracticeContent, ResultLine } from '#db/practice-content.ts'
import { STORY_SECTIONS, type StorySection, WORD_CAPS } from '#db/vocabulary.ts'
import { addressesIn, emailIn, goalsIn, partialDate, valueWithin } from '../import/values.ts'
import { type ContentPatch, withSection } from '../practice/practice.schema.ts'
import { countWords, isStorySection, SECTIONS, type Section } from '../practice/sections.ts'
import { PROPOSAL_FIELDS, type ProposalField, type ProposalTarget } from './headings.ts'
import type { Piece } from './place-blocks.ts'

/** Megabytes of a Word file. */
export const LARGEST_PROPOSAL = 10

/** Where a part of a document may go by choice, in the order of the editor. */
export const PROPOSAL_TARGETS: readonly ProposalTarget[] = [
  ...PROPOSAL_FIELDS.slice(0, 6),
  ...STORY_SECTIONS,
  'results',
  'sources',
]

/** What a person chose for a part (`p0`, `p1` …) instead of what its heading says; `null` leaves it out. */
export type Choices = Readonly<Record<string, ProposalTarget | null>>

export const choiceKey = (index: number) => `p${index}`

/** What happens to a section that has a text already. */
export const FILL_MODES = ['keep', 'replace', 'append'] as const
export type FillMode = (typeof FILL_MODES)[number]

const SECTION_OF: Record<ProposalField | 'results', Section> = {
  brand: 'identity',
  unit: 'identity',
  startedOn: 'identity',
  contactEmail: 'identity',
  kippCategory: 'classification',
  sdgs: 'classification',
  sources: 'sources',
  results: 'results',
}

/** Characters of a line and of a section of the editor (practice.schema.ts). */
const LINE = 300
const STORY = 20_000
const MOST_ROWS = 60

export type Offer = {
  target: ProposalTarget
  section: Section
  /** What would be written, as people read it. */
  text: string
  words?: number
  cap?: number
  /** What stands there now; empty when nothing does. */
  existing: string
  /** Why it cannot be written as it is. */
  problem: 'unreadable' | 'tooLong' | null
}

/** Where a part goes: by choice, else by its heading. */
export function targetOf(piece: Piece, index: number, choices: Choices): ProposalTarget | null {
  const chosen = choices[choiceKey(index)]
  return chosen === undefined ? piece.target : chosen
}

/** The text of a part. A heading that nobody knew is part of its text; one that named the section is not. */
const textOf = (pieces: readonly Piece[]) =>
  pieces
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n\n')

function piecesFor(pieces: readonly Piece[], choices: Choices, target: ProposalTarget): Piece[] {
  return pieces.filter((piece, index) => targetOf(piece, index, choices) === target)
}

/** What the document offers to a text, section by section, beside what stands there. */
export function offersOf(pieces: readonly Piece[], choices: Choices, content: PracticeContent | null): Offer[] {
  return PROPOSAL_TARGETS.flatMap((target): Offer[] => {
    const chosen = piecesFor(pieces, choices, target)
    if (chosen.length === 0) return []
    const text = target === 'results' ? resultsText(resultsOf(chosen)) : textOf(chosen)
    if (isStorySection(target)) {
      return [
        {
          ...{ target, section: target, text, words: countWords(text), cap: WORD_CAPS[target] },
          existing: content?.story[target].id ?? '',
          problem: text.length > STORY ? 'tooLong' : null,
        },
      ]
    }
    const value = valueIn(target, chosen)
    return [
      {
        target,
        section: SECTION_OF[target as ProposalField],
        text: value === undefined ? text : shown(value),
        existing: content ? shown(existingOf(target as ProposalField | 'results', content)) : '',
        problem:
          value === undefined ? 'unreadable' : typeof value === 'string' && value.length > LINE ? 'tooLong' : null,
      },
    ]
  })
}

type Value = string | string[] | number[] | ResultLine[] | null

function valueIn(target: ProposalTarget, pieces: readonly Piece[]): Exclude<Value, null> | undefined {
  const text = textOf(pieces).trim()
  switch (target) {
    case 'brand':
    case 'unit':
      return text.replace(/\s*\n+\s*/g, ' ').replace(/^["“”']+|["“”']+$/g, '') || undefined
    case 'startedOn':
      return partialDate(text.replace(/[.;]$/, ''))
    case 'contactEmail':
      return emailIn(text)
    case 'kippCategory':
      return valueWithin('kippCategory', text)
    case 'sdgs':
      return goalsIn(text)
    case 'sources': {
      const urls = addressesIn(text)
      return urls.length > 0 ? urls : undefined
    }
    case 'results': {
      const lines = resultsOf(pieces)
      return lines.length > 0 ? lines : undefined
    }
    default:
      return text
  }
}

const resultsOf = (pieces: readonly Piece[]): ResultLine[] => pieces.flatMap(({ results = [] }) => results)

function existingOf(target: ProposalField | 'results', content: PracticeContent): Value {
  return content[target]
}

function shown(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (value.length > 0 && typeof value[0] === 'object') return resultsText(value as ResultLine[])
  return value.join(typeof value[0] === 'number' ? ', ' : '\n')
}

function resultsText(lines: readonly ResultLine[]): string {
  return lines
    .map(
      ({ indicator, baseline, result, unit, period }) =>
        `${indicator}: ${[baseline, result].filter(Boolean).join(' → ')}${unit ? ` ${unit}` : ''}${period ? ` (${period})` : ''}`,
    )
    .join('\n')
}

/** What is done with an offer unless somebody says otherwise: only empty places are filled. */
export function defaultMode({ existing, problem }: Pick<Offer, 'existing' | 'problem'>): FillMode {
  return existing === '' && problem === null ? 'replace' : 'keep'
}

export type Modes = Readonly<Partial<Record<ProposalTarget, FillMode>>>

/** The sections of a text with the offers that were taken; sections in which nothing changes are left out. */
export function patchesOf(
  pieces: readonly Piece[],
  choices: Choices,
  modes: Modes,
  content: PracticeContent,
): { section: Section; patch: ContentPatch }[] {
  const bySection = new Map<Section, ContentPatch>()
  for (const offer of offersOf(pieces, choices, content)) {
    const mode = modes[offer.target] ?? defaultMode(offer)
    if (mode === 'keep' || offer.problem) continue
    const before = bySection.get(offer.section) ?? {}
    const known = withSection(content, before)
    const patch = patchOf(offer, mode, known, piecesFor(pieces, choices, offer.target))
    bySection.set(offer.section, { ...before, ...patch })
  }
  return SECTIONS.flatMap((section) => {
    const patch = bySection.get(section)
    return patch ? [{ section, patch }] : []
  })
}

function patchOf(offer: Offer, mode: FillMode, content: PracticeContent, pieces: readonly Piece[]): ContentPatch {
  const { target, text } = offer
  const appends = mode === 'append'
  if (isStorySection(target)) {
    const old = content.story[target]
    const id = appends && old.id ? `${old.id}\n\n${text}` : text
    return { story: { [target]: { ...old, id: id.slice(0, STORY) } } as Partial<Record<StorySection, typeof old>> }
  }
  const value = valueIn(target, pieces)
  switch (target) {
    case 'results':
      return { results: [...(appends ? content.results : []), ...(value as ResultLine[])].slice(0, MOST_ROWS) }
    case 'sources':
      return {
        sources: [...new Set([...(appends ? content.sources : []), ...(value as string[])])].slice(0, MOST_ROWS),
      }
    case 'sdgs':
      return { sdgs: [...new Set([...(appends ? content.sdgs : []), ...(value as number[])])].sort((a, b) => a - b) }
    default:
      return { [target]: value } as ContentPatch
  }
}

/** A plain title that the name of the practice may hold: `TELOR DADAR (Telepon …)`, `SI CERMAT: Sistem …`. */
export function titleWithin(brand: string): string {
  const [, inBrackets] = /\(([^()]{12,})\)/.exec(brand) ?? []
  const [, after] = /^[^:–]{2,60}\s*[:–]\s*(.{12,})$/.exec(brand) ?? []
  return (inBrackets ?? after ?? '').trim().replace(/^["“]|["”]$/g, '')
}
