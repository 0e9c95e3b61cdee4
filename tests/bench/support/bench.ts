/** How a bench is asked: `quick` for a look, with fewer and shorter rounds. */
export type BenchOptions = { quick: boolean }

export type BenchTable = {
  columns: string[]
  rows: (string | number)[][]
  /** What the figures are, what limits them, and what was missing. */
  notes: string[]
  /** Counts that went over their limit: they fail the command. A timing never does. */
  failures?: string[]
}

export type Bench = { name: string; title: string; run(options: BenchOptions): Promise<BenchTable> }
