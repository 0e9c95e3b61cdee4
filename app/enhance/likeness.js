// @ts-check
/*
 * While the title of a new practice is typed, what resembles it appears. The page needs none of it: without script the
 * same list stands between the form and the beginning.
 */
;(() => {
  const TYPING_MS = 500
  const title = /** @type {HTMLTextAreaElement | null} */ (document.querySelector('textarea[name="titleId"]'))
  const list = document.getElementById('mirip')
  if (!title || !list || !window.AbortController) return
  let timer = 0
  /** @type {AbortController | undefined} */
  let loading
  let asked = title.value

  async function look() {
    const typed = /** @type {HTMLTextAreaElement} */ (title).value.trim()
    if (typed === asked) return
    asked = typed
    if (loading) loading.abort()
    const own = new AbortController()
    loading = own
    try {
      const response = await fetch(`${location.pathname}?title=${encodeURIComponent(typed)}`, { signal: own.signal })
      if (!response.ok || response.redirected) return
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      const fresh = page.getElementById('mirip')
      if (fresh && list) list.replaceChildren(...Array.from(fresh.childNodes))
    } catch {
      // The list between form and beginning says the same.
    }
  }
  title.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(look, TYPING_MS)
  })
})()
