/** A run of text that stayed, came in or went out. */
export type DiffRun = { kind: 'same' | 'added' | 'removed'; text: string }

/** Above this many pairs of words a comparison costs more than it tells: the middle is shown as replaced. */
const MAX_PAIRS = 4_000_000

/** Words with the space after them, so that the runs joined again are the text. */
const tokens = (text: string) => text.match(/\S+\s*|\s+/gu) ?? []

/** Words are the same when only the space after them differs. */
const key = (token: string) => token.trimEnd()

/**
 * What changed between two texts, word by word: the longest common subsequence of words. Runs of the kinds `same` and
 * `added`, joined, are the new text; `same` and `removed` give the words of the old one.
 */
export function wordDiff(before: string, after: string): DiffRun[] {
  const [a, b] = [tokens(before), tokens(after)]
  let start = 0
  while (start < a.length && start < b.length && key(a[start]!) === key(b[start]!)) start++
  let end = 0
  while (
    end < a.length - start &&
    end < b.length - start &&
    key(a[a.length - 1 - end]!) === key(b[b.length - 1 - end]!)
  )
    end++
  const runs: DiffRun[] = []
  const push = (kind: DiffRun['kind'], words: readonly string[]) => {
    const last = runs.at(-1)
    const text = words.join('')
    if (text === '') return
    if (last?.kind === kind) last.text += text
    else runs.push({ kind, text })
  }
  push('same', b.slice(0, start))
  for (const [kind, word] of middle(a.slice(start, a.length - end), b.slice(start, b.length - end))) push(kind, [word])
  push('same', b.slice(b.length - end))
  return runs
}

function middle(a: string[], b: string[]): [DiffRun['kind'], string][] {
  const removed = a.map((word): [DiffRun['kind'], string] => ['removed', word])
  const added = b.map((word): [DiffRun['kind'], string] => ['added', word])
  if (a.length === 0 || b.length === 0 || a.length * b.length > MAX_PAIRS) return [...removed, ...added]
  const width = b.length + 1
  // lengths[i * width + j]: longest common subsequence of a from i and b from j.
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        key(a[i]!) === key(b[j]!)
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
    }
  }
  const runs: [DiffRun['kind'], string][] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (key(a[i]!) === key(b[j]!)) {
      runs.push(['same', b[j]!])
      i++
      j++
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) runs.push(['removed', a[i++]!])
    else runs.push(['added', b[j++]!])
  }
  return [...runs, ...removed.slice(i), ...added.slice(j)]
}

/** A run of kept words longer than this is shortened on phones, with some words on either side of a change. */
const LONGEST_KEPT = 40
const CONTEXT = 12

/** The runs with long kept passages left out: what changed stays with the words around it. */
export function abbreviated(runs: readonly DiffRun[]): (DiffRun | { kind: 'left_out'; words: number })[] {
  return runs.flatMap((run, index): (DiffRun | { kind: 'left_out'; words: number })[] => {
    const words = run.text.match(/\s*\S+\s*/gu) ?? []
    if (run.kind !== 'same' || runs.length === 1 || words.length <= LONGEST_KEPT) return [run]
    const head = index === 0 ? 0 : CONTEXT
    const tail = index === runs.length - 1 ? 0 : CONTEXT
    const text = (part: string[]) => ({ kind: 'same' as const, text: part.join('') })
    return [
      ...(head > 0 ? [text(words.slice(0, head))] : []),
      { kind: 'left_out', words: words.length - head - tail },
      ...(tail > 0 ? [text(words.slice(-tail))] : []),
    ]
  })
}

/** How many words came in and how many went out. */
export function changedWords(runs: readonly DiffRun[]): { added: number; removed: number } {
  const count = (kind: DiffRun['kind']) =>
    runs.filter((run) => run.kind === kind).reduce((sum, { text }) => sum + (text.match(/\S+/gu)?.length ?? 0), 0)
  return { added: count('added'), removed: count('removed') }
}
