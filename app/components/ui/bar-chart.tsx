const SLOT = 10
const HEIGHT = 100
/** A chart of few bars has room beside them: one bar alone is no wall. */
const FEWEST_SLOTS = 12

/** The round figure (1, 2 or 5 and zeros) that the highest bar stays below. */
export function topOf(highest: number): number {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, highest)))
  return [1, 2, 5, 10].map((factor) => factor * unit).find((top) => top >= highest) ?? highest
}

/** A row of bars over time, drawn by the server. What it shows must also be told in words and in a table beside it. */
export function BarChart({
  caption,
  summary,
  values,
  axis,
  format,
}: {
  caption: string
  /** What the drawing says, for those who do not see it. */
  summary: string
  values: readonly number[]
  /** Words below the bars, from the first to the last. */
  axis: readonly string[]
  format: (value: number) => string
}) {
  const top = topOf(Math.max(...values, 0))
  const slots = Math.max(values.length, FEWEST_SLOTS)
  const bars = values.map((value, slot) => bar(slot, (value / top) * HEIGHT)).join('')
  return (
    <figure className="chart">
      <figcaption className="small dim">
        <b>{caption}</b>
        <span aria-hidden="true">{format(top)}</span>
      </figcaption>
      <svg viewBox={`0 0 ${slots * SLOT} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={summary}>
        <path d={bars} />
      </svg>
      <p className="small dim" aria-hidden="true">
        {axis.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
    </figure>
  )
}

const round = (length: number) => Math.round(length * 10) / 10

function bar(slot: number, height: number): string {
  if (height === 0) return ''
  const tall = Math.max(1, round(height))
  return `M${slot * SLOT + 1} ${round(HEIGHT - tall)}h${SLOT - 2}v${tall}h${2 - SLOT}z`
}
