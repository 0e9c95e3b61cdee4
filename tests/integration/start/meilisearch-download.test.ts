import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { Progress } from '../../../scripts/boot/stages.mjs'
import { downloadMeilisearch } from '../../../scripts/meilisearch/download.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jipp-download-'))
const target = path.join(folder, 'bin', 'meilisearch')
const program = Buffer.alloc(300_000, '#!/bin/sh\nexit 0\n')
const digest = `sha256:${createHash('sha256').update(program).digest('hex')}`
const names = ['linux-amd64', 'linux-aarch64', 'macos-amd64', 'macos-apple-silicon', 'windows-amd64.exe']
let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  rmSync(path.join(folder, 'bin'), { recursive: true, force: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function serve(listener: RequestListener) {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function release(published: string | null): RequestListener {
  return (request, response) => {
    if (request.url === '/file') return response.end(program)
    const browser_download_url = `http://${request.headers.host}/file`
    const assets = names.map((name) => ({
      name: `meilisearch-${name}`,
      size: program.length,
      digest: published,
      browser_download_url,
    }))
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ assets }))
  }
}

test('stores a program that can be run, and reports how far it is', async () => {
  const reports: Progress[] = []
  await downloadMeilisearch(target, (progress) => reports.push(progress), await serve(release(digest)))
  expect(readFileSync(target).equals(program)).toBe(true)
  expect(statSync(target).mode & 0o111).not.toBe(0)
  expect(reports.at(-1)?.fraction).toBe(1)
})

test.each([
  ['another digest', `sha256:${'0'.repeat(64)}`, /does not have the digest/],
  ['no digest', null, /no digest to check against/],
])('a release with %s leaves nothing behind', async (_, published, message) => {
  await expect(downloadMeilisearch(target, () => {}, await serve(release(published)))).rejects.toThrow(message)
  expect(existsSync(target)).toBe(false)
  expect(existsSync(`${target}.partial`)).toBe(false)
})

test('a server that never answers is given up after four seconds', async () => {
  await expect(downloadMeilisearch(target, () => {}, await serve(() => {}))).rejects.toThrow(
    /did not answer within 4 s/,
  )
})

test('a server that cannot be reached is named', async () => {
  await expect(downloadMeilisearch(target, () => {}, 'http://127.0.0.1:9')).rejects.toThrow(/127.0.0.1:9|bad port/)
})
