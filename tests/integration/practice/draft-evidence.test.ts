import { expect, test } from 'vitest'
import { readReview } from '#app/domain/practice/read-review.server.ts'
import { readPreview } from '#app/domain/practice/read-work.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { reviewText } from '#app/i18n/practice-review.ts'
import { practiceStage } from './stage.ts'

const { cast, stage } = await practiceStage()

const evidence = async (id: string) => (await readReview(stage.as(cast.admin), id, { lang: 'id' }))!.evidence

test('before the hub has checked it, the review says what the preview says, and what it becomes', async () => {
  const id = await stage.submitted()
  const found = await evidence(id)
  expect(found).toEqual({ published: null, now: 3, checked: 4 })
  expect((await readPreview(stage.as(cast.author), id)).view.evidence).toBe(found.now)
  expect(reviewText('id').evidenceChange(found)).toBe('3; setelah diperiksa hub menjadi 4')
})

test('a new version of a checked practice names the level on the site too', async () => {
  const id = await stage.published()
  await startRevision(stage.as(cast.author), { practiceId: id })
  await stage.submit(id)
  const found = await evidence(id)
  expect(found).toEqual({ published: 4, now: 3, checked: 4 })
  expect(reviewText('en').evidenceChange(found)).toBe(
    '3, in the published version 4; becomes 4 once the hub has checked it',
  )
})
