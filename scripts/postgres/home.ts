import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SettingsFile } from '../boot/settings.ts'
import { canEnter, privateFolder, serverAccount } from './account.ts'

/**
 * Where the database lives: `.data/postgres`. As root the server runs as another account, which may not enter a clone
 * in a private home; then it lives in a system folder that is remembered in the settings.
 */
export function postgresHome(dataDir: string, file: SettingsFile): string {
  const remembered = file.settings.postgres.home
  if (remembered) return remembered
  const inside = path.join(dataDir, 'postgres')
  const account = serverAccount(inside)
  if (!account) return inside
  // The account's group may pass through .data, and see nothing of it.
  chownSync(dataDir, 0, account.gid)
  chmodSync(dataDir, 0o710)
  privateFolder(inside, account)
  if (canEnter(inside, account)) return inside
  rmdirSync(inside)

  const name = `jipp-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`
  for (const parent of ['/var/lib', '/usr/local/var', '/var/tmp', tmpdir()]) {
    const home = path.join(parent, name)
    try {
      if (!existsSync(parent)) continue
      mkdirSync(home, { recursive: true, mode: 0o700 })
      privateFolder(home, account)
    } catch {
      continue
    }
    if (!canEnter(home, account)) continue
    file.settings.postgres.home = home
    file.save()
    return home
  }
  return inside
}
