import { diff3Merge } from 'node-diff3'

/** `theirs` is there only where both changed the same; then `mine` and `theirs` differ in that place alone. */
export type TextMerge = { mine: string; theirs?: string; both?: string }

/** The list of the other, less what this one took out, with what this one put in where it stood. */
export function mergeList(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
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
  const [lines, own, other] = [base, mine, theirs].map((text) => text.split('\n')) as [string[], string[], string[]]
  const result = { mine: [] as string[], theirs: [] as string[], both: [] as string[] }
  const push = (a: readonly string[], b = a, both = a) => {
    result.mine.push(...a)
    result.theirs.push(...b)
    result.both.push(...both)
  }
  let isConflict = false
  for (const { ok, conflict } of diff3Merge(own, lines, other)) {
    if (ok) push(ok)
    else if (conflict) {
      const { a, o, b } = conflict
      if (o.length === 0) push(insertions(a, b))
      else if (a.length === o.length && b.length === o.length) {
        for (const [i, line] of o.entries()) {
          const [x, y] = [a[i]!, b[i]!]
          if (x === y || y === line) push([x])
          else if (x === line) push([y])
          else {
            isConflict = true
            push([x], [y], [y, x])
          }
        }
      } else {
        isConflict = true
        push(a, b, [...b, ...a])
      }
    }
  }
  const [text, rival, both] = [result.mine, result.theirs, result.both].map((parts) => parts.join('\n'))
  if (!isConflict) return { mine: text! }
  return { mine: text!, theirs: rival!, both: isLong ? both : undefined }
}

const LONG = 120

/** Paragraphs that both put in at the same place: all of them, those of the other first; the same ones once. */
function insertions(mine: readonly string[], theirs: readonly string[]): readonly string[] {
  if (contains(theirs, mine)) return theirs
  return contains(mine, theirs) ? mine : [...theirs, ...mine]
}

function contains(whole: readonly string[], part: readonly string[]): boolean {
  let at = 0
  for (const line of whole) if (line === part[at]) at++
  return at >= part.length
}
