// `npm run search:verify [-- --heal]`: compares both search engines with the database, document by document.
import { type Drift, healSearch, isSound, type VerifyReport, verifySearch } from '#search/verify.server.ts'
import { explain } from './boot/start-error.mjs'
import { openRunningSearch } from './meilisearch/running.ts'

const CLASSES: Record<keyof Drift, string> = {
  missing: 'missing: published, and not in the index',
  stale: 'stale: in the index, and not as it is now',
  ghost: 'ghost: in the index, and no such practice exists',
  exposed: 'over-exposed: in the index, and not published',
}

async function main(args: string[]): Promise<void> {
  const unknown = args.filter((arg) => arg !== '--heal')
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(' ')}\nUsage: npm run search:verify [-- --heal]`)
    process.exitCode = 2
    return
  }
  const { db, search, close } = await openRunningSearch('jipp-search-verify')
  try {
    let report = await verifySearch(db, search)
    print(report)
    if (args.includes('--heal') && !isSound(report)) {
      await healSearch(db, search, report)
      report = await verifySearch(db, search)
      console.log('\nAfter mending:')
      print(report)
    }
    if (!isSound(report)) process.exitCode = 1
  } finally {
    await close()
  }
}

function print({ published, engines, reasons, unanswered }: VerifyReport) {
  console.log(`Published practices: ${published}`)
  for (const { engine, documents, drift, onTheirWay } of engines) {
    const { missing, stale, ghost, exposed } = drift
    console.log(
      `${engine}: ${documents} documents · missing ${missing.length} · stale ${stale.length} · ghost ${ghost.length} · over-exposed ${exposed.length}${onTheirWay ? ` · ${onTheirWay} on their way` : ''}`,
    )
    for (const [name, keys] of Object.entries(drift)) {
      for (const key of keys) console.log(`  ${key}  ${CLASSES[name as keyof Drift]}`)
    }
  }
  for (const { practiceId, reason } of reasons) console.log(`  ${practiceId}  the last attempt failed: ${reason}`)
  if (unanswered) console.log(`meilisearch: does not answer (${unanswered})`)
}

main(process.argv.slice(2)).catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
