import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createSearch } from '#search/create.server.ts'
import { FACETS, type Facet, type PracticeHit, practiceQuery, type Search, SORTS } from '#search/engine.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { testDatabase } from '#tests/support/database.ts'
import { testMeilisearch } from '#tests/support/meilisearch.ts'
import { withCatalogue } from './catalogue.ts'
import { COUNTED_FACETS, countsBySql, nonZero, totalBySql } from './counts.ts'

/*
 * What every search engine must do, asked of both over the same catalogue. Where there is no Meilisearch its half is
 * skipped; the half of PostgreSQL always runs.
 */

const { db } = await testDatabase()
const meilisearch = await testMeilisearch()
await withCatalogue(db)

const engines: { name: string; search: Search; isThere: boolean }[] = [
  { name: 'postgres', search: createSearch({ db }), isThere: true },
  {
    name: 'meilisearch',
    search: createSearch({ db, ...(meilisearch && { meilisearch }) }),
    isThere: meilisearch !== undefined,
  },
]
const brandOf = (hit: PracticeHit | undefined) => hit?.brand.split(' (')[0]
const textOf = (hits: PracticeHit[]) => hits.map(brandOf)

describe.each(engines.filter(({ isThere }) => isThere))('$name', ({ name, search }) => {
  const find = (q: string, more: Parameters<typeof practiceQuery>[0] = {}) =>
    search.practices(practiceQuery({ q, ...more }))

  beforeAll(async () => {
    await ensureIndexed(db, search)
  })

  test('answers itself, with all practices where nothing is asked', async () => {
    const result = await find('', { limit: 100 })
    expect(result).toMatchObject({ engine: name, degraded: false, total: 420 })
    expect(result.hits).toHaveLength(100)
    expect(result.hits.every(({ score, highlights, why }) => score === 0 && highlights.length + why.length === 0)).toBe(
      true,
    )
  })

  describe('facets', () => {
    test('count the whole catalogue as the database does', async () => {
      const { facets } = await find('', { limit: 1 })
      for (const facet of COUNTED_FACETS) {
        expect(nonZero(facets[facet]), facet).toEqual(await countsBySql(db, facet, {}))
      }
      expect(facets.award.find(({ value }) => value === 'kipp-top-99')!.count).toBeGreaterThan(60)
    })

    test('agree with the database on random choices; a facet is not reduced by its own choice', async () => {
      const { facets } = await find('', { limit: 1 })
      const choose = (facet: Facet) =>
        fc.subarray(
          facets[facet].map(({ value }) => value),
          { maxLength: 3 },
        )
      const choices = fc.record(
        {
          province: choose('province'),
          sector: choose('sector'),
          form: choose('form'),
          year: choose('year'),
          district: choose('district'),
        },
        { requiredKeys: [] },
      )
      await fc.assert(
        fc.asyncProperty(choices, async (choice) => {
          const result = await find('', { filters: choice, limit: 1 })
          expect(result.total).toBe(await totalBySql(db, choice))
          for (const facet of COUNTED_FACETS) {
            expect(nonZero(result.facets[facet]), facet).toEqual(await countsBySql(db, facet, choice))
          }
        }),
        { numRuns: 25 },
      )
    })

    test('list the districts of the chosen province only', async () => {
      const { facets } = await find('', { filters: { province: ['35'] }, limit: 1 })
      expect(facets.district.length).toBeGreaterThan(10)
      expect(facets.district.every(({ value }) => value.startsWith('35.'))).toBe(true)
    })

    test('keep a chosen value that finds nothing', async () => {
      const { facets, total } = await find('', { filters: { province: ['35'], district: ['33.74'] }, limit: 1 })
      expect(total).toBe(0)
      expect(facets.district).toContainEqual({ value: '33.74', count: 0 })
    })

    test('add up to the hits of a word, over all pages', async () => {
      const { facets, total } = await find('sampah', { limit: 1 })
      expect(facets.sector.reduce((sum, { count }) => sum + count, 0)).toBe(total)
      const reduced = await find('sampah', { limit: 1, filters: { sector: ['lingkungan-hidup'] } })
      expect(reduced.total).toBe(facets.sector.find(({ value }) => value === 'lingkungan-hidup')!.count)
      expect(reduced.facets.sector).toEqual(facets.sector)
    })

    test('are sorted, largest first', async () => {
      const { facets } = await find('')
      for (const facet of FACETS) {
        const counts = facets[facet].map(({ count }) => count)
        expect(counts).toEqual([...counts].sort((a, b) => b - a))
      }
    })
  })

  describe('pages', () => {
    test.each(SORTS)('sorted by %s hold every hit once', async (sort) => {
      for (const q of ['', 'kesehatan']) {
        const first = await find(q, { sort, limit: 30 })
        const ids: string[] = []
        for (let page = 1; page <= Math.ceil(first.total / 30); page++) {
          const { hits, total } = await find(q, { sort, limit: 30, page })
          expect(total).toBe(first.total)
          ids.push(...hits.map(({ publicId }) => publicId))
        }
        expect(ids).toHaveLength(first.total)
        expect(new Set(ids).size).toBe(first.total)
      }
    })

    test('turned one after the other hold every hit once, whatever else is said of them', async () => {
      for (const sort of SORTS) {
        const { total } = await find('kesehatan', { sort, limit: 1 })
        const seen: string[] = []
        for (let page = 1; ; page++) {
          const { hits, more } = await find('kesehatan', { sort, limit: 30, page, seen: seen.slice(-60) })
          seen.push(...hits.map(({ publicId }) => publicId))
          if (!more) break
        }
        expect(seen).toHaveLength(total)
        expect(new Set(seen).size).toBe(total)
      }
    })

    test('are the same twice, and of any size', async () => {
      const big = await find('pelayanan masyarakat', { limit: 60 })
      const small = await Promise.all([1, 2, 3].map((page) => find('pelayanan masyarakat', { limit: 20, page })))
      expect(small.flatMap(({ hits }) => hits.map(({ publicId }) => publicId))).toEqual(
        big.hits.map(({ publicId }) => publicId),
      )
    })

    test('beyond the last are empty, with the true total', async () => {
      for (const page of [50, 9_999]) {
        expect(await find('sampah', { page })).toMatchObject({ hits: [], total: (await find('sampah')).total })
        expect(await find('', { page })).toMatchObject({ hits: [], total: 420 })
      }
    })
  })

  describe('sorts', () => {
    test('by adoptions and by confirmation', async () => {
      const adopted = (await find('', { sort: 'adopted', limit: 100 })).hits.map(({ adoptions }) => adoptions)
      expect(adopted[0]).toBeGreaterThan(1)
      expect(adopted).toEqual([...adopted].sort((a, b) => b - a))
      const confirmed = (await find('puskesmas', { sort: 'confirmed' })).hits
      expect(confirmed.length).toBeGreaterThan(5)
    })

    test('newest first, and then those that started last', async () => {
      const years = (await find('', { sort: 'newest', limit: 100 })).hits.map(({ startYear }) => startYear ?? 0)
      expect(years).toEqual([...years].sort((a, b) => b - a))
    })
  })

  describe('words', () => {
    test.each([
      ['telor dadar 112', 'Telor Dadar 112'],
      ['TELOR DADAR', 'Telor Dadar 112'],
      ['telur dadar', 'Telor Dadar 112'],
      ['si perut laper', 'SI PERUT LAPER'],
      ['pak dalman', 'PAK DALMAN'],
      ['pakdalman', 'PAK DALMAN'],
      ['gancang aron', 'Gancang Aron'],
      ['ayunda si menik', 'Ayunda Si Menik Makan Sego Ceting'],
      ['kelas perahu', 'Kelas Perahu'],
      ['antrean puskesmas', 'Antrean Online Puskesmas Penjaringan'],
      ['nomor darurat', 'Telor Dadar 112'],
      ['peta lahan perkebunan', 'SI PERUT LAPER'],
      ['obat diantar ojek', 'Gancang Aron'],
      ['pemilihan kepala desa elektronik', 'Model Pelaksanaan Pilkades melalui e-Voting'],
      ['e-voting', 'Model Pelaksanaan Pilkades melalui e-Voting'],
      ['school dropouts', 'Garda Ampuh'],
      ['maternal mortality at childbirth', 'AKINO'],
    ])('%s finds %s among the first three', async (q, brand) => {
      expect(textOf((await find(q, { limit: 3 })).hits)).toContain(brand)
    })

    test.each([
      ['sampah', 15],
      ['akta kelahiran pulau', 10],
      ['birth certificate', 8],
      ['pelayanan untuk penyandang disabilitas', 5],
      ['stunting', 20],
    ])('%s finds at least %i, each with the words in it', async (q, least) => {
      const { hits, total } = await find(q)
      expect(total).toBeGreaterThanOrEqual(least)
      for (const hit of hits) {
        expect(hit.why.length, hit.brand).toBeGreaterThan(0)
        // What only the search terms of curators say is not shown.
        const isMarked = hit.highlights.some(({ text }) => text.some(({ mark }) => mark))
        expect(isMarked || hit.why.every((field) => field === 'terms'), hit.brand).toBe(true)
        expect(hit.score).toBeGreaterThan(0)
        expect(hit.score).toBeLessThanOrEqual(1)
      }
      expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a))
    })

    test('find good titles among the first', async () => {
      const titles = (await find('birth certificate', { limit: 3 })).hits.map(({ title }) => title.en)
      expect(titles.join()).toMatch(/birth certificate/i)
    })

    test.each([
      ['melayani', 'pelayanan'],
      ['menangani longsor', 'penanganan longsor'],
      ['antrian', 'antrean'],
      ['mengantre', 'antrean'],
      ['Bank-Sampah', 'bank sampah'],
      ['DISABILITAS', 'disabilitas'],
    ])('%s finds what %s finds', async (q, same) => {
      const [one, other] = [await find(q, { limit: 50 }), await find(same, { limit: 50 })]
      expect(one.total).toBeGreaterThan(0)
      expect(textOf(one.hits).sort()).toEqual(textOf(other.hits).sort())
    })

    test.each([
      ['puskesms', 'puskesmas'],
      ['smapah', 'sampah'],
      ['stuntng', 'stunting'],
      ['banyuwngi', 'banyuwangi'],
      ['difabl', 'difabel'],
    ])('%s is mended to %s', async (q, to) => {
      const result = await find(q)
      expect(result.understood.corrected).toContainEqual({ from: q, to })
      expect(result.total).toBeGreaterThan(2)
    })

    test('say what else was searched', async () => {
      const { understood } = await find('MPP')
      expect(understood).toMatchObject({ words: ['mpp'], corrected: [] })
      expect(understood.also).toContain('mal pelayanan publik')
    })

    test('nowhere in the catalogue find nothing', async () => {
      for (const q of ['xyzzyxqq', 'qqqq wwww', 'مرحبا', '你好']) {
        expect(await find(q)).toMatchObject({ total: 0, hits: [] })
      }
    })

    test('of a long statement find those that have most of it', async () => {
      const q =
        'ibu hamil risiko tinggi di desa terpencil meninggal saat melahirkan karena terlambat dibawa ke puskesmas oleh keluarga'
      const { hits } = await find(q)
      expect(hits.length).toBeGreaterThan(4)
      expect(hits.slice(0, 3).every(({ sector }) => sector === 'kesehatan')).toBe(true)
    })
  })

  describe('highlights', () => {
    test('mark the words in their forms, and name the section', async () => {
      const hit = (await find('antrean puskesmas')).hits.find(({ brand }) => brand.startsWith('Antrean Online'))!
      const title = hit.highlights.find(({ field }) => field === 'title')!
      expect(title.text.filter(({ mark }) => mark).map(({ text }) => text)).toEqual(['antrean', 'puskesmas'])
      expect(title.text.map(({ text }) => text).join('')).toBe(hit.title.id)
      expect(hit.why).toEqual(expect.arrayContaining(['brand', 'title', 'problem']))
      expect(hit.highlights.some(({ field }) => field !== 'title' && field !== 'brand')).toBe(true)
    })

    test('come in the language of the reader where there is one', async () => {
      const [hit] = (await find('birth certificate', { lang: 'en' })).hits
      expect(hit!.highlights.find(({ field }) => field === 'title')!.lang).toBe('en')
      expect(hit!.highlights.at(-1)!.lang).toBe('en')
    })
  })

  describe('bad input', () => {
    const nasty = [
      '\u0000',
      'sampah\u0000bank',
      "' or 1=1 --",
      '"; drop table practices; --',
      ':* & | ! <-> ()',
      "sampah:* & !akta | 'desa",
      '\\',
      '%',
      '_'.repeat(100),
      'a'.repeat(8_000),
      'sampah '.repeat(1_200),
      '🙂🏳️‍🌈',
      '\ud800',
      'id = 1 OR id IN ["x"]',
      '-sampah "bank sampah"',
      '<script>alert(1)</script>',
    ]
    test.each(nasty.map((q) => [JSON.stringify(q).slice(0, 40), q] as const))('%s is answered', async (_, q) => {
      const result = await find(q)
      expect(result.engine).toBe(name)
      expect(result.total).toBeGreaterThanOrEqual(0)
    })

    test('in filters finds nothing and harms nothing', async () => {
      const values = ['"] OR id EXISTS', "35' or true --", '\u0000', '\\"', 'x'.repeat(5_000), '{35}', '35,33']
      for (const facet of FACETS) {
        for (const value of values) {
          expect(await find('', { filters: { [facet]: [value] } })).toMatchObject({ total: 0, engine: name })
        }
      }
      expect((await find('')).total).toBe(420)
    })

    test('of any kind never throws', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (q) => {
          expect((await find(q, { limit: 1 })).engine).toBe(name)
        }),
        { numRuns: 40 },
      )
    })
  })
})

describe.skipIf(!meilisearch)('both engines', () => {
  test.each([
    'antrean puskesmas',
    'akta kelahiran pulau',
    'warga sulit mengurus KTP karena jauh dari kantor',
    'reduce maternal mortality in remote villages',
    'kotoran sapi jadi pupuk',
    'pekerja migran ilegal calo',
    'puskesms kliling',
    'pelayanan',
  ])('find the same for %s, in the same order, with the same counts', async (q) => {
    const [postgres, other] = await Promise.all(
      engines.map(({ search }) => search.practices(practiceQuery({ q, limit: 40 }))),
    )
    expect(other!.engine).toBe('meilisearch')
    expect(other!.total).toBe(postgres!.total)
    expect(other!.facets).toEqual(postgres!.facets)
    expect(textOf(other!.hits)).toEqual(textOf(postgres!.hits))
  })
})
