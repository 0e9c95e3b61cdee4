import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { readSearch } from '#app/domain/practice/practice-query.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { digestParams } from '#app/domain/saved-search/digest-params.server.ts'
import { matchPublications } from '#app/domain/saved-search/match-publications.server.ts'
import { orderDigests } from '#app/domain/saved-search/order-digests.server.ts'
import { readDigest } from '#app/domain/saved-search/read-digest.server.ts'
import { lookAtSearch, readSavedSearches } from '#app/domain/saved-search/read-saved-search.server.ts'
import { changeSavedSearch, forgetSavedSearch, saveSearch } from '#app/domain/saved-search/save-search.server.ts'
import { unsubscribe } from '#app/domain/saved-search/unsubscribe.server.ts'
import { unsubscribeToken } from '#app/domain/saved-search/unsubscribe-token.server.ts'
import { type Actor, VISITOR } from '#app/domain/shared/context.ts'
import { Forbidden, Invalid, NotFound } from '#app/domain/shared/errors.ts'
import { writeMail } from '#app/i18n/mail.ts'
import { onceKeys, publications, savedSearches, savedSearchMatches, searchDigests, users } from '#db/schema/index.ts'
import { createSearch } from '#search/create.server.ts'
import { followOutbox } from '#search/follow.server.ts'
import { contextAs } from '#tests/support/context.ts'
import { forgetLetters, orderedLetters } from '#tests/support/letters.ts'
import { NOW, practiceStage } from '../practice/stage.ts'

const { db, cast, stage } = await practiceStage()
const SECRET = 'a secret of at least 32 characters'
const SITE = 'https://jipp.example.go.id'
const HOUR = 3_600_000
const DAY = 24 * HOUR
/** NOW is a Sunday at 10.42 WIB: daily mail of what it brought is due on Monday at 07.00, weekly mail too. */
const MONDAY = new Date('2026-11-23T00:30:00Z')

beforeEach(async () => {
  await forgetLetters(db)
  await db.delete(onceKeys)
  await db.delete(searchDigests)
  await db.delete(savedSearches)
  await db.delete(publications)
})

const as = (actor: Actor, now = NOW) => contextAs(db, actor, now)
const save = (actor: Actor, alert: 'off' | 'daily' | 'weekly' = 'daily', search = 'q=lampu jalan', name = 'Lampu') =>
  saveSearch(as(actor, new Date(NOW.getTime() - HOUR)), { search, name, alert })
const search = createSearch({ db })
const match = (now = NOW) => matchPublications({ db, search, now })
const order = (now = MONDAY) => orderDigests({ db, now })
const follow = () => followOutbox(db, false)
/** A practice about street lamps, published at NOW, and its document. */
const publishLamp = async () => {
  const publicId = await stage.published()
  await follow()
  return publicId
}
const newOf = async (actor: Actor) => (await readSavedSearches(as(actor), 'id')).map(({ newCount }) => newCount)
const theDigest = async () => {
  const [digest, ...others] = await db.select().from(searchDigests)
  expect(others).toEqual([])
  if (!digest) throw new Error('there is no digest')
  return digest.id
}
const mailJobs = async () => (await orderedLetters(db)).filter(({ template }) => template === 'search_digest')
const textOf = async (digestId: string, now = MONDAY) => {
  const made = await digestParams({ db, now }, { digestId, secret: SECRET })
  return made && writeMail(made.language, { template: 'search_digest', params: made.params, site: SITE })
}

describe('keeping searches', () => {
  test('the same search is kept once, under its last name', async () => {
    const first = await save(cast.author, 'off', 'page=2&q=lampu+jalan', 'Satu')
    const second = await save(cast.author, 'weekly', 'q=lampu+jalan', 'Dua')
    expect(second.id).toBe(first.id)
    expect(await readSavedSearches(as(cast.author), 'id')).toMatchObject([
      { name: 'Dua', params: 'q=lampu+jalan', alert: 'weekly', newCount: 0 },
    ])
  })

  test('sent twice at once, it is there once', async () => {
    await Promise.all([1, 2, 3].map(() => save(cast.author)))
    expect(await db.select().from(savedSearches)).toHaveLength(1)
  })

  test('fifty are enough', async () => {
    for (let n = 1; n <= 50; n++) await save(cast.author, 'off', `q=kata${n}`)
    await expect(save(cast.author, 'off', 'q=lagi')).rejects.toBeInstanceOf(Invalid)
    expect(await db.select().from(savedSearches)).toHaveLength(50)
    await save(cast.coAuthor, 'off', 'q=lagi')
  })

  test('nobody reaches the searches of another, and visitors have none', async () => {
    const { id } = await save(cast.author)
    const other = as(cast.coAuthor)
    await expect(changeSavedSearch(other, { id, name: 'Milik saya', alert: 'off' })).rejects.toBeInstanceOf(NotFound)
    await forgetSavedSearch(other, { id })
    expect(await readSavedSearches(as(cast.author), 'id')).toMatchObject([{ name: 'Lampu' }])
    expect(await readSavedSearches(other, 'id')).toEqual([])
    const form = { search: '', name: 'x', alert: 'off' } as const
    await expect(saveSearch(as(VISITOR), form)).rejects.toBeInstanceOf(Forbidden)
    const { state } = readSearch(new URLSearchParams('q=lampu jalan'))
    expect(await lookAtSearch(as(VISITOR), state)).toEqual({ params: 'q=lampu+jalan', saved: null })
    await forgetSavedSearch(as(cast.author), { id })
    expect(await db.select().from(savedSearches)).toEqual([])
  })
})

describe('new practices', () => {
  test('are counted until the results were looked at', async () => {
    await save(cast.author, 'off')
    await save(cast.author, 'off', 'q=ternak+sapi', 'Sapi')
    const publicId = await publishLamp()
    await match()
    expect(await newOf(cast.author)).toEqual([1, 0])
    const [lamps] = await readSavedSearches(as(cast.author), 'id')
    expect(lamps?.named).toEqual([{ publicId, title: 'Lampu jalan yang dirawat warga' }])
    const { state } = readSearch(new URLSearchParams('q=lampu jalan&page=1'))
    const looked = await lookAtSearch(as(cast.author, new Date(NOW.getTime() + 1000)), state)
    expect(looked.saved).toEqual({ name: 'Lampu', alert: 'off' })
    expect(await newOf(cast.author)).toEqual([0, 0])
  })

  test('wait for their document, however often they are looked for', async () => {
    await save(cast.author)
    await stage.published()
    expect(await match()).toBe(0)
    await follow()
    expect(await match()).toBe(1)
    expect(await match()).toBe(0)
    expect(await newOf(cast.author)).toEqual([1])
  })

  test('are found once by two processes at the same time', async () => {
    await save(cast.author)
    await publishLamp()
    await Promise.all([match(), match(), match()])
    expect(await db.select().from(savedSearchMatches)).toHaveLength(1)
  })

  test('are tried again when the process died between matching and noting', async () => {
    await save(cast.author)
    await publishLamp()
    await match()
    await db.update(publications).set({ matchedAt: null })
    await match()
    expect(await db.select().from(savedSearchMatches)).toHaveLength(1)
  })

  test('leave out what was published before the search was saved, and what is withdrawn', async () => {
    await publishLamp()
    await saveSearch(as(cast.author, new Date(NOW.getTime() + HOUR)), {
      search: 'q=lampu',
      name: 'Nanti',
      alert: 'off',
    })
    await match()
    expect(await newOf(cast.author)).toEqual([0])
    await save(cast.coAuthor)
    const second = await publishLamp()
    await withdrawPractice(as(cast.curator), { practiceId: second, reason: 'duplicate' })
    expect(await match()).toBe(1)
    expect(await newOf(cast.coAuthor)).toEqual([0])
  })
})

describe('the mail', () => {
  test('is one for all searches of a person, in their language and zone, and sent once', async () => {
    await db.update(users).set({ language: 'en' }).where(eq(users.id, cast.author.userId))
    await save(cast.author, 'daily', 'q=lampu+jalan', 'Lampu')
    await save(cast.author, 'weekly', 'sector=pekerjaan-umum-perumahan', 'Pekerjaan umum')
    await save(cast.author, 'off', 'q=dinas', 'Tanpa kabar')
    await save(cast.coAuthor, 'weekly', 'q=ternak', 'Ternak')
    const publicId = await publishLamp()
    await match()
    expect(await order()).toBe(1)
    expect(await order()).toBe(0)
    expect(await mailJobs()).toHaveLength(1)
    const mail = await textOf(await theDigest())
    expect(mail?.subject).toBe('1 practice published for your searches')
    expect(mail?.text).toContain('Lampu\nhttps://jipp.example.go.id/practices?q=lampu+jalan\n')
    expect(mail?.text).toContain(
      'Pekerjaan umum\nhttps://jipp.example.go.id/practices?sector=pekerjaan-umum-perumahan\n',
    )
    expect(mail?.text).not.toContain('Tanpa kabar')
    expect(mail?.text).toContain(
      `- Street lamps kept by residents (Kabupaten Uji), published 22 Nov 2026, 10:42 WIB\n  ${SITE}/practices/${publicId}`,
    )
    const link = `${SITE}/unsubscribe?token=${unsubscribeToken(SECRET, cast.author.userId)}`
    expect(mail?.unsubscribe).toBe(link)
    expect(mail?.text).toContain(link)
    await db.update(users).set({ language: 'id' }).where(eq(users.id, cast.author.userId))
    expect((await textOf(await theDigest()))?.text).toContain('terbit 22 Nov 2026, 10.42 WIB')
  })

  test('two processes order it once', async () => {
    await save(cast.author)
    await publishLamp()
    await match()
    const ordered = await Promise.all([order(), order(), order()])
    expect(ordered.reduce((sum, n) => sum + n, 0)).toBe(1)
    expect(await mailJobs()).toHaveLength(1)
  })

  test('an order that was cut off in the middle leaves nothing behind and is made anew', async () => {
    await save(cast.author)
    await publishLamp()
    await match()
    await db.execute(sql`create function cut_off() returns trigger language plpgsql as
      'begin raise exception ''the power went away''; end'`)
    await db.execute(sql`create trigger cut_off before insert on once_keys for each row execute function cut_off()`)
    await expect(order()).rejects.toThrow()
    expect(await db.select().from(searchDigests)).toEqual([])
    await db.execute(sql`drop trigger cut_off on once_keys`)
    await db.execute(sql`drop function cut_off`)
    expect(await order()).toBe(1)
    expect(await mailJobs()).toHaveLength(1)
  })

  test('waits for its time, and what comes later that day waits for the next', async () => {
    await save(cast.author, 'daily')
    await publishLamp()
    await match()
    expect(await order(new Date('2026-11-22T12:00:00Z'))).toBe(0)
    expect(await order(new Date('2026-11-22T23:59:00Z'))).toBe(0)
    expect(await order(MONDAY)).toBe(1)
    await db.update(publications).set({ publishedAt: new Date(MONDAY.getTime() + HOUR) })
    await db.update(savedSearchMatches).set({ digestId: null })
    expect(await order(new Date(MONDAY.getTime() + 2 * HOUR))).toBe(0)
    expect(await order(new Date(MONDAY.getTime() + DAY))).toBe(1)
  })

  test('missed days are made up for: what was due is sent when the program is back', async () => {
    await save(cast.author, 'weekly')
    await publishLamp()
    await match()
    expect(await order(new Date('2026-11-25T08:00:00Z'))).toBe(1)
  })

  test('says nothing of what was published while mail was off', async () => {
    const { id } = await save(cast.author, 'off')
    await publishLamp()
    await match()
    const later = new Date(NOW.getTime() + HOUR)
    await changeSavedSearch(as(cast.author, later), { id, name: 'Lampu', alert: 'daily' })
    expect(await order()).toBe(0)
  })

  test('never names what was withdrawn after it was ordered', async () => {
    await save(cast.author)
    const [kept, gone] = [await publishLamp(), await publishLamp()]
    await match()
    await order()
    await withdrawPractice(as(cast.curator), { practiceId: gone, reason: 'legal' })
    const mail = await textOf(await theDigest())
    expect(mail?.text).toContain(kept)
    expect(mail?.text).not.toContain(gone)
    expect(mail?.subject).toBe('1 praktik terbit untuk pencarian Anda')
    await withdrawPractice(as(cast.curator), { practiceId: kept, reason: 'legal' })
    expect(await textOf(await theDigest())).toBeNull()
  })

  test('tells a practice that was published twice once, as a new version', async () => {
    await save(cast.author)
    const publicId = await publishLamp()
    const { id } = await stage.practice(publicId)
    const later = new Date(NOW.getTime() + HOUR)
    await db.insert(publications).values({ practiceId: id, version: 1, publishedAt: later })
    await match()
    await order()
    const digest = await readDigest({ db, now: MONDAY }, await theDigest())
    expect(digest?.digest).toMatchObject({ practices: 1, searches: [{ hits: [{ publicId, isRevision: true }] }] })
  })

  test('is not ordered for closed accounts, and not sent to them', async () => {
    await save(cast.secondAdmin)
    await publishLamp()
    await match()
    await order()
    const close = (disabledAt: Date | null) =>
      db.update(users).set({ disabledAt }).where(eq(users.id, cast.secondAdmin.userId))
    await close(NOW)
    expect(await textOf(await theDigest())).toBeNull()
    await db.delete(searchDigests)
    expect(await order()).toBe(0)
    await close(null)
    expect(await order()).toBe(1)
  })
})

describe('stopping the mail', () => {
  test('by the link: every search falls silent, none is lost, also what is on its way', async () => {
    await save(cast.author)
    await save(cast.coAuthor)
    await publishLamp()
    await match()
    expect(await order()).toBe(2)
    const [digest] = await db.select().from(searchDigests).where(eq(searchDigests.userId, cast.author.userId))
    const link = { secret: SECRET, token: unsubscribeToken(SECRET, cast.author.userId) }
    await unsubscribe(as(VISITOR), link)
    await unsubscribe(as(VISITOR), link)
    expect(await textOf(digest!.id)).toBeNull()
    expect(await readSavedSearches(as(cast.author), 'id')).toMatchObject([{ alert: 'off', newCount: 1 }])
    expect(await readSavedSearches(as(cast.coAuthor), 'id')).toMatchObject([{ alert: 'daily' }])
  })

  test('a forged link stops nothing', async () => {
    await save(cast.author)
    const right = unsubscribeToken(SECRET, cast.author.userId)
    const forged = [
      right.replace(cast.author.userId, cast.coAuthor.userId),
      unsubscribeToken('another secret of 32 characters.', cast.author.userId),
      unsubscribeToken(SECRET, '99999999-9999-4999-8999-999999999999'),
    ]
    for (const token of forged) {
      await expect(unsubscribe(as(VISITOR), { secret: SECRET, token })).rejects.toBeInstanceOf(NotFound)
    }
    expect(await readSavedSearches(as(cast.author), 'id')).toMatchObject([{ alert: 'daily' }])
  })
})
