import path from 'node:path'
import { downloadMeilisearch } from '../meilisearch/download.ts'
import { downloadTarget, findMeilisearch, versionOf } from '../meilisearch/find.mjs'
import { accepts, startMeilisearch } from '../meilisearch/server.ts'
import type { SettingsFile } from './settings.ts'
import type { Report } from './stages.mjs'
import { StartError } from './start-error.mjs'

export type SearchEngineChoice =
  | { engine: 'meilisearch'; url: string; key: string | undefined; note: string; stop?: () => Promise<void> }
  | { engine: 'postgres'; note: string; stop?: undefined }

type Wanted = { mode: 'auto' | 'postgres' | 'meilisearch'; url: string | undefined; key: string | undefined }

const DAY_MS = 86_400_000

/** Finds or starts Meilisearch; without one, the engine in PostgreSQL serves and one line says why. */
export async function chooseSearchEngine(
  wanted: Wanted,
  dataDir: string,
  file: SettingsFile,
  report: Report,
): Promise<SearchEngineChoice> {
  if (wanted.mode === 'postgres')
    return { engine: 'postgres', note: 'the PostgreSQL engine serves (JIPP_SEARCH=postgres)' }
  try {
    if (wanted.url) return await givenMeilisearch(wanted.url, wanted.key)
    return await ownMeilisearch(dataDir, file, report)
  } catch (error) {
    const reason = (error as Error).message
    if (wanted.mode === 'auto') return { engine: 'postgres', note: `the PostgreSQL engine serves: ${reason}` }
    throw new StartError(
      `JIPP_SEARCH=meilisearch, but there is none: ${reason}.`,
      'Set MEILISEARCH_URL, put the program `meilisearch` on the PATH, or leave JIPP_SEARCH out.',
    )
  }
}

async function givenMeilisearch(url: string, key: string | undefined): Promise<SearchEngineChoice> {
  if (!(await accepts(url, key))) throw new Error(`${new URL(url).host} does not answer, or refuses MEILISEARCH_KEY`)
  return { engine: 'meilisearch', url, key, note: `Meilisearch at ${new URL(url).host}` }
}

async function ownMeilisearch(dataDir: string, file: SettingsFile, report: Report): Promise<SearchEngineChoice> {
  const { settings, save } = file
  const program = findMeilisearch(dataDir) ?? (await downloaded(dataDir, file, report))
  const home = path.join(dataDir, 'meilisearch')
  const server = await startMeilisearch({
    home,
    program,
    key: settings.meilisearch.key,
    port: settings.meilisearch.port,
  })
  if (settings.meilisearch.port !== server.port) {
    settings.meilisearch.port = server.port
    save()
  }
  const note = `Meilisearch ${program.version} on port ${server.port}${server.reused ? ', taken over' : ''}`
  return { engine: 'meilisearch', url: server.url, key: settings.meilisearch.key, note, stop: server.stop }
}

/** The official program. A failure is remembered for a day, so that the next start does not wait for it again. */
async function downloaded(dataDir: string, file: SettingsFile, report: Report) {
  const { settings, save } = file
  const notBefore = settings.meilisearch.noDownloadBefore
  if (notBefore && Date.parse(notBefore) > Date.now()) {
    throw new Error('no Meilisearch here, and its download failed less than a day ago')
  }
  const target = downloadTarget(dataDir)
  try {
    await downloadMeilisearch(target, report)
    const version = versionOf(target)
    if (!version) throw new Error('the downloaded program does not run on this system')
    return { file: target, version }
  } catch (error) {
    settings.meilisearch.noDownloadBefore = new Date(Date.now() + DAY_MS).toISOString()
    save()
    throw new Error(`no Meilisearch here, and it could not be downloaded (${(error as Error).message})`)
  }
}
