import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type FormEntries, sameEntries } from '#app/domain/practice/section-form.ts'
import { Autosave, type SaveState } from './autosave.ts'
import { draftKey, dropDraft, findDraft, sweepDrafts } from './draft-store.ts'

type Options = {
  form: RefObject<HTMLFormElement | null>
  revisionId: string
  section: string
  /** What the server holds. */
  entries: FormEntries
  base: string
  savedAt: Date
  /** What was typed, where the server sent the page back with errors. */
  typed: FormEntries | undefined
  url: string
  /** The section that arrived with the last whole-page post. */
  arrived: string | null
}

export type Draft = {
  /** What the form starts from; a new `generation` starts it again. */
  shown: FormEntries
  generation: number
  base: string
  state: SaveState
  /** When the text that came back from this device was written. */
  restoredAt: Date | null
  keepMine: () => void
  useServer: () => void
}

/**
 * Joins the form of a section to the autosave. It works on the fields as they are; without script nothing of this
 * happens and the form posts as any other.
 */
export function useDraft(options: Options): Draft {
  const { form, revisionId, section, entries, base, savedAt, typed, url } = options
  const [shown, setShown] = useState({ entries: typed ?? entries, generation: 0 })
  const [current, setCurrent] = useState(base)
  const [state, setState] = useState<SaveState>(
    typed ? { kind: 'refused', errors: {} } : { kind: 'saved', at: savedAt },
  )
  const [restoredAt, setRestoredAt] = useState<Date | null>(null)
  const saver = useRef<Autosave | null>(null)
  const onPage = useRef(options)

  const show = useCallback(
    (next: FormEntries) => setShown(({ generation }) => ({ entries: next, generation: generation + 1 })),
    [],
  )

  useEffect(() => {
    const page = onPage.current
    const key = draftKey(revisionId, section)
    const read = () => (form.current ? entriesOf(form.current) : [])
    const onBase = (next: string) => {
      setCurrent(next)
      // At once, for a form that waits to be posted.
      const field = form.current?.elements.namedItem('base')
      if (field instanceof HTMLInputElement) field.value = next
    }
    const start = (from: string, sent?: FormEntries[]) =>
      new Autosave({ url, key, base: from, sent, read, onState: setState, onBase })
    sweepDrafts(Date.now())
    if (page.arrived) dropArrived(draftKey(revisionId, page.arrived))
    const copy = page.typed ? undefined : findDraft(key)
    saver.current = start(page.base)
    if (copy && sameEntries(copy.entries, page.entries)) dropDraft(key)
    else if (copy) {
      const own = copy.base === page.base || copy.sent?.some((sent) => sameEntries(sent, page.entries))
      show(copy.entries)
      setRestoredAt(new Date(copy.at))
      saver.current = start(own ? page.base : copy.base, copy.sent)
      if (own) afterRender(() => saver.current?.typed())
      else {
        saver.current.stop()
        setState({ kind: 'conflict', mine: copy.entries, theirs: page.entries, base: page.base })
      }
    }
    return listen(form, saver)
  }, [form, revisionId, section, url, show])

  return {
    shown: shown.entries,
    generation: shown.generation,
    base: current,
    state,
    restoredAt,
    keepMine: () => {
      if (state.kind === 'conflict') saver.current?.resume(state.base)
    },
    useServer: () => {
      show(state.kind === 'conflict' ? state.theirs : entries)
      setRestoredAt(null)
      afterRender(() => (state.kind === 'conflict' ? saver.current?.resume(state.base) : saver.current?.typed()))
    },
  }
}

/** Once the fields show what they were told to. */
const afterRender = (act: () => void) => setTimeout(act, 0)

/** A whole-page post arrived: its copy has done its work, unless something was typed after it. */
function dropArrived(key: string): void {
  if (findDraft(key)?.posted) dropDraft(key)
}

function listen(form: RefObject<HTMLFormElement | null>, saver: RefObject<Autosave | null>): () => void {
  const target = form.current
  const events: [EventTarget | null, string, (event: Event) => void][] = [
    [target, 'input', () => saver.current?.typed()],
    [target, 'change', () => saver.current?.typed()],
    [target, 'submit', (event) => wait(event, saver.current)],
    [window, 'pagehide', () => saver.current?.flush()],
    [window, 'online', () => saver.current?.retry()],
    [window, 'focus', () => saver.current?.retry()],
    // Back from a page that did not open: what the server holds by now must be asked again.
    [window, 'pageshow', (event) => 'persisted' in event && event.persisted && window.location.reload()],
  ]
  for (const [on, name, act] of events) on?.addEventListener(name, act)
  return () => {
    for (const [on, name, act] of events) on?.removeEventListener(name, act)
    saver.current?.stop()
  }
}

/** Lets the form go once no save is on its way. */
function wait(event: Event, saver: Autosave | null): void {
  if (!(event instanceof SubmitEvent) || !(event.target instanceof HTMLFormElement)) return
  const { target, submitter } = event
  if (saver && !saver.posted(() => target.requestSubmit(submitter))) event.preventDefault()
}

/** The fields of the form as they would be posted, less what is not text of the section. */
function entriesOf(form: HTMLFormElement): FormEntries {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && name !== 'base' ? [[name, value] as const] : [],
  )
}
