import { randomUUID } from 'node:crypto'
import type { Database } from '#db/client.server.ts'
import { checkSearch } from '#search/check.server.ts'
import type { PracticeIndex } from '#search/engine.ts'
import { followOutbox, followQueue } from '#search/follow.server.ts'
import { practiceIndex } from '#search/meilisearch/index.server.ts'
import { ensureDocuments, ensureIndex, rebuildIndex, returnIndex } from '#search/rebuild.server.ts'
import { verifySearch } from '#search/verify.server.ts'
import { type Fault, type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { mortalDatabase } from './mortal.ts'
import { OPERATIONS, practiceLife } from './practice-life.ts'
import { type Random, seeded } from './random.ts'

/** A Meilisearch, or its double, and what can be done to it from outside. */
export type Target = {
  url: string
  key?: string
  /** kill -9, and a start on the same data. */
  crash?: () => Promise<void> | void
  /** Copies all data; what it returns puts the copy back. */
  snapshot?: () => () => void
}

export type FaultRunOptions = {
  /** Address of an own database with regions and agencies. */
  databaseUrl: string
  db: Database
  agencyId: string
  target: Target
  operations: number
  seed: number
  /** From outside something happens to the index once in so many operations. */
  calamityEvery?: number
  /**
   * Without the comparisons that mend: only the way of each change, from outbox to queue to index. Nobody meddles with
   * the index, and no request comes later than one that was sent after it; then nothing may be lost on the way.
   */
  strict?: boolean
  progress?: (done: number) => void
}

const UID = 'practices'
const FIRST_PRACTICES = 20
const WRITERS = 4
const WORKERS = 2
/** A worker is killed at one statement in some hundreds; what it has begun is undone. */
const KILL_CHANCE = 0.004

const FAULTS: readonly (readonly [Fault, number])[] = [
  ['none', 930],
  ['cut-before', 12],
  ['cut-after', 12],
  ['late', 8],
  ['reset', 8],
  ['truncated', 8],
  ['nonsense', 4],
  ['unavailable', 10],
  ['hangs', 1],
  [{ slow: 30 }, 7],
]

/** Those after which a change is either done or sent again. */
const IN_ORDER = FAULTS.filter(([fault]) => fault !== 'late' && fault !== 'hangs')

/** What people and machines do to an index. */
const CALAMITIES = [
  ['engine gone for a while', 4],
  ['engine crashes', 3],
  ['index deleted', 2],
  ['settings changed', 2],
  ['foreign documents', 2],
  ['documents deleted in the database', 2],
  ['snapshot taken', 2],
  ['old snapshot restored', 2],
  ['rebuild', 4],
  ['back to the previous index', 2],
  ['full check', 3],
] as const
type Calamity = (typeof CALAMITIES)[number][0]
const CALAMITY_EVERY = 120

/**
 * Many things happen to practices while two workers follow them through a network that fails, on a database that kills
 * them between any two statements; then everything is let go on for one round, and compared.
 */
export async function faultRun(options: FaultRunOptions) {
  const { db, target, operations, progress, calamityEvery = CALAMITY_EVERY, strict = false } = options
  const started = performance.now()
  const random = seeded(options.seed)
  const proxy = await startFaultProxy(() => target.url)
  const mortal = mortalDatabase(options.databaseUrl, () => {
    if (random.chance(KILL_CHANCE)) throw new Error('killed')
  })
  const indexOf = (url: string) =>
    practiceIndex({ url, ...(target.key && { key: target.key }), requestMs: strict ? 10_000 : 400, taskMs: 2_000 }, UID)
  const shaky = indexOf(proxy.url)
  const life = practiceLife(db, random, options.agencyId)
  const counts = { kills: 0, calamities: {} as Record<string, number> }
  let ended = false

  const worker = async () => {
    while (!ended) {
      try {
        await followOutbox(mortal.db, true)
        await followQueue(mortal.db, shaky)
        if (!strict && random.chance(0.02)) await ensureIndex(mortal.db, shaky)
        if (!strict && random.chance(0.02)) await ensureDocuments(mortal.db, true)
      } catch {
        // Killed: another one starts at its first step.
        counts.kills += 1
      }
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  const calamities = calamityMaker({
    db: mortal.db,
    safe: db,
    index: shaky,
    sane: indexOf(target.url),
    proxy,
    target,
    random,
  })
  let done = 0
  const writer = async () => {
    while (done < operations) {
      done += 1
      progress?.(done)
      await life.happen(random.weighted(OPERATIONS))
      // The workers are to see many states in between, and not only the last.
      if (random.chance(0.3)) await new Promise((resolve) => setTimeout(resolve, random.below(24)))
      if (strict || done % calamityEvery !== 0) continue
      const kind = random.weighted(CALAMITIES)
      counts.calamities[kind] = (counts.calamities[kind] ?? 0) + 1
      await calamities(kind).catch(() => {
        counts.kills += 1
      })
    }
  }
  const steady = () => proxy.set(() => random.weighted(strict ? IN_ORDER : FAULTS))
  await shaky.ensure()
  for (let first = 0; first < FIRST_PRACTICES; first++) await life.happen('publish')
  steady()
  try {
    const workers = Array.from({ length: WORKERS }, worker)
    await Promise.all(Array.from({ length: WRITERS }, writer))
    ended = true
    await Promise.all(workers)
    proxy.set(() => 'none')
    await proxy.settled()
    // The sync, too, tries again after a second.
    const last = strict ? followAll : lastRound
    const report = await last(db, shaky).catch(() => last(db, shaky))
    return {
      ...report,
      ...counts,
      faults: { ...proxy.made },
      practices: life.ids.length,
      tookMs: performance.now() - started,
    }
  } finally {
    ended = true
    await proxy.close()
    await mortal.close()
  }
}

/** What is waiting is followed; nothing is compared, nothing is mended. */
async function followAll(db: Database, index: PracticeIndex) {
  await db.execute(`update outbox set due_at = now() where processed_at is null`)
  while ((await followOutbox(db, true)) > 0);
  while ((await followQueue(db, index)) > 0);
  const { published, engines } = await verifySearch(db, { index })
  return { published, engines }
}

/** What a worker does within a minute when nothing fails any more. */
export async function lastRound(db: Database, index: PracticeIndex) {
  await db.execute(`update outbox set due_at = now() where processed_at is null`)
  while ((await followOutbox(db, true)) > 0);
  await ensureDocuments(db, true)
  await ensureIndex(db, index)
  while ((await followQueue(db, index)) > 0);
  const { published, engines } = await verifySearch(db, { index })
  return { published, engines }
}

type Stage = {
  db: Database
  safe: Database
  index: PracticeIndex
  sane: PracticeIndex
  proxy: FaultProxy
  target: Target
  random: Random
}

function calamityMaker({ db, safe, index, sane, proxy, target, random }: Stage) {
  let restore: (() => void) | undefined
  const call = (method: string, path: string, body?: unknown) =>
    fetch(new URL(path, target.url), {
      method,
      headers: { 'content-type': 'application/json', ...(target.key && { authorization: `Bearer ${target.key}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const acts: Record<Calamity, () => Promise<unknown>> = {
    async 'engine gone for a while'() {
      proxy.set(() => (random.chance(0.5) ? 'cut-before' : 'cut-after'))
      await new Promise((resolve) => setTimeout(resolve, 150))
      proxy.set(() => random.weighted(FAULTS))
    },
    async 'engine crashes'() {
      await target.crash?.()
    },
    'index deleted': () => call('DELETE', `/indexes/${UID}`),
    'settings changed': () =>
      call('PATCH', `/indexes/${UID}/settings`, { rankingRules: ['words'], filterableAttributes: [] }),
    async 'foreign documents'() {
      const [one] = await sane.versions().then((versions) => [...versions.keys()])
      const documents = [randomUUID(), one].flatMap((id) => (id ? [{ id, checksum: 'foreign' }] : []))
      await call('POST', `/indexes/${UID}/documents?primaryKey=id`, documents)
    },
    'documents deleted in the database': () =>
      safe.execute(
        `delete from practice_documents where practice_id in (select practice_id from practice_documents limit 3)`,
      ),
    async 'snapshot taken'() {
      restore = target.snapshot?.()
    },
    async 'old snapshot restored'() {
      restore?.()
    },
    rebuild: () => rebuildIndex(db, index),
    'back to the previous index': () => returnIndex(db, index),
    'full check': () => checkSearch(db, { index }),
  }
  return (kind: Calamity) => acts[kind]()
}
