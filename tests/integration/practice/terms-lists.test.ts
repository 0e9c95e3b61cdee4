import { beforeAll, expect, test } from 'vitest'
import { assignTerms } from '#app/domain/practice/assign-terms.server.ts'
import { readTerms } from '#app/domain/practice/read-terms.server.ts'
import { listOwnPractices, readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import type { Terms } from '#app/domain/practice/terms.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import { practiceWorkItems } from '#app/domain/practice/work-items.server.ts'
import { practiceContent, publishedPractice } from '#db/seed/factories/practice.ts'
import type { Cast } from './cast.ts'
import { NOW, practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()
const BOTH = { id: ['lampu jalan'], en: ['street lighting'] }
let ids: Record<'neither' | 'halfSubjects' | 'full' | 'neighbours' | 'withoutHub' | 'withdrawn' | 'draft', string>

beforeAll(async () => {
  const { regency, neighbour, remote, place } = cast.organisations
  const published = async (agencyId: string, hubId: string | null, subjects: Terms) =>
    (await publishedPractice(db, { agencyId, hubId, content: practiceContent({ subjects }), now: NOW })).publicId
  ids = {
    neither: await published(regency.id, place.id, { id: [], en: [] }),
    halfSubjects: await published(regency.id, place.id, { id: ['lampu jalan'], en: [] }),
    full: await published(regency.id, place.id, BOTH),
    neighbours: await published(neighbour.id, place.id, BOTH),
    withoutHub: await published(remote.id, null, BOTH),
    withdrawn: await published(regency.id, place.id, { id: [], en: [] }),
    draft: await stage.draft(),
  }
  await withdrawPractice(stage.as(cast.curator), { practiceId: ids.withdrawn, reason: 'owner_request' })
  await assign(ids.full, BOTH)
  await assign(ids.halfSubjects, { id: ['penerangan'], en: [] })
})

async function assign(practiceId: string, terms: Terms, who: Cast['author'] = cast.curator) {
  const { base } = await readTerms(stage.as(who), practiceId)
  await assignTerms(stage.as(who), { practiceId, base, terms })
}

test.each([
  ['author', 'subjects', ['halfSubjects', 'neither']],
  ['author', 'terms', ['halfSubjects', 'neither']],
  ['curator', 'subjects', ['halfSubjects', 'neither']],
  ['manager', 'terms', ['halfSubjects', 'neighbours', 'neither']],
  ['national', 'terms', ['halfSubjects', 'neighbours', 'neither', 'withoutHub']],
  ['otherCurator', 'terms', []],
] as const)('%s: published practices without %s in one language or both', async (who, without, expected) => {
  const list = await listOwnPractices(stage.as(cast[who]), { page: 1, without })
  expect(list.practices.map(({ publicId }) => publicId).sort()).toEqual(expected.map((name) => ids[name]).sort())
  expect(list.total).toBe(expected.length)
  expect(list.counts[without]).toBe(expected.length)
})

test('the list of all is as before, with the counts of both views', async () => {
  const list = await listOwnPractices(stage.as(cast.author), { page: 1 })
  expect(list.practices).toHaveLength(5)
  expect(list).toMatchObject({ total: 5, without: null, counts: { all: 5, subjects: 2, terms: 2 } })
})

test('the page of a practice tells what is missing to whoever may add it', async () => {
  expect(await readWorkPractice(stage.as(cast.manager), ids.halfSubjects)).toMatchObject({
    can: { assign_terms: true },
    searchTerms: { id: ['penerangan'], en: [] },
    subjects: { id: ['lampu jalan'], en: [] },
  })
  expect(await readWorkPractice(stage.as(cast.head), ids.halfSubjects)).toMatchObject({
    can: { assign_terms: false },
    searchTerms: null,
  })
})

const itemsOf = async (who: Cast['author'], kind: string) =>
  (await practiceWorkItems(stage.as(who))).filter((item) => item.kind === kind)

test('authors are asked for subject terms, until somebody writes the next version', async () => {
  const asked = async () => (await itemsOf(cast.author, 'practice_subjects')).map(({ href }) => href).sort()
  expect(await asked()).toEqual([ids.halfSubjects, ids.neither].map((id) => `/work/practices/${id}`).sort())
  await startRevision(stage.as(cast.coAuthor), { practiceId: ids.neither })
  expect(await asked()).toEqual([`/work/practices/${ids.halfSubjects}`])
  expect(await itemsOf(cast.neighbourAuthor, 'practice_subjects')).toEqual([])
})

test('hubs and the national office are asked for search terms once, for all of them', async () => {
  for (const [who, more] of [
    [cast.curator, 2],
    [cast.manager, 2],
    [cast.national, 3],
  ] as const) {
    expect(await itemsOf(who, 'practice_terms')).toMatchObject([
      { href: '/work/practices?without=terms', params: { more }, urgent: false },
    ])
  }
  for (const id of [ids.neither, ids.halfSubjects, ids.neighbours]) await assign(id, BOTH)
  expect(await itemsOf(cast.curator, 'practice_terms')).toEqual([])
  expect(await itemsOf(cast.national, 'practice_terms')).toMatchObject([
    { href: `/work/practices/${ids.withoutHub}/terms`, params: { more: undefined } },
  ])
  expect(await itemsOf(cast.author, 'practice_terms')).toEqual([])
})
