import type { ConflictDetail } from '#app/domain/practice/section-conflict.ts'
import { ENVELOPE, type FormEntries } from '#app/domain/practice/section-form.ts'

/** A text of a section as the server holds it. */
export type ServerText = { base: string; entries: FormEntries; savedAt: string; own: boolean }

/** What the server answers to an autosave; see app/http/autosave.server.ts. */
type Answer =
  | { ok: true; base: string; savedAt: string; merged: Omit<ServerText, 'savedAt'> | null }
  | { ok: false; problem: string; errors?: Record<string, string[]>; detail?: ConflictDetail }

export type Posted = {
  entries: FormEntries
  base: string
  ancestor: FormEntries | null
  writer: string
  choices: readonly (readonly [string, string])[]
}

const TIMEOUT_MS = 20_000
/** What browsers send along while a page closes. */
const KEEPALIVE_BYTES = 60_000
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }

/** Sends a text; `away` when no answer came that says anything about it. The last one of a page waits for none. */
export async function send(url: string, posted: Posted, { isLast = false } = {}): Promise<Answer | 'away'> {
  const fields = new URLSearchParams([...posted.entries, ...posted.choices].map(([name, value]) => [name, value]))
  fields.set(ENVELOPE.base, posted.base)
  fields.set(ENVELOPE.writer, posted.writer)
  if (posted.ancestor) fields.set(ENVELOPE.ancestor, JSON.stringify(posted.ancestor))
  const body = fields.toString()
  if (isLast && body.length > KEEPALIVE_BYTES) return 'away'
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: FORM,
      redirect: 'manual',
      ...(isLast ? { keepalive: true } : { signal: after(TIMEOUT_MS) }),
    })
    if (response.type === 'opaqueredirect' || response.status === 401) return { ok: false, problem: 'signed_out' }
    if (response.status >= 500 || response.status === 429) return 'away'
    return (await response.json()) as Answer
  } catch {
    return 'away'
  }
}

/** The text that the server holds now; `null` when it could not be asked. */
export async function ask(url: string): Promise<ServerText | null> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: after(TIMEOUT_MS) })
    return response.ok ? ((await response.json()) as ServerText) : null
  } catch {
    return null
  }
}

/** A signal after some time, also where the browser has no `AbortSignal.timeout` yet. */
function after(ms: number): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), ms)
  return controller.signal
}
