import { chromium } from 'playwright'
import { unique } from '#tests/support/journey.ts'
import { type KillRun, killWhileTyping } from '#tests/support/kill-while-typing.ts'
import { startPractice } from '#tests/support/publishing.ts'
import { findChromium } from '../../scripts/boot/chromium.mjs'
import type { Bench } from './support/bench.ts'
import { openDemoSite } from './support/demo-site.ts'

const TIMES = 50
const QUICK = 6
const SEED = 20_261_122

/** The browser is killed while somebody types: what the page had called kept or saved must be there afterwards. */
export const bench: Bench = {
  name: 'drafts',
  title: 'Browser killed in the middle of a sentence',
  async run({ quick }) {
    const program = await findChromium()
    if (!program) throw new Error('a Chromium is needed; see npm run doctor')
    const site = await openDemoSite()
    try {
      const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] })
      const context = await browser.newContext({ baseURL: site.url, locale: 'id-ID' })
      const author = await context.newPage()
      await site.signIn(author, 'author')
      const publicIds = []
      for (let n = 0; n < 4; n++)
        publicIds.push(await startPractice(author, { title: unique('Draf'), brand: unique('Draf') }))
      const cookies = await context.cookies()
      await browser.close()
      const runs = await killWhileTyping({
        site: site.url,
        program,
        cookies,
        publicIds,
        times: quick ? QUICK : TIMES,
        seed: SEED,
      })
      const lost = sum(runs, 'lost')
      return {
        columns: [
          'server',
          'kills',
          'characters typed',
          'called kept on the device',
          'called saved on the server',
          'lost of these',
        ],
        rows: [
          ...(['well', 'away', 'slow'] as const).map((network) =>
            rowOf(
              network,
              runs.filter((run) => run.network === network),
            ),
          ),
          rowOf('all', runs),
        ],
        notes: [
          'Every process of the browser is ended with SIGKILL 0.5 to 6 s after the typing began, and started again on the same profile. Server `away`: no save arrives; `slow`: each takes 2.5 s.',
          'Every few milliseconds the page is asked, in one moment, what its status says and what its field holds. Afterwards the server must hold the longest text that was called saved, and the opened page the longest that was called kept.',
        ],
        failures: lost > 0 ? [`${lost} characters lost that the page had called kept or saved`] : [],
      }
    } finally {
      await site.close()
    }
  },
}

const sum = (runs: readonly KillRun[], of: 'typed' | 'kept' | 'saved' | 'lost') =>
  runs.reduce((total, run) => total + run[of], 0)

const rowOf = (name: string, runs: readonly KillRun[]) => [
  name,
  runs.length,
  ...(['typed', 'kept', 'saved', 'lost'] as const).map((of) => sum(runs, of)),
]
