import path from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { orderWaitingFiles } from '#app/domain/attachment/order-waiting-files.server.ts'
import { processFile } from '#app/domain/attachment/process-file.server.ts'
import { readFile } from '#app/domain/attachment/read-file.server.ts'
import { readServiceStatus } from '#app/domain/report/service-status.server.ts'
import { NotFound } from '#app/domain/shared/errors.ts'
import { clamdScanner, ScannerUnavailable } from '#app/files/scanner.server.ts'
import { auditLog, files as fileTable } from '#db/schema/index.ts'
import { EICAR, startFakeClamd } from '#tests/support/clamd.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testFiles, testFolder } from '#tests/support/files.ts'
import { photoOf } from '#tests/support/malicious-files.ts'
import { pdfOf } from '#tests/support/pdf.ts'
import { docxOf } from '#tests/support/zip.ts'
import { castOf } from '../practice/cast.ts'
import { stageOf } from '../practice/stage.ts'
import { attachingOf } from './stage.ts'

const { db } = await testDatabase()
const cast = await castOf(db)
const stage = stageOf(db, cast)
const system = (now = new Date()) => ({ actor: { kind: 'system', name: 'test' } as const, now })

test('a clean file passes, an infected one is refused with a record of who sent it', async () => {
  const clamd = await startFakeClamd()
  const files = testFiles(undefined, clamd.url)
  const { upload, view } = attachingOf(stage, cast, files)
  const publicId = await stage.draft()
  const clean = pdfOf({ words: 'bersih' })
  expect((await upload(publicId, 'bersih.pdf', clean)).state).toBe('ready')
  expect(clamd.scanned.some((content) => content.equals(clean))).toBe(true)
  const [row] = await db.select().from(fileTable)
  expect(row?.scannedAt).not.toBeNull()

  // The scanner of the test looks at what arrives, packed or not.
  const infected = pdfOf({ words: EICAR })
  await expect(upload(publicId, 'virus.pdf', infected)).rejects.toMatchObject({
    fieldErrors: { file: ['infected|Win.Test.EICAR_HDB-1'] },
  })
  expect((await view(publicId)).attachments.map(({ name }) => name)).toEqual(['bersih.pdf'])
  const refusals = await db.select().from(auditLog).where(eq(auditLog.action, 'practice.refuse_file'))
  expect(refusals).toMatchObject([
    { actorId: cast.author.userId, reason: 'infected|Win.Test.EICAR_HDB-1', data: { name: 'virus.pdf' } },
  ])
  await clamd.stop()
})

test('while clamd is away files wait: not served, not submitted; when it is back they go on, or are refused', {
  timeout: 60_000,
}, async () => {
  const clamd = await startFakeClamd()
  const port = Number(new URL(clamd.url).port)
  await clamd.stop()
  const files = testFiles(undefined, clamd.url)
  const { upload, view, describe, as } = attachingOf(stage, cast, files)
  const publicId = await stage.draft()
  const uploads = {
    document: await upload(publicId, 'Panduan.pdf', pdfOf({ words: 'menunggu' })),
    photo: await upload(publicId, 'foto.jpg', await photoOf('jpeg')),
    letter: await upload(publicId, 'surat.docx', docxOf()),
  }
  expect(Object.values(uploads).map(({ state }) => state)).toEqual(['quarantined', 'quarantined', 'quarantined'])
  await describe(publicId)
  const reader = as(cast.author)
  await expect(readFile(reader, { fileId: uploads.document.fileId, name: 'Panduan.pdf' })).rejects.toThrow(NotFound)
  await expect(stage.submit(publicId)).rejects.toMatchObject({ fieldErrors: { '': ['fileNotReady'] } })
  await expect(processFile(reader, uploads.document)).rejects.toThrow(ScannerUnavailable)
  const { search } = reader
  const status = () => readServiceStatus({ db, search, now: new Date() }, { smtp: true, files })
  expect(await status()).toMatchObject({ files: 'degraded' })

  // Their own jobs may be given up meanwhile: the schedule orders new ones.
  const later = new Date(Date.now() + 20 * 60_000)
  await db.update(fileTable).set({ uploadedAt: new Date() }).where(eq(fileTable.state, 'quarantined'))
  expect(await orderWaitingFiles({ ...reader, ...system(later) })).toBe(3)

  const back = await startFakeClamd({ port })
  const states = []
  for (const { fileId } of Object.values(uploads)) states.push(await processFile(reader, { fileId }))
  expect(states).toEqual(['ready', 'ready', 'ready'])
  expect(await status()).toMatchObject({ files: 'ok' })
  expect(await readFile(reader, { fileId: uploads.document.fileId, name: 'Panduan.pdf' })).toMatchObject({
    kind: 'document',
  })
  expect((await view(publicId)).attachments.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready'])
  await back.stop()
})

test('what the scanner finds later is refused for good and blocks the submission until it is taken out', async () => {
  const clamd = await startFakeClamd()
  const port = Number(new URL(clamd.url).port)
  await clamd.stop()
  const files = testFiles(undefined, clamd.url)
  const { upload, view, describe, as } = attachingOf(stage, cast, files)
  const publicId = await stage.draft()
  const { fileId } = await upload(publicId, 'virus.pdf', pdfOf({ words: EICAR }))
  await describe(publicId)
  const back = await startFakeClamd({ port })
  expect(await processFile(as(cast.author), { fileId })).toBe('refused')
  expect(await processFile(as(cast.author), { fileId })).toBe('refused')
  const [shown] = (await view(publicId)).attachments
  expect(shown).toMatchObject({ state: 'refused', refusal: 'infected|Win.Test.EICAR_HDB-1' })
  await expect(readFile(as(cast.author), { fileId, name: 'virus.pdf' })).rejects.toThrow(NotFound)
  await expect(stage.submit(publicId)).rejects.toMatchObject({ fieldErrors: { '': ['fileRefused'] } })
  await back.stop()
})

test('clamd is spoken to over a socket file as well', async () => {
  const socketPath = path.join(testFolder(), 'clamd.ctl')
  const clamd = await startFakeClamd({ socketPath })
  await expect(clamdScanner(clamd.url).ping()).resolves.toBeUndefined()
  await clamd.stop()
  await expect(clamdScanner(clamd.url).ping()).rejects.toThrow(ScannerUnavailable)
})
