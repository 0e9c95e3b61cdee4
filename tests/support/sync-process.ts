// Arguments: address of a database, address of a Meilisearch, its key. Follows changes until it is killed; says READY.
import { createDb } from '#db/client.server.ts'
import { practiceIndex } from '#search/meilisearch/index.server.ts'
import { startSearchSync } from '#search/sync.server.ts'

const [databaseUrl = '', url = '', key] = process.argv.slice(2)
const { db, sql } = createDb(databaseUrl, { max: 4, applicationName: 'jipp-test-sync' })
startSearchSync({ db, sql, search: { index: practiceIndex({ url, ...(key && { key }) }, 'practices') } })
console.log('READY')
