import { setTimeout as delay } from 'node:timers/promises'
import { type DueLink, listDueLinks, upsertLink } from '#db/queries/links.server.ts'
import type { Context } from '../shared/context.ts'
import { askLink, OPEN_WEB, type Reach } from './ask-link.server.ts'
import { checkedLink, isOwnSilence, type LinkAnswer } from './link.ts'

const AT_ONCE = 60
/** Servers at the same time, and the pause between two questions to one of them. */
const HOSTS = 4
const PAUSE_MS = 1_000

type Options = { reach?: Reach; pauseMs?: number; signal?: AbortSignal }

/**
 * Asks the outside links of published texts and of those in work that are due, politely: few servers at a time, one
 * question a second to each. Answers how many were asked. When nobody answers at all, nothing is held against them.
 */
export async function checkLinks(ctx: Pick<Context, 'db' | 'now'>, options: Options = {}): Promise<number> {
  const { reach = OPEN_WEB, pauseMs = PAUSE_MS, signal } = options
  const due = await listDueLinks(ctx.db, { now: ctx.now, limit: AT_ONCE })
  const queues = [...byHost(due).values()]
  const answers: { link: DueLink; answer: LinkAnswer }[] = []
  const worker = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) {
      for (const link of queue) {
        if (signal?.aborted) return
        answers.push({ link, answer: await askLink(link.url, reach) })
        await delay(pauseMs)
      }
    }
  }
  await Promise.all(Array.from({ length: HOSTS }, worker))
  if (isOwnSilence(answers.map(({ answer }) => answer))) return 0
  for (const { link, answer } of answers)
    await upsertLink(ctx.db, { url: link.url, ...checkedLink(link.known, answer, ctx.now) })
  return answers.length
}

function byHost(links: readonly DueLink[]): Map<string, DueLink[]> {
  const hosts = new Map<string, DueLink[]>()
  for (const link of links) {
    const host = URL.canParse(link.url) ? new URL(link.url).host : ''
    hosts.set(host, [...(hosts.get(host) ?? []), link])
  }
  return hosts
}
