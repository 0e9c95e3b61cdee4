import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { expect, test } from 'playwright/test'
import { scratchFolder } from '../../scripts/postgres/account.ts'
import { type Site, startSite } from '../support/site.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

let dataDir: string
let site: Site

test.beforeAll(() => {
  dataDir = mkdtempSync(path.join(scratchFolder(), 'jipp-e2e-start-'))
})
test.afterAll(async () => {
  await site?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const status = async () => (await fetch(`${site.url}/`)).status

test('starts on an empty folder and answers', async () => {
  site = await startSite(dataDir)
  expect(await status()).toBe(200)
})

test('a second one on the same folder ends with one clear line', async () => {
  await expect(startSite(dataDir)).rejects.toThrow(/Stopped: JIPP runs here already \(process \d+, port \d+\)/)
  expect(await status()).toBe(200)
})

test('after a kill it takes over what was left behind, and is soon back', async () => {
  const { postgres } = JSON.parse(readFileSync(path.join(dataDir, 'settings.json'), 'utf8'))
  await site.kill()
  const started = Date.now()
  site = await startSite(dataDir)
  expect(Date.now() - started).toBeLessThan(30_000)
  expect(await status()).toBe(200)
  const after = JSON.parse(readFileSync(path.join(dataDir, 'settings.json'), 'utf8'))
  expect(after.postgres.port).toBe(postgres.port)
})

test('when asked to stop it answers the open request, stops its database and ends with 0', async () => {
  const { postgres } = JSON.parse(readFileSync(path.join(dataDir, 'settings.json'), 'utf8'))
  const socket = connect(site.port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  socket.write(
    `POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${site.port}\r\nOrigin: ${site.url}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=`,
  )
  await new Promise((resolve) => setTimeout(resolve, 300))
  const stopped = site.stop()
  await new Promise((resolve) => setTimeout(resolve, 300))
  await expect(fetch(`${site.url}/`)).rejects.toThrow()
  socket.write('1')
  expect(await stopped).toBe(0)
  expect(answer).toMatch(/^HTTP\/1.1 [234]\d\d /)
  const database = connect(postgres.port, '127.0.0.1')
  await expect(new Promise((resolve, reject) => database.on('connect', resolve).on('error', reject))).rejects.toThrow()
})
