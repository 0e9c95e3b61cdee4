// `npm run backup [-- file]`: everything of this installation (tables, history, files) in one archive; people may go on working.
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { writeBackup } from '#db/backup/write-backup.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { explain } from './boot/start-error.mjs'
import { openDatabaseForCommand } from './postgres/opened.ts'

async function main([target, ...more]: string[]): Promise<void> {
  if (target?.startsWith('-') || more.length > 0) {
    console.error('Usage: npm run backup [-- file.tar.gz]')
    process.exitCode = 2
    return
  }
  if (existsSync('.env')) process.loadEnvFile('.env')
  const dataDir = path.resolve(process.env.JIPP_DATA_DIR || '.data')
  process.env.JIPP_DATA_DIR = dataDir
  const now = new Date()
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  const file = path.resolve(target ?? path.join(dataDir, 'backups', `jipp-${stamp}.tar.gz`))
  if (existsSync(file)) throw new Error(`${file} exists: a backup never overwrites another.`)
  const { url, close } = await openDatabaseForCommand()
  try {
    await migrateDatabase(url)
    process.env.DATABASE_URL = url
    // Only now: it reads the settings when it is loaded.
    const { openFilesOfSite } = await import('#app/platform.server.ts')
    const { tables, files } = await writeBackup({ url, files: openFilesOfSite().store, target: file, now })
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `${path.relative(process.cwd(), file)}: ${Object.keys(tables).length} tables, ${rows} rows, ${files.length} files, ${(statSync(file).size / 1e6).toFixed(1)} MB.`,
    )
    console.log('Keep it away from this machine. It holds personal data; settings and secrets are not in it.')
  } finally {
    await close()
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
