import { expect, test } from 'vitest'
import { pagesToShow } from '#app/components/ui/pager.tsx'

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 5, [1, 2, 3, 4, 5]],
  [1, 20, [1, 2, 3, null, 20]],
  [5, 20, [1, 2, 3, 4, 5, 6, 7, null, 20]],
  [10, 20, [1, null, 8, 9, 10, 11, 12, null, 20]],
  [20, 20, [1, null, 18, 19, 20]],
])('page %d of %d', (page, pages, shown) => {
  expect(pagesToShow(page, pages)).toEqual(shown)
})
