import { type FormEntries, sameEntries } from '#app/domain/practice/section-form.ts'
import { type DraftCopy, dropDraft, keepDraft } from './draft-store.ts'

/** Where the text is safe, and what is in the way. */
export type SaveState =
  | { kind: 'saved'; at: Date }
  | { kind: 'typing' | 'saving' | 'offline' | 'signed_out' | 'closed' | 'device_full' }
  | { kind: 'refused'; errors: Record<string, string[]> }
  | { kind: 'conflict'; mine: FormEntries; theirs: FormEntries; base: string }

/** What the server answers to an autosave; see app/http/autosave.server.ts. */
type Answer =
  | { ok: true; base: string; savedAt: string }
  | { ok: false; problem: string; errors?: Record<string, string[]> }

const PAUSE_MS = 1_500
const LONGEST_MS = 10_000
const RETRY_MS = [3_000, 6_000, 15_000, 30_000]
const TIMEOUT_MS = 20_000
const SENT_KEPT = 5
/** What browsers send along while a page closes. */
const KEEPALIVE_BYTES = 60_000

type Options = {
  url: string
  key: string
  base: string
  /** Sent by an earlier page that closed before it heard an answer. */
  sent?: readonly FormEntries[]
  /** The fields as they are now. */
  read: () => FormEntries
  onState: (state: SaveState) => void
  /** A save was confirmed; the form must carry this base from now on. */
  onBase: (base: string) => void
}

/**
 * Saves what is typed: on this device at once, on the server after every pause. One request at a time; text typed
 * meanwhile goes with the next one. Nothing on the server is overwritten that the writer has not seen.
 */
export class Autosave {
  private base: string
  /** Sent, but no answer came: the server may hold any of them. */
  private unanswered: FormEntries[]
  private timer: ReturnType<typeof setTimeout> | undefined
  private waitingSince: number | undefined
  private busy = false
  private dirty = false
  private halted = false
  private failures = 0
  private whenIdle: (() => void) | undefined

  constructor(private readonly options: Options) {
    this.base = options.base
    this.unanswered = [...(options.sent ?? [])]
  }

  /** Something was typed. */
  typed(): void {
    this.dirty = true
    const kept = this.keep()
    if (this.halted) return
    if (!this.busy && this.failures === 0) this.options.onState({ kind: kept ? 'typing' : 'device_full' })
    // While the server is away its own timer tries again; typing does not put it off.
    if (this.failures > 0) return
    this.waitingSince ??= Date.now()
    const longest = Math.max(0, this.waitingSince + LONGEST_MS - Date.now())
    this.later(Math.min(PAUSE_MS, longest))
  }

  /** The connection is back, or the writer has signed in again: try now. */
  retry(): void {
    if (this.dirty && !this.halted) this.later(0)
  }

  /** After a conflict: what the writer has in the form, seen beside the other text, is what counts. */
  resume(base: string): void {
    this.base = base
    this.halted = false
    this.dirty = true
    this.unanswered = []
    this.options.onBase(base)
    this.keep()
    this.later(0)
  }

  /**
   * The form is posted as a whole page. Answers `false` while a save is on its way: the form must wait for its answer,
   * or it would meet its own text as somebody else's; `again` is called then.
   */
  posted(again: () => void): boolean {
    if (this.busy) {
      this.whenIdle = again
      return false
    }
    this.stop()
    if (this.dirty) this.keep({ posted: true })
    return true
  }

  /** The page closes: send what is not sent, without waiting for an answer. */
  flush(): void {
    if (!this.dirty || this.halted) return
    const body = this.body()
    if (body.length > KEEPALIVE_BYTES) return
    this.remember(this.options.read())
    void fetch(this.options.url, { method: 'POST', body, headers: FORM, keepalive: true }).catch(() => undefined)
  }

  stop(): void {
    clearTimeout(this.timer)
    this.halted = true
  }

  private keep(more: Partial<DraftCopy> = {}): boolean {
    const { key, read } = this.options
    return keepDraft(key, { entries: read(), base: this.base, at: Date.now(), sent: this.unanswered, ...more })
  }

  private remember(sending: FormEntries): void {
    this.unanswered = [...this.unanswered, sending].slice(-SENT_KEPT)
    this.keep()
  }

  private later(ms: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), ms)
  }

  private body(): string {
    const fields = new URLSearchParams(this.options.read().map(([name, value]) => [name, value]))
    fields.set('base', this.base)
    return fields.toString()
  }

  private async save(): Promise<void> {
    if (this.busy || this.halted || !this.dirty) return
    this.busy = true
    this.dirty = false
    this.waitingSince = undefined
    const sending = this.options.read()
    this.options.onState({ kind: 'saving' })
    const answer = await this.send(sending)
    this.busy = false
    if (this.halted) return
    if (answer === 'away') this.failed()
    else {
      this.failures = 0
      if (answer.ok) this.confirmed(answer, sending)
      else await this.refused(answer)
      if (this.dirty && !this.halted) this.later(PAUSE_MS)
    }
    this.whenIdle?.()
    this.whenIdle = undefined
  }

  private async send(sending: FormEntries): Promise<Answer | 'away'> {
    const body = this.body()
    this.remember(sending)
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      const response = await fetch(this.options.url, {
        method: 'POST',
        body,
        headers: FORM,
        redirect: 'manual',
        signal,
      })
      if (response.type === 'opaqueredirect') return { ok: false, problem: 'signed_out' }
      if (response.status >= 500 || response.status === 429) return 'away'
      return (await response.json()) as Answer
    } catch {
      return 'away'
    }
  }

  private failed(): void {
    this.dirty = true
    this.failures += 1
    this.options.onState({ kind: 'offline' })
    this.later(this.retryDelay())
  }

  private retryDelay(): number {
    return RETRY_MS[Math.min(this.failures, RETRY_MS.length) - 1] ?? PAUSE_MS
  }

  private confirmed({ base, savedAt }: Extract<Answer, { ok: true }>, sending: FormEntries): void {
    this.base = base
    this.unanswered = []
    this.options.onBase(base)
    if (this.dirty || !sameEntries(sending, this.options.read())) {
      this.dirty = true
      this.keep()
      this.options.onState({ kind: 'typing' })
    } else {
      dropDraft(this.options.key)
      this.options.onState({ kind: 'saved', at: new Date(savedAt) })
    }
  }

  private async refused(answer: Extract<Answer, { ok: false }>): Promise<void> {
    this.dirty ||= answer.problem !== 'invalid'
    if (answer.problem === 'invalid') this.options.onState({ kind: 'refused', errors: answer.errors ?? {} })
    else if (answer.problem === 'signed_out') {
      this.options.onState({ kind: 'signed_out' })
      this.later(RETRY_MS.at(-1)!)
    } else if (answer.problem === 'conflict') await this.compare()
    else {
      this.halted = true
      this.options.onState({ kind: 'closed' })
    }
  }

  /** Another text is on the server. It may be our own, when the answer to an earlier save got lost. */
  private async compare(): Promise<void> {
    try {
      const response = await fetch(this.options.url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
      if (!response.ok) throw new Error(String(response.status))
      const { entries, base } = (await response.json()) as { entries: FormEntries; base: string }
      if (this.unanswered.slice(0, -1).some((own) => sameEntries(own, entries))) return this.resume(base)
      this.halted = true
      this.options.onState({ kind: 'conflict', mine: this.options.read(), theirs: entries, base })
    } catch {
      this.failed()
    }
  }
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }
