// @ts-check
/*
 * Before signing out: what this device holds that is not saved, with the choice to take it away from here. Only the texts
 * of the person who leaves; those of others who use this device are neither shown nor touched. The copies are those of
 * app/components/practice/editor/draft-store.ts.
 */
;(() => {
  const box = document.getElementById('sisa')
  const list = box?.querySelector('ul')
  const button = box?.querySelector('button')
  const user = box?.dataset.user
  if (!box || !list || !button || !user) return
  const own = `2/${user}/`
  const light = 'jipp:copy:'

  const opening = indexedDB.open('jipp')
  opening.onupgradeneeded = () => opening.result.createObjectStore('drafts')
  opening.onerror = () => show([])
  opening.onsuccess = () => {
    const store = opening.result.transaction('drafts').objectStore('drafts')
    const [keys, copies] = [store.getAllKeys(), store.getAll()]
    copies.onsuccess = () => show(keys.result.map((key, at) => [String(key), copies.result[at]]))
  }

  /** @param {[string, any][]} kept */
  function show(kept) {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(light)) kept.push([key.slice(light.length), JSON.parse(localStorage.getItem(key) || '{}')])
    const mine = kept.filter(([key, copy]) => key.startsWith(own) && copy?.about)
    for (const [, { about, at }] of mine) {
      const [line, link] = [document.createElement('li'), document.createElement('a')]
      link.href = String(about.url).startsWith('/work/') ? about.url : '/work'
      link.textContent = about.title
      line.append(link, `, ${new Date(at).toLocaleString(document.documentElement.lang)}`)
      list?.append(line)
    }
    if (box) box.hidden = mine.length === 0
  }

  button.addEventListener('click', () => {
    const store = opening.result.transaction('drafts', 'readwrite').objectStore('drafts')
    const keys = store.getAllKeys()
    keys.onsuccess = () => {
      for (const key of keys.result) if (String(key).startsWith(own)) store.delete(key)
    }
    store.transaction.oncomplete = () => {
      for (const key of Object.keys(localStorage)) if (key.startsWith(light + own)) localStorage.removeItem(key)
      if (keys.result.every((key) => String(key).startsWith(own)))
        // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing in half of the browsers in use
        document.cookie = 'jipp_unsaved=; path=/; max-age=0; samesite=lax'
      box.hidden = true
    }
  })
})()
