import type { BilingualField, PracticeContent } from '#db/practice-content.ts'
import type { MergePick } from '#db/schema/merges.ts'
import { STORY_SECTIONS } from '#db/vocabulary.ts'
import { LARGEST_SUM, MOST_FILES } from '../attachment/attachment.ts'
import { MAX_ROWS, STORY } from './fields.schema.ts'
import { canonical, isBlank, sameEntry, unionOf } from './merge-lists.ts'
import { countWords, isStorySection, SECTIONS, type Section } from './sections.ts'

/*
 * Two records of one practice, part by part: what differs, what can be taken of each, what a merge proposes, and the
 * text that comes of the choices.
 */

export type { MergePick } from '#db/schema/merges.ts'

/**
 * `own`: belongs to whoever keeps the record; `fact`: one answer; `text`: running words, of which the longer says more;
 * `list`: entries that can stand side by side.
 */
type PartKind = 'own' | 'fact' | 'text' | 'list'

type Part = {
  name: string
  section: Section | 'attachments'
  kind: PartKind
  /** Where its values are, and what they are called there; they are taken together. */
  place: 'content' | 'kit' | 'story'
  keys: readonly string[]
  /** The fields of the editor that show it. */
  fields: readonly string[]
}

const part = (
  section: Part['section'],
  kind: PartKind,
  place: Part['place'],
  name: string,
  more: Partial<Part> = {},
) => {
  const keys = more.keys ?? [name]
  return { name, section, kind, place, keys, fields: more.fields ?? keys }
}
const inBoth = (name: string) => ({ fields: [`${name}.id`, `${name}.en`] })

const story = STORY_SECTIONS.flatMap((section): Part[] => {
  const beside = section === 'background' ? 'problem' : section === 'implementation' ? 'approach' : null
  return [
    part(section, 'text', 'story', section, inBoth('text')),
    ...(beside ? [part(section, 'text', 'content', beside, inBoth(beside))] : []),
  ]
})

const inKit = (kind: PartKind, name: string, more?: Partial<Part>) => part('kit', kind, 'kit', name, more)

/** Every part of a text, in the order of the editor; the files last. */
export const MERGE_PARTS: readonly Part[] = [
  part('identity', 'own', 'content', 'brand'),
  part('identity', 'fact', 'content', 'title', inBoth('title')),
  part('identity', 'fact', 'content', 'tagline', inBoth('tagline')),
  part('identity', 'own', 'content', 'unit'),
  ...['level', 'startedOn'].map((name) => part('identity', 'fact', 'content', name)),
  part('identity', 'own', 'content', 'contact', { keys: ['contactEmail', 'contactRole'] }),
  part('identity', 'list', 'content', 'innovators'),
  ...['form', 'serviceType', 'roundtableTopic', 'digital', 'sector', 'affair', 'kippCategory'].map((name) =>
    part('classification', 'fact', 'content', name),
  ),
  ...['targetGroups', 'sdgs'].map((name) => part('classification', 'list', 'content', name)),
  part('classification', 'list', 'content', 'subjects', inBoth('subjects')),
  ...['maturity', 'trialOn', 'implementedOn'].map((name) => part('classification', 'fact', 'content', name)),
  ...story,
  part('results', 'list', 'content', 'results'),
  part('results', 'text', 'content', 'noResultsReason'),
  inKit('list', 'prerequisites', { keys: ['prerequisites', 'prerequisiteKinds'], fields: ['prerequisites'] }),
  inKit('list', 'costs'),
  inKit('list', 'staffing'),
  inKit('text', 'staff'),
  inKit('list', 'regulations'),
  inKit('text', 'legalBasis'),
  inKit('list', 'technologies'),
  inKit('text', 'technology'),
  inKit('fact', 'launch', { keys: ['launchMin', 'launchMax', 'timeToLaunch'] }),
  inKit('list', 'parts'),
  inKit('list', 'pitfalls', { keys: ['pitfalls', 'remedies'], fields: ['pitfalls'] }),
  inKit('fact', 'licence', { keys: ['licenceKind', 'licence'] }),
  inKit('fact', 'replicable'),
  inKit('fact', 'hostCapacity'),
  part('sources', 'list', 'content', 'sources'),
  part('sources', 'list', 'content', 'awards'),
  part('sources', 'list', 'content', 'replicatedBy'),
  part('sources', 'text', 'content', 'remarks'),
  part('attachments', 'list', 'content', 'attachments'),
]

/** A part in which two texts differ: what may be taken, and what is proposed. */
export type MergeDifference = {
  name: string
  section: Section | 'attachments'
  fields: readonly string[]
  options: readonly MergePick[]
  proposed: MergePick
}

/** The parts in which two texts differ, in the order of the editor. */
export function mergeDifferences(survivor: PracticeContent, other: PracticeContent): MergeDifference[] {
  return MERGE_PARTS.filter((one) => canonical(valuesOf(survivor, one)) !== canonical(valuesOf(other, one))).map(
    (one) => {
      const { name, section, fields } = one
      const united = one.kind === 'list' ? union(one, survivor, other) : undefined
      const adds = united !== undefined && isWorthBoth(one, survivor, other, united)
      const options: MergePick[] = ['survivor', 'other', ...(adds ? (['both'] as const) : [])]
      return { name, section, fields, options, proposed: adds ? 'both' : fuller(one, survivor, other) }
    },
  )
}

/** The names of parts that differ and have no choice, or one that they do not offer. */
export function missingPicks(
  differences: readonly Pick<MergeDifference, 'name' | 'options'>[],
  picks: Readonly<Record<string, MergePick>>,
): string[] {
  return differences
    .filter(({ name, options }) => !picks[name] || !options.includes(picks[name]))
    .map(({ name }) => name)
}

/** The survivor's text with what was chosen of the other one. */
export function mergeTexts(
  survivor: PracticeContent,
  other: PracticeContent,
  picks: Readonly<Record<string, MergePick>>,
): PracticeContent {
  const merged: PracticeContent = { ...survivor, kit: { ...survivor.kit }, story: { ...survivor.story } }
  const stamps = { ...survivor.translations }
  for (const one of MERGE_PARTS) {
    const pick = picks[one.name] ?? 'survivor'
    if (pick === 'survivor') continue
    put(merged, one, pick === 'both' ? union(one, survivor, other) : valuesOf(other, one))
    const field = one.name as BilingualField
    if (!one.fields.includes(`${one.name}.id`) && !isStorySection(one.name)) continue
    delete stamps[field]
    const stamp = other.translations?.[field]
    if (stamp) stamps[field] = stamp
  }
  const { translations: _former, ...text } = merged
  return Object.keys(stamps).length > 0 ? { ...text, translations: stamps } : text
}

type Values = Record<string, unknown>

const boxOf = (content: PracticeContent, { place }: Part): Values =>
  (place === 'content' ? content : content[place]) as Values

function valuesOf(content: PracticeContent, one: Part): Values {
  const box = boxOf(content, one)
  return Object.fromEntries(one.keys.map((key) => [key, box[key]]))
}

/** Sets the values of a part; what is absent goes, so that a text is stored as if it had been typed. */
function put(content: PracticeContent, one: Part, values: Values): void {
  const box = boxOf(content, one)
  for (const key of one.keys) {
    if (values[key] === undefined) delete box[key]
    else box[key] = values[key]
  }
}

/** Both lists as one, without what stands there twice; what is said of entries beside them goes along. */
function union(one: Part, survivor: PracticeContent, other: PracticeContent): Values {
  const [mine, theirs] = [valuesOf(survivor, one), valuesOf(other, one)]
  const [list = '', table] = one.keys
  const united: Values = { [list]: unionOf(mine[list], theirs[list]) }
  if (!table) return united
  const said = new Map<string, unknown>()
  for (const [text, value] of [...Object.entries(theirs[table] ?? {}), ...Object.entries(mine[table] ?? {})]) {
    const kept = (united[list] as string[]).find((entry) => sameEntry(entry, text))
    if (kept !== undefined) said.set(kept, value)
  }
  return said.size > 0 ? { ...united, [table]: Object.fromEntries(said) } : united
}

/** Both is a choice of its own where each has something that the other lacks, and the editor could hold it all. */
function isWorthBoth(one: Part, survivor: PracticeContent, other: PracticeContent, united: Values): boolean {
  const [list = ''] = one.keys
  const isSame = (content: PracticeContent) => canonical(united, true) === canonical(valuesOf(content, one), true)
  return !isSame(survivor) && !isSame(other) && fits(united[list])
}

function fits(value: unknown): boolean {
  const lists: unknown[] = Array.isArray(value) ? [value] : Object.values(value ?? {})
  return lists.every((entries) => {
    if (!Array.isArray(entries)) return true
    if (entries.some((entry) => typeof entry === 'object' && 'sha256' in entry)) {
      return entries.length <= MOST_FILES && entries.reduce((sum, { bytes }) => sum + bytes, 0) <= LARGEST_SUM
    }
    const letters = entries.reduce((sum, entry) => sum + (typeof entry === 'string' ? entry.length + 1 : 0), 0)
    return entries.length <= MAX_ROWS && letters <= STORY
  })
}

/** What says more; the survivor's where neither does. A fact that both state is the survivor's. */
function fuller(one: Part, survivor: PracticeContent, other: PracticeContent): MergePick {
  const [mine, theirs] = [valuesOf(survivor, one), valuesOf(other, one)].map((values) => measure(one.kind, values))
  return theirs! > mine! ? 'other' : 'survivor'
}

function measure(kind: PartKind, values: Values): number {
  const leaves = leavesOf(values)
  if (kind === 'text') return leaves.reduce((sum: number, leaf) => sum + countWords(String(leaf)), 0)
  // Of two titles, the one in both languages says more; of two years, neither.
  return kind === 'own' ? Math.min(1, leaves.length) : leaves.length
}

function leavesOf(value: unknown): unknown[] {
  if (isBlank(value)) return []
  return typeof value === 'object' ? Object.values(value as object).flatMap(leavesOf) : [value]
}

/** Sections in the order of the picker. */
export const MERGE_SECTIONS: readonly (Section | 'attachments')[] = [...SECTIONS, 'attachments']
