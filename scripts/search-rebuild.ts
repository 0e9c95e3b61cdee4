// `npm run search:rebuild`: makes the search documents anew, and builds the next index beside the live one.
// `npm run search:rebuild -- --back`: puts the index before the last rebuild back in its place, level with the changes since.
import { rebuildDocuments, rebuildIndex, returnIndex } from '#search/rebuild.server.ts'
import { explain } from './boot/start-error.mjs'
import { openRunningSearch } from './meilisearch/running.ts'

async function main(args: string[]): Promise<void> {
  const unknown = args.filter((arg) => arg !== '--back')
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(' ')}\nUsage: npm run search:rebuild [-- --back]`)
    process.exitCode = 2
    return
  }
  const { db, search, close } = await openRunningSearch('jipp-search-rebuild')
  try {
    if (args.includes('--back')) {
      if (!search.index) throw new Error('no Meilisearch is in use: there is no index to go back to')
      const documents = await returnIndex(db, search.index)
      return console.log(`Meilisearch: ${documents} documents, the index before the last rebuild serves again.`)
    }
    const documents = await rebuildDocuments(db, progressOf('PostgreSQL'), search.index !== null)
    console.log(`PostgreSQL: ${documents} documents.`)
    if (!search.index) return console.log('Meilisearch: none in use.')
    const indexed = await rebuildIndex(db, search.index, progressOf('Meilisearch'))
    console.log(`Meilisearch: ${indexed} documents, the new index serves; the one before is kept (-- --back).`)
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

main(process.argv.slice(2)).catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
