import { setTimeout as sleep } from 'node:timers/promises'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { castOf } from '../integration/practice/cast.ts'
import { stageOf } from '../integration/practice/stage.ts'
import type { Bench } from './support/bench.ts'
import { ms, percentile } from './support/figures.ts'
import { ask } from './support/load.ts'
import { openWorld, type World } from './support/world.ts'

const GIVE_UP_MS = 10_000
/** From the button to the search, 99 of 100. */
const GOAL_MS = 2_000
/** For so long a process believes what the database said of the version. */
const BELIEVED_MS = 20

/** From the curator's button to the search, and from a withdrawal to the last page that shows it. */
export const bench: Bench = {
  name: 'publish',
  title: 'Published to found, withdrawn to gone',
  async run({ quick }) {
    const count = quick ? 10 : 100
    const world = await openWorld()
    try {
      const meilisearch = await world.meilisearch()
      const engines = [{ name: 'PostgreSQL', env: {} }]
      if (meilisearch) {
        const env = { JIPP_SEARCH: 'meilisearch', MEILISEARCH_URL: meilisearch.url, MEILISEARCH_KEY: meilisearch.key }
        engines.push({ name: 'Meilisearch', env })
      }
      const rows = []
      const failures: string[] = []
      for (const { name, env } of engines) {
        const { found, late, shown, asked } = await measure(world, { name, env, count })
        const slowest = percentile(found, 0.99)
        rows.push([name, found.length, ms(percentile(found, 0.5)), ms(slowest), late, asked, shown])
        if (slowest > GOAL_MS) failures.push(`${name}: p99 of ${ms(slowest)} ms is above the goal of ${GOAL_MS} ms`)
        if (shown > 0) failures.push(`${name}: ${shown} of ${asked} answers still showed a withdrawn practice`)
        if (late > 0)
          failures.push(`${name}: ${late} of ${count} publications were not found within ${GIVE_UP_MS / 1000} s`)
      }
      return {
        columns: [
          'engine',
          'publications',
          'found after ms, p50',
          'p99',
          'never found',
          'answers after a withdrawal',
          'still showed it',
        ],
        rows,
        notes: [
          `Published by the verb of the curator, in another process than the one that serves; the API is asked every 10 ms, cache on. Goal: p99 of ${GOAL_MS / 1000} s.`,
          `Withdrawn in another process too: its page, the search and the API are in the cache, and are asked ${BELIEVED_MS} ms after the withdrawal.`,
        ],
        failures,
      }
    } finally {
      await world.close()
    }
  },
}

type Plan = { name: string; env: Record<string, string>; count: number }

async function measure(world: World, { name, env, count }: Plan) {
  const database = await world.database(`publish_${name.toLowerCase()}`)
  const cast = await castOf(database.db)
  const stage = stageOf(database.db, cast)
  const site = await world.site(database, { LOG_LEVEL: 'warn', ...env })
  const get = async (path: string) => {
    const { status, body } = await ask(site.url + path)
    return { status, text: body.toString() }
  }
  const totalOf = async (word: string) => JSON.parse((await get(`/api/v1/practices?q=${word}`)).text).total as number
  const found: number[] = []
  let [late, shown, asked] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    const brand = `ZX${[...String(i)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('Q')}VOKAL`
    const publicId = await stage.draft()
    await stage.save(cast.author, publicId, 'identity', { brand })
    await stage.verify(await stage.submit(publicId))
    await totalOf(brand)
    const started = performance.now()
    await stage.publish(publicId)
    let isFound = false
    while (!isFound && performance.now() - started < GIVE_UP_MS) {
      await sleep(10)
      isFound = (await totalOf(brand)) > 0
    }
    if (isFound) found.push(performance.now() - started)
    else late++

    const pages = [`/practices/${publicId}`, `/practices?q=${brand}`, `/api/v1/practices?q=${brand}`]
    for (const page of [...pages, ...pages]) await get(page)
    await withdrawPractice(stage.as(cast.curator), { practiceId: publicId, reason: 'other' })
    await sleep(BELIEVED_MS)
    for (const page of pages) {
      const { status, text } = await get(page)
      asked++
      if (status === 200 && text.includes(publicId)) shown++
    }
  }
  await site.stop()
  return { found, late, shown, asked }
}
