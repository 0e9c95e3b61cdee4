import { expect, test } from 'vitest'
import { notePresence, readPresence } from '#app/domain/practice/note-presence.server.ts'
import { readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { Forbidden, NotFound } from '#app/domain/shared/errors.ts'
import { editorPresence } from '#db/schema/index.ts'
import { NOW, practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

test('colleagues see each other for three minutes, where they are now, and never themselves', async () => {
  const practiceId = await stage.draft()
  const note = (who: 'author' | 'coAuthor', section: 'background' | 'novelty', minutes: number) =>
    notePresence(stage.as(cast[who], later(minutes)), { practiceId, section })
  expect((await note('author', 'background', 0)).present).toEqual([])
  const { present, base } = await note('coAuthor', 'background', 2)
  expect(present).toEqual([{ name: expect.any(String), section: 'background', minutes: 2 }])
  expect(base).toBe(await stage.baseOf(practiceId, 'background'))
  await note('author', 'novelty', 2)
  const seen = await readPresence(stage.as(cast.coAuthor, later(2.5)), { practiceId, section: 'background' })
  expect(seen.present).toMatchObject([{ section: 'novelty', minutes: 0 }])
  expect((await readWorkPractice(stage.as(cast.coAuthor, later(4)), practiceId)).present).toMatchObject([
    { minutes: 2 },
  ])
  expect((await readWorkPractice(stage.as(cast.coAuthor, later(6)), practiceId)).present).toEqual([])
})

test('nobody who may not write the text learns who writes it', async () => {
  const practiceId = await stage.submitted()
  await stage.giveBack(practiceId)
  await notePresence(stage.as(cast.author), { practiceId, section: 'background' })
  for (const [who, error] of [
    ['neighbourAuthor', NotFound],
    ['admin', Forbidden],
    ['curator', Forbidden],
  ] as const) {
    const place = { practiceId, section: 'background' as const }
    await expect(readPresence(stage.as(cast[who]), place)).rejects.toThrow(error)
    await expect(notePresence(stage.as(cast[who]), place)).rejects.toThrow(error)
  }
  for (const who of ['admin', 'curator'] as const) {
    expect((await readWorkPractice(stage.as(cast[who]), practiceId)).present).toEqual([])
  }
})

test('what was noted is forgotten within a day', async () => {
  const practiceId = await stage.draft()
  const { id } = await stage.open(practiceId)
  const rows = async () => (await db.select().from(editorPresence)).filter((row) => row.revisionId === id).length
  await notePresence(stage.as(cast.author), { practiceId, section: 'background' })
  expect(await rows()).toBe(1)
  await notePresence(stage.as(cast.coAuthor, later(25 * 60)), { practiceId, section: 'background' })
  expect(await rows()).toBe(1)
})
