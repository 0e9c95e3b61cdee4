import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ConflictDetail } from '#app/domain/practice/section-conflict.ts'
import { choicesIn, type FormEntries, isText, sameEntries } from '#app/domain/practice/section-form.ts'
import { Autosave, type DeviceState, type SaveState } from './autosave.ts'
import { type DraftCopy, type DraftId, dropDraft, findDraft, sweepDrafts } from './draft-store.ts'
import { noteSaved, wasSavedWhileLoading } from './saved-moment.ts'
import { ask, type ServerText } from './send-section.ts'
import { type Page, submit } from './submit.ts'

type Options = {
  form: RefObject<HTMLFormElement | null>
  id: DraftId
  about: DraftCopy['about']
  /** What the server holds. */
  entries: FormEntries
  base: string
  savedAt: Date
  /** What was typed, where the server sent the page back, and what that text began with. */
  typed: { entries: FormEntries; base: string; ancestor: FormEntries; conflict: ConflictDetail | null } | undefined
  url: string
  place: Page
  /** The section that arrived with the last whole-page post. */
  arrived: string | null
}

export type Draft = {
  /** What the form starts from; a new `generation` starts it again. */
  shown: FormEntries
  generation: number
  /** The text that the form grew out of, as the form posts it. */
  origin: { base: string; entries: FormEntries }
  state: SaveState
  device: DeviceState
  /** When the text that came back from this device was written. */
  restoredAt: Date | null
  /** The server holds what somebody else wrote and the form does not show yet. */
  news: ServerText | null
  showNews: () => void
  /** Somebody else saved this section, as the server says now and then. */
  onChanged: (base: string) => void
  /** The script is there: it can save by itself. */
  isLive: boolean
  decide: () => void
  dropRestored: () => void
}

/**
 * Joins the form of a section to the autosave. It works on the fields as they are; without script nothing of this
 * happens and the form posts as any other.
 */
export function useDraft(options: Options): Draft {
  const { form, entries, base, savedAt, typed, url } = options
  const [shown, setShown] = useState({ entries: typed?.entries ?? entries, generation: 0 })
  const [origin, setOrigin] = useState(typed ? { base: typed.base, entries: typed.ancestor } : { base, entries })
  const [state, setState] = useState<SaveState>(() => firstState(typed, savedAt))
  const [device, setDevice] = useState<DeviceState>('writing')
  const [restoredAt, setRestoredAt] = useState<Date | null>(null)
  const [news, setNews] = useState<ServerText | null>(null)
  const [isLive, setIsLive] = useState(false)
  const saver = useRef<Autosave | null>(null)
  const onPage = useRef(options)

  const show = useCallback((next: FormEntries) => {
    setShown(({ generation }) => ({ entries: next, generation: generation + 1 }))
    setNews(null)
  }, [])
  const adopt = useCallback(
    (text: ServerText) => {
      show(text.entries)
      setRestoredAt(null)
      saver.current?.adopt(text)
    },
    [show],
  )

  /** Shows what the server holds, where nothing typed is in the way. */
  const renew = useCallback(
    async (known = '') => {
      const text = await ask(url)
      if (!text || text.base === known || !saver.current?.isClean) return
      if (isWriting(form.current)) setNews(text)
      else adopt(text)
    },
    [form, url, adopt],
  )

  useEffect(() => {
    const page = onPage.current
    let isHere = true
    const start = (copy?: DraftCopy) => {
      const options = {
        url: page.url,
        id: page.id,
        about: page.about,
        origin: { base: copy?.base ?? page.typed?.base ?? page.base, entries: originOf(page, copy) },
        pending: copy?.pending,
        read: () => (form.current ? textOf(form.current) : []),
        onState: (next: SaveState) => {
          if (next.kind === 'saved') noteSaved()
          setState(next)
        },
        onDevice: setDevice,
        onOrigin: setOrigin,
        onNews: (text: ServerText) => {
          const isQuiet = !isWriting(form.current)
          if (isQuiet) adopt(text)
          else setNews(text)
          return isQuiet
        },
      }
      saver.current = new Autosave(options)
      setIsLive(true)
    }
    const begin = async () => {
      await sweepDrafts(Date.now())
      if (page.arrived) await dropArrived({ ...page.id, section: page.arrived })
      const copy = page.typed ? undefined : await findDraft(page.id)
      if (!isHere) return
      if (copy && sameEntries(copy.entries, page.entries)) await dropDraft(page.id)
      else if (copy) {
        show(copy.entries)
        setRestoredAt(new Date(copy.at))
        start(copy)
        setOrigin({ base: copy.base, entries: originOf(page, copy) })
        afterRender(() => saver.current?.typed())
        return
      }
      start()
      if (page.typed?.conflict) saver.current?.halt()
      // Typed before the script was there.
      else if (form.current && !sameEntries(textOf(form.current), page.typed?.entries ?? page.entries))
        saver.current?.typed()
      // Browsers go back to a page as it was when it was loaded.
      else if (isRevisit() || wasSavedWhileLoading()) void renew(page.base)
    }
    void begin()
    const leave = listen(form, saver, page.place)
    return () => {
      isHere = false
      leave()
    }
  }, [form, show, adopt, renew])

  return {
    shown: shown.entries,
    generation: shown.generation,
    origin,
    state,
    device,
    restoredAt,
    news,
    isLive,
    showNews: () => saver.current?.afterSave(() => void ask(url).then((text) => text && adopt(text))),
    onChanged: (now) => {
      if (now === origin.base || now === news?.base || !saver.current?.isClean) return
      void renew()
    },
    decide: () => {
      if (state.kind === 'conflict' && form.current)
        saver.current?.decide(state.detail.base, choicesIn(new FormData(form.current)))
    },
    dropRestored: () => {
      show(entries)
      setRestoredAt(null)
      afterRender(() => saver.current?.typed())
    },
  }
}

function firstState(typed: Options['typed'], savedAt: Date): SaveState {
  if (typed?.conflict) return { kind: 'conflict', detail: typed.conflict }
  return typed ? { kind: 'refused', errors: {} } : { kind: 'saved', at: savedAt }
}

/** What the text of the form began with. A copy of the first form does not say; the page does where it is the same text. */
function originOf(page: Options, copy: DraftCopy | undefined): FormEntries {
  if (copy) return copy.ancestor.length === 0 && copy.base === page.base ? page.entries : copy.ancestor
  return page.typed?.ancestor ?? page.entries
}

/** Once the fields show what they were told to. */
const afterRender = (act: () => void) => setTimeout(act, 0)

/** Whether somebody is about to type here: then nothing in the form may move. */
const isWriting = (form: HTMLFormElement | null) =>
  form?.contains(document.activeElement) === true && document.activeElement?.tagName !== 'BUTTON'

/** Whether this page was gone back to. */
function isRevisit(): boolean {
  const [navigation] = performance.getEntriesByType('navigation')
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward'
}

/** A whole-page post arrived: its copy has done its work, unless something was typed after it. */
async function dropArrived(id: DraftId): Promise<void> {
  if ((await findDraft(id))?.posted) await dropDraft(id)
}

function listen(form: RefObject<HTMLFormElement | null>, saver: RefObject<Autosave | null>, page: Page): () => void {
  const target = form.current
  const isOfText = ({ target }: Event) => !(target instanceof HTMLInputElement) || isText(target.name)
  const typed = (event: Event) => isOfText(event) && saver.current?.typed()
  const events: [EventTarget | null, string, (event: Event) => unknown][] = [
    [target, 'input', typed],
    [target, 'change', typed],
    [target, 'submit', (event) => submit(event, saver.current, page)],
    [window, 'pagehide', () => saver.current?.flush()],
    // Phones close pages in the background without a word.
    [document, 'visibilitychange', () => saver.current?.retry()],
    [window, 'beforeunload', (event) => saver.current?.isAtRisk && event.preventDefault()],
    [window, 'online', () => saver.current?.retry()],
    [window, 'focus', () => saver.current?.retry()],
    // Back from a page that did not open: what the server holds by now must be asked again.
    [window, 'pageshow', (event) => 'persisted' in event && event.persisted && window.location.reload()],
  ]
  for (const [on, name, act] of events) on?.addEventListener(name, act)
  return () => {
    for (const [on, name, act] of events) on?.removeEventListener(name, act)
    saver.current?.halt()
  }
}

/** The fields of the form as they would be posted, less what is not text of the section. */
function textOf(form: HTMLFormElement): FormEntries {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && isText(name) ? [[name, value] as const] : [],
  )
}
