import { expect, test } from 'vitest'
import { firstToWrite } from '#app/components/practice/work/next-steps.tsx'
import { addComment } from '#app/domain/practice/add-comment.server.ts'
import { addressComment } from '#app/domain/practice/address-comment.server.ts'
import { movePractice } from '#app/domain/practice/move-practice.server.ts'
import { readSection, readWorkPractice } from '#app/domain/practice/read-work.server.ts'
import { replyToComment } from '#app/domain/practice/reply-comment.server.ts'
import { takeBackPractice } from '#app/domain/practice/take-back-practice.server.ts'
import { Invalid, InvalidTransition } from '#app/domain/shared/errors.ts'
import { practiceStage } from './stage.ts'

const { cast, stage } = await practiceStage()

/** Changes were requested on the figures; the required remark waits. */
async function asked() {
  const id = await stage.submitted()
  const input = { practiceId: id, section: 'results' as const, body: 'Tahun berapa?', required: true }
  const { commentId } = await addComment(stage.as(cast.admin), input)
  return { id: await stage.giveBack(id), commentId }
}

const send = async (id: string, unticked = false) =>
  movePractice(stage.as(cast.author), id, { intent: 'submit', version: await stage.versionOf(id), unticked })

test('sending with a required remark that is not ticked is asked about once; nothing moves meanwhile', async () => {
  const { id, commentId } = await asked()
  await expect(send(id)).rejects.toThrow(Invalid)
  expect((await stage.open(id)).state).toBe('changes_requested')
  await send(id, true)
  expect((await stage.open(id)).state).toBe('submitted')
  const { comments } = await readWorkPractice(stage.as(cast.author), id)
  expect(comments).toMatchObject([{ id: commentId, addressedAt: null, resolvedAt: null }])
})

test('ticked remarks and suggestions are not asked about', async () => {
  const { id, commentId } = await asked()
  await addressComment(stage.as(cast.author), { practiceId: id, commentId })
  await send(id)
  await stage.comment(id, cast.admin, false)
  await stage.giveBack(id)
  await send(id)
  expect((await stage.open(id)).state).toBe('submitted')
})

test('a remark can be ticked and answered after the text was taken back, and both pages say so', async () => {
  const { id, commentId } = await asked()
  await send(id, true)
  const closed = { practiceId: id, commentId }
  await expect(addressComment(stage.as(cast.author), closed)).rejects.toThrow(InvalidTransition)
  await takeBackPractice(stage.as(cast.author), { practiceId: id, version: await stage.versionOf(id) })
  const [page, section] = await Promise.all([
    readWorkPractice(stage.as(cast.author), id),
    readSection(stage.as(cast.author), id, 'results'),
  ])
  for (const { can } of [page, section]) expect(can).toMatchObject({ address_comment: true, reply_comment: true })
  await replyToComment(stage.as(cast.author), { ...closed, body: 'Tahun 2024.' })
  await addressComment(stage.as(cast.author), closed)
  await send(id)
})

test('the next thing to write is what the reviewer asked for', async () => {
  const { id, commentId } = await asked()
  const next = async () => firstToWrite(await readWorkPractice(stage.as(cast.author), id))
  expect(await next()).toBe('results')
  await addressComment(stage.as(cast.author), { practiceId: id, commentId })
  expect(await next()).toBe('identity')
})
