// @ts-check
/*
 * Saves what is said of the files while one writes: after a pause, and when the page is left. The form works without it.
 * A save is the form itself, posted; the page that comes back says what the server holds now.
 */
;(() => {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('lampiran'))
  const base = /** @type {HTMLInputElement | null | undefined} */ (form?.querySelector('input[name=base]'))
  const status = /** @type {HTMLElement | null | undefined} */ (form?.querySelector('[data-saved]'))
  if (!form || !base || !status) return
  const PAUSE_MS = 1_500
  /** What browsers send along while a page closes. */
  const KEEPALIVE_BYTES = 60_000
  let [isDirty, isBusy, isFailed] = [false, false, false]
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  /** @type {(() => void) | undefined} */
  let whenIdle

  /** @param {'soon' | 'busy' | 'saved' | 'failed'} what */
  const say = (what) => {
    status.textContent = status.dataset[what] ?? ''
  }

  const post = () => {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    return fetch(form.action, { method: 'POST', body, keepalive: body.toString().length < KEEPALIVE_BYTES })
  }

  /** What the server holds after a save; undefined where it did not take it. */
  const save = async () => {
    const response = await post()
    if (!response.ok) return undefined
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    return page.querySelector('#lampiran input[name=base]')?.getAttribute('value') ?? undefined
  }

  const run = async () => {
    clearTimeout(timer)
    if (isBusy || !isDirty) return
    isBusy = true
    isDirty = false
    say('busy')
    const now = await save().catch(() => undefined)
    isBusy = false
    isFailed = now === undefined
    if (now !== undefined) base.value = now
    isDirty = isDirty || isFailed
    say(isFailed ? 'failed' : isDirty ? 'soon' : 'saved')
    if (whenIdle) whenIdle()
    else if (isDirty && !isFailed) timer = setTimeout(run, PAUSE_MS)
  }

  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file') return
    isDirty = true
    if (!isBusy) say('soon')
    clearTimeout(timer)
    timer = setTimeout(run, PAUSE_MS)
  })
  form.addEventListener('submit', (event) => {
    clearTimeout(timer)
    if (isBusy) {
      // The form would meet its own words as somebody else's.
      event.preventDefault()
      whenIdle = () => form.requestSubmit(event.submitter)
    } else [isDirty, isFailed] = [false, false]
  })
  window.addEventListener('beforeunload', (event) => {
    if (isDirty && isFailed) event.preventDefault()
  })
  window.addEventListener('pagehide', () => {
    if (isDirty && !isBusy) post().catch(() => undefined)
  })
  // Browsers go back to a page as it was when it was loaded, with what was saved since missing.
  const [navigation] = performance.getEntriesByType('navigation')
  const isRevisit = navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward'
  if (isRevisit && navigator.onLine) window.location.reload()
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload()
  })
})()
