// @ts-check
/*
 * Suggestions while typing, and results without a new page. The search page needs none of it: whatever fails here, the
 * plain form and its links do the same. Nothing runs where the reader saves data or the network is slow.
 */
;(() => {
  const TYPING_MS = 160
  const LEAST = 2
  const PAGE = '/practices'
  const SUGGEST = '/practices/suggest?'

  const network = /** @type {any} */ (navigator).connection
  if (network && (network.saveData || /2g$/.test(network.effectiveType || ''))) return
  const parts = ['isi', 'kabar', 'q-top'].map((id) => document.getElementById(id))
  if (parts.includes(null) || !window.AbortController) return
  const [main, news, input] = /** @type {[HTMLElement, HTMLElement, HTMLInputElement]} */ (/** @type {any} */ (parts))
  const searchForm = /** @type {HTMLFormElement} */ (input.form)

  // ---- results ----

  /** @type {AbortController | undefined} */
  let loading

  /** The address that a form leads to; what is left empty is left out. @param {HTMLFormElement} form */
  function addressOf(form) {
    const params = new URLSearchParams()
    new FormData(form).forEach((value, name) => {
      if (value) params.append(name, String(value))
    })
    const search = params.toString()
    return search ? `${PAGE}?${search}` : PAGE
  }

  /** Shows the results of another address in this page. @param {string} address */
  async function show(address) {
    if (loading) loading.abort()
    const own = new AbortController()
    loading = own
    main.setAttribute('aria-busy', 'true')
    try {
      const response = await fetch(address, { signal: own.signal, headers: { Accept: 'text/html' } })
      const next = new DOMParser().parseFromString(await response.text(), 'text/html')
      const fresh = next.getElementById('jumlah') && next.getElementById('isi')
      if (!response.ok || !fresh) throw new Error('not a page of results')
      const focused = document.activeElement
      morph(main, fresh)
      restoreFocus(focused)
      document.title = next.title
      history.replaceState(null, '', response.url)
      const [here, there] = [document, next].map((page) => page.querySelector('header a[hreflang]'))
      if (here && there) here.setAttribute('href', there.getAttribute('href') || '')
    } catch {
      // The plain way, unless something newer is on its way.
      if (loading === own) location.assign(address)
    } finally {
      if (loading === own) {
        loading = undefined
        main.removeAttribute('aria-busy')
      }
    }
  }

  /** @param {Element | null} focused */
  function restoreFocus(focused) {
    if (!focused || focused === document.body || focused === document.activeElement) return
    const target = focused.isConnected ? focused : document.getElementById('jumlah')
    if (!(target instanceof HTMLElement)) return
    if (target !== focused) target.tabIndex = -1
    target.focus({ preventScroll: true })
  }

  /** By what an element is known again in the new page. @param {Node} node */
  function keyOf(node) {
    if (!(node instanceof Element) && node.nodeType !== 1) return ''
    const element = /** @type {Element} */ (node)
    if (element.id) return `#${element.id}`
    // A province stands in one box with its districts.
    const row = element.matches('div') ? element.firstElementChild : element
    const field = row?.matches('label.pick') ? row.querySelector('input') : element
    if (field?.matches('input[name][value]')) {
      return `${field.getAttribute('name')}=${field.getAttribute('value')}`
    }
    if (element.matches('.hits > li')) return element.querySelector('a')?.getAttribute('href') || ''
    // Its words tell how many filters are active.
    if (element.matches('.filters')) return 'filters'
    if (element.matches('details'))
      return `details ${element.querySelector('summary')?.textContent?.replace(/\d/g, '')}`
    return ''
  }

  /** Makes an element equal to a new one and keeps what stays: focus, open folds, the place on the screen. */
  function morph(/** @type {Element} */ old, /** @type {Element} */ fresh) {
    const keepsOpen = old.matches('details') && !old.matches('.filters')
    for (const { name } of Array.from(old.attributes)) {
      if (name !== 'open' && !fresh.hasAttribute(name)) old.removeAttribute(name)
    }
    for (const { name, value } of Array.from(fresh.attributes)) {
      if (!(keepsOpen && name === 'open') && old.getAttribute(name) !== value) old.setAttribute(name, value)
    }
    morphChildren(old, fresh)
    if (old instanceof HTMLInputElement) {
      old.checked = fresh.hasAttribute('checked')
      if (old.type === 'text') old.value = fresh.getAttribute('value') || ''
    }
    if (old instanceof HTMLSelectElement) {
      const chosen = fresh.querySelector('option[selected]') || fresh.querySelector('option')
      old.value = chosen ? chosen.getAttribute('value') || '' : ''
    }
  }

  function morphChildren(/** @type {Element} */ old, /** @type {Element} */ fresh) {
    const wanted = new Set(Array.from(fresh.childNodes, keyOf))
    const known = new Map()
    for (const child of Array.from(old.childNodes)) {
      const key = keyOf(child)
      if (key && !wanted.has(key)) old.removeChild(child)
      else if (key) known.set(key, child)
    }
    let at = /** @type {ChildNode | null} */ (old.firstChild)
    for (const child of Array.from(fresh.childNodes)) {
      const key = keyOf(child)
      const same = key ? known.get(key) : at && !keyOf(at) ? at : undefined
      if (!same || same.nodeName !== child.nodeName) {
        old.insertBefore(document.importNode(child, true), at)
        continue
      }
      if (same === at) at = same.nextSibling
      else old.insertBefore(same, at)
      if (same.nodeType === 1) morph(same, /** @type {Element} */ (child))
      else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue
    }
    while (at) {
      const next = at.nextSibling
      old.removeChild(at)
      at = next
    }
  }

  document.addEventListener('submit', (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target)
    if (event.defaultPrevented || form.getAttribute('method') !== 'get' || form.getAttribute('action') !== PAGE) return
    event.preventDefault()
    close()
    show(addressOf(form))
  })

  main.addEventListener('change', (event) => {
    const field = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target)
    const form = field.form
    if (!form) return
    // Not `form.id`: that is the field called "id" where there is one.
    const which = form.getAttribute('id')
    if (which === 'saring' || which === 'urut') show(addressOf(form))
    else if (which === 'banding') keepChoice(form)
  })

  /** What is chosen for comparing goes along, whichever way the reader takes. @param {HTMLFormElement} form */
  function keepChoice(form) {
    const ids = new FormData(form).getAll('id').map(String)
    const withChoice = (/** @type {string} */ address) => {
      const url = new URL(address, location.href)
      url.searchParams.delete('compare')
      for (const id of ids) url.searchParams.append('compare', id)
      return url.pathname + url.search
    }
    for (const link of main.querySelectorAll('a')) {
      if (link.pathname === PAGE) link.href = withChoice(link.href)
    }
    for (const id of ['saring', 'urut']) {
      const other = document.getElementById(id)
      if (!other) continue
      for (const field of other.querySelectorAll('input[name=compare]')) field.remove()
      for (const value of ids) {
        other.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'compare', value }))
      }
    }
    history.replaceState(null, '', withChoice(location.href))
  }

  // ---- suggestions: the combobox of ARIA 1.2 with a list, https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ ----

  /** @typedef {{ text: string, label?: string, href?: string }} Suggestion */
  /** @type {Map<string, Suggestion[]>} */
  const answers = new Map()
  /** @type {Suggestion[]} */
  let offered = []
  let active = -1

  const list = document.createElement('ul')
  list.id = 'saran'
  list.className = 'sugg'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', news.dataset.list || '')
  searchForm.append(list)
  // A field of type "search" may not be a combobox.
  input.type = 'text'
  input.setAttribute('enterkeyhint', 'search')
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
  ]) {
    input.setAttribute(name || '', value || '')
  }

  /** Asks after a pause in typing; an older question is given up. @param {(found: Suggestion[]) => void} use */
  function asker(use) {
    let timer = 0
    /** @type {AbortController | undefined} */
    let asking
    const stop = () => {
      clearTimeout(timer)
      if (asking) asking.abort()
    }
    const ask = (/** @type {string} */ typed, more = '') => {
      stop()
      const q = typed.trim()
      if (q.length < LEAST) return use([])
      const question = new URLSearchParams({ q }) + more
      const known = answers.get(question)
      if (known) return use(known)
      timer = window.setTimeout(async () => {
        asking = new AbortController()
        try {
          const response = await fetch(SUGGEST + question, { signal: asking.signal })
          if (!response.ok) return use([])
          const { suggestions } = await response.json()
          answers.set(question, suggestions)
          use(suggestions)
        } catch (error) {
          if (/** @type {Error} */ (error).name !== 'AbortError') use([])
        }
      }, TYPING_MS)
    }
    return { ask, stop }
  }

  const suggest = asker((found) => {
    // Somebody who went on meanwhile is not called back.
    if (document.activeElement !== input) return close()
    offered = found
    active = -1
    list.replaceChildren(...found.map(optionOf))
    setOpen(found.length > 0)
    const words = found.length > 0 ? news.dataset.some : input.value.trim().length < LEAST ? '' : news.dataset.none
    news.textContent = (words || '').replace('#', String(found.length))
  })

  function optionOf(/** @type {Suggestion} */ { text, label }, /** @type {number} */ index) {
    const option = document.createElement('li')
    option.id = `saran-${index}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    const [name, kind] = [document.createElement('span'), document.createElement('span')]
    name.textContent = text
    kind.textContent = label || ''
    kind.className = 'small dim'
    option.append(name, ' ', kind)
    return option
  }

  function setOpen(/** @type {boolean} */ isOpen) {
    list.hidden = !isOpen
    input.setAttribute('aria-expanded', String(isOpen))
    if (!isOpen) mark(-1)
  }

  function close() {
    suggest.stop()
    setOpen(false)
  }

  function mark(/** @type {number} */ index) {
    active = index
    Array.from(list.children, (option, at) => option.setAttribute('aria-selected', String(at === index)))
    const option = list.children[index]
    if (!option) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', option.id)
    option.scrollIntoView({ block: 'nearest' })
  }

  function choose(/** @type {number} */ index) {
    const { text = '', href } = offered[index] || {}
    if (href) return location.assign(href)
    input.value = text
    close()
    show(addressOf(searchForm))
  }

  input.addEventListener('input', () => suggest.ask(input.value))
  input.addEventListener('blur', close)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const isOpen = !list.hidden
    const count = offered.length
    // One place more than there are suggestions: back in the field.
    const turn = (/** @type {number} */ by) => mark(((active + 1 + by + count + 1) % (count + 1)) - 1)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (isOpen) turn(event.key === 'ArrowDown' ? 1 : -1)
      else suggest.ask(input.value)
    } else if (event.key === 'Enter' && isOpen && active >= 0) {
      event.preventDefault()
      choose(active)
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      close()
    }
  })
  // The field keeps the focus.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = /** @type {Element} */ (event.target).closest('li')
    if (option) choose(Array.from(list.children).indexOf(option))
  })

  // ---- districts: the browser's own list, with the names that the server knows ----

  const nameDistricts = asker((found) => {
    const names = document.getElementById('daftar-daerah')
    if (!names || found.length === 0) return
    names.replaceChildren(...found.map(({ text }) => Object.assign(document.createElement('option'), { value: text })))
  })
  main.addEventListener('input', (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target)
    if (field.name === 'district_name') nameDistricts.ask(field.value, '&of=district')
  })
})()
