import { expect, test } from 'vitest'
import { inWorkOrder } from '#app/domain/people/work-list.ts'
import type { WorkItem } from '#app/domain/shared/work-item.ts'
import { ageInWords } from '#app/i18n/format.ts'
import { peopleText } from '#app/i18n/people.ts'

const item = (about: string, since: string, due?: string): WorkItem => ({
  ...{ kind: 'practice_continue', params: { about }, href: '/work', since: new Date(since), due, urgent: false },
})

test('what is past its date comes first, then what waits longest', () => {
  const items = [
    item('long ago', '2026-01-01'),
    item('due today', '2026-03-01', '2026-11-22'),
    item('late', '2026-11-01', '2026-11-20'),
    item('later late', '2026-11-10', '2026-11-21'),
    item('yesterday', '2026-11-21'),
  ]
  const order = inWorkOrder(items, '2026-11-22').map(({ params }) => params.about)
  expect(order).toEqual(['late', 'later late', 'long ago', 'due today', 'yesterday'])
})

test.each([
  ['id', '2026-10-22', 'menunggu sejak 1 bulan lalu'],
  ['id', '2026-11-21', 'menunggu sejak kemarin'],
  ['en', '2026-10-22', 'waiting for 1 month'],
  ['en', '2026-11-17', 'waiting for 5 days'],
  ['en', '2026-11-21', 'waiting since yesterday'],
] as const)('%s: since %s is %s', (lang, since, words) => {
  expect(peopleText(lang).work.since(ageInWords(lang, since, '2026-11-22'))).toBe(words)
})
