import type { FormEntries } from '#app/domain/practice/section-form.ts'

/** Text of one section of one revision that the server has not confirmed yet. */
export type DraftCopy = {
  entries: FormEntries
  /** What the writer started from; the server compares it. */
  base: string
  /** Milliseconds since 1970. */
  at: number
  /** What was sent without an answer: the text on the server may be our own. */
  sent?: FormEntries[]
  /** The form was posted as a whole page; the next page says whether it arrived. */
  posted?: boolean
}

const PREFIX = 'jipp:draft:'
const KEPT_DAYS = 30

export const draftKey = (revisionId: string, section: string) => `${PREFIX}${revisionId}:${section}`

/** Keeps a copy on this device; `false` when the device refuses (private mode, full). */
export function keepDraft(key: string, copy: DraftCopy): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

/** The copy of a section; damaged and foreign data count as none. */
export function findDraft(key: string): DraftCopy | undefined {
  try {
    const copy: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isCopy(copy) ? copy : undefined
  } catch {
    return undefined
  }
}

export function dropDraft(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept where nothing can be kept.
  }
}

/** Forgets copies that nobody came back to for a month: drafts should not stay on shared phones. */
export function sweepDrafts(now: number): void {
  try {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      if ((findDraft(key)?.at ?? 0) < now - KEPT_DAYS * 86_400_000) localStorage.removeItem(key)
    }
  } catch {
    // Nothing was kept where nothing can be kept.
  }
}

function isCopy(value: unknown): value is DraftCopy {
  if (typeof value !== 'object' || value === null) return false
  const { entries, base, at } = value as Partial<DraftCopy>
  const whole =
    Array.isArray(entries) &&
    entries.every((entry) => Array.isArray(entry) && entry.every((part) => typeof part === 'string'))
  return whole && typeof base === 'string' && typeof at === 'number'
}
