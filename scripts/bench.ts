// `npm run bench [name …] [-- --quick]`: runs the benches of tests/bench, prints their tables and keeps them in
// tests/bench/results. A count over its limit fails the command, a timing never does.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { explain } from './boot/start-error.mjs'

const FOLDER = 'tests/bench'
const RESULTS = `${FOLDER}/results`

type Table = { columns: string[]; rows: (string | number)[][]; notes: string[]; failures?: string[] }
type Bench = { name: string; title: string; run(options: { quick: boolean }): Promise<Table> }

async function main(): Promise<void> {
  const quick = process.argv.includes('--quick')
  const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
  const benches = await findBenches()
  const unknown = wanted.find((name) => !benches.some((bench) => bench.name === name))
  if (unknown)
    throw new Error(`There is no bench "${unknown}". Choose from: ${benches.map(({ name }) => name).join(', ')}`)
  mkdirSync(RESULTS, { recursive: true })
  for (const bench of benches) {
    if (wanted.length > 0 && !wanted.includes(bench.name)) continue
    console.log(`\n── ${bench.name}: ${bench.title}\n`)
    const table = await bench.run({ quick })
    const text = written(bench, table, quick)
    console.log(text)
    // A quick look is not worth keeping.
    if (!quick) writeFileSync(`${RESULTS}/${bench.name}.md`, text)
    for (const failure of table.failures ?? []) console.error(`FAILED ${failure}`)
    if (table.failures?.length) process.exitCode = 1
  }
}

async function findBenches(): Promise<Bench[]> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.bench.ts'))
  return Promise.all(
    files.sort().map(async (file) => {
      const { bench } = await import(pathToFileURL(path.resolve(FOLDER, file)).href)
      return bench as Bench
    }),
  )
}

function written({ name, title }: Bench, { columns, rows, notes, failures = [] }: Table, quick: boolean): string {
  const cores = cpus()
  const lines = [columns, ...rows].map((row) => row.map(String))
  const widths = columns.map((_column, i) => Math.max(3, ...lines.map((line) => line[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, i) => (cells[i] ?? '').padEnd(width)).join(' | ')} |`
  const [head = [], ...body] = lines
  const day = new Date().toISOString().slice(0, 10)
  return [
    `# ${title}`,
    '',
    `\`npm run bench -- ${name}${quick ? ' --quick' : ''}\`, ${day}, Node ${process.versions.node}, ${cores.length} cores (${cores[0]?.model.trim()}).`,
    '',
    line(head),
    line(widths.map((width) => '-'.repeat(width))),
    ...body.map(line),
    '',
    ...[...notes, ...failures.map((failure) => `**Over its limit:** ${failure}`)].map((note) => `- ${note}`),
    '',
  ].join('\n')
}

main().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
