import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Report } from '../boot/stages.mjs'

/** The release that the search tests ran with. */
const RELEASE = 'https://api.github.com/repos/meilisearch/meilisearch/releases/tags/v1.50.0'
const FIRST_BYTE_MS = 4_000
const STALLED_MS = 15_000
/** A line that needs longer than this is better served by PostgreSQL today; somebody may place the program by hand. */
const TOTAL_MS = 240_000

const ASSETS: Record<string, string> = {
  'linux-x64': 'meilisearch-linux-amd64',
  'linux-arm64': 'meilisearch-linux-aarch64',
  'darwin-x64': 'meilisearch-macos-amd64',
  'darwin-arm64': 'meilisearch-macos-apple-silicon',
  'win32-x64': 'meilisearch-windows-amd64.exe',
}

type Asset = { name: string; size: number; digest?: string | null; browser_download_url: string }

/**
 * Downloads the official program and compares it with the SHA-256 digest that the release publishes.
 * Throws an Error with one short reason; nothing is left behind then.
 */
export async function downloadMeilisearch(target: string, report: Report, release = RELEASE): Promise<void> {
  const wanted = ASSETS[`${process.platform}-${process.arch}`]
  if (!wanted) throw new Error(`no program is published for ${process.platform} on ${process.arch}`)
  const total = AbortSignal.timeout(TOTAL_MS)
  const published = await open(release, total, 'application/vnd.github+json')
  const { assets }: { assets?: Asset[] } = await published.json()
  const asset = assets?.find(({ name }) => name === wanted)
  if (!asset) throw new Error(`the release has no ${wanted}`)
  const expected = /^sha256:([0-9a-f]{64})$/.exec(asset.digest ?? '')?.[1]
  if (!expected) throw new Error('the release publishes no digest to check against')

  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
  const partial = `${target}.partial`
  try {
    const found = await store(await open(asset.browser_download_url, total), partial, asset.size, report)
    if (found !== expected) throw new Error('the downloaded file does not have the digest that the release publishes')
    renameSync(partial, target)
  } finally {
    rmSync(partial, { force: true })
  }
}

/** A response whose headers came in time. */
async function open(url: string, total: AbortSignal, accept = '*/*'): Promise<Response> {
  const first = new AbortController()
  const timer = setTimeout(() => first.abort(), FIRST_BYTE_MS)
  try {
    const response = await fetch(url, {
      headers: { accept, 'user-agent': 'jipp' },
      signal: AbortSignal.any([first.signal, total]),
    })
    if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`)
    return response
  } catch (error) {
    if (first.signal.aborted) throw new Error(`${new URL(url).host} did not answer within ${FIRST_BYTE_MS / 1000} s`)
    const cause = (error as Error).cause as NodeJS.ErrnoException | undefined
    throw cause ? new Error(`${new URL(url).host} cannot be reached (${cause.code ?? cause.message})`) : error
  } finally {
    clearTimeout(timer)
  }
}

/** Writes the body to a file that can be run, and returns its SHA-256. */
async function store(response: Response, file: string, size: number, report: Report): Promise<string> {
  if (!response.body) throw new Error('the download is empty')
  const hash = createHash('sha256')
  let received = 0
  const stalled = new AbortController()
  let timer = setTimeout(() => stalled.abort(), STALLED_MS)
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      clearTimeout(timer)
      timer = setTimeout(() => stalled.abort(), STALLED_MS)
      received += chunk.length
      hash.update(chunk)
      report({
        fraction: received / size,
        note: `downloading ${(received / 1e6).toFixed(0)} of ${(size / 1e6).toFixed(0)} MB`,
      })
      done(null, chunk)
    },
  })
  try {
    const body = Readable.fromWeb(response.body as import('node:stream/web').ReadableStream)
    await pipeline(body, measure, createWriteStream(file, { mode: 0o755 }), { signal: stalled.signal })
    return hash.digest('hex')
  } catch (error) {
    if (stalled.signal.aborted) throw new Error(`the download stood still for ${STALLED_MS / 1000} s`)
    throw error
  } finally {
    clearTimeout(timer)
  }
}
