import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { scratchFolder } from '../../scripts/postgres/account.ts'
import { startSite } from './site.ts'

/** One site for the whole browser run; SITE_URL and SITE_PASSWORD name one that runs already. */
export default async function setup() {
  if (process.env.SITE_URL) return undefined
  const dataDir = mkdtempSync(path.join(scratchFolder(), 'jipp-e2e-'))
  process.env.SITE_PASSWORD = 'contoh-kata-sandi'
  // One trusted proxy: tests may speak from addresses of their own, so that limits by address do not add up.
  const site = await startSite(dataDir, { JIPP_DEMO_PASSWORD: process.env.SITE_PASSWORD, TRUST_PROXY: '1' })
  process.env.SITE_URL = site.url
  process.env.SITE_DATA_DIR = dataDir
  return async () => {
    await site.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
