import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addComment } from '#app/domain/practice/add-comment.server.ts'
import { claimReview } from '#app/domain/practice/claim-review.server.ts'
import { decideBatch } from '#app/domain/practice/decide-batch.server.ts'
import { makeBatch, previewBatch, readBatch } from '#app/domain/practice/read-batch.server.ts'
import { tellBatch } from '#app/domain/practice/tell-batch.server.ts'
import { undoBatch } from '#app/domain/practice/undo-batch.server.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import { Forbidden, Invalid, InvalidTransition, NotFound } from '#app/domain/shared/errors.ts'
import { mailsDuring } from './mails.ts'
import { NOW, practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const items = (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => ({ practiceId: id, version: await stage.versionOf(id), message: `Lihat ${id}.` })))
const states = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await stage.open(id)).state))
const many = async (n: number, make: () => Promise<string>) => {
  const ids: string[] = []
  for (let i = 0; i < n; i++) ids.push(await make())
  return ids
}
const decide = async (
  who: Actor,
  action: 'verify_documents' | 'request_changes',
  ids: readonly string[],
  batchId: string = randomUUID(),
) => decideBatch(stage.as(who), { batchId, action, message: 'Periksa lagi.', items: await items(ids) })

describe('one decision on several texts', () => {
  test('all move, nobody gets a mail before it can no longer be undone, then each person one', async () => {
    const ids = await many(4, stage.submitted)
    let batchId = ''
    const atOnce = await mailsDuring(db, async () => {
      batchId = (await decide(cast.admin, 'request_changes', ids)).batchId
    })
    expect(atOnce).toEqual([])
    expect(new Set(await states(ids))).toEqual(new Set(['changes_requested']))
    const [order] = await db.execute<{ run_at: Date }>(
      sql`select run_at from graphile_worker.jobs where key = ${`tell_review_batch:${batchId}`}`,
    )
    expect(new Date(order!.run_at)).toEqual(later(10))
    const system = stage.as({ kind: 'system', name: 'worker' }, later(10))
    const mails = await mailsDuring(db, () => tellBatch(system, { batchId }))
    // Four texts, one author: one mail that names all four.
    expect(mails).toMatchObject([{ template: 'review_batch', params: { count: '4', action: 'request_changes' } }])
    for (const id of ids) expect(mails[0]?.params?.list).toContain(id)
    expect(await tellBatch(system, { batchId })).toEqual({ mails: 0 })
  })

  test('handed to the hub: each curator gets one mail for three texts', async () => {
    const ids = await many(3, stage.submitted)
    const { batchId } = await decide(cast.admin, 'verify_documents', ids)
    const system = stage.as({ kind: 'system', name: 'worker' }, later(10))
    const mails = await mailsDuring(db, () => tellBatch(system, { batchId }))
    expect(mails).toHaveLength(2)
    expect(new Set(mails.map(({ to }) => to)).size).toBe(2)
  })

  test('what cannot be done is refused for that text alone, with its reason', async () => {
    const good = await stage.submitted()
    const draft = await stage.draft()
    const withRemark = await stage.submitted()
    await addComment(stage.as(cast.admin), { practiceId: withRemark, section: 'general', body: 'x', required: true })
    const taken = await stage.submitted()
    await claimReview(stage.as(cast.secondAdmin), { practiceId: taken })
    const asAdmin = await cast.wearing(cast.unitAuthor, 'agency_admin', cast.organisations.regency)
    const own = await stage.draft(cast.unitAuthor)
    await stage.submit(own, cast.unitAuthor)
    const ids = [good, draft, withRemark, taken]
    const { batchId } = await decide(cast.admin, 'verify_documents', ids)
    const batch = await readBatch(stage.as(cast.admin), batchId)
    expect(Object.fromEntries(batch.items.map(({ publicId, refused }) => [publicId, refused]))).toEqual({
      [good]: null,
      [draft]: 'invalid_transition',
      [withRemark]: 'required_open',
      [taken]: 'conflict',
    })
    const mine = await decide(asAdmin, 'verify_documents', [own])
    expect((await readBatch(stage.as(asAdmin), mine.batchId)).items[0]?.refused).toBe('forbidden')
  })

  test('sent twice, at once or later, it is one decision', async () => {
    const ids = await many(2, stage.submitted)
    const batchId = randomUUID()
    const input = { batchId, action: 'verify_documents' as const, message: null, items: await items(ids) }
    await Promise.all([1, 2, 3].map(() => decideBatch(stage.as(cast.admin), input)))
    await decideBatch(stage.as(cast.admin), input)
    expect((await readBatch(stage.as(cast.admin), batchId)).done).toHaveLength(2)
  })

  test('seen in advance as it will be', async () => {
    const [ready, taken] = [await stage.submitted(), await stage.submitted()]
    await claimReview(stage.as(cast.secondAdmin), { practiceId: taken })
    const practiceIds = [ready, taken, 'JIPP-11-9999', 'nonsense', ready]
    const preview = await previewBatch(stage.as(cast.admin), { action: 'request_changes', practiceIds, lang: 'id' })
    expect(preview.ready).toBe(1)
    expect(preview.rows.map(({ publicId, refused }) => [publicId, refused])).toEqual([
      [ready, null],
      [taken, 'taken'],
    ])
    expect(preview.rows[0]?.templates[0]?.text).not.toContain('{')
  })

  test('a template is filled for each text', async () => {
    const ids = await many(2, stage.submitted)
    const sent = await Promise.all(ids.map(async (id) => `${id}@${await stage.versionOf(id)}`))
    const form = { batchId: randomUUID(), action: 'request_changes' as const, items: sent, message: 'Salam.' }
    await makeBatch(stage.as(cast.admin), { ...form, template: 'built-in-documents' })
    const { items: done } = await readBatch(stage.as(cast.admin), form.batchId)
    for (const { message } of done) expect(message).toMatch(/Kabupaten Uji.+4 Desember 2026\.\n\nSalam\.$/s)
  })

  test.each([0, 51])('not of %i texts', async (n) => {
    const none = Array.from({ length: n }, () => ({ practiceId: 'JIPP-11-0001', version: 1, message: null }))
    const input = { batchId: randomUUID(), action: 'verify_documents' as const, message: null, items: none }
    await expect(decideBatch(stage.as(cast.admin), input)).rejects.toThrow(Invalid)
  })

  test.each(['author', 'manager', 'mentor', 'observer'] as const)('not by %s', async (who) => {
    const id = await stage.submitted()
    await expect(decide(cast[who], 'request_changes', [id])).rejects.toThrow(Forbidden)
  })
})

describe('undoing it', () => {
  const undo = (batchId: string, who: Actor = cast.admin, minutes = 5) =>
    undoBatch(stage.as(who, later(minutes)), { batchId })

  test('within ten minutes everything is as it was, and nobody is told', async () => {
    const ids = await many(2, stage.submitted)
    const { batchId } = await decide(cast.admin, 'verify_documents', ids)
    expect(await undo(batchId)).toMatchObject({ undone: 2 })
    for (const id of ids)
      expect(await stage.open(id)).toMatchObject({
        state: 'submitted',
        documentVerifiedBy: null,
        documentVerifiedAt: null,
      })
    const system = stage.as({ kind: 'system', name: 'worker' }, later(10))
    expect(await mailsDuring(db, () => tellBatch(system, { batchId }))).toEqual([])
    // The same texts can be decided anew.
    await stage.verify(ids[0]!)
  })

  test('a request on a text whose documents were checked puts that check back', async () => {
    const id = await stage.verified()
    const { batchId } = await decide(cast.curator, 'request_changes', [id])
    expect(await stage.open(id)).toMatchObject({ state: 'changes_requested', documentVerifiedBy: null })
    await undo(batchId, cast.curator)
    expect(await stage.open(id)).toMatchObject({
      state: 'document_verified',
      documentVerifiedBy: cast.admin.userId,
      documentVerifiedAt: NOW,
    })
  })

  test('what moved on or was answered stays', async () => {
    const ids = await many(3, stage.submitted)
    const [saved, remarked, left] = ids as [string, string, string]
    const { commentId } = await stage.comment(remarked, cast.admin, false)
    const { batchId } = await decide(cast.admin, 'request_changes', ids)
    await stage.save(cast.author, saved, 'summary', { story: { summary: { id: 'Lain.', en: null } } })
    const { addressComment } = await import('#app/domain/practice/address-comment.server.ts')
    await addressComment(stage.as(cast.author, later(1)), { practiceId: remarked, commentId })
    expect(await undo(batchId)).toMatchObject({ undone: 1 })
    expect(await states([saved, remarked, left])).toEqual(['changes_requested', 'changes_requested', 'submitted'])
    const system = stage.as({ kind: 'system', name: 'worker' }, later(10))
    // The batch was undone as far as it could be; those that stayed are told of.
    const mails = await mailsDuring(db, () => tellBatch(system, { batchId }))
    expect(mails).toHaveLength(1)
    expect(mails[0]?.params?.list).not.toContain(left)
  })

  test('not after ten minutes, not twice, not by another, not once told', async () => {
    const { batchId } = await decide(cast.admin, 'verify_documents', [await stage.submitted()])
    await expect(undo(batchId, cast.admin, 11)).rejects.toThrow(InvalidTransition)
    await expect(undo(batchId, cast.secondAdmin)).rejects.toThrow(NotFound)
    const twice = await Promise.allSettled([undo(batchId), undo(batchId)])
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const told = await decide(cast.admin, 'verify_documents', [await stage.submitted()])
    await tellBatch(stage.as({ kind: 'system', name: 'worker' }, later(10)), { batchId: told.batchId })
    await expect(undo(told.batchId)).rejects.toThrow(InvalidTransition)
  })
})
