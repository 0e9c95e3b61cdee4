import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { uploadFile } from '#app/domain/attachment/upload-file.server.ts'
import { BrokenForm, withUploads } from '#app/http/upload.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testFiles } from '#tests/support/files.ts'
import { pdfOf } from '#tests/support/pdf.ts'
import { castOf } from '../practice/cast.ts'
import { stageOf } from '../practice/stage.ts'
import { attachingOf } from './stage.ts'

const { db } = await testDatabase()
const cast = await castOf(db)
const stage = stageOf(db, cast)
const files = testFiles()
const { as } = attachingOf(stage, cast, files)

const MEGABYTE = 1_000_000
const PIECE = randomBytes(64 * 1024)
const BOUNDARY = 'batas-uji'

/** A document of that many bytes, handed over piece by piece, so that this test holds none of it. */
function* documentOf(bytes: number, words: string): Generator<Buffer> {
  const [head, tail] = pdfOf({ words }).toString('latin1').split('4 0 obj\n')
  yield Buffer.from(`${head}4 0 obj\n<< /Length 1 >>\nstream\n`, 'latin1')
  const end = Buffer.from(`\nendstream\nendobj\n5 0 obj\n${tail}`, 'latin1')
  for (let left = bytes - (head?.length ?? 0) - end.length - 60; left > 0; left -= PIECE.length)
    yield PIECE.subarray(0, Math.min(left, PIECE.length))
  yield end
}

/** A form with one file, as a browser sends it. */
function formOf(name: string, content: Iterable<Buffer>, { isWhole = true } = {}): Request {
  const parts = (function* () {
    yield Buffer.from(
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
    )
    yield* content
    if (isWhole) yield Buffer.from(`\r\n--${BOUNDARY}--\r\n`)
  })()
  const body = new ReadableStream({
    async pull(controller) {
      const { value, done } = parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
      await new Promise((resolve) => setImmediate(resolve))
    },
  })
  const headers = { 'Content-Type': `multipart/form-data; boundary=${BOUNDARY}` }
  return new Request('http://jipp.test/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
}

/** The most memory that this process had above where it began, in megabytes, while `work` went on. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 5)
  await work()
  clearInterval(timer)
  return (most - before) / MEGABYTE
}

test('ten uploads of 20 MB at the same time: memory stays bounded, all arrive whole', {
  timeout: 300_000,
}, async () => {
  const publicId = await stage.draft()
  const size = 19.9 * MEGABYTE
  const taken: string[] = []
  const arriving = await peakOf(() =>
    Promise.all(
      Array.from({ length: 10 }, (_none, at) =>
        withUploads(formOf(`berkas-${at}.pdf`, documentOf(size, `arus ${at}`)), files, async (sent) => {
          expect(sent).toMatchObject([{ name: `berkas-${at}.pdf` }])
          expect('bytes' in sent[0]! && sent[0].bytes).toBeGreaterThan(19 * MEGABYTE)
        }),
      ),
    ),
  )
  const whole = await peakOf(() =>
    Promise.all(
      Array.from({ length: 10 }, (_none, at) =>
        withUploads(formOf(`berkas-${at}.pdf`, documentOf(size, `utuh ${at}`)), files, async (sent) => {
          const [one] = sent
          if (!one || 'fault' in one) throw new Error('nothing arrived')
          // The sum of one practice is less than that: the first five are taken, the others refused in words.
          await uploadFile(as(cast.author), { practiceId: publicId, upload: one }).then(
            ({ fileId }) => taken.push(fileId),
            (error) => expect(error).toMatchObject({ fieldErrors: { file: ['sumTooLarge'] } }),
          )
        }),
      ),
    ),
  )
  process.stdout.write(
    `     10 × 20 MB at once: ${arriving.toFixed(0)} MB more while they arrive, ${whole.toFixed(0)} MB with looking into and storing them\n`,
  )
  expect(taken).toHaveLength(5)
  expect(arriving).toBeLessThan(150)
  expect(whole).toBeLessThan(450)
})

test('a file beyond the limit is read to its end and forgotten; a form that breaks off leaves nothing', {
  timeout: 60_000,
}, async () => {
  await withUploads(formOf('besar.pdf', documentOf(30 * MEGABYTE, 'besar')), files, async (sent) => {
    expect(sent).toEqual([{ name: 'besar.pdf', fault: 'tooLarge' }])
  })
  const broken = formOf('putus.pdf', documentOf(MEGABYTE, 'putus'), { isWhole: false })
  await expect(withUploads(broken, files, async () => undefined)).rejects.toThrow(BrokenForm)
  const none = new Request('http://jipp.test/', { method: 'POST', body: 'a=1' })
  await expect(withUploads(none, files, async () => undefined)).rejects.toThrow(BrokenForm)
  expect(readdirSync(files.incoming)).toEqual([])
})
