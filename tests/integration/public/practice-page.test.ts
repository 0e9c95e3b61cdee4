import { expect, test } from 'vitest'
import { openApiDocument } from '#app/domain/practice/open-api.ts'
import { readComparison, readPractice } from '#app/domain/practice/read-practice.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { readSitemapPractices } from '#app/domain/report/sitemap.server.ts'
import { VISITOR } from '#app/domain/shared/context.ts'
import { NotFound } from '#app/domain/shared/errors.ts'
import { loader as apiLoader } from '#app/routes/api.v1.practices.$practiceId.tsx'
import { loader as pageLoader } from '#app/routes/practices.$practiceId._index.tsx'
import { loader as versionLoader } from '#app/routes/practices.$practiceId.$version.tsx'
import { loader as questionsLoader } from '#app/routes/practices.$practiceId.questions.tsx'
import { contextAs } from '#tests/support/context.ts'
import { routeArgs } from '#tests/support/route-args.ts'
import { NOW, practiceStage } from '../practice/stage.ts'

const { db, cast, stage } = await practiceStage()
const visitor = contextAs(db, VISITOR, NOW)

const page = async (id: string, version?: string) => {
  const answer = version
    ? await versionLoader(routeArgs(visitor, `/practices/${id}/${version}`, { practiceId: id, version }))
    : await pageLoader(routeArgs(visitor, `/practices/${id}`, { practiceId: id }))
  return answer.data
}
const statusOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 200,
    (thrown: { init?: { status: number } }) => thrown.init?.status,
  )
const fromApi = (id: string) => apiLoader(routeArgs(visitor, `/api/v1/practices/${id}`, { practiceId: id }))

test.each(['JIPP-11-9999', 'JIPP-1-1', 'jipp', '\0', 'JIPP-11-0001/v1', ''])('nobody finds "%s"', async (id) => {
  await expect(readPractice(visitor, id)).rejects.toThrow(NotFound)
  expect(await statusOf(page(id))).toBe(404)
  expect((await fromApi(id)).status).toBe(404)
})

test('a practice that was never published does not exist for the public, at any stage', async () => {
  for (const id of [await stage.draft(), await stage.submitted(), await stage.verified(), await stage.returned()]) {
    expect(await statusOf(page(id))).toBe(404)
    expect((await fromApi(id)).status).toBe(404)
    expect(await readComparison(visitor, [id], 'id')).toMatchObject({ practices: [], missing: [id] })
    expect((await readSitemapPractices(visitor, 1)).map(({ publicId }) => publicId)).not.toContain(id)
  }
})

test('a published practice is readable with its facts, and the curator’s check counts as evidence', async () => {
  const id = await stage.published()
  const { practice } = await readPractice(visitor, id)
  expect(practice).toMatchObject({
    publicId: id,
    version: 1,
    latestVersion: 1,
    agency: 'Kabupaten Uji',
    provinceCode: '11',
    evidence: 4,
    hub: { slug: 'hub-uji' },
    adoptions: [],
    adoptionCount: 0,
  })
  const view = await page(id)
  expect(view).toMatchObject({ site: 'http://jipp.test', qr: { size: expect.any(Number) } })
})

test('what is being written stays unseen, and every published version stays readable', async () => {
  const id = await stage.published()
  await startRevision(stage.as(cast.author), { practiceId: id })
  await stage.save(cast.author, id, 'identity', { tagline: { id: 'Kalimat baru yang belum terbit.', en: null } })
  expect((await readPractice(visitor, id)).practice).toMatchObject({ version: 1 })
  expect(await statusOf(page(id, 'v2'))).toBe(404)

  await stage.publish(await stage.verify(await stage.submit(id)))
  const latest = (await readPractice(visitor, id)).practice
  expect(latest).toMatchObject({ version: 2, content: { tagline: { id: 'Kalimat baru yang belum terbit.' } } })
  expect(latest?.versions.map(({ number }) => number)).toEqual([2, 1])
  const first = await page(id, 'v1')
  expect(first.practice).toMatchObject({ version: 1, latestVersion: 2 })
  expect(first.practice.content.tagline.id).not.toBe('Kalimat baru yang belum terbit.')
})

test.each(['v0', 'v01', 'v3', '1', 'v', 'v1x', 'v99999999'])('%s is no version', async (version) => {
  expect(await statusOf(page(await stage.published(), version))).toBe(404)
})

test('a withdrawn practice leaves a tombstone with reason, date and successor at all its addresses', async () => {
  const [id, successor] = [await stage.published(), await stage.published()]
  await withdrawPractice(stage.as(cast.curator), { practiceId: id, reason: 'duplicate', successor })
  const tombstone = { practiceId: id, withdrawnOn: '2026-11-22', reason: 'duplicate', successorId: successor }
  for (const version of [undefined, 'v1']) {
    const thrown = await page(id, version).then(
      () => undefined,
      (error: { init?: { status: number }; data?: unknown }) => error,
    )
    expect(thrown?.init?.status).toBe(410)
    expect(thrown?.data).toMatchObject({ code: 'gone', tombstone })
  }
  const questions = questionsLoader(routeArgs(visitor, `/practices/${id}/questions`, { practiceId: id }))
  expect(await statusOf(questions)).toBe(410)
  const answer = await fromApi(id)
  expect(answer.status).toBe(410)
  expect(await answer.json()).toEqual({
    error: {
      code: 'gone',
      message: 'withdrawn on 2026-11-22',
      withdrawn_on: '2026-11-22',
      reason: 'duplicate',
      successor,
    },
  })
  expect((await readComparison(visitor, [id, successor], 'id')).practices.map(({ publicId }) => publicId)).toEqual([
    successor,
  ])
  expect((await readSitemapPractices(visitor, 1)).map(({ publicId }) => publicId)).not.toContain(id)
})

test('compares four at most, in the order asked for, and says what is missing', async () => {
  const ids = [await stage.published(), await stage.published(), await stage.published(), await stage.published()]
  const [a = '', b = '', c = '', d = ''] = ids
  const five = await readComparison(visitor, [c, a, b, d, 'JIPP-11-9999'], 'id')
  expect(five.practices.map(({ publicId }) => publicId)).toEqual([c, a, b, d])
  expect(five).toMatchObject({ cut: true, missing: [] })
  const two = await readComparison(visitor, [` ${b.toLowerCase()} `, b, 'JIPP-11-9999', 'x'], 'id')
  expect(two.practices.map(({ publicId }) => publicId)).toEqual([b])
  expect(two).toMatchObject({ cut: false, missing: ['JIPP-11-9999'] })
})

test('programs get what the description of the interface promises', async () => {
  const answer = await fromApi(await stage.published())
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*')
  const body = await answer.json()
  const { required } = openApiDocument('').components.schemas.Practice as { required: string[] }
  expect(Object.keys(body)).toEqual(expect.arrayContaining(required))
  expect(body).toMatchObject({
    title: 'Lampu jalan yang dirawat warga',
    title_language: 'id',
    life_status: 'unconfirmed',
  })
})
