import { Conflict, InvalidTransition } from '../shared/errors.ts'

/**
 * Makes a move that may be sent twice (a double click, a slow line). When it comes too late, `stored` says whether the
 * record already is as this very sending would have made it: then that is the answer, else the error.
 */
export async function sentTwice<T>(move: () => Promise<T>, stored: () => Promise<T | undefined>): Promise<T> {
  try {
    return await move()
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof InvalidTransition)) throw error
    const answer = await stored()
    if (answer === undefined) throw error
    return answer
  }
}
