import type { Actor } from '../shared/context.ts'

/** Whether the actor may look into the background work, and settle what was given up. */
export const canKeepJobs = canKeepSearch

/** Whether the actor may look into the search index, and set right what went wrong there. */
export function canKeepSearch(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'user' && actor.hat?.role === 'national_admin')
}
