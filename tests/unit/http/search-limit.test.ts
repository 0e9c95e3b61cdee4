import { describe, expect, test } from 'vitest'
import { TooManyAttempts } from '#app/domain/shared/errors.ts'
import { SearchLimit } from '#app/http/search-limit.server.ts'

const COMBINATION = 'http://x/practices?province=35&sector=sosial&form=governance&year=2020'

const limited = () => new SearchLimit({ points: 3, seconds: 600 })
/** Whether this many searches in a row are allowed. */
async function allowed(limit: SearchLimit, url: string, times: number, address = '203.0.113.7') {
  for (let i = 0; i < times; i++) await limit.count(url, address)
}

describe('is not counted', () => {
  test.each([
    ['three filters', 'http://x/practices?province=35&sector=sosial&form=governance'],
    ['words, order, page and place beside them', `http://x/practices?q=a&sort=newest&page=2&near=35.78&province=35`],
    ['several values of few filters', 'http://x/practices?province=35&province=33&sector=sosial&sector=hukum'],
    ['filters left empty, as a form sends them', `${COMBINATION.replace('2020', '')}&award=`],
    ['another page', 'http://x/needs?a=1&b=2&c=3&d=4'],
  ])('%s', async (_name, url) => {
    await allowed(limited(), url, 20)
  })
})

describe('is counted', () => {
  test.each([
    ['more than three filters', COMBINATION],
    [
      'more than eight values',
      `http://x/practices?${Array.from({ length: 9 }, (_, i) => `province=${11 + i}`).join('&')}`,
    ],
    ['by programs too', COMBINATION.replace('/practices', '/api/v1/practices')],
  ])('%s', async (_name, url) => {
    const limit = limited()
    await allowed(limit, url, 3)
    const refused = await limit.count(url, '203.0.113.7').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(TooManyAttempts)
    expect((refused as TooManyAttempts).retryAfter).toBeGreaterThan(590)
    // Fewer filters still work, and so does everybody else.
    await limit.count('http://x/practices?province=35', '203.0.113.7')
    await limit.count(url, '203.0.113.8')
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', true],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['2001:db8::1', '2001:db8:0:0:ffff::1', true],
    ['::ffff:203.0.113.7', '203.0.113.7', true],
  ])('%s and %s are one client: %s', async (first, second, isOne) => {
    const limit = limited()
    await allowed(limit, COMBINATION, 3, first)
    const outcome = await limit.count(COMBINATION, second).catch(() => 'refused')
    expect(outcome).toBe(isOne ? 'refused' : undefined)
  })
})
