import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Bench } from './support/bench.ts'
import { serveChild } from './support/child.ts'
import { perSecond, spread } from './support/figures.ts'
import { ask, LOAD_NOTE, loadInTurns } from './support/load.ts'
import { openWorld } from './support/world.ts'

const GZIP = { 'accept-encoding': 'gzip' }
const BROTLI = { 'accept-encoding': 'br' }

/** A page that is made anew, with its search, against a plain Remix page that shows the same hits from memory. */
export const bench: Bench = {
  name: 'uncached',
  title: 'Pages made anew against a plain Remix page with the same 20 hits',
  async run({ quick }) {
    const plan = quick ? { rounds: 1, seconds: 3 } : { rounds: 5, seconds: 5 }
    const folder = mkdtempSync(path.join(tmpdir(), 'jipp-hits-'))
    const world = await openWorld()
    try {
      const site = await world.site(await world.database('uncached'), { JIPP_PAGE_CACHE_MB: '0' })
      const words = 'q=layanan+antrean'
      const { body } = await ask(`${site.url}/api/v1/practices?${words}&limit=20`)
      const file = path.join(folder, 'hits.json')
      writeFileSync(file, body)
      const plain = await serveChild('tests/bench/plain-remix/serve.ts', file)
      const practice = (JSON.parse(body.toString()) as { hits: { id: string }[] }).hits[0]?.id ?? ''
      const pages = [
        { name: 'search, 20 hits and all facets, brotli', path: `/practices?${words}`, headers: BROTLI },
        { name: 'search, 20 hits and all facets, gzip', path: `/practices?${words}`, headers: GZIP },
        { name: 'practice, gzip', path: `/practices/${practice}`, headers: GZIP },
        { name: 'API, 20 hits, gzip', path: `/api/v1/practices?${words}&limit=20`, headers: GZIP },
      ]
      const rows = []
      for (const { name, path: address, headers } of pages) {
        const taken = await loadInTurns({ url: plain.url, headers }, { url: site.url + address, headers }, plan)
        rows.push([
          name,
          (await ask(plain.url, { headers })).body.length,
          (await ask(site.url + address, { headers })).body.length,
          spread(taken.first, perSecond),
          spread(taken.second, perSecond),
          spread(taken.times),
        ])
      }
      await plain.stop()
      return {
        columns: ['page', 'bytes, plain', 'bytes, JIPP', 'plain Remix, requests/s', 'JIPP, requests/s', 'times'],
        rows,
        notes: [
          LOAD_NOTE,
          `${plan.rounds} rounds of ${plan.seconds} s in turns, median (lowest–highest). Goal for the search page: 1.5 times.`,
          'The plain page has its hits in memory and shows each field of them, in the frame, with the server entry and behind the compression that the Remix template has. It asks no database, searches nothing and counts no facets; it hands its data over to a client script, which JIPP does not.',
          'JIPP with its page cache off: session lookup, search in the memory of the process confirmed by the database, thirteen facets, markup, compression.',
        ],
      }
    } finally {
      await world.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
