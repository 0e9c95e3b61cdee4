import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadCatalogue } from '#app/domain/practice/load-catalogue.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'
import { measureRelevance, relevanceTable } from './measure.ts'

/*
 * The gate of relevance: the half of the judged queries that no weight and no word was chosen by must not fall by more
 * than 0.01 under the committed figure. A better figure is committed with RELEVANCE=write.
 */

const MOST_LOST = 0.01
const BASELINE = new URL('./baseline.json', import.meta.url)
const RESULT = new URL('../results/relevance.md', import.meta.url)

const { db } = await testDatabase()
const meilisearch = await testMeilisearch()

test('the gate half is answered as well as before', { timeout: 120_000 }, async () => {
  await loadCatalogue(contextAs(db, { kind: 'system', name: 'test' }))
  const measured = await measureRelevance(db, meilisearch)
  const table = relevanceTable(measured)
  console.log(`\n${table}\n`)
  const gate = Object.fromEntries(
    measured.map(({ engine, of }) => [engine, Number(of(({ half }) => half === 'gate').ndcg.toFixed(4))]),
  )
  if (process.env.RELEVANCE === 'write') {
    writeFileSync(BASELINE, `${JSON.stringify(gate, null, 2)}\n`)
    writeFileSync(RESULT, `# Relevance over the starting catalogue\n\n${table}\n`)
  }
  const committed = JSON.parse(readFileSync(BASELINE, 'utf8')) as Record<string, number>
  for (const [engine, figure] of Object.entries(gate)) {
    expect(figure, `nDCG@10 of ${engine}`).toBeGreaterThanOrEqual((committed[engine] ?? 0) - MOST_LOST)
  }
})
