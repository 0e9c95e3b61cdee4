import type { ConflictDetail } from '#app/domain/practice/section-conflict.ts'
import { choiceName, ENVELOPE, type FormEntries, sameEntries } from '#app/domain/practice/section-form.ts'
import { type DraftCopy, type DraftId, DraftWriter, type Kept } from './draft-store.ts'
import { type Posted, type ServerText, send } from './send-section.ts'

/** What the server has of the text, and what is in the way. */
export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'typing' | 'saving' | 'offline' | 'signed_out' | 'other_person' | 'closed' }
  | { kind: 'refused'; errors: Record<string, string[]> }
  | { kind: 'conflict'; detail: ConflictDetail }

/** What this device has of what the server has not. */
export type DeviceState = 'writing' | Kept

/** Why a text that somebody waits for was not saved: the server is away, or the writer has to do something. */
export type Stuck = 'away' | 'signed_out' | 'refused' | 'halted'

const PAUSE_MS = 1_500
const LONGEST_MS = 10_000
const RETRY_MS = [3_000, 6_000, 15_000, 30_000]

/** The text that the form shows grew out of this one. */
type Origin = { base: string; entries: FormEntries }

export type AutosaveOptions = {
  url: string
  id: DraftId
  about: DraftCopy['about']
  origin: Origin
  /** Sent by an earlier page that closed before it heard an answer. */
  pending?: FormEntries | null
  /** The fields as they are now. */
  read: () => FormEntries
  onState: (state: SaveState) => void
  onDevice: (state: DeviceState) => void
  /** A save was confirmed, or the form shows another text: it must carry this from now on. */
  onOrigin: (origin: Origin) => void
  /** The server holds more than the form shows. Answers whether the form shows it now. */
  onNews: (news: ServerText) => boolean
}

/**
 * Saves what is typed: on this device at once, on the server after every pause. One request at a time; what got no answer
 * is sent again as it was before anything newer, so that the server never takes our own text for somebody else's. What
 * others wrote meanwhile is merged there; nothing is overwritten that the writer has not seen.
 */
export class Autosave {
  private origin: Origin
  private pending: FormEntries | null
  private readonly copies: DraftWriter
  private timer: ReturnType<typeof setTimeout> | undefined
  private waitingSince: number | undefined
  private busy = false
  private dirty = false
  private halted = false
  private failures = 0
  /** The server needs the text that we began with, to merge. */
  private sendsOrigin = false
  private choices: readonly (readonly [string, string])[] = []
  private whenIdle: (() => unknown) | undefined
  private onClean: (() => void) | undefined
  private onStuck: ((why: Stuck) => void) | undefined
  private kept: Kept = 'kept'
  isPosted = false
  /** The server did not take the text as it is. */
  private isRefused = false

  constructor(private readonly options: AutosaveOptions) {
    this.origin = options.origin
    this.pending = options.pending ?? null
    this.copies = new DraftWriter(options.id, (kept) => {
      this.kept = kept
      options.onDevice(kept)
    })
  }

  /** Whether the server holds all that the form shows. */
  get isClean(): boolean {
    return !this.dirty && !this.busy && !this.halted && !this.isRefused && this.pending === null
  }

  /** Closing the page now would lose text: it is neither on the server nor on this device. */
  get isAtRisk(): boolean {
    return !this.isClean && !this.isPosted && this.kept === 'refused'
  }

  /** Does something once the server holds all that the form shows, or the other where it does not take it now. */
  afterSave(act: () => void, instead?: (why: Stuck) => void): void {
    if (this.isClean) act()
    else if (this.halted) instead?.('halted')
    else {
      this.onClean = act
      this.onStuck = instead
      // What was refused is asked again.
      if (!this.busy) this.dirty = true
      this.retry()
    }
  }

  /** Nobody waits for a save any more: a later one must not lead the writer away in the middle of a word. */
  private stuck(why: Stuck): void {
    const tell = this.onStuck
    this.onClean = undefined
    this.onStuck = undefined
    tell?.(why)
  }

  /** Something was typed. */
  typed(): void {
    this.dirty = true
    this.options.onDevice('writing')
    void this.keep()
    if (this.halted) return
    if (!this.busy && this.failures === 0) this.options.onState({ kind: 'typing' })
    // While the server is away its own timer tries again; typing does not put it off.
    if (this.failures > 0) return
    this.waitingSince ??= Date.now()
    this.later(Math.min(PAUSE_MS, Math.max(0, this.waitingSince + LONGEST_MS - Date.now())))
  }

  /** The connection is back, the writer has signed in again, or the page is about to be left: try now. */
  retry(): void {
    if (this.dirty && !this.halted) this.later(0)
  }

  /** Waits for the writer, who has to decide. */
  halt(): void {
    clearTimeout(this.timer)
    this.halted = true
  }

  /** After a conflict: what was chosen for the fields in question, of the text that the writer has seen. */
  decide(seen: string, choices: ReadonlyMap<string, string>): void {
    this.choices = [[ENVELOPE.seen, seen], ...[...choices].map(([name, value]) => [choiceName(name), value] as const)]
    this.sendsOrigin = true
    this.halted = false
    this.dirty = true
    void this.keep()
    this.later(0)
  }

  /** The form shows the text of the server: what was there before counts no more. */
  adopt(text: ServerText): void {
    this.pending = null
    this.dirty = false
    this.halted = false
    this.choices = []
    this.takeOrigin({ base: text.base, entries: text.entries })
    void this.copies.drop()
    this.options.onState({ kind: 'saved', at: new Date(text.savedAt) })
  }

  /**
   * The form is posted as a whole page. Answers `false` while a save is on its way or the copy is being written: the form
   * would meet its own text as somebody else's, or the next page a copy of which it does not know that it arrived.
   * `again` is called when it may go.
   */
  posted(again: () => void): boolean {
    if (this.isPosted || this.isClean) return true
    const go = async () => {
      this.halt()
      await this.keep({ posted: true })
      this.isPosted = true
      again()
    }
    if (this.busy) this.whenIdle = go
    else void go()
    return false
  }

  /** The page closes: send what is not sent, without waiting for an answer. */
  flush(): void {
    if (this.dirty && !this.halted) void send(this.options.url, this.body(this.options.read(), true), { isLast: true })
  }

  private keep(more: Partial<DraftCopy> = {}): Promise<void> {
    const { read, about } = this.options
    const { base, entries: ancestor } = this.origin
    return this.copies.keep({ entries: read(), base, ancestor, pending: this.pending, at: Date.now(), about, ...more })
  }

  private later(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), ms)
  }

  private body(entries: FormEntries, withOrigin: boolean): Posted {
    return {
      entries,
      base: this.origin.base,
      ancestor: withOrigin ? this.origin.entries : null,
      writer: this.options.id.userId,
      choices: this.choices,
    }
  }

  private async save(): Promise<void> {
    if (this.busy || this.halted || !this.dirty) return
    this.busy = true
    this.isRefused = false
    this.waitingSince = undefined
    const sending = this.pending ?? this.options.read()
    if (!this.pending) this.dirty = false
    this.pending = sending
    void this.keep()
    this.options.onState({ kind: 'saving' })
    const answer = await send(this.options.url, this.body(sending, this.sendsOrigin))
    this.busy = false
    if (answer === 'away') this.failed()
    else {
      this.failures = 0
      if (answer.ok) this.confirmed(answer, sending)
      else this.refused(answer)
    }
    this.whenIdle?.()
    this.whenIdle = undefined
  }

  private failed(): void {
    this.dirty = true
    this.failures += 1
    if (this.halted) return
    this.stuck('away')
    this.options.onState({ kind: 'offline' })
    this.later(RETRY_MS[Math.min(this.failures, RETRY_MS.length) - 1] ?? PAUSE_MS)
  }

  private takeOrigin(origin: Origin): void {
    this.origin = origin
    this.options.onOrigin(origin)
  }

  private confirmed({ base, savedAt, merged }: Saved, sending: FormEntries): void {
    this.pending = null
    this.choices = []
    this.takeOrigin({ base, entries: sending })
    // The server has a text that the form does not show: the next save is merged with it.
    this.sendsOrigin = merged !== null
    this.dirty = !sameEntries(sending, this.options.read())
    if (this.dirty) {
      void this.keep()
      this.options.onState({ kind: 'typing' })
      this.later(PAUSE_MS)
      if (merged) this.options.onNews({ ...merged, savedAt })
    } else {
      const isShown = merged !== null && this.options.onNews({ ...merged, savedAt })
      if (!isShown) {
        void this.copies.drop()
        this.options.onState({ kind: 'saved', at: new Date(savedAt) })
      }
      const act = this.onClean
      this.onClean = undefined
      this.onStuck = undefined
      act?.()
    }
  }

  private refused({ problem, errors, detail }: Refused): void {
    const { onState } = this.options
    if (problem === 'signed_out' || problem === 'forbidden' || problem === 'not_found') {
      this.dirty = true
      onState({ kind: problem === 'signed_out' ? 'signed_out' : 'other_person' })
      // Asked again when the page is looked at again.
      this.failures = 1
      this.later(RETRY_MS.at(-1)!)
      this.stuck(problem === 'signed_out' ? 'signed_out' : 'refused')
      return
    }
    this.pending = null
    this.choices = []
    void this.keep()
    if (problem === 'conflict' && detail?.fields === null) {
      this.sendsOrigin = true
      this.dirty = true
      this.later(0)
    } else if (problem === 'invalid') {
      this.isRefused = true
      onState({ kind: 'refused', errors: errors ?? {} })
      this.stuck('refused')
      if (this.dirty) this.later(PAUSE_MS)
    } else {
      this.dirty = true
      this.halt()
      onState(problem === 'conflict' && detail ? { kind: 'conflict', detail } : { kind: 'closed' })
      this.stuck('refused')
    }
  }
}

type Answer = Exclude<Awaited<ReturnType<typeof send>>, 'away'>
type Saved = Extract<Answer, { ok: true }>
type Refused = Extract<Answer, { ok: false }>
