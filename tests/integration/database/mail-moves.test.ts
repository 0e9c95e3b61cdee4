import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'
import { createDb } from '#db/client.server.ts'
import { migrateDatabase } from '#db/migrate.server.ts'
import { onceKeys } from '#db/schema/index.ts'
import { orderedLetters } from '#tests/support/letters.ts'

const BEFORE = 9
const folder = mkdtempSync(path.join(tmpdir(), 'jipp-migrations-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('letters that waited in the old queue are sent by the new one, and what was sent once stays sent once', async () => {
  const { url } = inject('testServer')
  const name = `jipp_moves_${process.pid}`
  const maintenance = postgres(url, { max: 1, onnotice: () => {} })
  const own = new URL(url)
  own.pathname = `/${name}`
  await maintenance.unsafe(`create database "${name}"`)
  try {
    cpSync('db/migrations', folder, { recursive: true })
    const journal = path.join(folder, 'meta', '_journal.json')
    const all = JSON.parse(readFileSync(journal, 'utf8'))
    const entries = all.entries.filter(({ idx }: { idx: number }) => idx <= BEFORE)
    writeFileSync(journal, JSON.stringify({ ...all, entries }))
    await migrateDatabase(own.href, folder)
    const sql = postgres(own.href, { max: 1, onnotice: () => {} })
    const letter = { to: 'a@b.id', template: 'password_reset', language: 'id', params: { name: 'Rani' } }
    const [waiting] = await sql`insert into jobs (kind, payload) values ('mail', ${sql.json(letter)}) returning id`
    await sql`insert into jobs (kind, payload, done_at, unique_key) values ('mail', '{}', now(), 'sent:1')`
    await sql`insert into jobs (kind, payload, dead_at) values ('mail', '{}', now())`
    await sql.end()
    await migrateDatabase(own.href)
    const { db, close } = createDb(own.href, { max: 1 })
    expect(await orderedLetters(db)).toEqual([{ ...letter, letterId: waiting?.id }])
    expect(await db.select({ key: onceKeys.key }).from(onceKeys)).toEqual([{ key: 'sent:1' }])
    await close()
  } finally {
    await maintenance.unsafe(`drop database if exists "${name}" with (force)`)
    await maintenance.end()
  }
})
