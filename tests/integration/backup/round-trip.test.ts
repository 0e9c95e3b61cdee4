import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPractice } from '#app/domain/practice/create-practice.server.ts'
import { openFileStore } from '#app/files/file-store.server.ts'
import { BackupRefused, restoreBackup } from '#db/backup/restore-backup.server.ts'
import { writeBackup } from '#db/backup/write-backup.server.ts'
import { createDb } from '#db/client.server.ts'
import { orderJob } from '#db/queries/jobs.server.ts'
import { practiceCounts, practices } from '#db/schema/index.ts'
import { createSearch } from '#search/create.server.ts'
import { practiceQuery } from '#search/engine.ts'
import { rebuildDocuments } from '#search/rebuild.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { merged } from '#tests/support/merging.ts'
import { practiceStage } from '../practice/stage.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'jipp-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const place = (name: string) => path.join(folder, name)

const { db, url, cast, stage } = await practiceStage()
const files = openFileStore({ kind: 'folder', folder: place('files') })
const photo = Buffer.from('not really a photo, but bytes all the same')
const sha256 = createHash('sha256').update(photo).digest('hex')
const whole = place('whole.tar.gz')
const now = new Date('2026-11-22T04:00:00Z')

beforeAll(async () => {
  for (const name of ['draft', 'submitted', 'verified', 'returned'] as const) await stage[name]()
  const { id: practiceId } = await stage.practice(await stage.published())
  await db.insert(practiceCounts).values({ practiceId, day: '2026-11-22', views: 2, visitors: 1 })
  await stage.comment(await stage.verified(), cast.curator)
  await merged(stage.as(cast.curator), { from: await stage.published(), into: await stage.published() })
  await db.transaction((tx) =>
    orderJob(tx, {
      task: 'send_mail',
      payload: {
        letterId: '0198c1de-0000-7000-8000-000000000002',
        to: 'a@contoh.invalid',
        template: 'x',
        language: 'id',
        params: {},
      },
      runAt: new Date('2027-01-01T00:00:00Z'),
    }),
  )
  await files.putBytes(photo, sha256)
  await rebuildDocuments(db)
}, 60_000)

describe('everything that was exported', () => {
  test('comes back into an empty database with the same checksums, files and history included', async () => {
    const first = await writeBackup({ url, files, target: whole, now })
    expect(first.files).toEqual([sha256])
    for (const name of [
      'audit_log',
      'practice_counts',
      'practice_events',
      'practice_revisions',
      'practice_merges',
      'review_comments',
      'outbox',
    ])
      expect(first.tables[`public.${name}`]?.rows, name).toBeGreaterThan(0)
    expect(first.tables['graphile_worker._private_jobs']?.rows).toBeGreaterThan(0)

    const empty = await testDatabase()
    const elsewhere = openFileStore({ kind: 'folder', folder: place('elsewhere') })
    await restoreBackup({ url: empty.url, files: elsewhere, source: whole, workFolder: folder, replace: true })
    const second = await writeBackup({ url: empty.url, files: elsewhere, target: place('again.tar.gz'), now })
    expect(second).toEqual(first)
    expect((await elsewhere.read(sha256)).equals(photo)).toBe(true)

    // It lives: the search finds, people go on, numbers go on where they stopped.
    await rebuildDocuments(empty.db)
    const query = practiceQuery({ limit: 100 })
    const [before, after] = [
      await createSearch({ db }).practices(query),
      await createSearch({ db: empty.db }).practices(query),
    ]
    expect(after.hits.map(({ publicId }) => publicId)).toEqual(before.hits.map(({ publicId }) => publicId))
    const made = await createPractice(contextAs(empty.db, cast.author, now), {
      key: '0198c1de-0000-7000-8000-000000000001',
      brand: 'Sesudah pindah',
      titleId: 'Sesudah pindah',
      sector: 'kesehatan',
    })
    const [taken] = await db.select().from(practices).where(eq(practices.publicId, made.publicId))
    expect(taken).toBeUndefined()
  })

  test('keeps history frozen where it comes back', async () => {
    const target = await testDatabase()
    const store = openFileStore({ kind: 'folder', folder: place('frozen') })
    await restoreBackup({ url: target.url, files: store, source: whole, workFolder: folder, replace: true })
    await expect(target.sql`update audit_log set action = 'x'`).rejects.toThrow()
    await expect(target.sql`delete from practice_revisions where state = 'published'`).rejects.toThrow()
    await expect(target.sql`update practices set agency_id = gen_random_uuid()`).rejects.toThrow()
  })
})

describe('a restore that would harm is refused, and nothing is changed', () => {
  const store = () => openFileStore({ kind: 'folder', folder: place('refused') })
  const restore = (source: string, target = url) =>
    restoreBackup({ url: target, files: store(), source, workFolder: folder, replace: false })

  test('into a database that is in use', async () => {
    const before = await countOf()
    await expect(restore(whole)).rejects.toThrow(/not empty/)
    expect(await countOf()).toEqual(before)
  })

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['of something else', () => Buffer.from('hello')],
    ['empty', () => Buffer.alloc(0)],
  ])('from an archive that is %s', async (name, damage) => {
    const source = place(`${name}.tar.gz`)
    copyFileSync(whole, source)
    writeFileSync(source, damage(readFileSync(whole)))
    const empty = await testDatabase()
    await expect(restore(source, empty.url)).rejects.toThrow(BackupRefused)
    expect((await empty.sql`select count(*)::int as n from practices`)[0]?.n).toBe(0)
  })

  test('from an archive of another version of the schema', async () => {
    const older = await testDatabase()
    await older.sql`update drizzle.__drizzle_migrations set hash = 'older' where id = (select max(id) from drizzle.__drizzle_migrations)`
    const source = place('older.tar.gz')
    await writeBackup({ url: older.url, files, target: source, now })
    const empty = await testDatabase()
    await expect(restore(source, empty.url)).rejects.toThrow(/another version/)
  })

  async function countOf() {
    const client = createDb(url, { max: 1 })
    const rows =
      await client.sql`select (select count(*) from practices) as practices, (select count(*) from audit_log) as audit`
    await client.close()
    return rows[0]
  }
})
