import { expect, test } from 'vitest'
import { readFile } from '#app/domain/attachment/read-file.server.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { undoMerge } from '#app/domain/practice/undo-merge.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { VISITOR } from '#app/domain/shared/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testFiles } from '#tests/support/files.ts'
import { merged } from '#tests/support/merging.ts'
import { pdfOf } from '#tests/support/pdf.ts'
import { castOf } from '../practice/cast.ts'
import { stageOf } from '../practice/stage.ts'
import { attachingOf } from './stage.ts'

const { db } = await testDatabase()
const cast = await castOf(db)
const stage = stageOf(db, cast)
const { as, attached, view } = attachingOf(stage, cast, testFiles())

async function withFile(words: string) {
  const publicId = await stage.draft()
  const fileId = await attached(publicId, `${words}.pdf`, pdfOf({ words }))
  await stage.publish(await stage.verify(await stage.submit(publicId)))
  return { publicId, fileId, name: `${words}.pdf` }
}
const answer = (file: { fileId: string; name: string }) =>
  readFile(as(VISITOR), file).then((found) => ('gone' in found ? 'gone' : found.isPublic ? 'public' : 'draft'))

test('files of both records are read in the survivor and in old versions, until what stands for them is withdrawn', async () => {
  const [from, into] = [await withFile('panduan'), await withFile('templat')]
  const { mergeId } = await merged(
    as(cast.curator),
    { from: from.publicId, into: into.publicId },
    { attachments: 'both' },
  )
  const shown = async (publicId: string, version?: number) =>
    (await readPractice(as(VISITOR), publicId, version)).practice?.attachments.map(({ name }) => name)
  expect(await shown(into.publicId)).toEqual(['templat.pdf', 'panduan.pdf'])
  expect(await shown(from.publicId, 1)).toEqual(['panduan.pdf'])
  expect([await answer(from), await answer(into)]).toEqual(['public', 'public'])

  await undoMerge(as(cast.curator), { mergeId })
  expect(await shown(into.publicId)).toEqual(['templat.pdf'])
  expect([await answer(from), await answer(into)]).toEqual(['public', 'public'])

  await merged(as(cast.curator), { from: from.publicId, into: into.publicId }, { attachments: 'both' })
  // The authors of the survivor go on with the files of both.
  await startRevision(as(cast.author), { practiceId: into.publicId })
  expect((await view(into.publicId)).attachments.map(({ name }) => name)).toEqual(['templat.pdf', 'panduan.pdf'])
  await stage.submit(into.publicId)

  await withdrawPractice(as(cast.curator), { practiceId: into.publicId, reason: 'legal' })
  expect([await answer(from), await answer(into)]).toEqual(['gone', 'gone'])
})
