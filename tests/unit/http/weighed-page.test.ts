import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { weighedPage } from '#app/http/weighed-page.server.ts'

const OPENED = {
  gzip: (bytes: Buffer) => gunzipSync(bytes).toString(),
  br: (bytes: Buffer) => brotliDecompressSync(bytes).toString(),
  identity: (bytes: Buffer) => bytes.toString(),
}
const ENCODINGS = ['gzip', 'br', 'identity'] as const
const write = (bytes: number) => `${Math.round(bytes / 100)}`
const page = (words: number) =>
  `<p>${Array.from({ length: words }, (_, index) => `kata${(index * 7919) % 1000}`).join(' ')}</p><footer>%berat%</footer>`

describe('a page with its own weight in it', () => {
  test.each(ENCODINGS)('is whole, and weighs what it says: %s', (encoding) => {
    // One length after another, and the same again: the first guess is wrong, later ones right.
    for (const words of [10, 500, 501, 3_000, 10, 500]) {
      const body = weighedPage(page(words), encoding, { mark: '%berat%', write })
      const text = OPENED[encoding](body)
      const [, said] = /<footer>(\d+)<\/footer>/.exec(text) ?? []
      expect(text).toBe(page(words).replace('%berat%', said ?? ''))
      // The number itself may move the weight by a byte or two, and so the last digit.
      expect(Math.abs(Number(said) - body.length / 100)).toBeLessThan(0.6)
    }
  })

  test.each(ENCODINGS)('is left alone without a place for it: %s', (encoding) => {
    expect(OPENED[encoding](weighedPage('<p>x</p>', encoding, { mark: '%berat%', write }))).toBe('<p>x</p>')
  })

  test('is the same for the same page, whatever was made before', () => {
    const first = weighedPage(page(700), 'gzip', { mark: '%berat%', write })
    weighedPage(page(699), 'gzip', { mark: '%berat%', write })
    expect(weighedPage(page(700), 'gzip', { mark: '%berat%', write })).toEqual(first)
  })
})
