import type { Bench } from './support/bench.ts'
import { serveChild } from './support/child.ts'
import { percent, perSecond, spread } from './support/figures.ts'
import { ask, LOAD_NOTE, loadInTurns } from './support/load.ts'
import { openWorld } from './support/world.ts'

/** Robots are not counted: a reader costs more. */
const READER = {
  'accept-encoding': 'br',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
}

/** Finished pages from memory against a bare Node server that sends the same bytes, in turns. */
export const bench: Bench = {
  name: 'cache',
  title: 'Kept pages of visitors against a bare Node server',
  async run({ quick }) {
    const plan = quick ? { rounds: 1, seconds: 2 } : { rounds: 5, seconds: 4 }
    const world = await openWorld()
    try {
      const database = await world.database('cache')
      const site = await world.site(database)
      const { body } = await ask(`${site.url}/sitemaps/practices-1.xml`)
      const practice = /\/practices\/JIPP[^<]+/.exec(body.toString())?.[0] ?? ''
      const pages = [
        { name: 'home', path: '/' },
        { name: 'search with words', path: '/practices?q=antrean+puskesmas' },
        { name: 'search, all practices', path: '/practices' },
        { name: 'practice', path: practice },
        { name: 'practice, 304', path: practice, isKnown: true },
        { name: 'API, search', path: '/api/v1/practices?q=antrean+puskesmas' },
      ]
      const rows = []
      for (const { name, path, isKnown } of pages) {
        const address = site.url + path
        const first = await ask(address, { headers: READER })
        const bare = await serveChild('tests/bench/support/bare-server.ts', address)
        const headers = { ...READER, ...(isKnown && { 'if-none-match': first.headers.etag ?? '' }) }
        const taken = await loadInTurns({ url: bare.url, headers }, { url: address, headers }, plan)
        await bare.stop()
        rows.push([
          name,
          isKnown ? 0 : first.body.length,
          spread(taken.first, perSecond),
          spread(taken.second, perSecond),
          spread(taken.times, percent),
        ])
      }
      return {
        columns: ['page', 'bytes of body', 'bare server, requests/s', 'JIPP, requests/s', 'share'],
        rows,
        notes: [
          LOAD_NOTE,
          `${plan.rounds} rounds of ${plan.seconds} s, bare server and site in turns; median (lowest–highest). Goal: 50 %.`,
          'The bare server writes the same headers and body for every request and does nothing else. The site asks the database for the version of the public content when the last answer is older than 20 ms, gives each answer an id, counts the visit without double clicks and writes a line for it into its log; database, log and load share the cores.',
        ],
      }
    } finally {
      await world.close()
    }
  },
}
