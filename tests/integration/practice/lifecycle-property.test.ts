import { asc, eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { fingerprintOf } from '#app/domain/practice/fingerprint.server.ts'
import { can, isPossible } from '#app/domain/practice/practice.policy.ts'
import { practiceLifecycle, type RevisionEvent, revisionLifecycle } from '#app/domain/practice/practice.ts'
import { factsOf } from '#app/domain/practice/practice-moves.server.ts'
import { saveReviewRules } from '#app/domain/practice/save-review-rules.server.ts'
import type { Actor } from '#app/domain/shared/context.ts'
import { DomainError } from '#app/domain/shared/errors.ts'
import { auditLog, outbox, practiceEvents, practiceRevisions, practices } from '#db/schema/index.ts'
import { testDatabase } from '#tests/support/database.ts'
import { castOf } from './cast.ts'
import { ACTION, actorsOf, type Command, commandOf, doer, moment, type World } from './random-events.ts'
import { NOW, stageOf } from './stage.ts'

/*
 * Random people in random hats do random things to a practice, some of them at the same time, against the real database.
 * The model is the transition table and the policy; what is left behind must be explained by them, act by act.
 */

const RUNS = Number(process.env.LIFECYCLE_RUNS ?? 20)
const MOMENTS = 45

const { db } = await testDatabase()
let actors: Awaited<ReturnType<typeof actorsOf>>
let stage: ReturnType<typeof stageOf>
const seen = { practices: 0, commands: 0, done: 0, atOnce: 0, raced: 0, moves: 0, published: 0, minor: 0, undone: 0 }

beforeAll(async () => {
  const cast = await castOf(db)
  stage = stageOf(db, cast)
  actors = await actorsOf(cast)
  await saveReviewRules(stage.as(cast.manager), { minorKinds: ['typo'], version: 0 })
})

type Data = { revisionId?: string; from?: string; to?: string; fingerprint?: string; number?: number }

/** Everything that the database knows of a practice, in the order in which it happened. */
async function recordOf(publicId: string) {
  const [practice] = await db.select().from(practices).where(eq(practices.publicId, publicId))
  const id = practice!.id
  const [revisions, audit, events, announced] = await Promise.all([
    db.select().from(practiceRevisions).where(eq(practiceRevisions.practiceId, id)),
    db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(asc(auditLog.id)),
    db.select().from(practiceEvents).where(eq(practiceEvents.practiceId, id)),
    db.select().from(outbox).where(eq(outbox.entityId, id)),
  ])
  return {
    practice: practice!,
    revisions,
    audit: audit.map((row) => ({ ...row, data: row.data as Data })),
    events,
    announced,
  }
}
type Record = Awaited<ReturnType<typeof recordOf>>

const OPEN = ['draft', 'submitted', 'document_verified', 'changes_requested', 'scheduled']
const WRITES = ['create', 'start_revision', 'save_section', 'submit', 'publish_minor'].map(
  (event) => `practice.${event}`,
)
const eventOf = (action: string) => action.replace('practice.', '')
const isMove = (event: string): event is RevisionEvent => event in revisionLifecycle.moves

/** Each revision went from draft to where it is by moves of the table, each with its audit row and its line in the history. */
function checkChains({ revisions, audit, events }: Record): void {
  for (const revision of revisions) {
    let state = 'draft'
    const moves = audit.filter(({ action, data }) => data.revisionId === revision.id && isMove(eventOf(action)))
    for (const { action, data } of moves) {
      const event = eventOf(action) as RevisionEvent
      expect(data.from, `${action} after ${state}`).toBe(state)
      expect(revisionLifecycle.moves[event].from as readonly string[], action).toContain(data.from)
      expect(data.to).toBe(revisionLifecycle.moves[event].to)
      state = data.to!
    }
    expect(revision.state).toBe(state)
    const told = events.filter(({ revisionId, event }) => revisionId === revision.id && isMove(event))
    expect(told.map(({ event }) => event).sort()).toEqual(moves.map(({ action }) => eventOf(action)).sort())
  }
  for (const event of events) {
    const matching = audit.filter(
      (row) => row.action === `practice.${event.event}` && row.at.getTime() === event.at.getTime(),
    )
    expect(matching.length, `audit of ${event.event}`).toBeGreaterThan(0)
  }
}

/** What is on the site, and what may be open beside it. */
function checkState({ practice, revisions, audit, announced }: Record): void {
  expect(revisions.filter(({ state }) => OPEN.includes(state)).length).toBeLessThanOrEqual(1)
  const live = revisions.find(({ id }) => id === practice.liveRevisionId)
  if (practice.state === 'published') expect(live?.state).toBe('published')
  if (practice.state === 'unpublished') expect(live).toBeUndefined()
  if (live)
    expect(live.number).toBe(
      Math.max(...revisions.filter(({ state }) => state === 'published').map(({ number }) => number)),
    )
  const shown = audit.filter(({ action }) => ['publish', 'publish_minor', 'withdraw'].includes(eventOf(action)))
  expect(announced).toHaveLength(shown.length)
  expect(practice.searchVersion).toBe(1 + shown.length)
  const withdrawn = audit.findIndex(({ action }) => action === 'practice.withdraw')
  expect(practice.state === 'withdrawn').toBe(withdrawn >= 0)
  if (withdrawn >= 0) {
    const after = audit.slice(withdrawn + 1).filter(({ action }) => isMove(eventOf(action)))
    expect(after, 'moves after the withdrawal').toEqual([])
    expect(practiceLifecycle.eventsIn('withdrawn')).toEqual(['undo_merge'])
  }
}

/** The published text is the one that was approved, and nobody approved their own record or made both checks. */
function checkApprovals({ revisions, audit }: Record): void {
  const writers = new Set<string>()
  const verified = new Map<string, { by: string | null; fingerprint?: string }>()
  for (const { action, actorId, actedAs, data } of audit) {
    if (WRITES.includes(action)) writers.add(actorId!)
    const revision = revisions.find(({ id }) => id === data.revisionId)
    if (action === 'practice.verify_documents') {
      expect(actedAs).toBe('agency_admin')
      expect(writers, 'a writer verified').not.toContain(actorId)
      verified.set(data.revisionId!, { by: actorId, fingerprint: data.fingerprint })
    }
    if (action === 'practice.request_changes') {
      expect(['agency_admin', 'curator']).toContain(actedAs)
      expect(writers, 'a writer judged').not.toContain(actorId)
    }
    if (action === 'practice.publish') {
      const check = verified.get(data.revisionId!)
      expect(actedAs).toBe('curator')
      expect(writers, 'a writer published').not.toContain(actorId)
      expect(actorId, 'both checks by one person').not.toBe(check?.by)
      expect(data.fingerprint).toBe(check?.fingerprint)
      expect(fingerprintOf(revision!.content)).toBe(data.fingerprint)
      expect(revision!.publishedBy).toBe(actorId)
      seen.published++
    }
    if (action === 'practice.publish_minor') {
      expect(fingerprintOf(revision!.content)).toBe(data.fingerprint)
      expect(revision!.publishedBy).toBeNull()
      seen.minor++
    }
    if (eventOf(action).startsWith('undo_')) seen.undone++
    if (isMove(eventOf(action))) seen.moves++
  }
}

/** What table and policy say of a command alone: `no` is certain, `maybe` depends on the text, remarks or who has taken it. */
function modelSays({ who, event }: Command, before: Awaited<ReturnType<typeof stage.practice>>): 'no' | 'maybe' {
  const action = ACTION[event]
  if (action === null) return 'maybe'
  const facts = factsOf(before)
  return can(actors[who] as Actor, action, facts) && isPossible(action, facts) ? 'maybe' : 'no'
}

test(`${RUNS} practices, ${MOMENTS} moments each: no state that the table does not allow, the audit complete`, {
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { minLength: MOMENTS, maxLength: MOMENTS }), async (moments) => {
      const practiceId = await stage.draft()
      const world: World = { practiceId, batches: [] }
      const run = doer(stage, actors, world)
      seen.practices++
      for (const [index, wishes] of moments.entries()) {
        const before = await stage.practice(practiceId)
        const commands = wishes.map((wish) => commandOf(wish, actors, before, world))
        const now = new Date(NOW.getTime() + index * 60_000)
        const results = await Promise.allSettled(commands.map((command) => run(command, before, now)))
        for (const result of results) {
          if (result.status === 'rejected')
            expect(result.reason, String(result.reason?.stack)).toBeInstanceOf(DomainError)
        }
        const done = results.filter(({ status }) => status === 'fulfilled').length
        seen.commands += commands.length
        seen.done += done
        if (commands.length > 1) seen.atOnce += commands.length
        if (commands.length > 1 && done > 0 && done < commands.length) seen.raced++
        if (commands.length === 1 && done === 1)
          expect(modelSays(commands[0]!, before), `${commands[0]!.who} ${commands[0]!.event}`).toBe('maybe')
      }
      const record = await recordOf(practiceId)
      checkChains(record)
      checkState(record)
      checkApprovals(record)
    }),
    {
      numRuns: RUNS,
      endOnFailure: true,
      ...(process.env.LIFECYCLE_SEED ? { seed: Number(process.env.LIFECYCLE_SEED) } : {}),
    },
  )
  const [locks] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from pg_locks where not granted`,
  )
  expect(locks!.count).toBe(0)
  process.stdout.write(`lifecycle: ${JSON.stringify(seen)}\n`)
  // The run says something only when things happened.
  expect(seen.published).toBeGreaterThan(RUNS / 4)
  expect(seen.raced).toBeGreaterThan(0)
})
