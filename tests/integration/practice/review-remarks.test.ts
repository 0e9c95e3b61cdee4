import { describe, expect, test } from 'vitest'
import { addComment } from '#app/domain/practice/add-comment.server.ts'
import { addressComment } from '#app/domain/practice/address-comment.server.ts'
import { readReview } from '#app/domain/practice/read-review.server.ts'
import { readTemplates } from '#app/domain/practice/read-review-texts.server.ts'
import { reopenComment, replyToComment } from '#app/domain/practice/reply-comment.server.ts'
import { archiveReviewTemplate, saveReviewTemplate } from '#app/domain/practice/save-review-template.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/domain/shared/errors.ts'
import { mailsDuring } from './mails.ts'
import { NOW, practiceStage } from './stage.ts'

const { db, cast, stage } = await practiceStage()

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

describe('remarks are talked about in place', () => {
  test('writer and reviewer answer each other; what is not right yet goes back; nobody gets a mail for it', async () => {
    const id = await stage.submitted()
    const { commentId } = await stage.comment(id, cast.admin)
    const mails = await mailsDuring(db, async () => {
      await stage.comment(id, cast.admin, false)
      await replyToComment(stage.as(cast.admin), { practiceId: id, commentId, body: 'Tahun berapa?' })
    })
    expect(mails).toEqual([])
    await stage.giveBack(id)
    await replyToComment(stage.as(cast.author, later(1)), { practiceId: id, commentId, body: 'Tahun 2024.' })
    await addressComment(stage.as(cast.author), { practiceId: id, commentId })
    await stage.submit(id)
    await reopenComment(stage.as(cast.admin, later(2)), { practiceId: id, commentId, body: 'Tulis di naskah.' })
    await expect(reopenComment(stage.as(cast.admin), { practiceId: id, commentId, body: 'x' })).rejects.toThrow(
      Conflict,
    )
    const view = await readReview(stage.as(cast.admin), id, { lang: 'id' })
    const remark = view!.comments.find((one) => one.id === commentId)
    expect(remark).toMatchObject({ addressedAt: null, resolvedAt: null })
    expect(remark!.replies.map(({ body }) => body)).toEqual(['Tahun berapa?', 'Tahun 2024.', 'Tulis di naskah.'])
    await expect(stage.verify(id)).rejects.toThrow(Invalid)
  })

  test('not by strangers, not on another text', async () => {
    const [id, other] = [await stage.submitted(), await stage.submitted()]
    const { commentId } = await stage.comment(id, cast.admin)
    const reply = (practiceId: string, who = cast.admin) =>
      replyToComment(stage.as(who), { practiceId, commentId, body: 'x' })
    await expect(reply(other)).rejects.toThrow(NotFound)
    await expect(reply(id, cast.curator)).rejects.toThrow(Forbidden)
    await expect(reply(id, cast.neighbourAuthor)).rejects.toThrow(NotFound)
  })

  test('a remark names a field of its section, and no other', async () => {
    const id = await stage.submitted()
    const remark = (field: string) =>
      addComment(stage.as(cast.admin), {
        ...{ practiceId: id, section: 'results', field, quote: 'padam', body: 'x', required: false },
      })
    await remark('results')
    await expect(remark('contactEmail')).rejects.toThrow(Invalid)
  })
})

describe('answer templates', () => {
  const text = { name: 'Sapaan', bodyId: 'Salam, {instansi}.', bodyEn: 'Greetings, {instansi}.' }

  test('curator and manager keep those of their hub; another hub does not see them', async () => {
    const { id } = await saveReviewTemplate(stage.as(cast.curator), { templateId: null, version: 0, ...text })
    const change = (who: Parameters<typeof stage.as>[0], version: number) =>
      saveReviewTemplate(stage.as(who), { templateId: id, version, ...text, name: 'Lain' })
    await change(cast.manager, 1)
    await expect(change(cast.curator, 1)).rejects.toThrow(Conflict)
    await expect(change(cast.otherCurator, 2)).rejects.toThrow(Conflict)
    await expect(change(cast.author, 2)).rejects.toThrow(Forbidden)
    expect((await readTemplates(stage.as(cast.otherCurator))).templates).toEqual([])
    const view = await readReview(stage.as(cast.curator), await stage.verified(), { lang: 'en' })
    expect(view!.templates.find((one) => one.id === id)).toMatchObject({
      name: 'Lain',
      text: 'Greetings, Kabupaten Uji.',
    })
    await archiveReviewTemplate(stage.as(cast.manager), { templateId: id, version: 2 })
    expect((await readTemplates(stage.as(cast.curator))).templates).toEqual([])
  })
})
