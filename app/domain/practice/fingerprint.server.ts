import { createHash } from 'node:crypto'
import type { PracticeContent } from '#db/practice-content.ts'

/** Recognises a text, whatever order its parts are stored in: SHA-256 in hexadecimal. */
export function fingerprintOf(content: PracticeContent): string {
  return createHash('sha256')
    .update(JSON.stringify(ordered(content)))
    .digest('hex')
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, ordered(part)]))
}
