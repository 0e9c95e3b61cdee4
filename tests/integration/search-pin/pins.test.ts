import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { changePin, removePin } from '#app/domain/search-pin/change-pin.server.ts'
import { pinPractice } from '#app/domain/search-pin/pin-practice.server.ts'
import { readPins } from '#app/domain/search-pin/read-pins.server.ts'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { Conflict, Forbidden, type Invalid, NotFound } from '#app/domain/shared/errors.ts'
import { listPinsFor } from '#db/queries/search-pins.server.ts'
import { auditLog, searchPins } from '#db/schema/index.ts'
import { createSearch } from '#search/create.server.ts'
import { practiceQuery } from '#search/engine.ts'
import { pinKeyOf } from '#search/pins.ts'
import { ensureIndexed } from '#search/rebuild.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { NOW, practiceStage } from '../practice/stage.ts'

const { db, cast, stage } = await practiceStage()
const TODAY = '2026-11-22'
let practices: string[] = []
beforeAll(async () => {
  practices = []
  for (let n = 0; n < 4; n++) practices.push(await stage.published())
})
beforeEach(() => db.delete(searchPins))

const as = (actor: Actor, now = NOW) => contextAs(db, actor, now)
/** One after the other: of two that want the same place, the first comes first. */
let pinned = 0
const pin = (actor: Actor, more: Partial<Parameters<typeof pinPractice>[1]> = {}) =>
  pinPractice(as(actor, new Date(NOW.getTime() + 1000 * pinned++)), {
    target: 'lampu jalan',
    practice: practices[0]!,
    position: 1,
    reason: 'Berjalan di tiga kepulauan.',
    expiresOn: '2026-12-31',
    ...more,
  })
const shownFor = async (query: Parameters<typeof practiceQuery>[0], day = TODAY) => {
  const asked = practiceQuery(query)
  return listPinsFor(db, { key: pinKeyOf(asked) ?? '', lang: asked.lang, today: day })
}
const keyOf = async (publicId: string) => (await stage.practice(publicId)).id
const fieldOf = (error: Promise<unknown>) => error.then(undefined, (e: Invalid) => e.fieldErrors)

describe('pinning', () => {
  test('puts a practice on top for the words in any form, with its reason and the hub, and leaves a trace', async () => {
    const { id } = await pin(cast.curator)
    expect(await shownFor({ q: 'Jalan, lampunya' })).toEqual([
      { practiceId: await keyOf(practices[0]!), position: 1, reason: 'Berjalan di tiga kepulauan.', hub: 'Hub Uji' },
    ])
    expect(await shownFor({ q: 'lampu' })).toEqual([])
    const [trace] = await db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(trace).toMatchObject({ action: 'pin.create', actorId: cast.curator.userId, entity: 'search_pin' })
  })

  test('or for the page of one filter value, by its address', async () => {
    const practice = `https://jipp.example.go.id/practices/${practices[1]!.toLowerCase()}`
    await pin(cast.national, { target: 'https://jipp.example.go.id/practices?sector=kesehatan&page=2', practice })
    expect(await shownFor({ filters: { sector: ['kesehatan'] } })).toMatchObject([{ hub: 'JIPP' }])
    expect((await readPins(as(cast.national), 'id')).pins).toMatchObject([
      { kind: 'facet', target: 'sector=kesehatan' },
    ])
  })

  test('for readers of one language only, when wanted', async () => {
    await pin(cast.curator, { language: 'en' })
    expect(await shownFor({ q: 'lampu jalan', lang: 'id' })).toEqual([])
    expect(await shownFor({ q: 'lampu jalan', lang: 'en' })).toHaveLength(1)
  })

  test('ends by itself', async () => {
    await pin(cast.curator, { expiresOn: TODAY })
    expect(await shownFor({ q: 'lampu jalan' })).toHaveLength(1)
    expect(await shownFor({ q: 'lampu jalan' }, '2026-11-23')).toEqual([])
  })

  test('of two hubs shows each practice once and three at most', async () => {
    await pin(cast.curator)
    await pin(cast.curator, { practice: practices[1], position: 2 })
    await pin(cast.otherCurator, { position: 3 })
    await pin(cast.otherCurator, { practice: practices[2], position: 2 })
    await pin(cast.otherCurator, { practice: practices[3], position: 3 })
    const shown = await shownFor({ q: 'lampu jalan' })
    expect(await Promise.all(practices.slice(0, 3).map(keyOf))).toEqual(shown.map(({ practiceId }) => practiceId))
  })

  test('is refused with words at the field that is wrong', async () => {
    const { submitted } = stage
    const draft = await submitted()
    expect(await fieldOf(pin(cast.curator, { practice: draft }))).toEqual({ practice: ['practiceUnknown'] })
    expect(await fieldOf(pin(cast.curator, { practice: 'lampu' }))).toEqual({ practice: ['practiceUnknown'] })
    expect(await fieldOf(pin(cast.curator, { target: 'untuk dan' }))).toEqual({ target: ['targetWords'] })
    const two = '/practices?sector=kesehatan&province=35'
    expect(await fieldOf(pin(cast.curator, { target: two }))).toEqual({ target: ['targetPage'] })
    expect(await fieldOf(pin(cast.curator, { expiresOn: '2026-11-21' }))).toEqual({ expiresOn: ['dateInPast'] })
    expect(await fieldOf(pin(cast.curator, { expiresOn: '2027-11-24' }))).toEqual({ expiresOn: ['overAYear'] })
    await pin(cast.curator, { expiresOn: '2027-11-23' })
    expect(await fieldOf(pin(cast.curator, { target: 'jalan lampu' }))).toEqual({ practice: ['alreadyPinned'] })
    await pin(cast.curator, { practice: practices[1] })
    await pin(cast.curator, { practice: practices[2] })
    expect(await fieldOf(pin(cast.curator, { practice: practices[3] }))).toEqual({ target: ['threePins'] })
  })

  test('sent twice at once, it is there once', async () => {
    const sent = await Promise.allSettled([pin(cast.curator), pin(cast.curator), pin(cast.secondCurator)])
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await shownFor({ q: 'lampu jalan' })).toHaveLength(1)
  })
})

test('a practice that was withdrawn is not shown, and the list says so', async () => {
  const gone = await stage.published()
  await pin(cast.curator, { practice: gone })
  await withdrawPractice(as(cast.curator), { practiceId: gone, reason: 'legal' })
  expect(await shownFor({ q: 'lampu jalan' })).toEqual([])
  expect((await readPins(as(cast.curator), 'id')).pins).toMatchObject([{ publicId: gone, isPublished: false }])
})

describe('changing', () => {
  test('moves, words anew and prolongs, once for each version', async () => {
    const { id } = await pin(cast.curator)
    const change = { id, version: 1, position: 3, reason: 'Siap menerima kunjungan.', expiresOn: '2027-01-31' }
    await changePin(as(cast.manager), change)
    expect(await shownFor({ q: 'lampu jalan' }, '2027-01-31')).toMatchObject([
      { position: 3, reason: 'Siap menerima kunjungan.' },
    ])
    await expect(changePin(as(cast.curator), change)).rejects.toBeInstanceOf(Conflict)
    await expect(removePin(as(cast.curator), { id, version: 1 })).rejects.toBeInstanceOf(Conflict)
    await removePin(as(cast.curator), { id, version: 2 })
    expect(await shownFor({ q: 'lampu jalan' })).toEqual([])
    await pin(cast.curator)
  })

  test('belongs to the own hub, and to the national admin', async () => {
    const { id } = await pin(cast.curator)
    const { id: national } = await pin(cast.national)
    await expect(removePin(as(cast.otherCurator), { id, version: 1 })).rejects.toBeInstanceOf(NotFound)
    await expect(removePin(as(cast.curator), { id: national, version: 1 })).rejects.toBeInstanceOf(NotFound)
    expect((await readPins(as(cast.otherCurator), 'id')).pins).toEqual([])
    expect((await readPins(as(cast.national), 'id')).pins).toHaveLength(2)
    await removePin(as(cast.national), { id, version: 1 })
    expect(await shownFor({ q: 'lampu jalan' })).toMatchObject([{ hub: 'JIPP' }])
    for (const actor of [VISITOR, cast.author, cast.mentor, cast.observer]) {
      await expect(pin(actor)).rejects.toBeInstanceOf(Forbidden)
      await expect(readPins(as(actor), 'id')).rejects.toBeInstanceOf(Forbidden)
    }
  })
})

describe('a search with pins', () => {
  const search = createSearch({ db })
  const find = (query: Parameters<typeof practiceQuery>[0]) => search.practices(practiceQuery(query))
  /** The search asks the clock. */
  const pinNow = (more: Partial<Parameters<typeof pinPractice>[1]>) =>
    pinPractice(as(cast.curator, new Date()), {
      target: 'lampu jalan',
      practice: practices[0]!,
      position: 1,
      reason: 'Berjalan di tiga kepulauan.',
      expiresOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
      ...more,
    })

  test('shows them in their places with the reason, each practice once over all pages, and the true total', async () => {
    await ensureIndexed(db, search)
    const plain = await find({ q: 'lampu jalan' })
    const last = plain.hits.at(-1)!
    await pinNow({ practice: last.publicId })
    const first = await find({ q: 'jalan lampu', limit: 2 })
    expect(first.hits[0]).toMatchObject({ publicId: last.publicId, pinned: { reason: 'Berjalan di tiga kepulauan.' } })
    expect(first.hits[1]!.pinned).toBeNull()
    const second = await find({ q: 'jalan lampu', limit: 2, page: 2 })
    const ids = [...first.hits, ...second.hits].map(({ publicId }) => publicId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(first.total).toBe(plain.total)
  })

  test('counts a pinned practice that the words do not find, and leaves sorted lists alone', async () => {
    await ensureIndexed(db, search)
    await pinNow({ target: 'xilofon' })
    expect(await find({ q: 'xilofon' })).toMatchObject({ total: 1, hits: [{ publicId: practices[0], score: 0 }] })
    expect(await find({ q: 'xilofon', sort: 'newest' })).toMatchObject({ total: 0, hits: [] })
  })
})
