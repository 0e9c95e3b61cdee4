// `npm run search:verify [-- --heal]`: compares both search engines with the database, document by document.
import { type Drift, healSearch, isLevel, type VerifyReport, verifySearch } from '#search/verify.server.ts'
import { explain } from './boot/start-error.mjs'
import { openRunningSearch } from './meilisearch/running.ts'

const CLASSES: Record<keyof Drift, string> = {
  missing: 'published, and not in the index',
  stale: 'in the index, and not as it is now',
  ghost: 'in the index, and no such practice exists',
  exposed: 'in the index, and not published',
}

async function main(args: string[]): Promise<void> {
  const { db, search, close } = await openRunningSearch('jipp-search-verify')
  try {
    let report = await verifySearch(db, search)
    print(report)
    if (args.includes('--heal') && !report.engines.every(isLevel)) {
      await healSearch(db, search, report)
      report = await verifySearch(db, search)
      console.log('\nAfter mending:')
      print(report)
    }
    if (!report.engines.every(isLevel)) process.exitCode = 1
  } finally {
    await close()
  }
}

function print({ published, engines }: VerifyReport) {
  console.log(`Published practices: ${published}`)
  for (const { engine, documents, drift } of engines) {
    const counts = Object.entries(drift).map(([name, keys]) => `${name} ${keys.length}`)
    console.log(`${engine}: ${documents} documents; ${counts.join(', ')}`)
    for (const [name, keys] of Object.entries(drift)) {
      for (const key of keys) console.log(`  ${key}  ${CLASSES[name as keyof Drift]}`)
    }
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
