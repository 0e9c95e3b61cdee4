// `npm run restore -- file [--replace]`: puts a backup into an empty installation; with --replace in place of what is there.
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { BackupRefused, restoreBackup } from '#db/backup/restore-backup.server.ts'
import { createDb } from '#db/client.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { rebuildDocuments } from '#search/rebuild.server.ts'
import { explain, StartError } from './boot/start-error.mjs'
import { runningMeilisearch } from './meilisearch/running.ts'
import { openDatabaseForCommand } from './postgres/opened.ts'

async function main(args: string[]): Promise<void> {
  const [source, ...more] = args.filter((arg) => arg !== '--replace')
  if (!source || source.startsWith('-') || more.length > 0) {
    console.error('Usage: npm run restore -- file.tar.gz [--replace]')
    process.exitCode = 2
    return
  }
  if (existsSync('.env')) process.loadEnvFile('.env')
  if (!existsSync(source)) throw new StartError(`${source} does not exist.`, 'Name the file that npm run backup wrote.')
  const dataDir = path.resolve(process.env.JIPP_DATA_DIR || '.data')
  process.env.JIPP_DATA_DIR = dataDir
  mkdirSync(dataDir, { recursive: true })
  const { url, close } = await openDatabaseForCommand()
  try {
    await migrateDatabase(url)
    process.env.DATABASE_URL = url
    const { openFilesOfSite } = await import('#app/platform.server.ts')
    const { tables, files, madeAt } = await restoreBackup({
      ...{ url, source, workFolder: dataDir, files: openFilesOfSite().store },
      replace: args.includes('--replace'),
    })
    const client = createDb(url, { max: 3, statementTimeout: 300_000, applicationName: 'jipp-restore' })
    const documents = await rebuildDocuments(client.db, undefined, (await runningMeilisearch()) !== undefined)
    await client.close()
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
    console.log(`Restored the backup of ${madeAt}: ${rows} rows, ${files.length} files, ${documents} search documents.`)
    console.log('Everybody signs in again. Start with npm start.')
  } catch (error) {
    if (error instanceof BackupRefused) throw new StartError(error.message, 'Nothing was changed.')
    throw error
  } finally {
    await close()
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
