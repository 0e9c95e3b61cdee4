import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import QuickLRU from 'quick-lru'
import type { Encoding } from './page-key.ts'

export const BROTLI_QUALITY = { [constants.BROTLI_PARAM_QUALITY]: 7 }

/** What pages of some length weighed last, in words: nearly always right, and then a page is compressed just once. */
const guesses = new QuickLRU<string, string>({ maxSize: 500 })
const STEP = 1_000

/**
 * A page as it travels, with its own weight in it in place of `mark`; `write` puts a number of bytes into words.
 * Compressed at once and here: a page takes less than a millisecond, and handing it to another thread costs more.
 */
export function weighedPage(
  html: string,
  encoding: Encoding,
  { mark, write }: { mark: string; write: (bytes: number) => string },
): Buffer {
  const key = `${encoding} ${write(0)} ${Math.round(html.length / STEP)}`
  const guess = guesses.get(key) ?? write(html.length / 5)
  const guessed = compressed(html.replace(mark, guess), encoding)
  const weight = write(guessed.length)
  if (weight === guess) return guessed
  guesses.set(key, weight)
  return compressed(html.replace(mark, weight), encoding)
}

function compressed(html: string, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(html)
  const bytes = Buffer.from(html)
  if (encoding === 'identity') return bytes
  return brotliCompressSync(bytes, { params: { ...BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
}
