import { describe, expect, test } from 'vitest'
import { readSection } from '#app/domain/practice/read-work.server.ts'
import { saveSection } from '#app/domain/practice/save-section.server.ts'
import { arrangeProposal, fillFromProposal } from '#app/domain/proposal/fill-from-proposal.server.ts'
import { choiceKey } from '#app/domain/proposal/offers.ts'
import { readProposal } from '#app/domain/proposal/read-proposal.server.ts'
import { storeProposal } from '#app/domain/proposal/store-proposal.server.ts'
import { Forbidden, NotFound } from '#app/domain/shared/errors.ts'
import { findRevision } from '#db/queries/practice-reviews.server.ts'
import type { StorySection } from '#db/vocabulary.ts'
import { contextAs } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { PROPOSALS, PROPOSAL_TEXT as T } from '#tests/support/proposals.ts'
import { castOf } from '../practice/cast.ts'
import { stageOf } from '../practice/stage.ts'

const { db } = await testDatabase()
const cast = await castOf(db)
const stage = stageOf(db, cast)
const author = contextAs(db, cast.author)

const upload = async (practiceId?: string, name: keyof typeof PROPOSALS = 'styled') => {
  const bytes = await PROPOSALS[name]()
  return (await storeProposal(author, { fileName: 'proposal.docx', bytes, practiceId })).id
}

async function contentOf(publicId: string) {
  const { revision } = await readSection(author, publicId, 'identity')
  return (await findRevision(db, revision.id))!.content
}

const begin = {
  intent: 'begin',
  to: {},
  brand: 'LOKET SUNGAI',
  titleId: 'Loket keliling',
  sector: 'kesehatan',
} as const

test('a proposal becomes a new draft with one act, once', async () => {
  const id = await upload()
  const view = await readProposal(author, id)
  expect(view.draft).toBeNull()
  expect(view.suggested).toEqual({
    brand: 'LOKET SUNGAI (Loket Administrasi Keliling di Perkampungan Tepi Sungai)',
    title: 'Loket Administrasi Keliling di Perkampungan Tepi Sungai',
  })
  const done = await fillFromProposal(author, id, begin)
  expect(done.changed).toEqual([])
  expect(done.filled).toEqual([
    ...['identity', 'classification', 'summary', 'background', 'novelty', 'implementation', 'significance'],
    ...['replicated', 'adaptability', 'resources', 'sustainability', 'results', 'sources'],
  ])
  const content = await contentOf(done.publicId)
  expect(content).toMatchObject({
    ...{ brand: 'LOKET SUNGAI', startedOn: '2019-03-05', kippCategory: 'inklusi-sosial', sdgs: [10, 16] },
    ...{ unit: 'Dinas Kependudukan dan Pencatatan Sipil', sources: ['https://youtu.be/contoh123'] },
    title: { id: 'Loket keliling' },
  })
  expect(content.story.summary.id).toBe(T.summary)
  expect(content.results).toHaveLength(2)

  const again = await fillFromProposal(author, id, begin)
  expect(again.publicId).toBe(done.publicId)
  expect(await contentOf(done.publicId)).toEqual(content)
})

describe('an existing draft', () => {
  const write = (publicId: string, section: StorySection, id: string) =>
    stage.save(cast.author, publicId, section, { story: { [section]: { id, en: null } } })

  test('only empty sections are filled; a filled one when its author says so', async () => {
    const publicId = await stage.draft()
    await write(publicId, 'summary', 'Ringkasan yang sudah ada.')
    const before = await contentOf(publicId)
    const id = await upload(publicId)
    const view = await readProposal(author, id)
    const offer = view.offers.find(({ target }) => target === 'summary')
    expect(offer).toMatchObject({ existing: 'Ringkasan yang sudah ada.', mode: 'keep', text: T.summary })
    const base = view.bases ?? {}
    await fillFromProposal(author, id, { intent: 'fill', to: {}, mode: {}, base })
    const filled = await contentOf(publicId)
    expect(filled.story.summary.id).toBe('Ringkasan yang sudah ada.')
    expect(filled.brand).toBe(before.brand)
    expect(filled.story.novelty.id).toBe(before.story.novelty.id ?? T.novelty)

    const second = await upload(publicId)
    const now = (await readProposal(author, second)).bases ?? {}
    await fillFromProposal(author, second, { intent: 'fill', to: {}, mode: { summary: 'replace' }, base: now })
    expect((await contentOf(publicId)).story.summary.id).toBe(T.summary)
  })

  test('a section that somebody changed since the preview is left alone and named', async () => {
    const publicId = await stage.draft()
    const id = await upload(publicId)
    const { bases } = await readProposal(author, id)
    const { base } = await readSection(author, publicId, 'novelty')
    const patch = { story: { novelty: { id: 'Baru saja ditulis rekan.', en: null } } }
    await saveSection(contextAs(db, cast.coAuthor), { practiceId: publicId, section: 'novelty', base, patch })
    const done = await fillFromProposal(author, id, {
      intent: 'fill',
      to: {},
      mode: { novelty: 'replace' },
      base: bases!,
    })
    expect(done.changed).toEqual(['novelty'])
    expect(done.filled).toContain('sustainability')
    expect((await contentOf(publicId)).story.novelty.id).toBe('Baru saja ditulis rekan.')
  })

  test('leftovers go where the author puts them, and what is placed can be left out', async () => {
    const publicId = await stage.draft()
    const id = await upload(publicId)
    const { pieces } = await readProposal(author, id)
    const closing = pieces.find(({ text }) => text.includes('tutupa0'))!
    const summary = pieces.find(({ goesTo }) => goesTo === 'summary')!
    const to = { [choiceKey(closing.index)]: 'sustainability', [choiceKey(summary.index)]: null } as const
    await arrangeProposal(author, id, to)
    const arranged = await readProposal(author, id)
    expect(arranged.offers.find(({ target }) => target === 'summary')).toBeUndefined()
    await fillFromProposal(author, id, { intent: 'fill', to, mode: {}, base: arranged.bases! })
    const content = await contentOf(publicId)
    expect(content.story.sustainability.id).toContain('tutupa0')
    expect(content.story.sustainability.id).toContain(T.managerial)
  })
})

test('nobody sees the file of another, and only authors upload', async () => {
  const id = await upload()
  await expect(readProposal(contextAs(db, cast.coAuthor), id)).rejects.toThrow(NotFound)
  await expect(readProposal(contextAs(db, cast.curator), id)).rejects.toThrow(Forbidden)
  const bytes = await PROPOSALS.styled()
  await expect(storeProposal(contextAs(db, cast.admin), { fileName: 'a.docx', bytes })).rejects.toThrow(Forbidden)
  await expect(upload('JIPP-11-9999')).rejects.toThrow(NotFound)
  const foreign = await stage.draft()
  const neighbour = contextAs(db, cast.neighbourAuthor)
  await expect(storeProposal(neighbour, { fileName: 'a.docx', bytes, practiceId: foreign })).rejects.toThrow(NotFound)
})
