import { LARGEST_FILE, MOST_AT_ONCE } from '../domain/attachment/attachment.ts'
import { LARGEST_IMPORT } from '../domain/import/import.ts'
import { LARGEST_PROPOSAL } from '../domain/proposal/offers.ts'

const FORM = 2_000_000
/** Room for the words between the files. */
const BETWEEN = 1_000_000

/**
 * Pages that take files. Their own limits are stricter and answer in words; more than this is not even read. What is too
 * long for one file is read to its end, twice over, so that the answer arrives.
 */
const TAKE_FILES: readonly (readonly [path: RegExp, bytes: number])[] = [
  [/^\/work\/practices\/[^/]+\/edit\/attachments$/, 2 * MOST_AT_ONCE * LARGEST_FILE + BETWEEN],
  [/^\/work\/practices\/from-word$/, 2 * LARGEST_PROPOSAL * 1_000_000 + BETWEEN],
  [/^\/work\/imports$/, 2 * LARGEST_IMPORT * 1_000_000 + BETWEEN],
]

/** Bytes that the body of this request may have. */
export function largestBody({ method, path }: { method: string; path: string }): number {
  return (method === 'POST' && TAKE_FILES.find(([page]) => page.test(path))?.[1]) || FORM
}
