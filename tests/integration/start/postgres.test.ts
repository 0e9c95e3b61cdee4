import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, expect, test } from 'vitest'
import { sweepAbandoned } from '#tests/support/abandoned.ts'
import { bystander } from '#tests/support/bystander.ts'
import { scratchFolder } from '../../../scripts/postgres/account.ts'
import { checkDatabase, ensureDatabase } from '../../../scripts/postgres/database.ts'
import { type PostgresServer, startPostgres } from '../../../scripts/postgres/server.ts'

const home = mkdtempSync(path.join(scratchFolder(), 'jipp-start-'))
const options = { home, password: 'rahasia', port: undefined, flags: ['fsync=off'], initdbFlags: ['--no-sync'] }
const silent = () => {}
let running: PostgresServer | undefined

const start = async (changes: Partial<typeof options> = {}) => {
  running = await startPostgres({ ...options, ...changes })
  return running
}
const run = async (url: string, statement: string) => {
  const sql = postgres(url, { max: 1, onnotice: silent })
  await sql.unsafe(statement).finally(() => sql.end())
}

afterEach(async () => {
  await running?.stop('fast')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('takes over the server that a killed process left behind', async () => {
  const first = await start()
  expect(first.reused).toBe(false)
  const second = await start()
  expect(second).toMatchObject({ reused: true, port: first.port })
  await second.stop()
  await expect(run(second.url('postgres'), 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

test('starts over the note of a server that is gone, whose number belongs to another program', async () => {
  await start()
  const note = path.join(home, 'data', 'postmaster.pid')
  const lines = readFileSync(note, 'utf8').split('\n')
  await running?.stop('immediate')
  writeFileSync(note, [process.pid, ...lines.slice(1)].join('\n'))
  expect((await start()).reused).toBe(false)
})

test('leaves a PostgreSQL alone that has the number by now, but serves other data', async () => {
  await start()
  const note = path.join(home, 'data', 'postmaster.pid')
  const [, ...lines] = readFileSync(note, 'utf8').split('\n')
  await running?.stop('immediate')
  const other = bystander('postgres', '-D', '/srv/lain/data')
  writeFileSync(note, [other.pid, ...lines].join('\n'))
  expect((await start()).reused).toBe(false)
  expect(other.ended()).toBe(false)
  other.end()
})

test('what a killed test run left is swept away; a program that has its number by now is left alone', async () => {
  const prefix = 'jipp-sweep-'
  const left = mkdtempSync(path.join(scratchFolder(), prefix))
  const gone = bystander()
  gone.end()
  const living = bystander()
  await expect.poll(gone.ended).toBe(true)
  writeFileSync(`${left}.pid`, String(gone.pid))
  mkdirSync(path.join(left, 'data'))
  writeFileSync(path.join(left, 'data', 'postmaster.pid'), `${living.pid}\n${left}/data\n`)
  sweepAbandoned(prefix)
  expect([existsSync(left), existsSync(`${left}.pid`)]).toEqual([false, false])
  await sleep(200)
  expect(living.ended()).toBe(false)
  living.end()
})

test('says that the settings do not belong to the data, and leaves nothing running', async () => {
  await expect(start({ password: 'lain' })).rejects.toThrow(/another password/)
  expect(existsSync(path.join(home, 'data', 'postmaster.pid'))).toBe(false)
})

test('the data folder is private', () => {
  expect(statSync(home).mode & 0o077).toBe(0)
})

test('makes a database once, and finds it empty', async () => {
  const server = await start()
  await ensureDatabase(server.url('postgres'), 'jipp')
  await ensureDatabase(server.url('postgres'), 'jipp')
  expect(await checkDatabase(server.url('jipp'), silent)).toMatchObject({ isEmpty: true })
})

test('refuses a database that belongs to something else, and changes nothing there', async () => {
  const server = await start()
  await ensureDatabase(server.url('postgres'), 'asing')
  await run(server.url('asing'), 'create table pelanggan (id int)')
  await expect(checkDatabase(server.url('asing'), silent)).rejects.toThrow(
    /belongs to something else: it has tables \(pelanggan/,
  )
})

test.each([
  ['a database that is not there', (url: string) => url.replace(/jipp$/, 'hilang'), /no database "hilang"/],
  ['a wrong password', (url: string) => url.replace('rahasia', 'keliru'), /refuses this user/],
])('names %s', async (_, change, message) => {
  const server = await start()
  await expect(checkDatabase(change(server.url('jipp')), silent)).rejects.toThrow(message)
})
