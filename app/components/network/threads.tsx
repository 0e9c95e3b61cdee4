import type { Thread } from '#app/domain/network/flows.ts'
import { networkText } from '#app/i18n/network.ts'
import { useLang } from '#app/i18n/use-text.tsx'

const LEFT = 196
const RIGHT = 544
const TOP = 22
const STEP = 34

/** Which practices went from where to where, as threads from left to right. Wide screens only; the table says the same. */
export function Threads({
  threads,
  names,
  keenest,
}: {
  threads: readonly Thread[]
  names: Readonly<Record<string, string>>
  /** The adopter whose threads are drawn thick. */
  keenest: string | undefined
}) {
  const t = networkText(useLang()).flows
  const from = unique(threads.map((thread) => thread.from))
  const to = inOrderOfArrival(threads, from)
  const rows = Math.max(from.length, to.length)
  const height = TOP * 2 + (rows - 1) * STEP
  const y = (index: number, count: number) => {
    const gap = count > 1 ? ((rows - 1) * STEP) / (count - 1) : 0
    return Math.round(TOP + index * gap)
  }
  return (
    <svg className="threads wide-only" viewBox={`0 0 760 ${height}`} role="img" aria-label={t.figure}>
      {threads.map((thread) => {
        const a = y(from.indexOf(thread.from), from.length)
        const b = y(to.indexOf(thread.to), to.length)
        return (
          <path
            key={`${thread.from} ${thread.to}`}
            className={thread.to === keenest && thread.from !== keenest ? 'k' : undefined}
            d={`M${LEFT} ${a}C370 ${a} 370 ${b} ${RIGHT} ${b}`}
          />
        )
      })}
      {from.map((code, index) => (
        <g key={code ?? 'centre'}>
          <text x={LEFT - 16} y={y(index, from.length) + 5} textAnchor="end">
            {code === null ? t.centre : names[code]}
          </text>
          <rect x={LEFT - 8} y={y(index, from.length) - 6} width="8" height="12" />
        </g>
      ))}
      {to.map((code, index) => (
        <g key={code}>
          <text x={RIGHT + 16} y={y(index, to.length) + 5}>
            {names[code]}
          </text>
          <rect x={RIGHT} y={y(index, to.length) - 6} width="8" height="12" />
        </g>
      ))}
    </svg>
  )
}

/** Adopters sorted by the middle of their origins: the threads cross as little as possible. */
function inOrderOfArrival(threads: readonly Thread[], from: readonly (string | null)[]): string[] {
  const middle = (code: string) => {
    const places = threads.flatMap((thread) => (thread.to === code ? [from.indexOf(thread.from)] : []))
    return places.reduce((sum, place) => sum + place, 0) / places.length
  }
  return unique(threads.map((thread) => thread.to)).sort((a, b) => middle(a) - middle(b))
}

const unique = <T,>(values: T[]): T[] => [...new Set(values)]
