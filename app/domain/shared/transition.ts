import { InvalidTransition } from './errors.ts'

/** One row of a lifecycle: the event, the states it may start from, the state it leads to. */
export type Move<State extends string> = { from: readonly State[]; to: State }

export type Lifecycle<State extends string, Event extends string> = {
  moves: Record<Event, Move<State>>
  /** Whether the event is possible in the state. Never throws. */
  allows: (state: State, event: Event) => boolean
  /** The state after the event; throws `InvalidTransition`. */
  next: (state: State, event: Event) => State
  /** Events possible in the state, in the order of the table. */
  eventsIn: (state: State) => Event[]
}

/** Makes a lifecycle from its table. State changes only through it. */
export function defineLifecycle<State extends string, Event extends string>(
  moves: Record<Event, Move<State>>,
): Lifecycle<State, Event> {
  const allows = (state: State, event: Event) => moves[event].from.includes(state)
  return {
    moves,
    allows,
    next(state, event) {
      if (!allows(state, event)) throw new InvalidTransition(state, event)
      return moves[event].to
    },
    eventsIn: (state) => (Object.keys(moves) as Event[]).filter((event) => allows(state, event)),
  }
}
