/** The value below which a share of the values lies; 0 when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

/** Median with the smallest and largest beside it: what a busy machine made of the same thing. */
export function spread(values: readonly number[], write = (value: number) => value.toFixed(2)): string {
  return `${write(median(values))} (${write(Math.min(...values))}–${write(Math.max(...values))})`
}

export const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0)
export const percent = (value: number) => `${Math.round(value * 100)} %`
export const perSecond = (value: number) => Math.round(value).toLocaleString('en')

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
