import type { Role } from '#db/vocabulary.ts'

/** What can go wrong in a verb. app/http turns each into a response; scripts print the message. */
export abstract class DomainError extends Error {
  abstract readonly code: 'not_found' | 'forbidden' | 'invalid_transition' | 'conflict' | 'invalid' | 'too_many'
  override get name() {
    return this.constructor.name
  }
}

/** The record does not exist, or this actor may not know that it does. */
export class NotFound extends DomainError {
  readonly code = 'not_found'
}

/** The actor may see the record but not do this with it; `roles` names who may, where it depends on the role alone. */
export class Forbidden extends DomainError {
  readonly code = 'forbidden'
  constructor(
    message: string,
    readonly roles: readonly Role[] = [],
  ) {
    super(message)
  }
}

/** The record is in a state in which this event cannot happen. */
export class InvalidTransition extends DomainError {
  readonly code = 'invalid_transition'
  constructor(
    readonly state: string,
    readonly event: string,
  ) {
    super(`${event} is not possible in state ${state}`)
  }
}

/** Somebody else changed the record since this actor read it; `detail` is what the form shows of both. */
export class Conflict extends DomainError {
  readonly code = 'conflict'
  constructor(
    message: string,
    readonly detail?: unknown,
  ) {
    super(message)
  }
}

/** A limit on attempts was reached; `retryAfter` in seconds. */
export class TooManyAttempts extends DomainError {
  readonly code = 'too_many'
  constructor(readonly retryAfter: number) {
    super(`too many attempts, try again in ${retryAfter} s`)
  }
}

/** Rule broken by the input: keys of messages by field; the key `''` is for the form as a whole. */
export class Invalid extends DomainError {
  readonly code = 'invalid'
  constructor(readonly fieldErrors: Record<string, string[]>) {
    super(`invalid input: ${Object.keys(fieldErrors).join(', ')}`)
  }
}
