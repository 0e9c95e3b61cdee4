import { expect, test } from 'vitest'
import { groupSimilar } from '#app/domain/practice/similar-practices.server.ts'
import type { EvidenceLevel } from '#db/vocabulary.ts'
import type { PracticeHit } from '#search/engine.ts'

const hit = (publicId: string, evidence: EvidenceLevel, costToStart: number | null = null) =>
  ({ publicId, evidence, costToStart }) as PracticeHit
const shape = (groups: ReturnType<typeof groupSimilar>) =>
  groups.map(({ kind, hits }) => [kind, ...hits.map(({ publicId }) => publicId)])

test('each similar practice stands once, in the first group that it fits; empty groups are left out', () => {
  const hits = [hit('a', 4), hit('b', 5, 10), hit('c', 1, 99), hit('d', 2)]
  expect(shape(groupSimilar({ evidence: 2, costToStart: 50 }, hits))).toEqual([
    ['cheaper', 'b'],
    ['stronger', 'a'],
    ['other', 'c', 'd'],
  ])
  expect(shape(groupSimilar({ evidence: 5, costToStart: 50 }, [hit('e', 5, 50)]))).toEqual([['other', 'e']])
  expect(groupSimilar({ evidence: 2, costToStart: null }, [])).toEqual([])
})

test('nothing is called cheaper where a cost is unknown', () => {
  expect(shape(groupSimilar({ evidence: 3, costToStart: null }, [hit('a', 3, 10), hit('b', 3)]))).toEqual([
    ['other', 'a', 'b'],
  ])
})

test('a group names three at most', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((id) => hit(id, 1))
  expect(groupSimilar({ evidence: 1, costToStart: null }, many)[0]?.hits).toHaveLength(3)
})
