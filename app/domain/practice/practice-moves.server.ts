import type { Transaction } from '#db/client.server.ts'
import { insertPracticeEvent, listReceivers, listReceiversByRole } from '#db/queries/practice-reviews.server.ts'
import { findPracticeInWork, type WorkPractice } from '#db/queries/practices-work.server.ts'
import type { PracticeState, RevisionState, Role } from '#db/vocabulary.ts'
import { type Context, userIdOf } from '../shared/context.ts'
import { today } from '../shared/dates.ts'
import { Forbidden, InvalidTransition, NotFound } from '../shared/errors.ts'
import { type Mail, recordChange } from '../shared/record-change.server.ts'
import { can, type PracticeAction, type PracticeFacts, visibilityFor } from './practice.policy.ts'

/** What the policy asks about a practice of the workspace. */
export function factsOf(practice: WorkPractice): PracticeFacts {
  const { state, agencyId, agencyParentId, hubId, writerIds, minorKinds, open, assertion } = practice
  return { state, agencyId, agencyParentId, hubId, writerIds, minorKinds, open, assertion }
}

/** The first two steps of every verb: the practice as this actor may see it, and whether they are the one to do this. */
export async function practiceFor(ctx: Context, publicId: string, action: PracticeAction): Promise<WorkPractice> {
  const practice = await findPracticeInWork(ctx.db, publicId, visibilityFor(ctx.actor))
  if (!practice) throw new NotFound(`no practice ${publicId} for this actor`)
  if (!can(ctx.actor, action, factsOf(practice))) throw new Forbidden(`${action} on ${publicId}`)
  return practice
}

/** The text that is written or reviewed now; nothing moves on a practice that was taken back. */
export function openRevision(practice: WorkPractice, event: string): NonNullable<WorkPractice['open']> {
  if (practice.state === 'withdrawn' || !practice.open)
    throw new InvalidTransition(practice.open?.state ?? practice.state, event)
  return practice.open
}

/** The person who acts; the policy has already asked that there is one. */
export function personOf(ctx: Context): string {
  const userId = userIdOf(ctx.actor)
  if (!userId) throw new Forbidden('needs a person')
  return userId
}

type Move = {
  practice: { id: string; publicId: string }
  event: string
  revisionId?: string
  from?: RevisionState | PracticeState
  to?: RevisionState | PracticeState
  reason?: string | null
  data?: Record<string, unknown>
  /** The version that the search index must follow. */
  searchVersion?: number
  mail?: Mail[]
}

/** The last step before an answer: history, audit, outbox and mail, in the transaction that made the change. */
export async function recordMove(tx: Transaction, ctx: Context, move: Move): Promise<void> {
  const { practice, event, revisionId, from, to, reason = null, searchVersion } = move
  await insertPracticeEvent(tx, {
    practiceId: practice.id,
    revisionId: revisionId ?? null,
    event,
    fromState: from ?? null,
    toState: to ?? null,
    actorId: userIdOf(ctx.actor),
    reason,
    at: ctx.now,
  })
  await recordChange(tx, ctx, {
    action: `practice.${event}`,
    entity: 'practice',
    entityId: practice.id,
    reason,
    data: { publicId: practice.publicId, revisionId, from, to, ...move.data },
    outbox: searchVersion === undefined ? [] : [{ topic: 'practice', entityId: practice.id, version: searchVersion }],
    mail: move.mail,
  })
}

export type PracticeLetter =
  | 'practice_submitted'
  | 'practice_documents_verified'
  | 'practice_changes_requested'
  | 'practice_scheduled'
  | 'practice_unscheduled'
  | 'practice_published'
  | 'practice_withdrawn'
  | 'practice_merged'
  | 'practice_merge_undone'
  | 'review_assigned'
  | 'review_late'
  | 'review_batch'
  | 'practice_minor_edit'
  | 'life_asserted'
  | 'life_answered'

type Receivers = {
  /** Everybody in this role at the owner, at the hub, or in the national office where no hub answers. */
  roles?: Role[]
  /** These people. */
  people?: readonly (string | null)[]
}

/** One mail to each person concerned, none to the one who acted. */
export async function letters(
  tx: Transaction,
  ctx: Context,
  practice: WorkPractice,
  {
    template,
    path,
    message = '',
    more = {},
    roles = [],
    people = [],
  }: Receivers & { template: PracticeLetter; path: string; message?: string; more?: Record<string, string> },
): Promise<Mail[]> {
  const found = await listReceivers(
    tx,
    people.filter((id) => id !== null),
  )
  for (const role of roles) {
    const organisationIds = organisationsOf(practice, role)
    found.push(...(await listReceiversByRole(tx, { role, organisationIds, today: today(ctx.now) })))
  }
  const receivers = new Map(found.filter(({ id }) => id !== userIdOf(ctx.actor)).map((person) => [person.id, person]))
  const params = { title: titleOf(practice), publicId: practice.publicId, path, message, ...more }
  return [...receivers.values()].map(({ email, language }) => ({ to: email, template, language, params }))
}

function organisationsOf(practice: WorkPractice, role: Role): string[] | null {
  if (role === 'national_admin') return null
  if (role === 'curator' || role === 'hub_manager') return practice.hubId ? [practice.hubId] : []
  return [practice.agencyId, practice.agencyParentId].filter((id) => id !== null)
}

/** Whoever judges the substance of this practice. */
export function substanceRole(practice: WorkPractice): Role {
  return practice.hubId ? 'curator' : 'national_admin'
}

/** What a practice is called in lists and letters: its plain title, or its brand while nobody has written one. */
export function titleOf({ open, live, publicId }: Pick<WorkPractice, 'open' | 'live' | 'publicId'>): string {
  return open?.titleId ?? live?.titleId ?? open?.brand ?? live?.brand ?? publicId
}
