import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { addDays } from '#app/domain/shared/dates.ts'
import { Forbidden, NotFound } from '#app/domain/shared/errors.ts'
import { exportPracticeStatistics, exportStatistics } from '#app/domain/statistics/export-statistics.server.ts'
import {
  readPracticeStatistics,
  readStatistics,
  readStatisticsPage,
} from '#app/domain/statistics/read-statistics.server.ts'
import { statisticsFilterSchema } from '#app/domain/statistics/statistics.schema.ts'
import { upsertInstallationValue } from '#db/queries/system.server.ts'
import {
  adoptionCandidates,
  adoptions,
  interests,
  needMatches,
  practiceCounts,
  practiceCountsOfMonths,
  practiceQuestions,
  practices,
} from '#db/schema/index.ts'
import { recordedNeed } from '#db/seed/factories/adoption.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import { practiceStage } from '../practice/stage.ts'

const { db, cast, stage } = await practiceStage()
const NOW = new Date('2026-11-22T03:00:00Z')
const TODAY = '2026-11-22'
const { regency, unit, neighbour, remote, place, otherPlace } = cast.organisations
const titled = (id: string) => practiceContent({ title: { id, en: null } })
const publish = (agencyId: string, hubId: string | null, title: string) =>
  publishedPractice(db, { agencyId, hubId, content: titled(title), now: new Date('2026-01-10T00:00:00Z') })

const lamps = await publish(regency.id, place.id, 'Lampu')
const river = await publish(unit.id, place.id, '=HYPERLINK("http://x.invalid";"Sungai")')
const next = await publish(neighbour.id, otherPlace.id, 'Tetangga')
const alone = await publish(remote.id, null, 'Sendiri')

beforeAll(() => upsertInstallationValue(db, 'counting_since', '2026-02-01'))
beforeEach(async () => {
  await db.delete(practiceCounts)
  await db.delete(practiceCountsOfMonths)
})

const ask = (query: object = {}) => statisticsFilterSchema.parse(query)
const as = (actor: Actor) => ({ ...stage.as(actor, NOW), lang: 'id' as const })
const read = (actor: Actor, query = {}) => readStatistics(as(actor), ask(query))
const idsOf = async (actor: Actor, query = {}) => (await read(actor, query)).practices.map(({ publicId }) => publicId)
const counted = (practiceId: string, day: string, views: number, more = {}) => ({ practiceId, day, views, ...more })

describe('who may see what', () => {
  test('an agency its own practices and those of its units, a hub its own, the national office all', async () => {
    const own = [lamps, river].map(({ publicId }) => publicId).sort()
    for (const actor of [cast.author, cast.admin, cast.head, cast.curator, cast.manager])
      expect((await idsOf(actor)).sort()).toEqual(own)
    expect(await idsOf(cast.unitAuthor)).toEqual([river.publicId])
    expect(await idsOf(cast.otherCurator)).toEqual([next.publicId])
    for (const actor of [cast.national, cast.observer]) expect(await idsOf(actor)).toHaveLength(4)
  })

  test('the national office chooses a hub, or what has none; nobody else does', async () => {
    expect(await idsOf(cast.national, { hub: otherPlace.slug })).toEqual([next.publicId])
    expect(await idsOf(cast.national, { hub: 'none' })).toEqual([alone.publicId])
    expect(await idsOf(cast.national, { hub: 'no-such-hub' })).toHaveLength(4)
    expect((await idsOf(cast.curator, { hub: otherPlace.slug })).sort()).toEqual(
      [lamps.publicId, river.publicId].sort(),
    )
    expect((await read(cast.curator)).hubs).toEqual([])
  })

  test('an observer of a hub sees the hub', async () => {
    const observer = await cast.person('observer', otherPlace)
    expect(await idsOf(observer)).toEqual([next.publicId])
  })

  test('visitors and mentors see nothing', async () => {
    for (const actor of [VISITOR, cast.mentor]) await expect(read(actor)).rejects.toBeInstanceOf(Forbidden)
  })

  test('of one practice: those who see it in the list, once it was published', async () => {
    const of = (actor: Actor, publicId: string) => readPracticeStatistics(as(actor), publicId, ask())
    for (const actor of [cast.author, cast.curator, cast.national, cast.observer])
      expect((await of(actor, lamps.publicId)).title).toBe('Lampu')
    for (const actor of [cast.neighbourAdmin, cast.otherCurator, cast.mentor, cast.unitAuthor, VISITOR])
      await expect(of(actor, lamps.publicId)).rejects.toBeInstanceOf(NotFound)
    await expect(of(cast.author, await stage.draft())).rejects.toBeInstanceOf(NotFound)
    await expect(of(cast.national, 'nonsense')).rejects.toBeInstanceOf(NotFound)
  })
})

describe('figures', () => {
  test('of thirty days: from the first to today, every day, and the sums are those of the practices', async () => {
    await db
      .insert(practiceCounts)
      .values([
        counted(lamps.id, TODAY, 5, { visitors: 3, downloads: 2, citations: 1, comparisons: 4, apiReads: 9 }),
        counted(lamps.id, addDays(TODAY, -29), 7),
        counted(lamps.id, addDays(TODAY, -30), 100),
        counted(river.id, TODAY, 2, { visitors: 1 }),
        counted(next.id, TODAY, 1_000),
      ])
    const { practices: rows, totals, series, span, since } = await read(cast.curator)
    expect(rows.map(({ publicId, views }) => [publicId, views])).toEqual([
      [lamps.publicId, 12],
      [river.publicId, 2],
    ])
    expect(totals).toMatchObject({ views: 14, visitors: 4, downloads: 2, citations: 1, comparisons: 4, apiReads: 9 })
    expect(series).toHaveLength(30)
    expect(series[0]).toMatchObject({ day: addDays(TODAY, -29), views: 7 })
    expect(series.at(-1)).toMatchObject({ day: TODAY, views: 7, visitors: 4 })
    expect(series.reduce((sum, { views }) => sum + views, 0)).toBe(totals.views)
    expect({ span, since }).toEqual({ span: { step: 'day', from: '2026-10-24', to: TODAY }, since: '2026-02-01' })
  })

  test('of twelve months and of all: by month, with what is old', async () => {
    await db
      .insert(practiceCounts)
      .values([
        counted(lamps.id, '2026-11-01', 1),
        counted(lamps.id, '2026-11-22', 2),
        counted(lamps.id, '2025-11-30', 50),
      ])
    await db.insert(practiceCountsOfMonths).values(counted(lamps.id, '2024-03-01', 300))
    const year = await read(cast.curator, { period: '12m' })
    expect(year.series).toHaveLength(12)
    expect(year.series.at(-1)).toMatchObject({ day: '2026-11-01', views: 3 })
    expect(year.totals.views).toBe(3)
    await upsertInstallationValue(db, 'counting_since', '2024-03-15')
    const all = await read(cast.curator, { period: 'all' })
    await upsertInstallationValue(db, 'counting_since', '2026-02-01')
    expect(all.series.filter(({ views }) => views > 0).map(({ day, views }) => [day, views])).toEqual([
      ['2024-03-01', 300],
      ['2025-11-01', 50],
      ['2026-11-01', 3],
    ])
    expect(all.series).toHaveLength(33)
    expect(all.totals.views).toBe(353)
  })

  test('are zero where nothing was counted, and say since when', async () => {
    const view = await readPracticeStatistics(as(cast.author), lamps.publicId, ask())
    expect(Object.values(view.totals).every((figure) => figure === 0)).toBe(true)
    expect(view.since).toBe('2026-02-01')
    await db
      .update(practices)
      .set({ firstPublishedAt: new Date('2026-11-20T18:00:00Z') })
      .where(eq(practices.id, lamps.id))
    expect((await readPracticeStatistics(as(cast.author), lamps.publicId, ask())).since).toBe('2026-11-21')
  })

  test('are ordered by any column, the most first, and come in pages', async () => {
    await db
      .insert(practiceCounts)
      .values([counted(lamps.id, TODAY, 5, { downloads: 1 }), counted(river.id, TODAY, 4, { downloads: 2 })])
    const order = async (sort: string) => (await read(cast.curator, { sort })).practices.map(({ publicId }) => publicId)
    expect(await order('views')).toEqual([lamps.publicId, river.publicId])
    expect(await order('downloads')).toEqual([river.publicId, lamps.publicId])
    expect(await order('title')).toEqual([river.publicId, lamps.publicId])
    const page = await readStatisticsPage(as(cast.curator), ask({ page: '9' }))
    expect({ page: page.page, total: page.total, shown: page.practices.length }).toEqual({
      page: 1,
      total: 2,
      shown: 2,
    })
  })
})

describe('what came of it', () => {
  const day = (date: string) => new Date(`${date}T05:00:00Z`)

  test('needs once each, questions, letters, services and replicas of the period; nothing that is made up', async () => {
    const createdBy = cast.neighbourAuthor.userId
    const need = await recordedNeed(db, { agencyId: neighbour.id, createdBy })
    const other = await recordedNeed(db, { agencyId: neighbour.id, createdBy })
    const invented = await recordedNeed(db, { agencyId: neighbour.id, createdBy, isDemo: true })
    const match = { practiceId: lamps.id, addedBy: createdBy, createdAt: day(TODAY) }
    await db.insert(needMatches).values([
      { ...match, needId: need.id },
      { ...match, needId: invented.id },
      { ...match, needId: other.id, createdAt: day('2025-01-01') },
    ])
    const revisionId = (await stage.practice(lamps.publicId)).live!.id
    const begun = { practiceId: lamps.id, revisionId, agencyId: neighbour.id, leadId: createdBy, step: 8 as const }
    const [adoption, declined] = await db
      .insert(adoptions)
      .values([
        { ...begun, publicId: 'A-2026-0001', needId: need.id, launchedOn: TODAY },
        { ...begun, publicId: 'A-2026-0002', needId: need.id, state: 'declined', endedAt: day(TODAY) },
        { ...begun, publicId: 'A-2026-0003', needId: need.id, agencyId: remote.id, launchedOn: TODAY, isDemo: true },
      ])
      .returning()
    await db.insert(adoptionCandidates).values({ adoptionId: adoption!.id, practiceId: lamps.id, addedAt: day(TODAY) })
    const letter = { letterNumber: '1', letterOn: TODAY, message: 'x', signedBy: createdBy, signedAt: day(TODAY) }
    await db.insert(interests).values([
      { ...letter, adoptionId: adoption!.id },
      { ...letter, adoptionId: declined!.id },
    ])
    const question = { practiceId: lamps.id, askedBy: createdBy, askedFor: neighbour.id, question: 'Berapa biayanya?' }
    await db.insert(practiceQuestions).values([
      { ...question, askedAt: day(TODAY) },
      // One that was asked shortly before the first of thirty days began in Jakarta.
      { ...question, askedAt: new Date('2026-10-23T16:59:59Z') },
      { ...question, askedAt: day(TODAY), hiddenAt: day(TODAY), hiddenBy: createdBy, hiddenReason: 'Salah tempat' },
    ])
    await db
      .update(practices)
      .set({ replicaOfId: lamps.id, firstPublishedAt: day(TODAY) })
      .where(eq(practices.id, next.id))

    const figures = (await read(cast.curator)).practices.find(({ publicId }) => publicId === lamps.publicId)
    expect(figures).toMatchObject({ saves: 1, questions: 1, interests: 1, launches: 1, replicas: 1 })
    const whole = (await read(cast.curator, { period: '12m' })).totals
    expect(whole).toMatchObject({ saves: 1, questions: 2, interests: 1, launches: 1, replicas: 1 })
    await upsertInstallationValue(db, 'counting_since', '2024-03-15')
    expect((await read(cast.curator, { period: 'all' })).totals).toMatchObject({ saves: 2, questions: 2 })
    await upsertInstallationValue(db, 'counting_since', '2026-02-01')
  })
})

describe('files', () => {
  const lines = (text: string) =>
    text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n')

  test('of a hub: every practice, in cells that run nothing', async () => {
    await db.insert(practiceCounts).values([counted(lamps.id, TODAY, 5), counted(river.id, TODAY, 9)])
    const text = await exportStatistics(as(cast.curator), ask())
    const [head, first, second] = lines(text)
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(head).toMatch(/^Nomor,Judul,Instansi,Keadaan,Dari,Sampai,Kunjungan,Pengunjung,Unduhan/)
    expect(first).toMatch(new RegExp(`^${river.publicId},"'=HYPERLINK.*,2026-10-24,2026-11-22,9,0,0,0,0,0,`))
    expect(second).toMatch(new RegExp(`^${lamps.publicId},Lampu,Kabupaten Uji,Terbit,2026-10-24,2026-11-22,5,`))
    expect(lines(await exportStatistics({ ...as(cast.national), lang: 'en' }, ask()))).toHaveLength(5)
  })

  test('of a practice: every day, also those without a view; every month by its name', async () => {
    await db.insert(practiceCounts).values(counted(lamps.id, TODAY, 5, { visitors: 4, apiReads: 3 }))
    const days = lines(await exportPracticeStatistics(as(cast.author), lamps.publicId, ask()))
    expect(days).toHaveLength(31)
    expect(days[0]).toBe('Hari,Kunjungan,Pengunjung,Unduhan,Kutipan,Perbandingan,Dibaca program')
    expect(days.slice(-2)).toEqual(['2026-11-21,0,0,0,0,0,0', '2026-11-22,5,4,0,0,0,3'])
    const months = lines(await exportPracticeStatistics(as(cast.author), lamps.publicId, ask({ period: '12m' })))
    expect(months.slice(-1)).toEqual(['2026-11,5,4,0,0,0,3'])
  })
})
