import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { addComment } from '#app/domain/practice/add-comment.server.ts'
import { addressComment } from '#app/domain/practice/address-comment.server.ts'
import { claimReview, returnToPool } from '#app/domain/practice/claim-review.server.ts'
import { decideBatch } from '#app/domain/practice/decide-batch.server.ts'
import { discardRevision } from '#app/domain/practice/discard-revision.server.ts'
import { can, isPossible, type PracticeAction } from '#app/domain/practice/practice.policy.ts'
import { factsOf } from '#app/domain/practice/practice-moves.server.ts'
import { publishMinor } from '#app/domain/practice/publish-minor.server.ts'
import { publishPractice } from '#app/domain/practice/publish-practice.server.ts'
import { reassignReview } from '#app/domain/practice/reassign-review.server.ts'
import { requestChanges } from '#app/domain/practice/request-changes.server.ts'
import { resolveComment } from '#app/domain/practice/resolve-comment.server.ts'
import { saveSection, sectionBase } from '#app/domain/practice/save-section.server.ts'
import { schedulePractice } from '#app/domain/practice/schedule-practice.server.ts'
import { startRevision } from '#app/domain/practice/start-revision.server.ts'
import { submitPractice } from '#app/domain/practice/submit-practice.server.ts'
import { takeBackPractice } from '#app/domain/practice/take-back-practice.server.ts'
import { undoBatch } from '#app/domain/practice/undo-batch.server.ts'
import { unschedulePractice } from '#app/domain/practice/unschedule-practice.server.ts'
import { verifyDocuments } from '#app/domain/practice/verify-documents.server.ts'
import { withdrawPractice } from '#app/domain/practice/withdraw-practice.server.ts'
import type { Actor, Context } from '#app/domain/shared/context.ts'
import { addDays, today } from '#app/domain/shared/dates.ts'
import { findRevision, listReviewComments } from '#db/queries/practice-reviews.server.ts'
import type { WorkPractice } from '#db/queries/practices-work.server.ts'
import { practiceContent } from '#db/seed/factories/practice.ts'
import type { Cast } from './cast.ts'
import type { stageOf } from './stage.ts'

/* Everything that people can do with a practice, drawn at random: who, in which hat, what, and what at the same time. */

type User = Extract<Actor, { kind: 'user' }>

/** People in all roles, some of them in hats that would let them judge what they wrote. */
export async function actorsOf(cast: Cast) {
  const { regency, unit, place, office } = cast.organisations
  return {
    ...cast,
    authorAsAdmin: await cast.wearing(cast.author, 'agency_admin', regency),
    authorAsCurator: await cast.wearing(cast.author, 'curator', place),
    coAuthorAsCurator: await cast.wearing(cast.coAuthor, 'curator', place),
    adminAsAuthor: await cast.wearing(cast.admin, 'author', regency),
    adminAsCurator: await cast.wearing(cast.admin, 'curator', place),
    secondAdminAsCurator: await cast.wearing(cast.secondAdmin, 'curator', place),
    curatorAsAdmin: await cast.wearing(cast.curator, 'agency_admin', regency),
    curatorAsAuthor: await cast.wearing(cast.curator, 'author', unit),
    nationalAsCurator: await cast.wearing(cast.national, 'curator', place),
    managerAsNational: await cast.wearing(cast.manager, 'national_admin', office),
  }
}
type Cast2 = Awaited<ReturnType<typeof actorsOf>>
export type Who = { [K in keyof Cast2]: Cast2[K] extends User ? K : never }[keyof Cast2]

export const EVENTS = [
  'save',
  'save_typo',
  'submit',
  'take_back',
  'discard',
  'start_revision',
  'verify_documents',
  'request_changes',
  'publish',
  'publish_minor',
  'schedule',
  'unschedule',
  'withdraw',
  'comment',
  'address',
  'resolve',
  'claim',
  'return',
  'reassign',
  'batch_verify',
  'batch_request',
  'undo',
] as const
export type EventName = (typeof EVENTS)[number]

/** The action that the policy is asked about for an event; null where several are. */
export const ACTION: Record<EventName, PracticeAction | null> = {
  save: 'edit',
  save_typo: 'edit',
  submit: 'submit',
  take_back: 'take_back',
  discard: 'discard',
  start_revision: 'start_revision',
  verify_documents: 'verify_documents',
  request_changes: 'request_changes',
  publish: 'publish',
  publish_minor: 'publish_minor',
  schedule: 'schedule',
  unschedule: 'unschedule',
  withdraw: 'withdraw',
  comment: 'comment',
  address: 'address_comment',
  resolve: 'resolve_comment',
  claim: 'claim',
  return: null,
  reassign: 'reassign',
  batch_verify: null,
  batch_request: null,
  undo: null,
}

/** A choice that is not made yet: what it comes to depends on what is possible when its turn comes. */
export type Wish = { guided: boolean; event: number; who: number; stale: boolean; pick: number }
export type Command = { who: Who; event: EventName; stale: boolean; pick: number }

const wish: fc.Arbitrary<Wish> = fc.record({
  guided: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  event: fc.nat(9_999),
  who: fc.nat(9_999),
  stale: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  pick: fc.nat(99),
})

/** Moves are wished for more often than what ends everything. */
const WEIGHT: Partial<Record<EventName, number>> = {
  submit: 6,
  verify_documents: 6,
  publish: 6,
  start_revision: 6,
  publish_minor: 5,
  save: 2,
  save_typo: 4,
  batch_verify: 2,
  batch_request: 2,
  undo: 3,
  resolve: 4,
  claim: 2,
}
const RARE: ReadonlySet<EventName> = new Set(['withdraw', 'discard'])

/** What a wish comes to: mostly something that table and policy allow now, else anything by anybody. */
export function commandOf(wish: Wish, actors: Cast2, seen: WorkPractice, { batches }: World): Command {
  const names = Object.keys(actors).filter(
    (name): name is Who => (actors[name as Who] as Partial<User>).kind === 'user',
  )
  const { guided, stale, pick } = wish
  const among = <T>(list: readonly T[], at: number) => list[at % list.length]!
  const facts = factsOf(seen)
  const mayDo = (who: Who, event: EventName) => {
    if (event === 'undo') return batches.at(-1)?.by === (actors[who] as User).userId
    const action = ACTION[event] ?? GUIDE[event] ?? null
    return action === null || (can(actors[who] as User, action, facts) && isPossible(action, facts))
  }
  const events = EVENTS.filter((event) => !RARE.has(event) || wish.event % 10 === 0)
  const possible = events.filter((event) => names.some((who) => mayDo(who, event)))
  const weighted = possible.flatMap((event) => Array<EventName>(WEIGHT[event] ?? 1).fill(event))
  if (!guided || weighted.length === 0)
    return { who: among(names, wish.who), event: among(EVENTS, wish.event), stale, pick }
  const event = among(weighted, wish.event)
  return {
    who: among(
      names.filter((who) => mayDo(who, event)),
      wish.who,
    ),
    event,
    stale,
    pick,
  }
}

/** What those of several actions are mostly about. */
const GUIDE: Partial<Record<EventName, PracticeAction>> = {
  batch_verify: 'verify_documents',
  batch_request: 'request_changes',
  return: 'claim',
}

/** What happens at one moment: one thing, or several at once. */
export const moment = fc.oneof(
  { weight: 3, arbitrary: fc.array(wish, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(wish, { minLength: 2, maxLength: 4 }) },
)

export type World = {
  practiceId: string
  batches: { id: string; by: string }[]
}

/** Does what a command says, with what its person would see on their page now (or saw before, when stale). */
export function doer(stage: ReturnType<typeof stageOf>, actors: Cast2, world: World) {
  return async ({ who, event, stale, pick }: Command, seen: WorkPractice, now: Date): Promise<unknown> => {
    const actor = actors[who] as User
    const ctx: Context = stage.as(actor, now)
    const { practiceId } = world
    const version = Math.max(1, (seen.open?.version ?? 1) - (stale ? 1 : 0))
    const input = { practiceId, version }
    const batch = async (action: 'verify_documents' | 'request_changes') => {
      const id = randomUUID()
      world.batches.push({ id, by: actor.userId })
      return decideBatch(ctx, { batchId: id, action, message: 'Bersama.', items: [{ ...input, message: 'Bersama.' }] })
    }
    const comment = async () => {
      const comments = seen.open ? await listReviewComments(ctx.db, seen.open.id) : []
      return comments[pick % Math.max(1, comments.length)]?.id ?? randomUUID()
    }
    const save = async (text: string) => {
      const revision = await findRevision(ctx.db, seen.open?.id ?? seen.live?.id ?? randomUUID())
      const content = revision?.content ?? practiceContent()
      const patch = { story: { background: { id: text, en: null } } }
      return saveSection(ctx, { practiceId, section: 'background', base: sectionBase(content, 'background'), patch })
    }
    const claimant = seen.claim?.reviewerId ?? actor.userId
    switch (event) {
      case 'save':
        return save(`Latar belakang nomor ${pick}, ditulis panjang lebar supaya bagian ini tidak kosong.`)
      case 'save_typo': {
        const live = seen.live && (await findRevision(ctx.db, seen.live.id))
        return save(`${live?.content.story.background.id ?? 'Teks'}${'.'.repeat(1 + (pick % 2))}`)
      }
      case 'submit':
        return submitPractice(ctx, input)
      case 'take_back':
        return takeBackPractice(ctx, input)
      case 'discard':
        return discardRevision(ctx, input)
      case 'start_revision':
        return startRevision(ctx, input)
      case 'verify_documents':
        return verifyDocuments(ctx, input)
      case 'request_changes':
        return requestChanges(ctx, { ...input, message: 'Lengkapi.' })
      case 'publish':
        return publishPractice(ctx, input)
      case 'publish_minor':
        return publishMinor(ctx, input)
      case 'schedule':
        return schedulePractice(ctx, { ...input, publishDate: addDays(today(now), 1 + pick), publishTime: '08:00' })
      case 'unschedule':
        return unschedulePractice(ctx, input)
      case 'withdraw':
        return withdrawPractice(ctx, { practiceId, reason: 'other' })
      case 'comment':
        return addComment(ctx, { practiceId, section: 'background', body: 'Sumber?', required: pick % 3 === 0 })
      case 'address':
        return addressComment(ctx, { practiceId, commentId: await comment() })
      case 'resolve':
        return resolveComment(ctx, { practiceId, commentId: await comment() })
      case 'claim':
        return claimReview(ctx, input)
      case 'return':
        return returnToPool(ctx, { practiceId, from: claimant })
      case 'reassign': {
        const to = pick % 2 === 0 ? actors.secondCurator : actors.secondAdmin
        return reassignReview(ctx, { practiceId, reviewerId: to.userId, from: seen.claim?.reviewerId ?? null })
      }
      case 'batch_verify':
        return batch('verify_documents')
      case 'batch_request':
        return batch('request_changes')
      case 'undo': {
        const mine = world.batches.filter(({ by }) => by === actor.userId)
        return undoBatch(ctx, { batchId: mine.at(-1)?.id ?? randomUUID() })
      }
    }
  }
}
