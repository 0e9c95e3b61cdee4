import { diffIndices } from 'node-diff3'

/** `theirs` is there only where both changed the same; then `mine` and `theirs` differ in that place alone. */
export type TextMerge = { mine: string; theirs?: string; both?: string }

type Lines = readonly string[]
type Texts = { mine: Lines; theirs: Lines; both: Lines; isConflict?: boolean }

/** Above this many characters a text is no mere value: it can hold what two people wrote. */
const LONG = 120

/** The list of the other, less what this one took out, with what this one put in where it stood. */
export function mergeList(base: Lines, mine: Lines, theirs: Lines): string[] {
  const result = theirs.filter((value) => mine.includes(value) || !base.includes(value))
  mine.forEach((value, index) => {
    if (result.includes(value) || base.includes(value)) return
    const before = result.indexOf(mine[index - 1] ?? '')
    result.splice(before < 0 ? result.length : before + 1, 0, value)
  })
  return result
}

/** Paragraph by paragraph. Two people who began the same empty text are asked. */
export function mergeText(base: string, mine: string, theirs: string): TextMerge {
  if (mine === theirs || theirs === base) return { mine }
  if (mine === base) return { mine: theirs }
  const isLong = [base, mine, theirs].some((text) => text.includes('\n') || text.length > LONG)
  if (base === '') return { mine, theirs, both: isLong ? `${theirs}\n\n${mine}` : undefined }
  const places = mergeLines(base.split('\n'), mine.split('\n'), theirs.split('\n'))
  const [text, rival, both] = (['mine', 'theirs', 'both'] as const).map((of) =>
    places.flatMap((place) => place[of]).join('\n'),
  )
  if (!places.some(({ isConflict }) => isConflict)) return { mine: text! }
  return { mine: text!, theirs: rival!, both: isLong ? both : undefined }
}

/** Lines `from` up to, not including, `to` of the text that both began with, and what stands there now. */
type Hunk = { of: 'mine' | 'theirs'; from: number; to: number; lines: Lines }

/** The text in pieces. Changes that only touch each other are both made; those that overlap are brought together. */
function mergeLines(base: Lines, mine: Lines, theirs: Lines): Texts[] {
  const waiting = [...hunksOf('mine', base, mine), ...hunksOf('theirs', base, theirs)].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  )
  const places: Texts[] = []
  let done = 0
  while (waiting.length > 0) {
    const group = [waiting.shift()!]
    let { from, to } = group[0]!
    while (waiting[0] && overlap(waiting[0], { from, to })) {
      const next = waiting.shift()!
      group.push(next)
      to = Math.max(to, next.to)
    }
    places.push(same(base.slice(done, from)), resolved(group, base, from, to))
    done = to
  }
  return [...places, same(base.slice(done))]
}

const same = (lines: Lines): Texts => ({ mine: lines, theirs: lines, both: lines })

const overlap = (a: { from: number; to: number }, b: { from: number; to: number }) =>
  (a.from < b.to && b.from < a.to) || (a.from === b.from && a.to === b.to)

function hunksOf(of: Hunk['of'], base: Lines, later: Lines): Hunk[] {
  return diffIndices([...base], [...later]).map(({ buffer1: [from, length], buffer2Content }) => ({
    ...{ of, from, to: from + length },
    lines: buffer2Content,
  }))
}

function resolved(group: readonly Hunk[], base: Lines, from: number, to: number): Texts {
  const side = (of: Hunk['of']) => {
    const lines: string[] = []
    let at = from
    for (const hunk of group.filter((one) => one.of === of)) {
      lines.push(...base.slice(at, hunk.from), ...hunk.lines)
      at = hunk.to
    }
    return [...lines, ...base.slice(at, to)]
  }
  const before = base.slice(from, to)
  const [mine, theirs] = [side('mine'), side('theirs')]
  if (group.every((hunk) => hunk.of === 'mine')) return same(mine)
  if (group.every((hunk) => hunk.of === 'theirs')) return same(theirs)
  if (before.length === 0) return same(insertions(mine, theirs))
  if (mine.length !== before.length || theirs.length !== before.length)
    return { mine, theirs, both: [...theirs, ...mine], isConflict: mine.join('\n') !== theirs.join('\n') }
  const places = before.map((line, i) => oneLine(line, mine[i]!, theirs[i]!))
  return {
    mine: places.flatMap((place) => place.mine),
    theirs: places.flatMap((place) => place.theirs),
    both: places.flatMap((place) => place.both),
    isConflict: places.some(({ isConflict }) => isConflict),
  }
}

function oneLine(base: string, mine: string, theirs: string): Texts {
  if (mine === theirs || theirs === base) return same([mine])
  if (mine === base) return same([theirs])
  return { mine: [mine], theirs: [theirs], both: [theirs, mine], isConflict: true }
}

/** Paragraphs that both put in at the same place: all of them, those of the other first; the same ones once. */
function insertions(mine: Lines, theirs: Lines): Lines {
  if (contains(theirs, mine)) return theirs
  return contains(mine, theirs) ? mine : [...theirs, ...mine]
}

function contains(whole: Lines, part: Lines): boolean {
  let at = 0
  for (const line of whole) if (line === part[at]) at++
  return at >= part.length
}
