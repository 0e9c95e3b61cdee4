import { beforeAll, describe, expect, test } from 'vitest'
import { assertLife } from '#app/domain/practice/assert-life.server.ts'
import { listReviewQueue } from '#app/domain/practice/read-queue.server.ts'
import { readReview } from '#app/domain/practice/read-review.server.ts'
import { listOwnPractices, readPreview, readSection, readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { queueFilterSchema } from '#app/domain/practice/review.schema.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { practiceWorkItems } from '#app/domain/practice/work-items.server.ts'
import { Forbidden, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { publishedPractice } from '#db/seed/factories/practice.ts'
import type { Cast } from './cast.ts'
import { NOW, practiceStage } from './stage.ts'

const WHOLE = queueFilterSchema.parse({})

const { db, cast, stage } = await practiceStage()
/** One practice of the regency in each state, all written by `author`. */
let ids: Record<'draft' | 'submitted' | 'verified' | 'returned' | 'published' | 'revised', string>

beforeAll(async () => {
  const revised = await stage.published()
  await startRevision(stage.as(cast.author), { practiceId: revised })
  ids = {
    draft: await stage.draft(),
    submitted: await stage.submitted(),
    verified: await stage.verified(),
    returned: await stage.returned(),
    published: await stage.published(),
    revised,
  }
})

type Name = keyof Cast & keyof typeof cast

describe('who knows of which practice', () => {
  const all = ['draft', 'submitted', 'verified', 'returned', 'published', 'revised'] as const
  const sentIn = all.filter((name) => name !== 'draft')
  const expected: [Name, readonly string[]][] = [
    ['author', all],
    ['coAuthor', all],
    ['admin', all],
    ['head', all],
    ['curator', sentIn],
    ['manager', sentIn],
    ['national', sentIn],
    ['unitAuthor', []],
    ['neighbourAuthor', []],
    ['otherCurator', []],
    ['mentor', []],
    ['observer', []],
  ]
  test.each(expected)('%s: %j, in lists and by address alike', async (who, names) => {
    const ctx = stage.as(cast[who] as Cast['author'])
    const listed = (await listOwnPractices(ctx, { page: 1 })).practices.map((row) => row.publicId)
    for (const name of all) {
      const seen = await readWorkPractice(ctx, ids[name]).then(
        () => true,
        (error) => {
          expect(error).toBeInstanceOf(NotFound)
          return false
        },
      )
      expect({ name, seen, listed: listed.includes(ids[name]) }).toEqual({
        name,
        seen: names.includes(name),
        listed: names.includes(name),
      })
    }
  })

  test('the parent agency sees the practices of its units', async () => {
    const id = await stage.draft(cast.unitAuthor)
    await readWorkPractice(stage.as(cast.admin), id)
  })

  test('a new draft of a published practice is not read outside its agency before it is sent in', async () => {
    await readPreview(stage.as(cast.admin), ids.revised)
    await expect(readPreview(stage.as(cast.curator), ids.revised)).rejects.toThrow(Forbidden)
    const seen = await readWorkPractice(stage.as(cast.curator), ids.revised)
    expect(seen.authors).toEqual([])
  })

  test('an address that is no public number is unknown', async () => {
    await expect(readWorkPractice(stage.as(cast.author), "x' or 1=1")).rejects.toThrow(NotFound)
  })
})

describe('the editor', () => {
  test('shows its writers the section as it is', async () => {
    const view = await readSection(stage.as(cast.coAuthor), ids.draft, 'background')
    expect(view.entries).toContainEqual(['problem.id', 'Lampu jalan padam berbulan-bulan.'])
    expect(view.base).toBe(await stage.baseOf(ids.draft, 'background'))
    expect(view.can.edit).toBe(true)
  })

  test('stays readable while the text is reviewed, closed once it is published', async () => {
    expect((await readSection(stage.as(cast.author), ids.submitted, 'summary')).can.edit).toBe(false)
    await expect(readSection(stage.as(cast.author), ids.published, 'summary')).rejects.toThrow(InvalidTransition)
    await expect(readSection(stage.as(cast.admin), ids.draft, 'summary')).rejects.toThrow(Forbidden)
  })
})

describe('the review', () => {
  test('holds both contents, and tells who may judge', async () => {
    const view = await readReview(stage.as(cast.curator), ids.verified, { lang: 'id' })
    expect(view).toMatchObject({ stage: 'substance', may: true, own: false, before: null, requiredOpen: 0 })
    expect(view?.after.brand).toBe('PELITA CONTOH')
    expect(await readReview(stage.as(cast.admin), ids.verified, { lang: 'id' })).toMatchObject({
      may: false,
      own: true,
    })
    expect(await readReview(stage.as(cast.curator), ids.submitted, { lang: 'id' })).toMatchObject({
      stage: 'documents',
      may: false,
    })
    expect(await readReview(stage.as(cast.curator), ids.published, { lang: 'id' })).toBeNull()
    expect(await readReview(stage.as(cast.curator), ids.returned, { lang: 'id' })).toBeNull()
  })

  test('each hat has its own queue', async () => {
    const queueOf = async (who: Cast['author']) => {
      const { texts, lives } = await listReviewQueue(stage.as(who), WHOLE)
      return { texts: texts.map((row) => row.publicId), lives: lives.map((row) => row.publicId) }
    }
    expect(await queueOf(cast.admin)).toEqual({ texts: [ids.submitted], lives: [] })
    expect(await queueOf(cast.curator)).toEqual({ texts: [ids.verified], lives: [] })
    expect(await queueOf(cast.national)).toEqual({ texts: [], lives: [] })
    expect(await queueOf(cast.otherCurator)).toEqual({ texts: [], lives: [] })
    const remote = await stage.draft(cast.remoteAuthor)
    await stage.verify(await stage.submit(remote, cast.remoteAuthor), cast.remoteAdmin)
    expect(await queueOf(cast.national)).toEqual({ texts: [remote], lives: [] })
    await expect(listReviewQueue(stage.as(cast.author), WHOLE)).rejects.toThrow(Forbidden)
  })
})

describe('what waits', () => {
  const kindsOf = async (who: Cast['author'], now = NOW) =>
    (await practiceWorkItems(stage.as(who, now))).map(({ kind, href }) => `${kind} ${href.split('/').at(-1)}`).sort()

  test('authors: their drafts and what was given back, not those of others', async () => {
    const fresh = (items: string[]) => items.filter((item) => !/^(life_|practice_subjects)/.test(item))
    expect(fresh(await kindsOf(cast.author))).toEqual(
      [`practice_continue ${ids.draft}`, `practice_continue ${ids.revised}`, `practice_correct ${ids.returned}`].sort(),
    )
    expect(fresh(await kindsOf(cast.coAuthor))).toEqual([])
  })

  test('reviewers: what they may check', async () => {
    const terms = 'practice_terms practices?without=terms'
    expect(await kindsOf(cast.curator)).toEqual([`practice_review ${ids.verified}`, terms])
    const asCurator = await cast.wearing(cast.author, 'curator', cast.organisations.place)
    expect(await kindsOf(asCurator)).toEqual([terms])
    expect(await kindsOf(cast.mentor)).toEqual([])
  })

  test('the life status is asked for when nobody confirmed it for six months, and confirmed by the hub', async () => {
    const { publicId } = await publishedPractice(db, {
      agencyId: cast.organisations.neighbour.id,
      scope: '11',
      now: NOW,
    })
    expect(await kindsOf(cast.neighbourAdmin)).toEqual([`life_status_update ${publicId}`])
    await assertLife(stage.as(cast.author), { practiceId: ids.published, status: 'steady' })
    expect(await kindsOf(cast.curator)).toContain(`life_status_confirm ${ids.published}`)
    expect(await kindsOf(cast.admin)).not.toContain(`life_status_update ${ids.published}`)
  })
})
