import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bystander } from '#tests/support/bystander.ts'
import { findMeilisearch } from '../../../scripts/meilisearch/find.mjs'
import { startMeilisearch } from '../../../scripts/meilisearch/server.ts'

const program = findMeilisearch('.data')
const home = mkdtempSync(path.join(tmpdir(), 'jipp-left-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

test.skipIf(!program)('takes over the search server that a killed process left behind', async () => {
  const options = { home, program: program!, key: 'kunci-yang-cukup-panjang', port: undefined }
  const first = await startMeilisearch(options)
  const second = await startMeilisearch(options)
  expect(second).toMatchObject({ reused: true, url: first.url })
  await second.stop()
})

test.skipIf(!program)('leaves a Meilisearch alone that has the number by now, but serves other data', async () => {
  const other = bystander('meilisearch', '--db-path=/srv/lain/data.ms')
  const note = { pid: other.pid, port: 1, version: program!.version }
  writeFileSync(path.join(home, 'meilisearch.json'), JSON.stringify(note))
  const server = await startMeilisearch({ home, program: program!, key: 'kunci-yang-cukup-panjang', port: undefined })
  expect(server.reused).toBe(false)
  expect(other.ended()).toBe(false)
  other.end()
  await server.stop()
})
