// `npm run search:rebuild`: makes the search documents anew, and builds the next index beside the live one.
import { rebuildDocuments, rebuildIndex } from '#search/rebuild.server.ts'
import { explain } from './boot/start-error.mjs'
import { openRunningSearch } from './meilisearch/running.ts'

async function main(): Promise<void> {
  const { db, search, close } = await openRunningSearch('jipp-search-rebuild')
  try {
    const documents = await rebuildDocuments(db, progressOf('PostgreSQL'))
    console.log(`PostgreSQL: ${documents} documents.`)
    if (!search.index) return console.log('Meilisearch: none in use.')
    const indexed = await rebuildIndex(db, search.index, progressOf('Meilisearch'))
    console.log(`Meilisearch: ${indexed} documents, the new index serves.`)
  } finally {
    await close()
  }
}

/** One line that grows, where a person looks. */
function progressOf(name: string) {
  return (done: number, all: number) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${name}: ${done} of ${all} …${done >= all ? '\r\x1b[K' : ''}`)
  }
}

main().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
