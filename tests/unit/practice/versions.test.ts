import { describe, expect, test } from 'vitest'
import { changedSections, historyOf } from '#app/domain/practice/versions.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'

const text = practiceContent()

describe('the history', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day))
  const versions = [4, 3, 2, 1].map((number) => ({ number, publishedAt: at(number), minor: number === 2 }))

  test('tells what each version changed, and that the first is the first', () => {
    const second = { ...text, contactEmail: 'lain@contoh.invalid' }
    const third = { ...second, results: [], kit: { ...second.kit, staff: 'Tiga petugas' } }
    const history = historyOf(versions, [
      { number: 4, content: third },
      { number: 3, content: third },
      { number: 2, content: second },
      { number: 1, content: text },
    ])
    expect(history.map(({ number, kind, sections }) => [number, kind, sections])).toEqual([
      [4, 'same', []],
      [3, 'change', ['results', 'kit']],
      [2, 'change', ['identity']],
      [1, 'first', []],
    ])
  })

  test('does not guess about versions that were not compared', () => {
    const history = historyOf(versions, [{ number: 4, content: text }])
    expect(history.map(({ kind }) => kind)).toEqual(['older', 'older', 'older', 'first'])
  })

  test('a change in one language counts', () => {
    const english = { ...text, story: { ...text.story, novelty: { id: null, en: 'New here' } } }
    expect(changedSections(text, english)).toEqual(['novelty'])
    expect(changedSections(text, structuredClone(text))).toEqual([])
  })
})
