import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { practiceContent } from '#db/seed/factories/practice.ts'
import type { IndexedDocument } from '#search/engine.ts'
import { toDocument } from '#search/indexes/practices.ts'
import { refusalOf } from '#search/meilisearch/client.server.ts'
import { practiceIndex } from '#search/meilisearch/index.server.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'
import { startMeilisearchDouble } from '#tests/support/meilisearch-double.ts'

/* What the sync relies on, asked of the real Meilisearch and of its double: both must give the same answers. */

const meilisearch = await testMeilisearch()
const double = await startMeilisearchDouble()
afterAll(() => double.close())

function copy(practiceId: string, checksum = 'a'): IndexedDocument {
  const document = toDocument({
    id: practiceId,
    publicId: 'JIPP-97-0001',
    searchVersion: 1,
    firstPublishedAt: new Date('2026-01-02'),
    versionPublishedAt: new Date('2026-01-02'),
    isDemo: false,
    lifeStatus: 'unconfirmed',
    lifeConfirmedOn: null,
    content: practiceContent(),
    checkedByHub: false,
    repeatedElsewhere: false,
    adoptionsRecorded: 0,
    searchTerms: { id: [], en: [] },
    hubSlug: null,
    hub: null,
    agency: 'Pemerintah Kabupaten Contoh Hulu',
    country: 'ID',
    regionCode: '97.01',
    region: 'Kabupaten Contoh Hulu',
    provinceCode: '97',
    province: 'Provinsi Contoh',
  })
  return { document, checksum }
}

describe.each([
  { name: 'the double', target: double as { url: string; key?: string } | undefined },
  { name: 'Meilisearch', target: meilisearch },
])('$name', ({ target }) => {
  const { url, key } = target ?? { url: '' }
  const open = (uid: string) => practiceIndex({ url, ...(key && { key }) }, uid)
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const ended = async (taskUid: unknown) => {
    for (;;) {
      const { body } = await call('GET', `/tasks/${taskUid}`)
      if (body.status === 'succeeded' || body.status === 'failed') return body
    }
  }

  test.skipIf(!target)('makes an index, keeps its settings, and sees when somebody changes them', async () => {
    const index = open('kontrak')
    expect(await index.ensure()).toBe('made')
    expect(await index.ensure()).toBe('level')
    await ended((await call('PATCH', '/indexes/kontrak/settings', { rankingRules: ['words'] })).body.taskUid)
    expect(await index.ensure()).toBe('mended')
    expect(await index.ensure()).toBe('level')
    await ended((await call('DELETE', '/indexes/kontrak')).body.taskUid)
    expect(await index.ensure()).toBe('made')
  })

  test.skipIf(!target)('replaces an index of others, with another key', async () => {
    await ended((await call('POST', '/indexes', { uid: 'asing', primaryKey: 'publicId' })).body.taskUid)
    expect(await open('asing').ensure()).toBe('made')
    expect((await call('GET', '/indexes/asing')).body.primaryKey).toBe('id')
  })

  test.skipIf(!target)('holds what is written, in its last form, without what is removed', async () => {
    const index = open('isi')
    await index.ensure()
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()]
    await index.write({ documents: [copy(one), copy(two), copy(three)], removed: [] })
    await index.write({ documents: [copy(two, 'b')], removed: [three, randomUUID()] })
    expect(await index.versions()).toEqual(
      new Map(
        [
          [one, 'a'],
          [two, 'b'],
        ].sort() as [string, string][],
      ),
    )
    expect(await index.versions([two, three])).toEqual(new Map([[two, 'b']]))
    expect(await index.count()).toBe(2)
  })

  test.skipIf(!target)(
    'refuses a batch with a document whose key it cannot take, and says that it is the document',
    async () => {
      const index = open('racun')
      await index.ensure()
      const fine = randomUUID()
      const error = await index.write({ documents: [copy(fine), copy('bukan/kunci')], removed: [] }).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      expect(refusalOf(error)).toMatchObject({ status: 200, code: 'invalid_document_id' })
      expect(await index.versions()).toEqual(new Map())
    },
  )

  test.skipIf(!target)('swaps two indexes with their documents, and keeps the one that was replaced', async () => {
    const index = open('tukar')
    await index.ensure()
    const [old, fresh] = [randomUUID(), randomUUID()]
    await index.write({ documents: [copy(old)], removed: [] })
    expect(await index.openPrevious()).toBeNull()
    const next = await index.openNext()
    await next.write({ documents: [copy(fresh)], removed: [] })
    expect([...(await index.versions()).keys()]).toEqual([old])
    await next.replaceLive()
    expect([...(await index.versions()).keys()]).toEqual([fresh])
    const previous = await index.openPrevious()
    expect([...(await previous!.versions()).keys()]).toEqual([old])
    await previous!.replaceLive()
    expect([...(await index.versions()).keys()]).toEqual([old])
  })

  test.skipIf(!target)(
    'leaves tasks to the name they were sent to: those before a swap go with the index that leaves',
    async () => {
      const index = open('antre')
      await index.ensure()
      const next = await index.openNext()
      const [before, after] = [randomUUID(), randomUUID()]
      const add = (id: string) => call('POST', '/indexes/antre/documents?primaryKey=id', [{ id, checksum: 'x' }])
      // Three tasks that all wait at once.
      const tasks = [
        await add(before),
        await call('POST', '/swap-indexes', [{ indexes: ['antre', 'antre_beside'] }]),
        await add(after),
      ]
      for (const { status, body } of tasks) {
        expect(status).toBe(202)
        expect(await ended(body.taskUid)).toMatchObject({ status: 'succeeded' })
      }
      expect([...(await index.versions()).keys()]).toEqual([after])
      expect([...(await next.versions()).keys()]).toEqual([before])
    },
  )

  test.skipIf(!target)('fails a swap with an index that is not there, and changes nothing', async () => {
    const index = open('sendiri')
    await index.ensure()
    const one = randomUUID()
    await index.write({ documents: [copy(one)], removed: [] })
    const { body } = await call('POST', '/swap-indexes', [{ indexes: ['sendiri', 'tidak_ada'] }])
    expect(await ended(body.taskUid)).toMatchObject({ status: 'failed', error: { code: 'index_not_found' } })
    expect([...(await index.versions()).keys()]).toEqual([one])
  })

  test.skipIf(!target)(
    'says that an index is not there, and waits for nothing when nothing is to be done',
    async () => {
      const gone = open('hilang')
      expect(refusalOf(await gone.count().catch((error: unknown) => error))).toMatchObject({ code: 'index_not_found' })
      await gone.idle()
    },
  )
})
