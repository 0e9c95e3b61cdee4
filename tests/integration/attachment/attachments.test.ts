import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { describeAttachments } from '#app/domain/attachment/describe-attachments.server.ts'
import { processFile } from '#app/domain/attachment/process-file.server.ts'
import { readFile } from '#app/domain/attachment/read-file.server.ts'
import { sweepFiles } from '#app/domain/attachment/sweep-files.server.ts'
import { readPractice } from '#app/domain/practice/read-practice.server.ts'
import { readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { Conflict, Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testFiles, testFolder } from '#tests/support/files.ts'
import { photoOf } from '#tests/support/malicious-files.ts'
import { pdfOf } from '#tests/support/pdf.ts'
import { docxOf, xlsxOf } from '#tests/support/zip.ts'
import { castOf } from '../practice/cast.ts'
import { NOW, stageOf } from '../practice/stage.ts'
import { attachingOf } from './stage.ts'

const { db } = await testDatabase()
const cast = await castOf(db)
const stage = stageOf(db, cast)
const files = testFiles()
const { as, upload, view, describe: describeAll, attached } = attachingOf(stage, cast, files)

const nameOf = async (publicId: string, fileId: string) =>
  (await stage.contentOf(publicId)).attachments!.find((one) => one.fileId === fileId)!.name

describe('a photo', () => {
  test('is made anew in two formats and three widths: turned, without camera, place or profile, with its colour', async () => {
    const publicId = await stage.draft()
    const source = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#c03020' } })
      .withExif({ IFD0: { Copyright: 'RAHASIA-KAMERA' }, IFD3: { GPSLatitude: '3/1 59/1 0/1', GPSLatitudeRef: 'S' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { fileId, state } = await upload(publicId, 'Kegiatan Posyandu.JPG', source)
    expect(state).toBe('processing')
    expect(await processFile(as(cast.author), { fileId })).toBe('ready')

    const [shown] = (await view(publicId)).attachments
    expect(shown).toMatchObject({
      kind: 'photo',
      name: 'Kegiatan Posyandu.jpg',
      mediaType: 'image/jpeg',
      state: 'ready',
    })
    expect(shown?.photo).toMatchObject({ width: 1200, height: 2400 })
    expect(shown?.photo?.colour).toMatch(/^#[bc][0-9a-f][23][0-9a-f][12][0-9a-f]$/)
    const sizes = shown!.photo!.sizes
    expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['webp', 480, 960],
      ['avif', 480, 960],
      ['webp', 960, 1920],
      ['avif', 960, 1920],
      ['webp', 1200, 2400],
      ['avif', 1200, 2400],
    ])
    for (const { sha256, format, width } of sizes) {
      const made = await files.store.read(sha256)
      const facts = await sharp(made).metadata()
      expect(facts).toMatchObject({ width, format: format === 'avif' ? 'heif' : 'webp' })
      expect([facts.exif, facts.xmp, facts.icc, facts.orientation ?? 1]).toEqual([undefined, undefined, undefined, 1])
      expect(made.includes('RAHASIA-KAMERA')).toBe(false)
    }
  })

  test('that is a program in disguise leaves nothing of it: only pixels pass', async () => {
    const publicId = await stage.draft()
    const photo = await photoOf('jpeg')
    const payload = '*/=alert(document.domain)/*'.repeat(40)
    const comment = Buffer.from([0xff, 0xfe, (payload.length + 2) >> 8, (payload.length + 2) & 255])
    const disguised = Buffer.concat([
      photo.subarray(0, 2),
      comment,
      Buffer.from(payload),
      photo.subarray(2),
      Buffer.from(payload),
    ])
    const { fileId } = await upload(publicId, 'foto.jpg', disguised)
    await processFile(as(cast.author), { fileId })
    const [shown] = (await view(publicId)).attachments
    expect(shown?.photo?.sizes.length).toBeGreaterThan(0)
    for (const { sha256 } of shown!.photo!.sizes)
      expect((await files.store.read(sha256)).includes('alert(document')).toBe(false)
    // What was sent can be asked for by no address.
    const reader = as(cast.author)
    for (const name of ['foto.jpg', '320.jpg', '320.jpeg', '0.webp', '../foto.jpg'])
      await expect(readFile(reader, { fileId, name })).rejects.toThrow(NotFound)
    expect(await readFile(reader, { fileId, name: '320.webp' })).toMatchObject({
      isPublic: false,
      mediaType: 'image/webp',
    })
  })
})

test.each([
  ['Panduan kader.pdf', pdfOf(), 'application/pdf'],
  ['Peraturan.docx', docxOf(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['RAB.xlsx', xlsxOf(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('the document %s is taken as it is, and is ready at once', async (name, content, mediaType) => {
  const publicId = await stage.draft()
  const { state, fileId } = await upload(publicId, name, content)
  expect(state).toBe('ready')
  const found = await readFile(as(cast.author), { fileId, name })
  expect(found).toMatchObject({ mediaType, kind: 'document', isPublic: false })
  expect('sha256' in found && (await files.store.read(found.sha256)).equals(content)).toBe(true)
})

test('the same file sent twice, also at the same time, is one file', async () => {
  const publicId = await stage.draft()
  const content = pdfOf({ words: 'sekali' })
  const both = await Promise.all([upload(publicId, 'a.pdf', content), upload(publicId, 'a.pdf', content)])
  const third = await upload(publicId, 'nama lain.pdf', content)
  expect(new Set([...both, third].map(({ fileId }) => fileId)).size).toBe(1)
  expect((await view(publicId)).attachments).toHaveLength(1)
})

test('captions and descriptions block the submission until they are written; so does a file that is not ready', async () => {
  const publicId = await stage.draft()
  await upload(publicId, 'a.pdf', pdfOf({ words: 'tanpa keterangan' }))
  const { fileId } = await upload(publicId, 'foto.png', await photoOf('png'))
  const gaps = async () => (await readWorkPractice(as(cast.author), publicId)).gaps.map(({ rule }) => rule)
  expect(await gaps()).toEqual(['captionNeeded', 'captionNeeded', 'altNeeded'])
  await expect(stage.submit(publicId)).rejects.toThrow(Invalid)
  await describeAll(publicId)
  expect(await gaps()).toEqual([])
  await expect(stage.submit(publicId)).rejects.toMatchObject({ fieldErrors: { '': ['fileNotReady'] } })
  await processFile(as(cast.author), { fileId })
  await stage.submit(publicId)
})

test('a caption with sixteen digits is held back like any other text', async () => {
  const publicId = await stage.draft()
  await attached(publicId, 'a.pdf', pdfOf({ words: 'nik' }))
  await describeAll(publicId, 'NIK 3201010101010001')
  const { gaps } = await readWorkPractice(as(cast.author), publicId)
  expect(gaps.map(({ rule }) => rule)).toEqual(['fileIdNumber'])
})

test('two people describe at the same time: the later is told, and nothing of the first is lost', async () => {
  const publicId = await stage.draft()
  await attached(publicId, 'a.pdf', pdfOf({ words: 'dua orang' }))
  const { base, attachments } = await view(publicId)
  const words = (caption: string) => [
    { fileId: attachments[0]!.fileId, caption: { id: caption, en: null }, alt: { id: null, en: null } },
  ]
  await describeAttachments(as(cast.author), { practiceId: publicId, base, said: words('pertama') })
  const late = () => describeAttachments(as(cast.coAuthor), { practiceId: publicId, base, said: words('kedua') })
  await expect(late()).rejects.toThrow(Conflict)
  expect((await view(publicId)).attachments[0]!.caption.id).toBe('pertama')
  // The same form sent twice is no conflict.
  await describeAttachments(as(cast.author), { practiceId: publicId, base, said: words('pertama') })
})

test('files are moved and taken out; what a published text names stays', async () => {
  const publicId = await stage.draft()
  for (const words of ['satu', 'dua', 'tiga'])
    await attached(publicId, `${words}.pdf`, pdfOf({ words: `urutan ${words}` }))
  const names = async () => (await view(publicId)).attachments.map(({ name }) => name)
  const act = async (index: number, change: (fileId: string) => object) => {
    const { base, attachments } = await view(publicId)
    await describeAttachments(as(cast.author), {
      practiceId: publicId,
      base,
      said: [],
      act: change(attachments[index]!.fileId) as never,
    })
  }
  await act(2, (move) => ({ move, by: -1 }))
  expect(await names()).toEqual(['satu.pdf', 'tiga.pdf', 'dua.pdf'])
  await act(0, (remove) => ({ remove }))
  expect(await names()).toEqual(['tiga.pdf', 'dua.pdf'])
})

describe('who may read a file', () => {
  const others: [string, Actor][] = [
    ['visitor', VISITOR],
    ['author of another agency', cast.neighbourAuthor],
    ['admin of another agency', cast.neighbourAdmin],
    ['mentor', cast.mentor],
    ['observer', cast.observer],
    ['curator of another hub', cast.otherCurator],
  ]
  const reviewers: [string, Actor][] = [
    ['curator', cast.curator],
    ['hub manager', cast.manager],
    ['national admin', cast.national],
  ]
  const owners: [string, Actor][] = [
    ['author', cast.author],
    ['co-author', cast.coAuthor],
    ['agency admin', cast.admin],
    ['agency head', cast.head],
  ]

  test('follows the draft, the review, the publication and the withdrawal', { timeout: 60_000 }, async () => {
    const publicId = await stage.draft()
    const fileId = await attached(publicId, 'Panduan.pdf', pdfOf({ words: 'pembaca' }))
    const photoId = await attached(publicId, 'foto.jpg', await photoOf('jpeg'))
    const asked = { fileId, name: await nameOf(publicId, fileId) }
    const photo = { fileId: photoId, name: '320.webp' }
    const answer = (actor: Actor, what = asked) =>
      readFile(as(actor), what).then(
        (found) => ('gone' in found ? 'gone' : found.isPublic ? 'public' : 'draft'),
        (error) => (error instanceof NotFound ? 'not found' : String(error)),
      )
    const table = async (list: [string, Actor][]) =>
      Object.fromEntries(
        await Promise.all(
          list.map(async ([who, actor]) => [who, `${await answer(actor)}, ${await answer(actor, photo)}`]),
        ),
      )
    const all = (list: [string, Actor][], word: string) =>
      Object.fromEntries(list.map(([who]) => [who, `${word}, ${word}`]))

    expect(await table(owners)).toEqual(all(owners, 'draft'))
    expect(await table([...reviewers, ...others])).toEqual(all([...reviewers, ...others], 'not found'))

    await stage.submit(publicId)
    expect(await table([...owners, ...reviewers])).toEqual(all([...owners, ...reviewers], 'draft'))
    expect(await table(others)).toEqual(all(others, 'not found'))

    await stage.publish(await stage.verify(publicId))
    const everybody = [...owners, ...reviewers, ...others]
    expect(await table(everybody)).toEqual(all(everybody, 'public'))
    expect((await readPractice(as(VISITOR), publicId)).practice?.attachments).toHaveLength(2)

    // A file that only the next version names is for its readers alone.
    await startRevision(as(cast.author), { practiceId: publicId })
    const next = await attached(publicId, 'Rahasia.pdf', pdfOf({ words: 'versi berikut' }))
    expect(await answer(VISITOR, { fileId: next, name: 'Rahasia.pdf' })).toBe('not found')
    expect(await answer(cast.author, { fileId: next, name: 'Rahasia.pdf' })).toBe('draft')

    await withdrawPractice(as(cast.curator), { practiceId: publicId, reason: 'owner_request' })
    expect(await table(everybody)).toEqual(all(everybody, 'gone'))
    expect(await answer(VISITOR, { fileId: next, name: 'Rahasia.pdf' })).toBe('not found')
  })

  test('nobody adds files to a text that is not theirs, or not in work', async () => {
    const publicId = await stage.draft()
    for (const actor of [VISITOR, cast.neighbourAuthor, cast.mentor, cast.otherCurator, cast.curator])
      await expect(upload(publicId, 'a.pdf', pdfOf(), actor)).rejects.toThrow(NotFound)
    for (const actor of [cast.admin, cast.head])
      await expect(upload(publicId, 'a.pdf', pdfOf(), actor)).rejects.toThrow(Forbidden)
    await stage.submit(publicId)
    await expect(upload(publicId, 'a.pdf', pdfOf())).rejects.toThrow(InvalidTransition)
  })
})

test('a store that is away keeps nothing half and loses no text', async () => {
  const publicId = await stage.draft()
  await attached(publicId, 'ada.pdf', pdfOf({ words: 'sebelum' }))
  const broken = attachingOf(stage, cast, { ...testFiles('/dev/null/tidak-ada'), incoming: testFolder() })
  await expect(broken.upload(publicId, 'b.pdf', pdfOf({ words: 'sesudah' }))).rejects.toMatchObject({
    fieldErrors: { file: ['storeAway'] },
  })
  await broken.describe(publicId, 'Tetap tersimpan')
  const { attachments } = await broken.view(publicId)
  expect(attachments.map(({ caption }) => caption.id)).toEqual(['Tetap tersimpan: ada.pdf'])
})

test('limits of number and sum', async () => {
  const publicId = await stage.draft()
  const several = Array.from({ length: 30 }, (_none, at) => pdfOf({ words: `nomor ${at}` }))
  for (const content of several) await upload(publicId, 'a.pdf', content)
  await expect(upload(publicId, 'a.pdf', pdfOf({ words: 'satu lagi' }))).rejects.toMatchObject({
    fieldErrors: { file: ['tooManyFiles|30'] },
  })
})

test('what nothing names any more is swept away, the rest stays', async () => {
  const own = testFiles()
  const { upload: put, view: seen, as: acting } = attachingOf(stage, cast, own)
  const publicId = await stage.draft()
  const kept = await put(publicId, 'tetap.pdf', pdfOf({ words: 'tetap' }))
  await put(publicId, 'pergi.pdf', pdfOf({ words: 'pergi' }))
  const { fileId } = await put(publicId, 'foto.webp', await photoOf('webp'))
  await processFile(acting(cast.author), { fileId })
  const { base, attachments } = await seen(publicId)
  const gone = attachments.find(({ name }) => name === 'pergi.pdf')!
  await describeAttachments(acting(cast.author), { practiceId: publicId, base, said: [], act: { remove: gone.fileId } })

  const later = new Date(Math.max(Date.now(), NOW.getTime()) + 40 * 86_400_000)
  const swept = await sweepFiles({ ...acting(cast.author, later), actor: { kind: 'system', name: 'sweep_files' } })
  // The document that was taken out, and the photo as it was sent: its sizes are what is served.
  expect(swept.contents).toBe(2)
  const now = await seen(publicId)
  expect(now.attachments.map(({ name }) => name)).toEqual(['tetap.pdf', 'foto.webp'])
  expect(await own.store.has(gone.sha256)).toBe(false)
  for (const sha256 of [
    ...now.attachments.filter((one) => one.fileId === kept.fileId).map((one) => one.sha256),
    ...now.attachments.flatMap(({ photo }) => photo?.sizes.map((size) => size.sha256) ?? []),
  ])
    expect(await own.store.has(sha256)).toBe(true)
})
