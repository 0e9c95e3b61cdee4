import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine, safeText } from '#app/domain/export/csv.ts'

describe('a cell never begins a formula', () => {
  test.each(['=1+1', '+62 812', '-3', '@SUM(A1)', '  =cmd|x', '\t=1', '\u00a0=1', '＝1+1', '\r\n=1'])('%j', (text) => {
    expect(safeText(text)).toBe(`'${text}`)
    expect(csvLine([text]).replace(/^"/, '').startsWith("'")).toBe(true)
  })

  test.each(['Antrean daring', 'a = b', '3 − 2', '', 'é'])('%j stays as it is', (text) => {
    expect(safeText(text)).toBe(text)
  })

  test('whatever the text, the first visible character is harmless', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(/^[\s\u00a0]*[=+\-@]/.test(safeText(text))).toBe(false)
      }),
    )
  })
})

test('commas, quotes, lines and blanks at the ends are kept by quotes', () => {
  expect(csvLine(['a,b', 'say "x"', 'one\ntwo', ' pad ', 12, null, 'plain'])).toBe(
    '"a,b","say ""x""","one\ntwo"," pad ",12,,plain\r\n',
  )
})
