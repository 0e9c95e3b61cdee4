import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { acquireLock } from '../../../scripts/boot/lock.mjs'
import { openSettings } from '../../../scripts/boot/settings.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jipp-lock-'))
const file = path.join(folder, 'lock.json')

beforeEach(() => rmSync(file, { force: true }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a lock is given back by its owner', () => {
  const release = acquireLock(folder, 4100)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, port: 4100 })
  release()
  expect(existsSync(file)).toBe(false)
})

test('a running owner keeps it, with one line that names process and port', async () => {
  const owner = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)', 'start.mjs'])
  await new Promise((resolve) => owner.once('spawn', resolve))
  writeFileSync(file, JSON.stringify({ pid: owner.pid, port: 4100 }))
  try {
    expect(() => acquireLock(folder, 4101)).toThrow(`JIPP runs here already (process ${owner.pid}, port 4100).`)
  } finally {
    owner.kill()
  }
})

test.each([
  ['a process that is gone', '{"pid":999999999,"port":4100}'],
  ['a process that is another program', `{"pid":${process.ppid},"port":4100}`],
  ['a cut file', '{"pid":'],
])('a lock of %s is taken over', (_, content) => {
  writeFileSync(file, content)
  acquireLock(folder, 4101)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, port: 4101 })
})

test('settings are made once, kept, and readable by their owner only', () => {
  const first = openSettings(folder)
  const second = openSettings(folder)
  expect(second.settings).toEqual(first.settings)
  expect([first.isNew, second.isNew]).toEqual([true, false])
  expect(statSync(path.join(folder, 'settings.json')).mode & 0o777).toBe(0o600)
})

test('broken settings are named, not replaced', () => {
  writeFileSync(path.join(folder, 'settings.json'), '{"version":1}')
  expect(() => openSettings(folder)).toThrow(/settings.json cannot be read/)
  expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toBe('{"version":1}')
})
