import { isbot } from 'isbot'
import QuickLRU from 'quick-lru'

/** Few browsers ask for many pages: looking a name up costs a tenth of judging it. */
const judged = new QuickLRU<string, boolean>({ maxSize: 1_000 })

/** Whether a program asks that reads pages by itself, as far as it says so. A browser always names itself. */
export function isCrawler(userAgent: string | null | undefined): boolean {
  if (!userAgent) return true
  const known = judged.get(userAgent)
  if (known !== undefined) return known
  const answer = isbot(userAgent)
  judged.set(userAgent, answer)
  return answer
}

const AHEAD = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz']

/** Whether a browser asks before anybody has chosen to read the page. */
export function isPrefetch(header: (name: string) => string | null | undefined): boolean {
  return AHEAD.some((name) => {
    const value = header(name)
    return value ? /prefetch|prerender|preview/.test(value) : false
  })
}
