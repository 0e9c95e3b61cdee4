/** A generator of numbers that gives the same row for the same seed: what failed once can be made to fail again. */
export function seeded(seed: number) {
  let state = seed >>> 0
  /** From 0 up to, not including, 1 (mulberry32). */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    below: (limit: number) => Math.floor(next() * limit),
    chance: (share: number) => next() < share,
    /** One of some values, each with its weight. */
    weighted<T>(choices: readonly (readonly [T, number])[]): T {
      let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of choices) {
        rest -= weight
        if (rest < 0) return value
      }
      return choices.at(-1)![0]
    },
  }
}

export type Random = ReturnType<typeof seeded>
