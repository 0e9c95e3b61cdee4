import { createStore, del, entries as entriesOf, get, set, type UseStore } from 'idb-keyval'
import { type FormEntries, isEntries } from '#app/domain/practice/section-form.ts'
import { signUnsaved } from './unsaved-sign.ts'

/** Text of one section of one revision that the server has not confirmed yet. */
export type DraftCopy = {
  entries: FormEntries
  /** Recognises the text that the writer started from; the server compares it. */
  base: string
  /** That text itself. */
  ancestor: FormEntries
  /** What was sent without an answer. */
  pending: FormEntries | null
  /** Milliseconds since 1970. */
  at: number
  /** The form was posted as a whole page; the next page says whether it arrived. */
  posted?: boolean
  /** What the page of leaving says of it. */
  about: { title: string; url: string }
}

/** How well this device keeps a copy: through a crash, only while the browser runs properly, or not at all. */
export type Kept = 'kept' | 'lightly' | 'refused'

/** Whose text, of which section of which revision: on a shared phone nobody sees the copies of another person. */
export type DraftId = { userId: string; revisionId: string; section: string }

/*
 * One database `jipp` with one store `drafts`, also opened by app/enhance/leaving.js. The number stands in every key: a
 * later form of copies takes the next one and reads the older ones over.
 */
const FORM = '2'
const KEPT_DAYS = 30
/** Copies of the first form, in the storage for small things. */
const OLD = 'jipp:draft:'
const LIGHT = 'jipp:copy:'

const keyOf = ({ userId, revisionId, section }: DraftId) => [FORM, userId, revisionId, section].join('/')

let store: UseStore | undefined
const drafts = () => {
  store ??= createStore('jipp', 'drafts')
  return store
}

/** Keeps a copy on this device and says how well. */
export async function keepDraft(id: DraftId, copy: DraftCopy): Promise<Kept> {
  signUnsaved(true)
  try {
    await set(keyOf(id), copy, drafts())
    return 'kept'
  } catch {
    // Private mode, a full or a blocked device.
    return lightly(() => localStorage.setItem(LIGHT + keyOf(id), JSON.stringify(copy))) ? 'lightly' : 'refused'
  }
}

/** The copy of a section, also one of an older form; damaged and foreign data count as none. */
export async function findDraft(id: DraftId): Promise<DraftCopy | undefined> {
  const copy: unknown = await kindly(() => get(keyOf(id), drafts()))
  if (isCopy(copy)) return copy
  let light: unknown
  lightly(() => {
    light = JSON.parse(localStorage.getItem(LIGHT + keyOf(id)) ?? 'null')
  })
  return isCopy(light) ? light : fromOld(id)
}

export async function dropDraft(id: DraftId): Promise<void> {
  lightly(() => {
    localStorage.removeItem(LIGHT + keyOf(id))
    localStorage.removeItem(oldKey(id))
  })
  await kindly(() => del(keyOf(id), drafts()))
  if ((await allDrafts()).length === 0) signUnsaved(false)
}

/** Forgets copies, of anybody, that nobody came back to for a month: drafts should not stay on shared phones. */
export async function sweepDrafts(now: number): Promise<void> {
  const oldest = now - KEPT_DAYS * 86_400_000
  for (const [key, copy] of await allDrafts()) {
    if (!isCopy(copy) || copy.at < oldest) await kindly(() => del(key, drafts()))
  }
  lightly(() => {
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(OLD) || name.startsWith(LIGHT))) {
      const { at } = JSON.parse(localStorage.getItem(key) ?? '{}') as { at?: unknown }
      if (typeof at !== 'number' || at < oldest) localStorage.removeItem(key)
    }
  })
}

const allDrafts = async () => (await kindly(() => entriesOf<IDBValidKey, unknown>(drafts()))) ?? []

const oldKey = ({ revisionId, section }: DraftId) => `${OLD}${revisionId}:${section}`

/** A copy of the first form knew neither its writer nor the text it began with: the server then asks about every difference. */
function fromOld(id: DraftId): DraftCopy | undefined {
  let copy: DraftCopy | undefined
  lightly(() => {
    const old: unknown = JSON.parse(localStorage.getItem(oldKey(id)) ?? 'null')
    const whole = { ancestor: [], pending: null, about: { title: '', url: '' }, ...(old as object | null) }
    if (isCopy(whole)) copy = whole
  })
  return copy
}

/** What the database answers; `undefined` where it is blocked, full or damaged. */
async function kindly<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch {
    return undefined
  }
}

/** Does something that the device may refuse; says whether it did. */
function lightly(act: () => void): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}

function isCopy(value: unknown): value is DraftCopy {
  if (typeof value !== 'object' || value === null) return false
  const { entries, base, ancestor, pending, at } = value as Partial<DraftCopy>
  const texts = isEntries(entries) && isEntries(ancestor) && (pending === null || isEntries(pending))
  return texts && typeof base === 'string' && typeof at === 'number'
}

/**
 * Writes the copies of one section one after the other: while one is being written only the newest waits. `onKept` is
 * told once the newest is on the device.
 */
export class DraftWriter {
  private waiting: DraftCopy | 'drop' | undefined
  private running: Promise<void> | undefined

  constructor(
    private readonly id: DraftId,
    private readonly onKept: (kept: Kept) => void,
  ) {}

  keep(copy: DraftCopy): Promise<void> {
    return this.next(copy)
  }

  drop(): Promise<void> {
    return this.next('drop')
  }

  private next(what: DraftCopy | 'drop'): Promise<void> {
    this.waiting = what
    this.running ??= this.write()
    return this.running
  }

  private async write(): Promise<void> {
    while (this.waiting) {
      const next = this.waiting
      this.waiting = undefined
      if (next === 'drop') await dropDraft(this.id)
      else {
        const kept = await keepDraft(this.id, next)
        if (!this.waiting) this.onKept(kept)
      }
    }
    this.running = undefined
  }
}
