import { weighPages } from '../../scripts/weigh/pages.ts'
import type { Bench } from './support/bench.ts'
import { openWorld } from './support/world.ts'

/** What the public pages weigh; a count, and therefore a gate. */
export const bench: Bench = {
  name: 'weight',
  title: 'Weight of the public pages, compressed, with all they load',
  async run() {
    const world = await openWorld()
    try {
      const site = await world.site(await world.database('weight'), { LOG_LEVEL: 'warn' })
      const pages = await weighPages(site.url)
      return {
        columns: ['page', 'brotli, bytes', 'gzip, bytes', 'limit', 'heaviest'],
        rows: pages.map(({ name, weight, limit, path }) => [name, weight.br, weight.gzip, limit ?? '–', path]),
        notes: [
          'The same count as `npm run weigh`, on the starting catalogue. A page over its limit fails the command.',
        ],
        failures: pages.flatMap(({ name, path, weight, limit, isTooHeavy }) =>
          isTooHeavy ? [`${name}: ${Math.max(weight.br, weight.gzip)} bytes, ${limit} allowed (${path})`] : [],
        ),
      }
    } finally {
      await world.close()
    }
  },
}
