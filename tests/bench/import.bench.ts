import { readFileSync } from 'node:fs'
import { moveImport } from '#app/domain/import/move-import.server.ts'
import { readImport } from '#app/domain/import/read-import.server.ts'
import { runImport } from '#app/domain/import/run-import.server.ts'
import { startImport } from '#app/domain/import/start-import.server.ts'
import { type Context, userIdOf } from '#app/domain/shared/context.ts'
import { listAgenciesForImport, listPracticeNames } from '#db/queries/imported-records.server.ts'
import { listImportRows } from '#db/queries/imports.server.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import { updateRevision } from '#db/queries/practices.server.ts'
import { createSearch } from '#search/create.server.ts'
import { castOf } from '../integration/practice/cast.ts'
import { JIPPNAS_HEAD, jippnasRow, xlsx } from '../support/sheets.ts'
import type { Bench } from './support/bench.ts'
import { openWorld } from './support/world.ts'

/** The goal for the dry run of 3,000 rows on two cores. */
const MOST_SECONDS = 60
const EDITED = 10

/**
 * 3,000 rows as JIPPNas has them, among them repeated rows, records of the starting catalogue, rows that only look alike,
 * and rows with errors: upload, dry run, import, the same sheet again, undo, import again.
 */
export const bench: Bench = {
  name: 'import',
  title: 'Import of 3,000 records from a sheet',
  async run({ quick }) {
    const world = await openWorld()
    try {
      const { db } = await world.database('import')
      const cast = await castOf(db)
      const ctx: Context = { db, search: createSearch({ db }), actor: cast.national, now: new Date() }
      const { bytes, planted } = await sheetOf(ctx, quick ? 300 : 3_000)
      const rows: (string | number)[][] = []
      const failures: string[] = []
      const read = (id: string) => readImport(ctx, id, { view: 'all', page: 1 })
      const timed = async <T>(step: string, act: () => Promise<T>, says: (result: T) => Promise<string>) => {
        const meter = memoryMeter()
        const started = performance.now()
        const result = await act()
        const seconds = (performance.now() - started) / 1_000
        const peak = meter.stop()
        rows.push([step, seconds.toFixed(1), peak, await says(result)])
        return { result, seconds }
      }
      const work = (id: string) => runImport(ctx, { importId: id, userId: userIdOf(cast.national) ?? '' })
      const found = async (id: string) => {
        const { create, update, unchanged, duplicates, repeated, errors } = (await read(id)).figures
        return `${create} new (${duplicates} may be there), ${update} changed, ${unchanged} unchanged, ${repeated} repeated, ${errors} wrong`
      }
      const written = async (id: string) => `${(await read(id)).figures.written} drafts`

      const upload = () => startImport(ctx, { fileName: 'jippnas.xlsx', bytes })
      const { result: first } = await timed('upload', upload, async () => `${(bytes.length / 1e6).toFixed(1)} MB`)
      const { seconds } = await timed(
        'dry run',
        () => work(first.id),
        () => found(first.id),
      )
      const { figures } = await read(first.id)
      if (seconds > MOST_SECONDS) failures.push(`the dry run took ${seconds.toFixed(1)} s`)
      if (figures.errors !== planted.wrong) failures.push(`${figures.errors} rows were wrong, ${planted.wrong} are`)
      if (figures.repeated !== planted.repeated)
        failures.push(`${figures.repeated} rows were repeated, ${planted.repeated} are`)
      if (figures.duplicates < planted.known)
        failures.push(`only ${figures.duplicates} of ${planted.known} known were seen`)

      const apply = async (id: string) => {
        await moveImport(ctx, id, { intent: 'apply' })
        await work(id)
      }
      await timed(
        'import',
        () => apply(first.id),
        () => written(first.id),
      )
      const expected = figures.create - figures.duplicates
      const count = (await read(first.id)).figures.written
      if (count !== expected) failures.push(`${count} drafts were written, not ${expected}`)

      const again = await upload()
      await timed(
        'dry run, repeated',
        () => work(again.id),
        () => found(again.id),
      )
      const repeat = (await read(again.id)).figures
      if (repeat.unchanged !== expected || repeat.update > 0)
        failures.push(`repeated, ${repeat.unchanged} of ${expected} were unchanged`)

      const edited = await touch(ctx, first.id)
      const undo = async () => {
        await moveImport(ctx, first.id, { intent: 'undo' })
        await work(first.id)
      }
      await timed(
        'undo',
        undo,
        async () => `${(await read(first.id)).figures.kept} kept of ${edited} that people touched`,
      )
      if ((await read(first.id)).figures.kept !== edited) failures.push('undo did not keep exactly what was touched')

      const third = await upload()
      await work(third.id)
      await timed(
        'import after undo',
        () => apply(third.id),
        () => written(third.id),
      )
      if ((await read(third.id)).figures.written !== expected - edited)
        failures.push('not all came back after the undo')
      return {
        columns: ['step', 's', 'peak memory MB', 'result'],
        rows,
        notes: [
          `Goal: dry run of 3,000 rows in ${MOST_SECONDS} s. PostgreSQL runs on the same machine; other work was going on beside it.`,
          `Planted: ${planted.repeated} repeated rows, ${planted.known} records of the starting catalogue, ${planted.wrong} rows with an error.`,
          'Compared with all practices of the catalogue and with the other rows. Memory is that of the process with the bench itself.',
        ],
        failures,
      }
    } finally {
      await world.close()
    }
  },
}

/** JIPPNas-shaped rows for the agencies of the catalogue, with known doubles and errors. */
async function sheetOf({ db }: Context, size: number) {
  const [all, names] = await Promise.all([
    listAgenciesForImport(db, { kind: 'national' }),
    listPracticeNames(db, { kind: 'national' }),
  ])
  const nameOf = new Map(all.map(({ id, name }) => [id, name]))
  const districts = all.filter(({ name }) => /^Pemerintah (Kabupaten|Kota) /.test(name))
  const rows: string[][] = []
  const planted = { repeated: 0, known: 0, wrong: 0 }
  for (let number = 1; rows.length < size; number++) {
    const agency = districts[number % districts.length]!.name
    const title = `${word(number)} ${word(number * 31)} (Layanan ${word(number * 7)} bagi warga ${word(number * 13)})`
    const row = jippnasRow({ number, title, agency, words: word(number) })
    if (number % 50 === 0) {
      row[7] = 'Kategori yang tidak ada'
      planted.wrong += 1
    } else if (number % 33 === 0) {
      const known = names[number % names.length]!
      row[2] = known.brand
      row[3] = nameOf.get(known.agencyId) ?? agency
      planted.known += 1
    }
    rows.push(row)
    if (number % 40 === 7 && rows.length < size) {
      rows.push([...row])
      planted.repeated += 1
    }
  }
  return { bytes: await xlsx([[...JIPPNAS_HEAD], ...rows]), planted }
}

/** A word that no other number has. */
const word = (number: number) => {
  const syllables = ['ka', 'ro', 'mi', 'tu', 'se', 'la', 'du', 'ne', 'pi', 'go']
  return [...String(number * 104_729)].map((digit) => syllables[Number(digit)]).join('')
}

/** A few drafts are written in by people. */
async function touch({ db }: Context, importId: string): Promise<number> {
  const rows = await listImportRows(db, importId, { states: ['applied'], limit: EDITED })
  for (const { revisionId } of rows) {
    const revision = await findRevision(db, revisionId ?? '')
    if (!revision) throw new Error('a draft is missing')
    const { id, version, content } = revision
    await updateRevision(db, { id, version, from: ['draft'] }, { content: { ...content, unit: 'Diubah orang' } })
  }
  return rows.length
}

/** The largest memory of this process while something runs, in megabytes. */
function memoryMeter() {
  let peak = 0
  const look = () => {
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0)
    peak = Math.max(peak, Math.round(kilobytes / 1_000))
  }
  look()
  const timer = setInterval(look, 100)
  return {
    stop() {
      look()
      clearInterval(timer)
      return peak
    },
  }
}
