import type { Database, Executor } from '#db/client.server.ts'
import type { OrganisationKind, Role } from '#db/vocabulary.ts'
import type { Search } from '#search/engine.ts'

/** The role that a person acts in: one membership, chosen at sign-in or switched in the header. */
export type Hat = {
  membershipId: string
  role: Role
  organisationId: string
  organisationKind: OrganisationKind
  organisationName: string
  organisationSlug: string
}

export type Actor =
  | { kind: 'visitor' }
  /** A person who is signed in; `hat` is null while no membership holds today. */
  | { kind: 'user'; userId: string; name: string; hat: Hat | null }
  /** The program itself: seeds, workers, commands. */
  | { kind: 'system'; name: string }

/** What every verb and read is given. A plain object: scripts, tests and routes build it alike. */
export type Context = {
  db: Database
  search: Search
  actor: Actor
  now: Date
}

/** A context whose reads may run in a transaction. */
export type ReadContext = Omit<Context, 'db'> & { db: Executor }

export const VISITOR: Actor = { kind: 'visitor' }

/** The role the actor acts in, if any. */
export function roleOf(actor: Actor): Role | null {
  return actor.kind === 'user' ? (actor.hat?.role ?? null) : null
}

/** The organisation the actor acts for, if any. */
export function organisationOf(actor: Actor): string | null {
  return actor.kind === 'user' ? (actor.hat?.organisationId ?? null) : null
}

/** The person behind the actor; null for visitors and the program itself. */
export function userIdOf(actor: Actor): string | null {
  return actor.kind === 'user' ? actor.userId : null
}
