import { describe, expect, test } from 'vitest'
import { draftAfter, draftFrom, draftValues, isBlank, moveFrom } from '#app/domain/practice/review-form.ts'

const REMARK = '0d7f9c7e-1111-4222-8333-444455556666'

function sent(entries: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(entries)) form.set(name, value)
  return form
}

const page = {
  seen: 'a'.repeat(64),
  version: '3',
  intent: 'decide_substance',
  message: 'Mohon lengkapi angka.',
  checks: 'figures',
  'note.background.body': 'Tahun berapa?',
  'note.background.required': 'on',
  'note.results.body': 'Satuannya?',
  [`reply.${REMARK}.body`]: 'Terima kasih.',
}

describe('the page of a review is one form', () => {
  test('without a button of its own it is the decision', () => {
    expect(moveFrom(sent(page)).get('intent')).toBe('decide_substance')
    expect(draftAfter(sent(page)).fields).toEqual([])
  })

  test('a remark is sent alone; the message and everything else that was typed stays', () => {
    const form = sent({ ...page, act: 'comment background' })
    const move = moveFrom(form)
    expect(Object.fromEntries(move)).toMatchObject({
      ...{ intent: 'comment', section: 'background', body: 'Tahun berapa?', required: 'on' },
    })
    const names = draftAfter(move).fields.map(([name]) => name)
    expect(names).toEqual(['message', 'checks', 'note.results.body', `reply.${REMARK}.body`])
  })

  test.each([
    ['reply', 'Terima kasih.'],
    ['reopen', null],
    ['resolve', null],
  ])('%s names its remark', (intent, body) => {
    const move = moveFrom(sent({ ...page, act: `${intent} ${REMARK}` }))
    expect([move.get('intent'), move.get('commentId'), move.get('body')]).toEqual([intent, REMARK, body])
  })

  test('only fields of the page are kept, none without end', () => {
    const { fields } = draftFrom(sent({ message: 'x'.repeat(9_000), 'note.nowhere.body': 'x', __proto__x: 'x' }))
    expect(fields).toEqual([['message', 'x'.repeat(2_000)]])
  })

  test('nothing typed is no draft', () => {
    expect(
      isBlank([
        ['message', ' '],
        ['note.background.required', 'on'],
      ]),
    ).toBe(true)
    expect(isBlank([['checks', 'figures']])).toBe(false)
  })

  test('what was chosen about another text is not chosen again', () => {
    const { fields } = draftFrom(sent({ ...page, decision: 'approve' }))
    expect(draftValues(fields, true)).toMatchObject({ decision: 'approve', checks: ['figures'] })
    expect(draftValues(fields, false)).toMatchObject({ message: page.message, checks: [] })
    expect(draftValues(fields, false)).not.toHaveProperty('decision')
  })
})
