import { beforeAll, expect, test } from 'vitest'
import { Invalid } from '#app/domain/shared/errors.ts'
import { attachmentMessages } from '#app/i18n/attachments.ts'
import { validationMessage } from '#app/i18n/validation.ts'
import { files as fileTable } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testFiles } from '#tests/support/files.ts'
import { type BadFile, maliciousFiles } from '#tests/support/malicious-files.ts'
import { castOf } from '../practice/cast.ts'
import { stageOf } from '../practice/stage.ts'
import { attachingOf } from './stage.ts'

const { db } = await testDatabase()
const cast = await castOf(db)
const stage = stageOf(db, cast)
const files = testFiles()
const { upload, view } = attachingOf(stage, cast, files)
let bad: BadFile[] = []

beforeAll(async () => {
  bad = await maliciousFiles()
}, 120_000)

/** The sentence that the page shows in Indonesian. */
function sentenceOf(error: unknown): string {
  const key = error instanceof Invalid ? (error.fieldErrors.file?.[0] ?? '') : String(error)
  return validationMessage('id', key, attachmentMessages('id'))
}

test('more than 200 broken and malicious files: none is kept or served, each is refused with its reason', {
  timeout: 240_000,
}, async () => {
  const publicId = await stage.draft()
  const outcomes = []
  for (const { group, name, content } of bad) {
    const taken = await upload(publicId, name, content).then(
      () => 'taken',
      (error: unknown) => error,
    )
    outcomes.push({ group, name, sentence: taken === 'taken' ? null : sentenceOf(taken) })
  }
  const taken = outcomes.filter(({ sentence }) => sentence === null)
  const unclear = outcomes.filter(({ sentence }) => sentence !== null && !/^[A-Z].{25,}\.\)?$/s.test(sentence))
  for (const group of new Set(outcomes.map((one) => one.group))) {
    const list = outcomes.filter((one) => one.group === group)
    const reasons = new Set(list.map(({ sentence }) => sentence)).size
    process.stdout.write(`     ${group}: ${list.length} refused with ${reasons} different reasons\n`)
  }
  process.stdout.write(
    `     ${outcomes.length} uploads, ${taken.length} taken, ${unclear.length} without a clear message\n`,
  )
  expect(taken).toEqual([])
  expect(unclear).toEqual([])
  expect(outcomes.length).toBeGreaterThanOrEqual(200)

  expect(await db.select().from(fileTable)).toEqual([])
  expect((await view(publicId)).attachments).toEqual([])
  const stored = []
  for await (const { sha256 } of files.store.list()) stored.push(sha256)
  expect(stored).toEqual([])
})
